# Each target sets up what it needs; .venv is made again only when a lock changed.
#   make extract | test | validate | diff | review | bench | bench-accuracy | lint | fuzz | train | wheel | lock | clean
#   make env | env-review | env-corpus | env-engines | env-bench | env-fuzz | env-train

PYTHON ?= python3
PY     := .venv/bin/python
TADQIQ := .venv/bin/tadqiq
PIP    := $(PY) -m pip --disable-pip-version-check --no-input -q install
LOCKED := --no-deps --require-hashes --only-binary :all:
BENCH  := ../shared/bench
SPEED  ?=
FUZZ_SECONDS ?= 600

.PHONY: extract test validate diff review bench bench-accuracy lint fuzz train wheel lock clean env env-review env-corpus env-engines env-bench
.PHONY: env-fuzz env-train
.DELETE_ON_ERROR:

extract: .venv/.base
	$(TADQIQ) extract seeds -o build/claims

validate: extract
	$(TADQIQ) validate

diff: extract
	$(TADQIQ) diff

review: .venv/.review
	$(TADQIQ) review

test: .venv/.base .venv/.review .venv/.corpus .venv/.engines
	$(PY) -m pytest $(ARGS)

lint: .venv/.base
	.venv/bin/ruff check .
	.venv/bin/mypy

bench: .venv/.base .venv/.bench  # Duckling has wheels for x86-64 alone
	$(PY) -m benchmarks $(SPEED)

fuzz: .venv/.base .venv/.fuzz  # atheris has wheels for x86-64 and Python 3.11 to 3.13
	$(PY) -m tests.fuzz --seconds $(FUZZ_SECONDS)

wheel: .venv/.base  # five minutes: the package, what reads texts compiled by mypyc, for this machine and this Python
	TADQIQ_MYPYC=1 $(PY) -m pip --disable-pip-version-check -q wheel --no-deps --no-build-isolation --no-index -w build/wheel .
	@ls build/wheel/*.whl

train: .venv/.base .venv/.train  # twelve minutes: the weights of pipeline/context/weights out of training/data
	$(PY) -m training

# ── accuracy on text that nobody here wrote ──────────────────────────────────────────────────────────────────────────

bench-accuracy: .venv/.base
	@test -d $(BENCH) || { echo "make bench-accuracy: $(BENCH) is not there; lay the bench beside this checkout, or pass BENCH=<its folder>" >&2; exit 2; }
	@mkdir -p build/bench
	@for set in news wiki press peers; do \
	  kinds=money,percent,year; test $$set = peers && kinds=$$kinds,number; \
	  $(TADQIQ) extract $(BENCH)/$$set.jsonl --format jsonl --kinds $$kinds -o build/bench/$$set.jsonl || exit 2; \
	done
	@for set in news wiki press; do \
	  echo "== $$set"; python3 $(BENCH)/score.py $(BENCH)/$$set.gold.jsonl build/bench/$$set.jsonl || exit 2; \
	done
	@echo "== peers"; python3 $(BENCH)/score.py $(BENCH)/peers.gold.jsonl build/bench/peers.jsonl \
	  --docs $(BENCH)/peers.jsonl --kinds money,percent,year,relative_year,number
	@cat build/bench/news.jsonl build/bench/wiki.jsonl > build/bench/news-wiki.jsonl
	@echo "== context: news, wiki"; python3 $(BENCH)/score_context.py $(BENCH)/context.gold.jsonl build/bench/news-wiki.jsonl
	@echo "== context: press"; python3 $(BENCH)/score_context.py $(BENCH)/press.context.gold.jsonl build/bench/press.jsonl

# ── the environment: exactly what the locks say, checked by hash ─────────────────────────────────────────────────────

env: .venv/.base
env-review: .venv/.review
env-corpus: .venv/.corpus
env-engines: .venv/.engines
env-bench: .venv/.bench
env-fuzz: .venv/.fuzz
env-train: .venv/.train

# A stamp holds the hash of its lock, so that a checkout's new file times alone cost nothing.
.venv/.base: requirements.lock
	@if [ -x $(PY) ] && [ "$$(cat $@ 2>/dev/null)" = "$$(sha256sum < requirements.lock)" ]; then touch $@; else \
	  echo "making .venv from requirements.lock" >&2; \
	  $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "tadqiq needs Python 3.11 or newer; name one: make PYTHON=python3.12")' && \
	  rm -rf .venv && $(PYTHON) -m venv .venv && \
	  $(PIP) $(LOCKED) -r requirements.lock && \
	  $(PIP) --no-deps --no-build-isolation --no-index -e . && \
	  sha256sum < requirements.lock > $@; \
	fi

.venv/.review .venv/.corpus .venv/.engines .venv/.bench .venv/.fuzz .venv/.train: .venv/.%: requirements-%.lock .venv/.base
	@if [ "$$(cat $@ 2>/dev/null)" = "$$(cat $< .venv/.base | sha256sum)" ]; then touch $@; else \
	  echo "adding $< to .venv" >&2; \
	  $(PIP) $(LOCKED) -r $< && cat $< .venv/.base | sha256sum > $@; \
	fi

# Run after a change of the dependencies in pyproject.toml, with uv on the PATH; UPGRADE=--upgrade takes the newest.
UV_COMPILE := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
              --no-header --no-annotate -q $(UPGRADE) --group dev
lock:
	$(UV_COMPILE) -o requirements.lock
	$(UV_COMPILE) --extra review --group review -c requirements.lock -o requirements-review.lock
	$(UV_COMPILE) --extra corpus -c requirements.lock -o requirements-corpus.lock
	$(UV_COMPILE) --extra corpus --extra ray --group engines -c requirements-corpus.lock -o requirements-engines.lock
	$(UV_COMPILE) --group bench -c requirements.lock -o requirements-bench.lock
	$(UV_COMPILE) --group fuzz -c requirements.lock -o requirements-fuzz.lock
	$(UV_COMPILE) --group train -c requirements.lock -o requirements-train.lock

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
