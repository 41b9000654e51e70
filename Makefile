# Two commands do everything: `make run` and `make test`. They need Python 3.11 or newer, make and a package index.
PYTHON ?= python3
VENV ?= .venv
# On Linux, PyTorch from the usual index comes with gigabytes for graphics cards. To leave them out, name PyTorch's
# own CPU index:  make run TORCH_INDEX=...  (README says which)
TORCH_INDEX ?=
PIP_ARGS ?=
PORT ?= 8501
SETS ?=

BIN = $(VENV)/bin
READY = $(VENV)/.ready

.PHONY: setup run test lint browser evals bench soak train fit clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Commonplace needs Python 3.11 or newer: make run PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q $(PIP_ARGS) -c constraints.txt $(if $(TORCH_INDEX),--index-url $(TORCH_INDEX),) torch
	$(BIN)/python -m pip install -q $(PIP_ARGS) -c constraints.txt -e '.[dev]'
	touch $@

run: setup
	$(BIN)/commonplace ingest
	$(BIN)/commonplace ui --port $(PORT)

test: setup lint
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

browser: setup
	$(BIN)/python -m pytest -m browser

evals: setup
	$(BIN)/commonplace evaluate

bench: setup
	$(BIN)/python -m evals.bench

soak: setup
	$(BIN)/python -m pytest -m soak

# Trains the reader on public question sets, some 80 minutes of two cores: make train SETS=path/to/the/sets
train: setup
	$(BIN)/python -m evals.train $(SETS) build/reader
	$(BIN)/python -m evals.train $(SETS) build/reader --export assistant/weights/reader.onnx

# Fits how retrieval and reading are weighed, and the judge, with the reader that is there; then what each part adds.
fit: setup
	mkdir -p build
	$(BIN)/python -m evals.fit $(SETS) --keep build/cases.pickle
	$(BIN)/python -m evals.ablate build/cases.pickle build/ablation

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
