"""The switch that writes what is shown anew: golden reports, outputs in README and docs, notebooks."""

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
