"""The few vowels that a text writes: the tanwin of an accusative (ملعبًا), the u of a passive (قُدّر, يُعتقد)."""

from ..extractors.base import View

TANWIN, U, A = "\u064b", "\u064f", "\u064e"


def marked(view: View, at: int) -> str:
    """A token as the source has it, with its marks."""
    start, end = view.page.to_raw(view.cut.start(at), view.cut.end(at))
    return view.page.raw[start:end]


def accusative(view: View, at: int) -> bool:
    """ملعبًا, ضاحكاً: an indefinite object, or how something is done."""
    return view.word(at)[-1:] == "ا" and TANWIN in marked(view, at)


def passive(view: View, at: int) -> bool:
    """A u on the first letter of the verb, past و or ف."""
    letters = marked(view, at).replace(A, "")
    return letters.lstrip("وف")[1:2] == U or letters[1:2] == U
