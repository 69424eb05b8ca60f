# Two commands: `make demo` and `make test`. Both set up .venv first; nothing else is installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: demo test test-oldest lint types bench reliability schemas manual wheel clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.ready
	$(BIN)/bo overview examples/dossiers --peildatum 2026-11-24 --fail-on nooit
	$(BIN)/bo escalate examples --peildatum 2026-11-24 --fail-on nooit
	$(BIN)/bo escalate examples/dossiers/L-0417-rekenen-niveau-2.yaml --peildatum 2026-11-24 --fail-on nooit
	$(BIN)/bo validate examples-ingezonden --swv examples/samenwerkingsverband.yaml --peildatum 2026-11-24 --fail-on nooit

test: $(VENV)/.ready lint types
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.ready
	$(BIN)/mypy

# The same tests on the lowest versions that pyproject.toml allows.
test-oldest: pyproject.toml
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/bin/python -m pip install --quiet --disable-pip-version-check --editable . -r tests/oldest-versions.txt
	.venv-oldest/bin/python -m pytest -n $(JOBS)

bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks

# The test of a large folder, on as many files as a region has.
reliability: $(VENV)/.ready
	BO_FILES=10000 $(BIN)/python -m pytest tests/test_reliability.py

schemas: $(VENV)/.ready
	$(BIN)/python -m tools.write_schemas

manual: $(VENV)/.ready
	$(BIN)/python -m tools.write_manual

wheel: $(VENV)/.ready
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean:
	rm -rf $(VENV) .venv-oldest dist build
