"""What keeps the extractor fast, without a clock: what is never done, what is done once, counts that grow as the text does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from benchmarks import ratios, texts
from pipeline import spoken
from pipeline.extractors.views import KEPT, Views
from pipeline.flow import claim_dicts
from pipeline.lexicon.affixes import PROCLITICS
from pipeline.lexicon.attached import SUFFIXES, NounForms
from pipeline.lexicon.phrases import Phrases
from pipeline.prescan import find_sentences
from pipeline.text.normalize import normalize
from pipeline.text.sentences import Sentences
from pipeline.text.tokens import Cut

WARM = "دفعت شركة 5 ريالات و3% من أرباحها في العام الماضي إلى 7 ملايين دولار وخمسة سنتات عام 2019"
HEAVY = ("pydantic", "babel", "camel_tools", "torch", "typer", "rich", "hijridate", "regex", "ahocorasick_rs", "tomllib", "tomli")


@pytest.fixture(scope="module", autouse=True)
def _tables() -> None:
    """The tables are read before anything is counted."""
    claim_dicts(WARM)


@contextmanager
def _counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Iterator[list[tuple[Any, ...]]]:
    """The calls of a function while the block runs."""
    calls: list[tuple[Any, ...]] = []
    real = getattr(owner, name)

    def told(*args: Any, **options: Any) -> Any:
        calls.append(args)
        return real(*args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(owner, name, told)
        yield calls


def _frames(work: Callable[[], object]) -> int:
    """How many Python functions are entered: a measure of work that no other process disturbs."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_text_without_claims_is_never_cut_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with _counted(monkeypatch, Cut, "__init__") as cuts:
        assert claim_dicts(texts.articles(20_000, 0)) == []
    assert not cuts


def test_sentences_are_cut_once_and_only_those_with_triggers(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "كتب الناس كلاما. " * 50 + "دفع 5 دولارات. حضر 3 رجال. " + "كتب الناس كلاما. " * 50
    with _counted(monkeypatch, Cut, "__init__") as cuts:
        assert len(claim_dicts(text, context=False)) == 1
    assert len(cuts) == 2


def test_a_short_text_without_numbers_takes_a_handful_of_calls() -> None:
    text = "اجتمع أعضاء المجلس في المدينة لمناقشة جدول الأعمال دون أن يعلنوا عن قرارات جديدة."
    claim_dicts(text)
    assert _frames(lambda: claim_dicts(text)) < 12


@pytest.mark.parametrize("line_ends", [True, False], ids=["articles", "one line"])
@pytest.mark.parametrize("percent", [0, 5, 50])
def test_work_grows_as_the_text(percent: int, line_ends: bool) -> None:
    small = texts.articles(20_000, percent, line_ends)
    large = small * 4
    claim_dicts(large)
    once, fourfold = _frames(lambda: claim_dicts(small)), _frames(lambda: claim_dicts(large))
    assert fourfold < 4.5 * max(once, 40)


@pytest.mark.parametrize("piece", ["7 ", "مليون ", "وخمسة ", "5 دولارات و", "بين 3 و4%، ", "٪", "(", "عام ", "1,", "ر.س "])
def test_work_grows_as_the_text_whatever_it_says(piece: str) -> None:
    small, large = piece * 500, piece * 2_000
    claim_dicts(large)
    assert _frames(lambda: claim_dicts(large)) < 5 * max(_frames(lambda: claim_dicts(small)), 100)


def test_the_document_is_asked_only_where_a_currency_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    with _counted(monkeypatch, spoken, "_met") as asked:
        claim_dicts("دفع 5 دولارات. " * 20)
        assert not asked
        claim_dicts("دفع 5 ريالات. " * 20)
        assert 1 <= len(asked) <= 2


def test_a_long_document_keeps_few_views() -> None:
    page = normalize("دفع 5 دولارات. " * (KEPT * 3))
    views = Views(page)
    assert all(views[index] is not None for index in range(len(views) - 1))
    assert len(views._made) <= KEPT
    views.forget()
    assert not views._made


def test_the_scan_keeps_few_cuts() -> None:
    text = "كان ذلك في عام 2019. " * 2_000
    sentences, found = find_sentences(text)
    assert sentences is not None
    assert len(found) == 2_000
    assert len(sentences.cuts) <= 256


def test_offsets_cost_nothing_where_nothing_was_dropped() -> None:
    page = normalize("أعلنت الشركة أنها دفعت ٥ دولارات")
    claim_dicts(page.raw)
    assert page.identity
    assert page.to_raw(3, 9) == (3, 9)
    assert page._clean is None


def test_tables_hold_words_not_all_their_forms() -> None:
    words = ["سعر", "قيمة", "أرباح"]
    assert len(NounForms(words, "price")._bodies) <= len(words) * (len(SUFFIXES) + 2)
    phrases = Phrases([("أكثر من", "more"), ("أكثر", "more")], backward=False)
    assert len({id(node) for node in phrases._roots.values()}) == 1
    assert len(phrases._roots) == len(PROCLITICS)


def test_a_sentence_boundary_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with _counted(monkeypatch, Sentences, "__init__") as found:
        claim_dicts("دفع 5 دولارات. ثم دفع 7 دولارات. وكان ذلك عام 2020.")
    assert len(found) == 1


def _loaded(code: str, heavy: tuple[str, ...]) -> str:
    """Which of these modules a new interpreter has loaded after the code."""
    code = f"import sys; {code}; print([name for name in {heavy!r} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert _loaded("import pipeline", HEAVY) == "[]"


def test_extracting_dicts_loads_no_models() -> None:
    heavy = ("pydantic", "babel", "camel_tools", "torch", "typer", "importlib.resources", "hijridate")
    assert _loaded("from pipeline.flow import claim_dicts; claim_dicts('دفع 5 دولارات')", heavy) == "[]"


def test_the_benchmark_measures_what_it_says() -> None:
    one, other = texts.articles(30_000, 20), texts.articles(30_000, 20)
    assert one == other
    assert "\n" not in texts.articles(30_000, 20, line_ends=False)
    row = ratios.measure("articles", [one], rounds=1, duckling=False, fast=None)
    assert row.claims == len(claim_dicts(one)) > 0
    assert min(row.tadqiq, row.floor) > 0 == row.duckling == row.compiled
    assert ratios.table([row])[-1].startswith(f"| articles | {len(one):,} | {row.claims} |")
