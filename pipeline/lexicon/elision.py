"""Words around an amount that lacks its currency: ``elision.toml`` in, phrase tables out."""

from functools import cache, lru_cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import DEFINITE, PROCLITICS, UNDETERMINED, attached, prefixed
from .cue_forms import KEPT, VerbForms, verb_forms
from .load import read_toml
from .phrases import Phrases

# pronouns that a verb of selling takes for what is sold
OBJECTS = ("", "ه", "ها", "هم")

# and a noun for whose it is
OWNERS = ("ه", "ها", "هم", "ي", "نا")

# and one of paying for those whom it costs
GIVEN_TO = ("ه", "ها", "هم", "ني", "نا")


class Verbs:
    """Forms of verbs; a word is one of them with the pronoun of an object too: كلفهم.

    >>> "كلفهم" in Verbs(["كلف كلف"]), "وسيكلفني" in Verbs(["كلف كلف"]), "كلب" in Verbs(["كلف كلف"])
    (True, True, False)
    """

    def __init__(self, rows: list[str]) -> None:
        self.forms = VerbForms(rows)

    def __contains__(self, word: str) -> bool:
        return word in self.forms or any(word.endswith(end) and word[: -len(end)] in self.forms for end in GIVEN_TO)


class Nouns:
    """Nouns; a word is one of them with a prefix, the article, or the pronoun of its owner too: الراتب, وكلفتها.

    >>> "وكلفتها" in Nouns(["كلفة"]), "للراتب" in Nouns(["راتب"]), "كلف" in Nouns(["كلفة"])
    (True, True, False)
    """

    def __init__(self, rows: list[str]) -> None:
        self.words = frozenset(plain_words(rows))
        self.owned = frozenset(word[:-1] + "ت" if word.endswith("ه") else word for word in self.words)
        self._has = lru_cache(maxsize=KEPT)(self._find)

    def __contains__(self, word: str) -> bool:
        return self._has(word)

    def _find(self, word: str) -> bool:
        if attached(word, self.words, PROCLITICS):
            return True
        return any(word.endswith(end) and attached(word[: -len(end)], self.owned, UNDETERMINED) for end in OWNERS)

    def told(self) -> frozenset[str]:
        """The forms that say whose or which it is, by the article or an owner: الراتب, راتبي.

        >>> {"راتبي", "والراتب", "فاتورتها"} <= Nouns(["راتب", "فاتورة"]).told(), "راتب" in Nouns(["راتب"]).told()
        (True, False)
        """
        return prefixed(self.words, DEFINITE) | frozenset(
            form + end for form in prefixed(self.owned, UNDETERMINED) for end in OWNERS
        )


class ElisionWords(NamedTuple):
    """Phrases and words before and after an amount without a currency, under the names of their rows."""

    scaled_leads: Phrases[bool]
    bare_leads: Phrases[bool]
    followers: frozenset[str]
    counting: frozenset[str]
    measured: frozenset[str]
    prices: frozenset[str]
    adjectives: frozenset[str]
    paying: VerbForms
    trading: frozenset[str]
    closing: frozenset[str]
    earning: Verbs
    costing: Verbs
    sums: Nouns
    flows: Nouns


@cache
def elision_words() -> ElisionWords:
    """The tables of the elision extractor."""
    rows = read_toml("elision")
    return ElisionWords(
        Phrases([(phrase, True) for phrase in rows["scaled_leads"]], backward=True),
        Phrases([(phrase, True) for phrase in rows["bare_leads"]], backward=True),
        frozenset(plain_words(rows["followers"])) | frozenset("ك" + word for word in plain_words(rows["purposes"])),
        prefixed(plain_words(rows["counting"])),
        prefixed(plain_words(rows["measured"])),
        prefixed(plain_words(rows["prices"])) | Nouns(rows["priced_nouns"]).told(),
        frozenset(plain_words(rows["adjectives"])),
        VerbForms(rows["paying"]),
        frozenset([form + end for form in verb_forms(rows["trading"]) for end in OBJECTS])
        | frozenset(plain_words(rows["traded"])),
        frozenset(verb_forms(rows["closing"])),
        Verbs(rows["earning"]),
        Verbs(rows["costing"]),
        Nouns(rows["sums"]),
        Nouns(rows["flows"]),
    )
