# Suyuan's commands: `make help` lists them. Each installs what it lacks.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
# Passed on to pytest: make test ARGS="tests/test_door.py -k refused"
ARGS ?=
# How long make fuzz goes on.
MINUTES ?= 10

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# For its checks a production, not this machine's settings.
PRODUCTION := env DATABASE_URL=sqlite://:memory: DEBUG=false HTTPS=true ALLOWED_HOSTS=suyuan.example \
	SECRET_KEY=not-a-secret-only-long-enough-for-the-checks-of-django \
	DOSSIER_SIGNER=file:seal.p12 DOSSIER_TIMESTAMP=https://tsa.example

SITE_PACKAGES := gettext libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
	fonts-hanazono fonts-noto-cjk default-jdk-headless libjaxb-java
LOCK := $(BIN)/uv pip compile --quiet --no-header \
	--python-version 3.11 --python-platform linux
MESSAGES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/*.po))

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: demo-case ## Load the demonstration and serve it, with its worker, on 127.0.0.1:8000
	@echo "Serving http://$(ADDRESS)/ (Ctrl+C ends it)"
	@ADDRESS=$(ADDRESS) exec scripts/serve

.PHONY: demo-case
demo-case: .venv/.site $(MESSAGES) static ## Load the demonstration: a real case up to its sealed dossier
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) demo

.PHONY: static
static: var/static/staticfiles.json ## Collect the files that the site serves as they are

.PHONY: test
test: .venv/.development $(MESSAGES) static | chromium ## Run every test, on DATABASE_URL (SQLite by default)
	$(BIN)/pytest --numprocesses 2 $(ARGS)

.PHONY: mutants
mutants: .venv/.development $(MESSAGES) static ## Take each requirement as met; some test must fail every time
	$(BIN)/python -m pytest -p no:randomly -p tests.mutants $(ARGS)

.PHONY: fuzz
fuzz: .venv/.development $(MESSAGES) static ## Let everybody try everything for MINUTES=10, by chance
	$(BIN)/pytest tests/test_machine.py --minutes $(MINUTES) $(ARGS)

.PHONY: lint
lint: .venv/.development ## Check style, imports, templates, settings and migrations
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(PRODUCTION) $(MANAGE) makemigrations --check --dry-run

.PHONY: types
types: .venv/.development ## Check the types
	$(BIN)/mypy .

.PHONY: verifier
verifier: .venv/.site ## Make the verifier of dossiers one file: var/verify_dossier.pyz
	@mkdir -p var
	@$(BIN)/python -m archive.verification.bundle var/verify_dossier.pyz

.PHONY: bench
bench: .venv/.development $(MESSAGES) static ## Measure cases, ledger, search and dossiers against their floors, on SQLite and PostgreSQL
	@url=$$(scripts/start-postgresql); POSTGRESQL_URL=$$url $(BIN)/python -m bench $(ARGS)

.PHONY: messages
messages: .venv/.site ## Collect the texts to translate into locale/en
	$(MANAGE) makemessages --locale en --ignore .venv --ignore tests --ignore var \
		--no-obsolete --no-wrap --add-location file

.PHONY: format
format: .venv/.development ## Format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: lock
lock: .venv/.development ## Pin all that the dependencies in pyproject.toml need
	$(BIN)/pip install --quiet uv==0.13.9
	$(LOCK) pyproject.toml --build-constraint build-constraints.txt --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

# What the commands stand on. The stamps in .venv say what was installed there, and when.

INSTALL := PIP_CONSTRAINT=build-constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 \
	$(BIN)/python -m pip install --quiet --use-pep517

.venv/.site: requirements.txt build-constraints.txt | .venv/bin/pip site-packages
	@echo "Installing Python packages into .venv"
	@$(INSTALL) --requirement requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt .venv/.site
	@echo "Installing development packages into .venv"
	@$(INSTALL) --requirement requirements-dev.txt
	@touch $@

# Debian ships Python without ensurepip.
.venv/bin/pip:
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || scripts/install-packages python3-venv
	@$(PYTHON) -m venv --clear .venv

.PHONY: site-packages chromium
site-packages:
	@scripts/install-packages $(SITE_PACKAGES)
# The driver of the browser tests is a program of its own, linked with libatomic.
chromium:
	@scripts/install-packages chromium libatomic1

# The messages of both languages, in the form that the program reads.
%.mo: %.po | .venv/.site
	@$(MANAGE) compilemessages --ignore .venv --verbosity 0

# The look of viewflow is not used, and its style sheets name fonts that it does not ship.
# Of the styles of Bootstrap only the whole is.
var/static/staticfiles.json: config/settings.py $(shell find static -type f 2>/dev/null) .venv/.site
	@echo "Collecting static files into var/static"
	@$(MANAGE) collectstatic --no-input --clear --verbosity 0 \
		--ignore viewflow --ignore 'bootstrap-*' --ignore '*.rtl.*'
	@touch $@
