"""The canonical form of claims, for plain dicts: numbers as digits, ids, the source object, bytes. Loads nothing heavy.

``claims.py`` has the same for models; the command line writes what ``flow.claim_dicts`` gives without building any.

>>> from decimal import Decimal
>>> print(plain(Decimal("2.5E+8")), plain(Decimal("5.50")))
250000000 5.50
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import blake2b, sha256
from typing import Any, Final

import orjson

SCHEMA: Final = "claims/1"
SUFFIX: Final = ".claims.json"
"""What the name of a document's claims file ends in."""
KINDS: Final = ("money", "percent", "year", "number")
"""Of claims, in the order in which they are told; numbers only on request."""
DEFAULT_KINDS: Final = ("money", "percent", "year")
SPANS: Final = ("metric", "subject", "base", "attributed_to")
"""The fields of ``context`` that are spans of the text, its sentence apart."""
_ROW: Final = orjson.OPT_APPEND_NEWLINE  # asked for by every row


def plain(number: Decimal) -> str:
    """The digits of a number, never an exponent; zeros after the point are kept as the text has them."""
    return format(number, "f")


def claim_id(kind: str, text: str, sentence: str, ordinal: int) -> str:
    """Kind plus a short hash of the claim's words, its sentence and its rank among equals: other edits leave it as it is.

    >>> claim_id("money", "5 دولارات", "دفع 5 دولارات.", 0)
    'money-4470b7d8'
    """
    key = "\x1f".join((kind, text, sentence, str(ordinal))).encode("utf-8", "surrogatepass")
    return f"{kind}-{blake2b(key, digest_size=4).hexdigest()}"


def source_of(text: str, path: str, published: date | None = None, region: str | None = None) -> dict[str, Any]:
    """The ``source`` object of a document: the sha256 is of the text's UTF-8 bytes, the length in code points."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source: dict[str, Any] = {"path": path, "sha256": digest, "characters": len(text)}
    if published:
        source["published"] = published.isoformat()
    if region:
        source["region"] = region
    return source


def document_dict(source: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    """A document with its keys in canonical order."""
    return {"schema": SCHEMA, "source": source, "claims": claims}


def dump_dict(document: dict[str, Any]) -> bytes:
    """Canonical bytes of one document: UTF-8, two-space indent, sorted claims, one trailing newline."""
    data = {**document, "claims": in_order(document["claims"])}
    return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def dump_row(document_id: str, claims: list[dict[str, Any]]) -> bytes:
    """One line of ``--format jsonl``."""
    return orjson.dumps({"id": document_id, "claims": in_order(claims)}, option=_ROW)


def in_order(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Claims in the order of the text: by start, by end, by kind."""
    if len(claims) < 2:
        return claims
    return sorted(claims, key=lambda claim: (claim["start"], claim["end"], claim["kind"]))
