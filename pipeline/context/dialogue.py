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
        text, ends = self.views.page.text, self.views.sentences.ends
        turns, heard, start, lines = 0, False, 0, 0
        for line in text.split("\n"):
            lines += bool(line.strip())
            if line.find(":", 0, WIDEST) > 0:
                view = self.views[bisect_right(ends, start + len(line) - len(line.lstrip()))]
                if view is not None and _of_person(view):
                    turns += 1
                    heard = heard or _heard(line, view)
            start += len(line) + 1
        return heard and (turns > 1 or turns == lines == 1)


def _label_end(view: View) -> int:
    """The token of the colon that closes a label, 0 where a sentence opens with none."""
    for at, word in enumerate(view.words[:LONGEST]):
        if word == ":":
            return at
        if view.is_digits(at) or word in ("،", ",", "«", '"'):
            return 0
    return 0


def _of_person(view: View) -> bool:
    """النائب سامي حداد:, الضيف:, ج:"""
    word = view.word(0)
    return _label_end(view) > 0 and (word in LETTERS or thing(word) == "person" and not word.startswith(("لل", "ب")))


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
