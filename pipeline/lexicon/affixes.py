"""Attached prefixes: words in, the same words with و ف ب ل ك ال and their combinations in front out.

Lookup tables hold the prefixed forms themselves, so a word is found whole or not at all: بليون is never ب + ليون.
"""

from collections.abc import Container, Iterable

CONJUNCTIONS = ("", "و", "ف")
# ل + ال is written لل; عال and هال are the spoken على ال and هذا ال
PREPOSITIONS = ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال", "عال", "هال")
PROCLITICS = tuple(c + p for c in CONJUNCTIONS for p in PREPOSITIONS)
BARE = ("",)
UNDETERMINED = tuple(c + p for c in CONJUNCTIONS for p in ("", "ب", "ل", "ك"))
DEFINITE = frozenset(p for p in PROCLITICS if p.endswith("ال") or p.endswith("لل"))


def prefixed(words: Iterable[str], prefixes: Iterable[str] = PROCLITICS) -> frozenset[str]:
    """Normalized words with each of the prefixes.

    >>> sorted(prefixed(["مليون"], ("", "ب", "ولل")))
    ['بمليون', 'مليون', 'وللمليون']
    """
    return frozenset([prefix + word for word in words for prefix in prefixes])


def attached(word: str, words: Container[str], prefixes: Iterable[str]) -> bool:
    """Whether a normalized word is one of some with one of the prefixes: ``prefixed``, without the table.

    >>> attached("وللمليون", {"مليون"}, ("", "ب", "ولل")), attached("كمليون", {"مليون"}, ("", "ب"))
    (True, False)
    """
    return any(word.startswith(prefix) and word[len(prefix) :] in words for prefix in prefixes)
