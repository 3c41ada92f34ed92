"""The weights of context are what the code asks for, and what they are learnt from can be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import cast

import orjson
import pytest

from pipeline.context.weigh import DATA, Feature, weights
from pipeline.flow import claim_dicts
from training.cases import cases, fixtures
from training.examples import Page
from training.texts import Document, documents

FIELDS = ("metric", "base", "subject")
# so many documents of each file show every template
ENOUGH = 400


@pytest.fixture(scope="module")
def texts() -> list[Document]:
    return [*documents(), *cases(), *fixtures()]


def _names(field: str) -> set[str]:
    return {feature.split("\t")[0] for feature in orjson.loads((DATA / f"{field}.json").read_bytes())["start"]}


def _asked(texts: list[Document]) -> Iterator[tuple[str, Feature]]:
    for document in texts:
        page = Page(document)
        for read in page.read():
            for field, (_, choice) in page.options(read).items():
                yield from ((field, feature) for features in choice.candidates for feature in features)


def test_every_template_with_weights_is_asked_for(texts: list[Document]) -> None:
    asked = {(field, feature[0]) for field, feature in _asked([*islice(texts, 0, None, len(texts) // ENOUGH), *fixtures()])}
    assert {(field, name) for field in FIELDS for name in _names(field)} - asked == set()


def test_weights_are_learnt_of_known_features(texts: list[Document]) -> None:
    seen = {(field, feature) for field, feature in _asked(texts[:150])}
    for field in FIELDS:
        learnt = {tuple(feature.split("\t")) for feature in weights(field).start}
        known = sum((field, feature) in seen for feature in learnt)
        assert known > 500, field


def test_each_text_has_its_spans_where_they_are_said(texts: list[Document]) -> None:
    assert len({document.id for document in texts}) == len(texts)
    for document in texts:
        for claim in document.claims:
            for said in claim.spans.values():
                assert said is None or document.text[said.start : said.end] == said.text, document.id


def test_a_field_stays_out_where_nothing_settles_it() -> None:
    claims = claim_dicts("نحو 5%.")
    context = cast(dict[str, object], claims[0]["context"])
    assert {"metric", "subject", "base"}.isdisjoint(context)
