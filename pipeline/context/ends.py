"""Where a span begins, in; the span out. It ends with its phrase, before its end, or with the phrase that goes on right after it
(a title, then a name), or after one preposition (المطاعم في المدن)."""

from __future__ import annotations

from .chunks import Place
from .lexemes import PREP
from .sketch import Feature, Start, bare
from .weigh import total, weights


def span(field: str, start: Start) -> Place:
    """The span of a field in the normalized text, from its start on."""
    possible = ends(start)
    if len(possible) > 1:
        table = weights(field).end
        scores = [total(table, features(start, end)) for end in possible]
        end = possible[scores.index(max(scores))]
    else:
        end = possible[0]
    return start.offset, start.sketch.chunks.view.cut.end(end - 1)


def ends(start: Start) -> list[int]:
    """The tokens before which the span may end, ascending."""
    chunks, end = start.sketch.chunks, start.end
    possible = list(range(start.i + 1, end + 1))
    if start.phrase is None:
        return possible
    more = chunks.after(end)
    if more is not None:
        possible += range(end + 1, more.j + 1)
    elif end < len(chunks.classes) and chunks.classes[end] == PREP and (more := chunks.after(end + 1)) is not None:
        possible += [end + 2, more.j] if more.j > end + 2 else [end + 2]
    return possible


def features(start: Start, end: int) -> list[Feature]:
    """What speaks for a span's end: its length, its last word and the word after, whether the phrase is whole."""
    chunks, kinds = start.sketch.chunks, start.sketch.kinds
    words, lexemes = chunks.view.words, chunks.lexemes
    size, kind, last = str(min(end - start.i, 5)), start.kind, end - 1
    whole = "past" if end > start.end else "whole" if end == start.end else "part"
    after = kinds[end] if end < len(kinds) else "$"
    opened = "D" if end < len(kinds) and lexemes[end].definite else "I"
    head = "D" if lexemes[start.i].definite else "I"
    over = kinds[start.end] if whole == "past" else ""
    return [
        ("size", size),
        ("size-kind", size, kind),
        ("whole", whole),
        ("whole-kind", whole, kind),
        ("after", after, opened, whole),
        ("after-kind", after, opened, whole, kind, size),
        ("definite", head, opened, size),
        ("last", kinds[last], "D" if lexemes[last].definite else "I", after, opened),
        ("word-size", bare(words[start.i]), size),
        ("last-word", bare(words[last])),
        ("after-word", bare(words[end]) if end < len(words) else "$"),
        ("over", over, kind, kinds[last]),
    ]
