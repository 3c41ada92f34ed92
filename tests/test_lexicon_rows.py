"""Rows of the lexicon that contradict each other, or have keys of their own, are refused by file and row."""

import json
import re
import tomllib
from copy import deepcopy
from typing import Any

import pytest

from pipeline.errors import LexiconError
from pipeline.lexicon import build_cldr
from pipeline.lexicon.load import read_toml
from pipeline.lexicon.money import build_money
from pipeline.lexicon.places import load_places
from tests.command import ROOT

CLDR: dict[str, Any] = json.loads(build_cldr.CLDR_PATH.read_bytes())


def rebuilt(change: Any) -> None:
    tables = deepcopy(read_toml("currencies"))
    change(tables)
    build_money(tables, load_places(), CLDR)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t["family"][0].update(colour="green"), r"family 1 \(دولار\): unknown key colour"),
        (lambda t: t["family"][0].pop("name"), r"family 1 \(no name\): no name"),
        (lambda t: t["family"].append({"name": "دولار"}), "second row"),
        (lambda t: t["family"][0]["also"].append("دولار"), "twice"),
        (lambda t: t["family"][0]["countries"].update(ZZ="ZZZ"), "country ZZ has no row"),
        (lambda t: t["family"][2]["adjectives"].update(SS="SSP"), "country SS has no adjective"),
        (lambda t: t["family"][2]["words"].update(SDP=["إسترليني"]), "'استرليني' stands for GBP and SDP"),
        (lambda t: t["family"][0]["words"].update(SBD=["جزر سليمان"]), "put it under 'phrases'"),
        (lambda t: t["family"][0].update(narrow={"فرنق": ["كذا"]}), "which has no row"),
        (lambda t: t["minor"][0].update(default="XAF"), "'parts' lacks XAF"),
        (lambda t: t["sign"]["plain"]["CAD"].append("$"), "stands for USD and CAD"),
        (lambda t: t["sign"]["family"].update({"كذا": ["¤"]}), "no family 'كذا'"),
        (lambda t: t["sign"].update(odd={}), "unknown table sign.odd"),
        (lambda t: t.update(odd=[]), "unknown table odd"),
    ],
)
def test_contradicting_rows_are_refused(change: Any, message: str) -> None:
    with pytest.raises(LexiconError, match=message) as caught:
        rebuilt(change)
    assert "lexicon/currencies.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"code": "KW", "currency": "KWD", "names": [], "adjectives": [], "cities": []}, "a second row"),
        ({"code": "ZZ", "currency": "KWD", "names": [], "cities": []}, "keys adjectives are missing or unknown"),
        ({"code": "ZZ", "currency": "KWD", "names": ["الكويت"], "adjectives": [], "cities": []}, "belongs to KW already"),
    ],
)
def test_contradicting_countries_are_refused(row: dict[str, Any], message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tables = read_toml("countries")
    tables["country"].append(row)
    monkeypatch.setattr("pipeline.lexicon.places.read_toml", lambda name: tables)
    with pytest.raises(LexiconError, match=message) as caught:
        load_places.__wrapped__()
    assert "lexicon/countries.toml: row" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "codes", "message"),
    [("عمان", ["OM", "ZZ"], "ZZ has no row"), ("الكويت", ["KW", "OM"], "belongs to KW already")],
)
def test_contradicting_shared_names_are_refused(
    name: str, codes: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = read_toml("countries")
    tables["shared"] = {name: codes}
    monkeypatch.setattr("pipeline.lexicon.places.read_toml", lambda _: tables)
    with pytest.raises(LexiconError, match=message):
        load_places.__wrapped__()


def test_the_currency_of_the_readme_is_not_there_yet_and_its_row_is_read() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row, case = (tomllib.loads(block) for block in re.findall(r"   ```toml\n(.*?)```", readme, re.DOTALL))
    (family,) = row["family"]
    known = read_toml("currencies")["family"]
    assert family["name"] not in {other["name"] for other in known}
    assert family["default"] not in json.dumps(known)
    assert "FJ" not in {country["code"] for country in read_toml("countries")["country"]}
    rebuilt(lambda t: t["family"].append(family))
    assert case["case"][0]["claims"][0]["currency"] == family["default"]
