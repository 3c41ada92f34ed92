"""A word in, what it can be in a sentence out, looked up once: the part of chunking that needs no neighbours."""

from typing import Final, NamedTuple

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import DIGITS, LATIN, WORD, kind_of
from .remember import remembered

NOUN: Final = "N"
VERB: Final = "V"
PREP: Final = "P"
CONJ: Final = "C"
STOP: Final = "X"
NUMBER: Final = "D"
INSTITUTIONS: Final = word_set("chunks", "institutions")
NOT_VERBS: Final = word_set("chunks", "nouns_in_t")
# change words that are nouns too stay what the lexicon of metrics calls them only without a subject of their own
BOTH: Final = word_set("chunks", "both")
PAST: Final = word_set("chunks", "past")
PARTICIPLES: Final = word_set("attribution", "participles") | word_set("attribution", "denying")
NOMINAL_ENDINGS: Final = tuple(sorted(word_set("lexemes", "nominal_endings")))
# what ends a clause whatever goes on after it
HARD: Final = frozenset((".", "؛", ";", "!", "؟", "•", "*", "|", "\n", "…", "🔹", "¶"))
COMMAS: Final = frozenset(("،", ","))
QUOTES: Final = {"«": "»", "“": "”", '"': '"'}
ARTICLES: Final = ("ال", "وال", "بال", "لل", "كال", "فال")


class Lexeme(NamedTuple):
    """``fixed`` is the class where nothing else decides (PREP, CONJ, NOUN for a noun of measure), else empty; ``given`` its class
    unless it may be a verb; ``verb`` the kind of verb it can be; ``perhaps`` that it has the form of a present or a feminine past
    that no list has.

    ``cut`` is the length of its attached prefix, ``owned`` that it carries a pronoun; ``measure`` and ``entity`` what the lexicon
    calls it; ``opens`` that it opens a phrase of its own, ``definite`` that it has the article.
    """

    fixed: str
    given: str
    verb: str | None
    perhaps: bool
    cut: int
    owned: bool
    measure: str
    entity: bool
    both: bool
    opens: bool
    definite: bool
    institution: bool


@remembered
def lexeme(word: str) -> Lexeme:
    """The lexeme of a normalized word."""
    words = context_words()
    metric, entity = words.metrics.get(word), words.entities.get(word)
    known = metric or entity
    joined = word.startswith("و") and len(word) > 3 and word not in words.waw
    attached = word.startswith(("وال", "بال", "كال", "فال"))
    suffixed = known[2] if known is not None else len(word) > 4 and word.endswith(("ها", "هم", "هما", "نا"))
    _, cut, owned = known if known is not None else ("", int(attached or joined), suffixed)
    fixed = _fixed(word)
    return Lexeme(
        fixed,
        _given(word, fixed),
        _verb(word),
        entity is None and _perhaps(word),
        cut,
        owned,
        metric[0] if metric else "",
        entity is not None,
        word in BOTH,
        attached or word.startswith("لل") or known is not None and known[1] > 0 or joined,
        word.startswith(ARTICLES),
        entity is not None and word[entity[1] :].removeprefix("ال") in INSTITUTIONS,
    )


def _fixed(word: str) -> str:
    words = context_words()
    if word in words.prepositions:
        return PREP
    if word in words.conjunctions or word in PARTICIPLES or word in words.bridges and word not in words.verbs:
        return CONJ
    return NOUN if word in words.metrics and word not in BOTH else ""


def _given(word: str, fixed: str) -> str:
    """The class that the form alone tells; empty for a word that may be a verb: no article, no particle."""
    kind = kind_of(word)
    if kind != WORD:
        return NUMBER if kind == DIGITS else NOUN if kind == LATIN else STOP
    if fixed in (PREP, CONJ):
        return fixed
    return NOUN if word.startswith(ARTICLES) or len(word) < 3 else ""


def _verb(word: str) -> str | None:
    kind = context_words().verbs.get(word)
    changing = kind is None and (word in cues().up or word in cues().down)
    return "change" if changing and _verbal(word) else kind


def _verbal(word: str) -> bool:
    """Whether a form of a change word is a verb: the nouns of the same roots have an alef before the end or end in ه."""
    return word in PAST or not word.endswith(NOMINAL_ENDINGS) or word.startswith(("ي", "ت", "سي", "ست", "وي", "وت"))


def _perhaps(word: str) -> bool:
    """A present (يتقاضى), a feminine past (أُنجزت)."""
    if len(word) < 4:
        return False
    body = word[1:] if word[0] in "وف" else word
    if body[0] == "ي" and not body.endswith(("ه", "ي", "ات")) and len(body) > 3:
        return True
    return body.endswith("ت") and not body.endswith("ات") and len(body) > 3 and body not in NOT_VERBS
