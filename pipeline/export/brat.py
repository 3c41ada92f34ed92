"""Claims as brat standoff. In: documents; out: (file name, bytes): each text byte for byte, its .ann, one annotation.conf.

Offsets are code points, as brat counts. A span over a line end is given in fragments, since brat has none that cross lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..canonical import KINDS, SPANS
from ..fields import FIELDS, flat
from .documents import Exported

_LINE_END = re.compile(r"[\r\n]+")
# Fields of a closed set that a brat attribute can hold.
ATTRIBUTES = {field.name: field for field in FIELDS if field.input == "choice"}


def files(documents: Iterable[Exported]) -> Iterator[tuple[str, bytes]]:
    """The files of a brat collection."""
    yield "annotation.conf", _conf()
    for document in documents:
        yield f"{document.name}.txt", document.text.encode()
        yield f"{document.name}.ann", standoff(document)


def standoff(document: Exported) -> bytes:
    """T lines for claims and the spans of their contexts, R for what relates them, A for closed sets, # for the other fields."""
    spans: dict[tuple[str, int, int], str] = {}
    lines: list[str] = []
    counts = {"R": 0, "A": 0, "#": 0}

    def entity(label: str, start: int, end: int) -> str:
        """The T of a span, written when it is first asked for."""
        key = (label, start, end)
        if key not in spans:
            spans[key] = f"T{len(spans) + 1}"
            lines.append(f"{spans[key]}\t{label} {_fragments(document.text, start, end)}")
        return spans[key]

    def line(mark: str, rest: str) -> None:
        counts[mark] += 1
        lines.append(f"{mark}{counts[mark]}\t{rest}")

    for claim in document.claims:
        claimed = entity(claim["kind"], claim["start"], claim["end"])
        for name in SPANS:
            if name in claim["context"]:
                span = claim["context"][name]
                line("R", f"{name} Arg1:{claimed} Arg2:{entity(name, span['start'], span['end'])}")
        plain = {name: value for name, value in flat(claim).items() if name not in ("id", "kind", "text", "start", "end")}
        for name in (name for name in ATTRIBUTES if name in plain):
            line("A", f"{_attribute(name)} {claimed} {plain[name]}")
        line("#", f"AnnotatorNotes {claimed}\t{_notes(claim['id'], plain)}")
    return "".join(f"{row}\n" for row in lines).encode()


def _fragments(text: str, start: int, end: int) -> str:
    """``160 174<TAB>words``; with a line end inside, ``10 14;16 20<TAB>both parts``."""
    parts = []
    begin = start
    for match in _LINE_END.finditer(text, start, end):
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    parts = [(first, last) for first, last in parts if first < last]
    return ";".join(f"{first} {last}" for first, last in parts) + "\t" + " ".join(text[first:last] for first, last in parts)


def _notes(identifier: str, plain: dict[str, Any]) -> str:
    rest = {"id": identifier, **{name: value for name, value in plain.items() if not isinstance(value, dict)}}
    shown = (f"{name}={','.join(value) if isinstance(value, list) else value}" for name, value in rest.items())
    return _LINE_END.sub(" ", "; ".join(shown))


def _attribute(name: str) -> str:
    return name.replace(".", "_")


def _conf() -> bytes:
    kinds = "|".join(KINDS)
    lines = ["[entities]", *KINDS, *SPANS, "", "[relations]"]
    lines += [f"{name}\tArg1:{kinds}, Arg2:{name}" for name in SPANS]
    lines += ["", "[events]", "", "[attributes]"]
    lines += [
        f"{_attribute(name)}\tArg:{'|'.join(field.kinds)}, Value:{'|'.join(field.choices)}" for name, field in ATTRIBUTES.items()
    ]
    return ("\n".join(lines) + "\n").encode()
