"""Prints the lowest versions that the package says it works with, as constraints for pip: "pandas==2.2"."""

import re
import tomllib
from pathlib import Path

SUPPORTED = (
    "web",
    "charts",
    "excel",
    "completion",
    "dask",
    "scale",
)  # the other extras are tools of those who work on it

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
for line in sorted({*project["dependencies"], *(line for extra in SUPPORTED for line in extras[extra])}):
    if found := re.fullmatch(r"([\w.-]+)>=([\w.]+)", line):
        print(f"{found[1]}=={found[2]}")
