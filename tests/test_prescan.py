"""The scan for triggers leaves out nothing: claims with it are those without it, on every text there is and on random ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from pipeline.canonical import DEFAULT_KINDS, KINDS
from pipeline.extractors import views
from pipeline.flow import claim_dicts, parse_everything
from pipeline.lexicon.cues import cues
from pipeline.lexicon.elision import elision_words
from pipeline.lexicon.money import load_money
from pipeline.lexicon.numbers import number_words
from pipeline.lexicon.percent import percent_words
from pipeline.lexicon.triggers import triggers
from pipeline.lexicon.years import year_words
from pipeline.prescan import LONGEST, SLICE, find_sentences
from pipeline.text import sentences

from .corpus_runner import cases

SEEDS = sorted(Path(__file__).parents[1].glob("seeds/*.txt"))
PLAIN = "و في من كتب الرئيس المنصب ستخدم الفريق العالميه قبل بعد بين الي حتي نفس هذا ذلك سالب واحد كل على أمس ثم عن".split()
SIGNS = ["%", "$", "€", "(", ")", "،", ".", "/", "-", "–", "ر.س", "د.إ", "ق.م", "هـ", "م", "½", "\n", ":", "ال", "  ", "USD"]


def _same(text: str, kinds: Sequence[str] = DEFAULT_KINDS) -> None:
    fast, slow = (read(text, kinds=kinds, published="2024-05-01") for read in (claim_dicts, parse_everything))
    assert fast == slow, text


@pytest.mark.parametrize("kinds", [DEFAULT_KINDS, KINDS])
def test_every_case_of_the_corpus(kinds: Sequence[str]) -> None:
    for case in cases() + cases(known_failures=True):
        _same(case.text, kinds)


def test_the_corpus_as_one_document() -> None:
    """What holds for a document (its currencies, its decimal sign) does not depend on which sentences are read."""
    texts = [case.text for case in cases()]
    for size in (3, 40):
        for start in range(0, len(texts), size):
            _same(". ".join(texts[start : start + size]))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds(path: Path) -> None:
    _same(path.read_text(encoding="utf-8"))


@cache
def _vocabulary() -> tuple[list[str], ...]:
    """Words by what they are for, bare and with what may be attached to them."""
    money, percent, year = load_money(), percent_words(), year_words()
    relative, numbers = year.relative, number_words()
    tables = [
        sorted(word for word, entry in numbers.items() if not entry.prefix),
        sorted(numbers),
        sorted(money.nouns),
        sorted(word for word, nouns in money.nouns.items() if not nouns[0].prefix),
        sorted([*percent.one, *percent.after_fi, *percent.point_nouns, *percent.point_units]),
        sorted([*percent.point_ones, *percent.point_duals, *percent.point_units]),
        sorted([*year.decades, *year.nouns, *year.months, *year.seasons, *year.labels, *year.counted, *year.eras.rarest()]),
        sorted([*relative.nouns, *relative.duals, *relative.plurals, *relative.counted, *relative.glued]),
        sorted([*relative.kinds, *relative.this, *relative.that, *relative.self, *relative.offsets.firsts()]),
        sorted([*relative.dual_offsets.firsts(), *relative.plural_offsets.firsts(), "الميلاد", "المسيح"]),
        sorted([*elision_words().followers, *cues().modifier_before.firsts(), *list(cues().up)[:50]]),
        ["7", "12", "150", "1999", "2024", "1445", "2,5", "1,500", "5.00", "15.03.2019", "3/2015", "622-632", "5ر4"],
        SIGNS,
        PLAIN,
    ]
    return tuple(tables)


def _sentence(dice: random.Random) -> str:
    words = [dice.choice(dice.choice(_vocabulary())) for _ in range(dice.randrange(1, 9))]
    return " ".join(words) if dice.randrange(8) else "".join(word + dice.choice(["", " ", "  ", "\t"]) for word in words)


@pytest.mark.parametrize("seed", range(6))
def test_random_words(seed: int) -> None:
    dice = random.Random(seed)
    for number in range(500):
        text = dice.choice([" ", ". ", "\n"]).join(_sentence(dice) for _ in range(dice.randrange(1, 4)))
        _same(text, KINDS if number % 5 == 0 else DEFAULT_KINDS)


@pytest.mark.parametrize("table", range(11))
def test_no_word_makes_a_claim_unseen(table: int) -> None:
    """Each word of the tables alone, and between the words that it could need."""
    dice = random.Random(table)
    words = _vocabulary()[table]
    for word in words if len(words) < 600 else dice.sample(words, 600):
        for frame in ("{}", "هذا {}", "{} الماضي", "{} مئوية", "{} واحد", "دفع {} ونصف", "عام {} حتى ثلاثين", "{} قبل الميلاد"):
            _same(frame.format(word))


def test_each_trigger_holds_a_stem() -> None:
    words = triggers()
    for word in words.big | words.small | words.years:
        assert any(_holds(word, stem) for stem in words.stems), word
        assert len(word) <= LONGEST, word


def _holds(word: str, stem: str) -> bool:
    at, sides = word.find(stem), triggers()
    before, after = word[at - 1 : at] if at > 0 else "", word[at + len(stem) :][:1]
    return at >= 0 and before in sides.left[stem] and after in sides.right[stem]


def test_slices_of_a_long_text_join() -> None:
    """A trigger at either side of a seam, and across it."""
    for before in range(SLICE - 12, SLICE + 3):
        text = "ب" * (before - 1) + " مليون دولار"
        assert find_sentences(text)[1] == find_sentences("x " + text)[1] != []
    text = ("كتب الناس كلاما. " * 9000 + "دفع 5 دولارات. ") * 2
    assert [claim["start"] for claim in claim_dicts(text)] == [text.index("5"), text.rindex("5")]


def test_views_that_are_made_again_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ". ".join(case.text for case in cases()[:300])
    kept = claim_dicts(text, kinds=KINDS)
    monkeypatch.setattr(views, "KEPT", 1)
    assert claim_dicts(text, kinds=KINDS) == kept


def test_a_sentence_without_end_is_cut() -> None:
    text = "قال إن الشركة دفعت 5 دولارات و" * 400
    ends = sentences.sentence_ends(text)
    assert max(end - start for start, end in zip([0, *ends], ends, strict=False)) <= sentences.LONGEST
    assert len(claim_dicts(text)) == 400
    assert max(len(claim["context"]["sentence"]["text"]) for claim in claim_dicts(text)) <= sentences.LONGEST
