"""Every case of tests/corpus through ``pipeline.extract``; the set of sentences in which nothing may be found."""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

import pytest

from pipeline import extract
from pipeline.claims import claim_dict

from .corpus_runner import CORPUS, Case, cases, problems, unmark

CASES, FAILURES = cases(), cases(known_failures=True)


def _found(case: Case) -> list[dict[str, Any]]:
    claims = extract(case.text, published=case.published, region=case.region, kinds=case.kinds)
    return [claim_dict(claim) for claim in claims]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
def test_case(case: Case) -> None:
    wrong = problems(case, _found(case))
    assert not wrong, "\n".join([case.text, *wrong])


XFAIL = [pytest.param(c, marks=pytest.mark.xfail(strict=True, reason=c.reason or ""), id=c.label) for c in FAILURES]


if XFAIL:  # an empty list of parameters would count as a skipped test

    @pytest.mark.parametrize("case", XFAIL)
    def test_known_failure(case: Case) -> None:
        assert not problems(case, _found(case))


def test_known_failures_have_reasons() -> None:
    assert all(case.reason for case in FAILURES)
    assert not any(case.reason for case in CASES)


def test_labels_are_unique() -> None:
    assert [label for label, n in Counter(c.label for c in [*CASES, *FAILURES]).items() if n > 1] == []


def test_sentences_without_claims() -> None:
    """At most two claims in all the sentences of false_positives.toml, which are full of numbers of other kinds."""
    groups = tomllib.loads((CORPUS / "false_positives.toml").read_text(encoding="utf-8"))["group"]
    texts = [text for group in groups for text in group["texts"]]
    assert len(texts) == len(set(texts)) >= 160
    found = [f"{claim.kind} {claim.text!r} in {text}" for text in texts for claim in extract(text)]
    assert len(found) <= 2, "\n".join(found)


def test_context_corpus_has_fields_that_stay_out() -> None:
    context = [c for c in CASES if any("context" in w or "out" in w for w in c.claims)]
    assert len(context) >= 120
    assert 3 * sum(any(w.get("out") for w in c.claims) for c in context) >= len(context)


def test_marks_are_balanced() -> None:
    for text in ("⟦5", "5⟧", "⟦5 ⟦6⟧⟧"):
        with pytest.raises(ValueError, match=r"⟦|⟧"):
            unmark(text)
