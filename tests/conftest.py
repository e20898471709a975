"""The switch that writes what is shown anew: golden reports, outputs in README and docs, schema, columns, notebooks."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate",
        action="store_true",
        help="write golden reports, shown outputs and notebooks anew; read the diff",
    )


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    """Whether what is shown is to be written anew in place of compared."""
    return bool(request.config.getoption("--regenerate"))


@pytest.fixture
def golden(regenerate):
    """Check a text against a file that is kept, or write the file anew under `--regenerate`."""

    def check(path, text):
        if regenerate:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        kept = path.read_bytes().decode("utf-8") if path.exists() else ""
        assert text == kept, f"{path.name} is not current: run the test with --regenerate and read the difference"

    return check
