# Two commands on a fresh machine (python3 >= 3.11, git, make): `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TODAY := 2026-06-24
DEMO ?= demo
SHARE ?= 12
ROOM ?= codec
N ?= 200
SEED ?= 1

unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup demo test lint types docs look bench mutants dist clean

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新版本（现为 $$($(PYTHON) -V)）；可用 make PYTHON=python3.12 指定" >&2; exit 1; }
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock -e .
	@touch $@

demo: setup
	@YUETAN_TODAY=$(TODAY) PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONUTF8=1 bash tests/demo.sh "$(DEMO)"

# One run: the tests of the pure floors are traced (tests/coverage_bar.py), every directory keeps to its budget
# (tests/budget.py). Bytecode is kept, whatever the surroundings say (unexport above): many tests start processes.
test: setup
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report= --budget
	$(BIN)/python tests/coverage_bar.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup
	$(BIN)/mypy

docs: setup
	$(BIN)/python -m tests.generate
	$(BIN)/python -m yuetan.documents.templates.build
	$(BIN)/python -m yuetan.documents.samples

look: setup
	sh tests/documents/fandol.sh
	SHARE=$(SHARE) YUETAN_TODAY=$(TODAY) $(BIN)/python -m tests.look

bench: setup
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench_plan.py

mutants: setup
	$(BIN)/python -m tests.mutants $(ROOM) --n $(N) --seed $(SEED)

dist: setup
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .

clean:
	rm -rf $(VENV) dist build out $(DEMO) .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
