"""The weights of context are what the code asks for, and what they are learnt from can be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import cast

import pytest

from pipeline.context.weigh import DATA, Feature, weights, written
from pipeline.flow import claim_dicts
from training.cases import cases, fixtures
from training.examples import Page
from training.tables import READABLE, readable
from training.texts import Document, documents

FIELDS = ("metric", "base", "subject")
# so many documents of each file show every template
ENOUGH = 400


@pytest.fixture(scope="module")
def texts() -> list[Document]:
    return [*documents(), *cases(), *fixtures()]


def _names(field: str) -> set[str]:
    return {feature.split("\t")[0] for feature in readable(field).start}


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
        learnt = {tuple(feature.split("\t")) for feature in readable(field).start}
        known = sum((field, feature) in seen for feature in learnt)
        assert known > 500, field


def test_what_is_packed_is_what_can_be_read() -> None:
    fields = {path.stem for path in DATA.iterdir()}
    assert fields == {path.stem for path in READABLE.iterdir()}
    for field in fields:
        learnt, packed = readable(field), weights(field)
        for names, table in ((learnt.start, packed.start), (learnt.end, packed.end)):
            assert all(table.total([tuple(name.split("\t"))]) == weight for name, weight in names.items()), field
        assert packed.least == learnt.least
        assert written(learnt.packed()) == (DATA / f"{field}.bin").read_bytes()


def test_a_feature_that_was_not_learnt_weighs_nothing() -> None:
    names = [("word", f"لا أحد {number}") for number in range(1000)]
    assert [weights(field).start.total(names) for field in FIELDS] == [0, 0, 0]


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
