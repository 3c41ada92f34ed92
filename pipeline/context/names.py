"""The names that a document has used: ``البنك`` stands for ``بنك اليابان`` once that has been named."""

from __future__ import annotations

from ..extractors.views import Views
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .idafa import Place


class Names:
    """The full names of institutions by their head noun, the latest first to be taken."""

    __slots__ = ("_full", "_opening", "_sold", "_views")

    def __init__(self, views: Views) -> None:
        self._full: dict[str, list[Place]] = {}
        self._views = views
        self._opening: tuple[Place | None] | None = None
        self._sold: tuple[Place | None] | None = None

    def read(self, chunks: Chunks) -> None:
        """Remembers the full names of one sentence."""
        words, view = context_words().entities, chunks.view
        for phrase in chunks.phrases:
            known = words.get(view.word(phrase.i))
            if known is None or known[2] or phrase.j - phrase.i < 2:
                continue
            head = _head(view.word(phrase.i), known[1])
            place = chunks.text(phrase)
            self._full.setdefault(head, []).append(place)

    def full(self, chunks: Chunks, place: Place) -> Place:
        """The full name that a bare definite noun stands for; the place itself where none was read."""
        word = chunks.view.text[place[0] : place[1]]
        if " " in word or not word.startswith("ال"):
            return place
        earlier = [full for full in self._full.get(word[2:], ()) if full[0] < place[0]]
        return earlier[-1] if earlier else place

    @property
    def topic(self) -> Place | None:
        """The company or bank that the document's first sentence names."""
        if self._opening is None:
            view = self._views[0] if len(self._views) else None
            named = view is not None and any(map(_is_company, view.words))
            self._opening = (_company(Chunks(view, [])) if view is not None and named else None,)
        return self._opening[0]

    @property
    def sold(self) -> Place | None:
        """What the document's first sentence offers for sale or rent: شقة للبيع, للبيع في الرياض فيلا."""
        if self._sold is None:
            view = self._views[0] if len(self._views) else None
            offered = view is not None and not SALE.isdisjoint(view.words)
            self._sold = (_offer(Chunks(view, [])) if view is not None and offered else None,)
        return self._sold[0]


def _offer(chunks: Chunks) -> Place | None:
    at = next(at for at in range(chunks.view.size) if chunks.view.word(at) in SALE)
    index = chunks.at.get(at - 1)
    if index is not None and not chunks.phrases[index].prep:
        return chunks.text(chunks.phrases[index])
    for phrase in chunks.phrases:
        if at < phrase.i <= at + OFFERED and not phrase.prep and not chunks.view.word(phrase.i).startswith(("ال", "لل", "ب")):
            return chunks.text(phrase)
    return None


def _company(chunks: Chunks) -> Place | None:
    for phrase in chunks.phrases:
        if phrase.j - phrase.i > 1 and _is_company(chunks.view.word(phrase.i)):
            return chunks.text(phrase)
    return None


def _is_company(word: str) -> bool:
    known = context_words().entities.get(word)
    return known is not None and _head(word, known[1]) in _COMPANIES


_COMPANIES = word_set("names", "companies")
SALE = word_set("names", "sale")
OFFERED = 10  # how many tokens after للبيع the thing may come


def _head(word: str, cut: int) -> str:
    return word[cut:].removeprefix("ال")
