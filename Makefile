PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TEST_PROCESSES ?= auto

.PHONY: install run test lint schema bench bench-exact fuzz clean

run: install ## Start the demo LMS and the gateway
	@$(BIN)/gateway demo

install: $(VENV)/.installed ## Make .venv with everything that running needs

$(VENV)/.installed: pyproject.toml
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing Lectern into $(VENV) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

test: install $(VENV)/.installed-dev ## Run all tests
	@.ci/packages
	@$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile --ignore tests/browser
	@$(BIN)/python -m pytest tests/browser

lint: $(VENV)/.installed-dev ## Check style, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

schema: install ## Write schema.graphql from the code
	@$(BIN)/gateway schema > schema.graphql

bench: $(VENV)/.installed-dev ## Measure against peers; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks

bench-exact: $(VENV)/.installed-dev ## Count instructions a request; compares with the committed ratios
	@$(BIN)/python -m benchmarks.exact

fuzz: $(VENV)/.installed-dev ## A long differential run of the engine
	@$(BIN)/python -m tests.engine.fuzz

clean:
	rm -rf $(VENV) build *.egg-info
