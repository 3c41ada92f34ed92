"""Claims as Label Studio tasks, with the labelling configuration that shows them. In: documents; out: JSON and XML bytes.

A claim is a region labelled with its kind; each plain field is a per-region control of the same name; each span of its context
is a region of its own, related to the claim. Label Studio makes ``\\r\\n`` one character, so the task's text has it so, and
counts code points (older versions counted UTF-16 units; the reader finds out which).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

import orjson

from ..canonical import KINDS, SPANS
from ..fields import FIELDS, Field, flat
from .documents import Exported, Of
from .offsets import Counting

COLOURS = {"money": "#e0b84c", "percent": "#4cb8a6", "year": "#8f83d8", "number": "#9a958c"}


def tasks(documents: Iterable[Exported], of: Of) -> bytes:
    """A task a document: a fixture's claims are its annotation, extracted ones a prediction."""
    return orjson.dumps([_task(document, of) for document in documents], option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def config() -> bytes:
    """The labelling configuration, to be pasted into the project's settings."""
    lines = ['<View style="direction: rtl">', '  <Labels name="claim" toName="text">']
    lines += [f'    <Label value="{kind}" background="{COLOURS[kind]}"/>' for kind in KINDS]
    lines += [f'    <Label value="{span}"/>' for span in SPANS]
    lines += ["  </Labels>", "  <Relations>"]
    lines += [f'    <Relation value="{span}"/>' for span in SPANS]
    lines += ["  </Relations>", '  <Text name="text" value="$text" granularity="symbol"/>']
    for field in FIELDS:
        if field.input != "span":
            lines += _control(field)
    return ("\n".join([*lines, "</View>"]) + "\n").encode()


def control_name(field: str) -> str:
    """The name of a field's control: a point would be read as a path there."""
    return field.replace(".", "_")


def _control(field: Field) -> Iterator[str]:
    region = f'perRegion="true" whenTagName="claim" whenLabelValue={quoteattr(",".join(field.kinds))}'
    common = f'name={quoteattr(control_name(field.name))} toName="text" {region}'
    yield f'  <Header value={quoteattr(field.name)} size="6"/>'
    choices = ("yes",) if field.input == "check" else field.choices
    if not choices:
        yield f'  <TextArea {common} maxSubmissions="1" editable="true"/>'
        return
    yield f'  <Choices {common} choice="single-radio">'
    for choice in choices:
        yield f"    <Choice value={quoteattr(choice)}/>"
    yield "  </Choices>"


def _task(document: Exported, of: Of) -> dict[str, Any]:
    way = Counting(document.text, lines="\n")
    result = [row for claim in document.claims for row in _claim(claim, way)]
    data = {
        "id": document.name,
        "text": way.text,
        "source": document.document.source.model_dump(exclude_none=True),
        "sentences": [[way.theirs(span.start), way.theirs(span.end)] for span in document.sentences],
    }
    if of == "fixture":
        return {"data": data, "annotations": [{"result": result}]}
    return {"data": data, "predictions": [{"model_version": "tadqiq", "result": result}]}


def _claim(claim: dict[str, Any], way: Counting) -> Iterator[dict[str, Any]]:
    span = _span(claim, way)
    yield _row(claim["id"], "claim", "labels", {**span, "text": claim["text"], "labels": [claim["kind"]]})
    fields = flat(claim)
    for field in FIELDS:
        value = fields.get(field.name)
        if value is not None and field.input != "span":
            yield _row(claim["id"], control_name(field.name), *_value(field, value, span))
    for name in SPANS:
        if name in claim["context"]:
            part = claim["context"][name]
            identifier = f"{claim['id']}.{name}"
            yield _row(identifier, "claim", "labels", {**_span(part, way), "text": part["text"], "labels": [name]})
            yield {"type": "relation", "from_id": claim["id"], "to_id": identifier, "direction": "right", "labels": [name]}


def _value(field: Field, value: Any, span: dict[str, int]) -> tuple[str, dict[str, Any]]:
    if field.input in ("choice", "check"):
        return "choices", {**span, "choices": ["yes" if value is True else value]}
    return "textarea", {**span, "text": [", ".join(value) if isinstance(value, list) else str(value)]}


def _row(identifier: str, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": identifier, "from_name": name, "to_name": "text", "type": kind, "value": value}


def _span(span: dict[str, Any], way: Counting) -> dict[str, int]:
    return {"start": way.theirs(span["start"]), "end": way.theirs(span["end"])}
