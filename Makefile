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

# The pure floors are measured; the rest runs without the tracer, which makes reading an archive three times slower.
PURE := tests/actions tests/codec tests/model tests/regulation tests/rules tests/views \
	tests/cli/test_collect.py tests/cli/test_forms.py tests/cli/test_import.py tests/cli/test_proof.py

test: setup
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report= $(wildcard $(PURE))
	$(BIN)/python tests/coverage_bar.py
	$(BIN)/python -m pytest -n auto --dist loadfile $(PURE:%=--ignore=%)

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
