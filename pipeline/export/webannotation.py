"""Claims in the W3C Web Annotation model. In: documents; out: one AnnotationPage of JSON-LD.

A target is given twice, by position in code points and by quotation with what stands around it, so that it is found again in a
text that was edited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from .documents import Exported

AROUND = 32


def page(documents: Iterable[Exported]) -> bytes:
    """The whole page; the claim itself is a JSON body beside the tag of its kind."""
    items = [item for document in documents for item in _items(document)]
    data = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _items(document: Exported) -> Iterator[dict[str, Any]]:
    """An annotation a claim."""
    for claim in document.claims:
        start, end = claim["start"], claim["end"]
        yield {
            "id": f"urn:tadqiq:{document.name}:{claim['id']}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": claim["kind"]},
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "application/json",
                    "value": orjson.dumps(claim).decode(),
                },
            ],
            "target": {
                "source": document.source.path,
                "selector": [
                    {"type": "TextPositionSelector", "start": start, "end": end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": document.text[start:end],
                        "prefix": document.text[max(0, start - AROUND) : start],
                        "suffix": document.text[end : end + AROUND],
                    },
                ],
            },
        }
