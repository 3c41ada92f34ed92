"""Who speaks in a written dialogue: the label that opens a turn (الضيف: …, النائب سامي حداد: …) says what its paragraph says.

Lists have labels too (المهندس: 5000 ريال): a dialogue is known by labels of people, and by words that only a speaker uses.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from ..extractors.base import View
from ..extractors.views import Views
from ..lexicon.wordsets import word_set
from .chunks import Chunks, Place
from .lexemes import NOUN
from .nouns import thing
from .papers import speaker

# س and ج, which name nobody
LETTERS: Final = word_set("dialogue", "letters")
# what only somebody who speaks to somebody says
SPOKEN: Final = word_set("dialogue", "spoken")
ASKED: Final = ("؟", "?")
LONGEST, WIDEST, HEARD = 9, 70, 40


class Dialogue:
    """The turns of one document; read when a figure with no other sayer first asks."""

    def __init__(self, views: Views) -> None:
        self.views = views
        self._spoken: bool | None = None
        self._turns: dict[int, Place | None] = {}

    def speaker(self, view: View) -> Place | None:
        """Who speaks in the paragraph of a sentence."""
        if self._spoken is None:
            self._spoken = self._is_spoken()
        if not self._spoken:
            return None
        first = self._first(view.index)
        if first not in self._turns:
            opened = self.views[first]
            self._turns[first] = _labelled(opened) if opened is not None else None
        return self._turns[first]

    def _first(self, index: int) -> int:
        """The sentence that opens the paragraph of a sentence."""
        text, ends = self.views.page.text, self.views.sentences.ends
        while index and text[ends[index - 1] - 1] != "\n":
            index -= 1
        return index

    def _is_spoken(self) -> bool:
        """Two turns of people and a word of speech in one of them; of one turn that is all of the text, a person with a title."""
        text, turns, heard, colon = self.views.page.text, 0, False, self.views.page.text.find(":")
        while colon >= 0:
            start, end = text.rfind("\n", 0, colon) + 1, text.find("\n", colon)
            if colon - start < WIDEST and _is_person(text[start:colon].split(None, 1)[:1]):
                view = self._opening(start)
                if view is not None and _label_end(view):
                    turns += 1
                    heard = heard or _heard(text[start : end if end >= 0 else None], view)
            colon = text.find(":", end) if end >= 0 else -1
        return heard and (turns > 1 or "\n" not in text.strip())

    def _opening(self, start: int) -> View | None:
        """The sentence that opens the line which starts at an offset, past its spaces."""
        text = self.views.page.text
        while text[start] != "\n" and text[start].isspace():
            start += 1
        return self.views[bisect_right(self.views.sentences.ends, start)]


def _label_end(view: View) -> int:
    """The token of the colon that closes a label, 0 where a sentence opens with none."""
    for at, word in enumerate(view.words[:LONGEST]):
        if word == ":":
            return at
        if view.is_digits(at) or word in ("،", ",", "«", '"'):
            return 0
    return 0


def _is_person(label: list[str]) -> bool:
    """Of a label's first word: النائب سامي حداد:, الضيف:, ج:"""
    return any(word in LETTERS or thing(word) == "person" and not word.startswith(("لل", "ب")) for word in label)


def _heard(line: str, view: View) -> bool:
    return any(sign in line for sign in ASKED) or not SPOKEN.isdisjoint(view.words[:HEARD])


def _labelled(view: View) -> Place | None:
    """The name in the label of a turn, without what parentheses tell of it."""
    end = _label_end(view)
    if not end or view.word(0) in LETTERS:
        return None
    end = next((at for at in range(1, end) if view.word(at) == "("), end)
    chunks = Chunks(view, [])
    if any(chunks.classes[at] != NOUN for at in range(end)) and thing(view.word(0)) != "person":
        return None
    return speaker(chunks, 0, end)
