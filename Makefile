# Needs Python 3.11 or newer with venv. `make demo` and `make test` set up everything else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
TRAIN ?= .train
export OMP_NUM_THREADS ?= 1

.PHONY: demo test lint types layers pytest golden docs bench quality speed train clean

demo: $(VENV)/.sayso ## run the main job on examples/: digest here, report.html beside
	$(BIN)/sayso compare examples/karabakh-* -o report.html

test: lint types layers pytest ## everything that must hold

lint: $(VENV)/.sayso-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.sayso-dev
	$(BIN)/mypy

layers: $(VENV)/.sayso-dev
	$(BIN)/lint-imports

pytest: $(VENV)/.sayso-dev
	$(BIN)/pytest -n 2

golden: $(VENV)/.sayso-dev ## write the golden records of examples/ again; look at the diff
	$(BIN)/python tests/golden/write.py

docs: $(VENV)/.sayso-dev ## write the generated pages of docs/ again
	$(BIN)/python docs/generate.py

bench: quality speed ## measure, and hold against the pinned floors

quality: $(VENV)/.sayso-dev
	$(BIN)/python -m benchmarks.quality --shared $(SHARED)

speed: $(VENV)/.sayso-dev
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.speed.growth

train: $(TRAIN)/.installed ## train the encoder again; needs $(SHARED)/data and most of an hour
	$(TRAIN)/venv/bin/python -m training.prepare --shared $(SHARED) --to $(TRAIN)/data
	$(TRAIN)/venv/bin/python -m training.train --data $(TRAIN)/data --work $(TRAIN)/work
	$(TRAIN)/venv/bin/python -m training.export --work $(TRAIN)/work

$(TRAIN)/.installed: pyproject.toml training/requirements.txt
	$(PYTHON) -m venv $(TRAIN)/venv
	$(TRAIN)/venv/bin/python -m pip install --quiet --editable . --requirement training/requirements.txt
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Sayso needs Python 3.11 or newer; $(PYTHON) is `$(PYTHON) -V 2>&1`. Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.sayso: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.sayso-dev: $(VENV)/.sayso
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) $(TRAIN) report.html .mypy_cache .ruff_cache .pytest_cache
