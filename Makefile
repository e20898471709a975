# The one command for people and CI alike: make check.
PYTHON ?= python

.PHONY: check format lint types test golden docs

check: lint types test

format:
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

lint:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

# Writes golden reports, shown outputs, schema, columns and notebooks anew; read the difference before you commit it.
golden:
	$(PYTHON) -m pytest --regenerate tests/judge tests/report tests/test_docs.py tests/test_examples.py

# The pages in build/docs.
docs:
	$(PYTHON) -m sphinx -W --keep-going -q -b html docs build/docs
