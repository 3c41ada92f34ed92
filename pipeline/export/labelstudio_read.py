"""Claims back from Label Studio's JSON. In: its export and the source texts; out: claims for each document's fixture.

Whoever annotated there may have moved, added and deleted regions: a claim is read from what its region says now. The words in
the regions tell how that version counts; when no way of counting fits them all, nothing is read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import orjson

from ..canonical import KINDS, SPANS
from ..claims import TextSpan
from ..errors import InputError
from ..fields import FIELDS
from ..report.project import Project
from ..review.build import ClaimFields, built, identified
from ..review.problem import DecisionError
from .labelstudio import control_name
from .offsets import Counting, Units

CONTROLS = {control_name(field.name): field.name for field in FIELDS}
Region = Mapping[str, Any]


def read(data: bytes, name: str, project: Project) -> Iterator[tuple[str, list[ClaimFields]]]:
    """(document, its claims) of each task. Raises InputError naming the task and the region."""
    try:
        tasks = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise InputError(f"{name}: not JSON: {error}; export it from Label Studio as JSON") from None
    if not isinstance(tasks, list) or not all(isinstance(task, dict) and isinstance(task.get("data"), dict) for task in tasks):
        raise InputError(f"{name}: not a list of tasks; export it from Label Studio as JSON, not JSON-MIN")
    for number, task in enumerate(tasks):
        where = f"{name}: task {number}"
        document = task["data"].get("id")
        if not isinstance(document, str):
            raise InputError(f"{where}: data.id is missing; it names the document")
        try:
            yield document, _claims(task, project.source(document).text, where)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{where}: not in Label Studio's form: {error!r}; export it again as JSON") from None


def _claims(task: Mapping[str, Any], text: str, where: str) -> list[ClaimFields]:
    """The claims of one task's last annotation; fields and relations go by the ids of their regions."""
    rows = _rows(task, where)
    regions = {row["id"]: row["value"] for row in rows if row["type"] == "labels"}
    given = str(task["data"].get("text", ""))
    if given not in (text, Counting(text, lines="\n").text):
        raise InputError(f"{where}: its text is not that of the source; import it where it was exported from")
    way = _counting(text, list(regions.values()), where)
    forms: dict[str, dict[str, Any]] = {}
    for identifier, value in regions.items():
        if value["labels"][0] in KINDS:
            forms[identifier] = {"kind": value["labels"][0], **_span(value, way, where)}
    for row in rows:
        if row["type"] in ("textarea", "choices") and row["id"] in forms and row["from_name"] in CONTROLS:
            values = row["value"].get("text") or row["value"].get("choices") or []
            forms[row["id"]][CONTROLS[row["from_name"]]] = values if isinstance(values, str) else ", ".join(values)
        elif row["type"] == "relation" and row["from_id"] in forms and row["to_id"] in regions:
            label = regions[row["to_id"]]["labels"][0]
            if label in SPANS:
                forms[row["from_id"]][f"context.{label}"] = _span(regions[row["to_id"]], way, where)
    known = _sentences(task["data"].get("sentences", []), text)
    claims = [_built(identifier, form, text, known, where) for identifier, form in forms.items()]
    return identified(claims, claims)


def _rows(task: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    """The rows of the last annotation that was not cancelled."""
    done = [annotation for annotation in task.get("annotations", []) if not annotation.get("was_cancelled")]
    if not done:
        raise InputError(f"{where}: no annotation; submit it in Label Studio first (a prediction is nobody's decision)")
    return [row for row in done[-1]["result"] if isinstance(row, dict)]


def _counting(text: str, regions: Sequence[Region], where: str) -> Counting:
    """The first way of counting under which every region has the words that it says it has."""
    units: tuple[Units, ...] = get_args(Units)
    bad: Region | None = None
    for unit in units:
        for lines in ("\n", "\r\n"):
            way = Counting(text, lines="\n" if lines == "\n" else "\r\n", units=unit)
            wrong = [region for region in regions if not _fits(region, text, way)]
            if not wrong:
                return way
            bad = bad or wrong[0]
    found = bad or {}
    raise InputError(
        f"{where}: {found.get('text')!r} does not stand at {found.get('start')}–{found.get('end')} of the text; annotate it again"
    )


def _fits(region: Region, text: str, way: Counting) -> bool:
    span = way.span(int(region["start"]), int(region["end"]))
    words = region.get("text")
    # Label Studio may drop line ends from the words that it keeps beside the offsets.
    return span is not None and (
        not words or "".join(text[slice(*span)].split()) == "".join(str(words).replace("\\n", " ").split())
    )


def _span(region: Region, way: Counting, where: str) -> dict[str, int]:
    span = way.span(int(region["start"]), int(region["end"]))
    if span is None:
        raise InputError(f"{where}: {region['start']}–{region['end']} is no span of the text; annotate it again")
    return {"start": span[0], "end": span[1]}


def _sentences(spans: Sequence[Sequence[int]], text: str) -> list[TextSpan]:
    way = Counting(text, lines="\n")
    found = [way.span(int(start), int(end)) for start, end in spans]
    return [TextSpan(start=span[0], end=span[1], text=text[slice(*span)]) for span in found if span]


def _built(identifier: str, form: Mapping[str, Any], text: str, known: Sequence[TextSpan], where: str) -> ClaimFields:
    try:
        return built(form, text, known)
    except DecisionError as error:
        raise InputError(f"{where}: region {identifier}: {error}; mend it in Label Studio") from None


def by_document(found: Iterator[tuple[str, list[ClaimFields]]], name: str) -> dict[str, list[ClaimFields]]:
    """One document, one task. Raises InputError when a document comes twice."""
    documents: defaultdict[str, list[list[ClaimFields]]] = defaultdict(list)
    for document, claims in found:
        documents[document].append(claims)
    for document, versions in documents.items():
        if len(versions) > 1:
            raise InputError(f"{name}: {document}: in {len(versions)} tasks; keep the one that counts")
    return {document: versions[0] for document, versions in documents.items()}
