"""Checks that a wheel holds every file of the package that git knows, data files included.

python .ci/wheel.py FOLDER      the folder with the wheel
"""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

(wheel,) = Path(sys.argv[1]).glob("discrepancy-*.whl")
listed = subprocess.run(["git", "ls-files", "discrepancy"], check=True, capture_output=True, text=True)
wanted = set(listed.stdout.split())
held = set(ZipFile(wheel).namelist())
data = sum(not name.endswith(".py") for name in wanted)
if data < 10:
    sys.exit(f"only {data} data files are known: look at this check")
if missing := sorted(wanted - held):
    sys.exit(f"{wheel.name} lacks " + ", ".join(missing))
print(f"{wheel.name} holds all {len(wanted)} files of the package, {data} of them data")
