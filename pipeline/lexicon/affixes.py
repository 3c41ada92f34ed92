"""Attached prefixes: words in, the same words with و ف ب ل ك ال and their combinations in front out.

Lookup tables hold the prefixed forms themselves, so a word is found whole or not at all: بليون is never ب + ليون.
"""

from collections.abc import Iterator

CONJUNCTIONS = ("", "و", "ف")
# ل + ال is written لل; عال and هال are the spoken على ال and هذا ال
PREPOSITIONS = ("", "ب", "ل", "ك", "ال", "بال", "لل", "كال", "عال", "هال")
PROCLITICS = tuple(c + p for c in CONJUNCTIONS for p in PREPOSITIONS)
BARE = ("",)
UNDETERMINED = tuple(c + p for c in CONJUNCTIONS for p in ("", "ب", "ل", "ك"))
DEFINITE = frozenset(p for p in PROCLITICS if p.endswith("ال") or p.endswith("لل"))


def prefixed(word: str, never: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Pairs (form, prefix) of a normalized word, the bare word first.

    >>> [form for form, prefix in prefixed("مليون") if prefix in ("", "ب", "ولل")]
    ['مليون', 'بمليون', 'وللمليون']
    """
    for prefix in PROCLITICS:
        if prefix not in never:
            yield prefix + word, prefix
