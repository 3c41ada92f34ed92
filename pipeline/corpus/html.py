"""A web page into a row: its bytes in; title, date and main text out, by trafilatura. The offsets of the claims refer to that
text, which the run keeps beside them (``texts/``)."""

from __future__ import annotations

from functools import cache
from typing import Any

from .files import stem_of
from .rows import Row, checked_text
from .settings import Settings


def page_row(file: str, data: bytes, settings: Settings) -> Row:
    """The row of a page. The date is the one that the page declares (meta data, markup, address), never a guess."""
    page = _extractor()(
        data,
        with_metadata=True,
        include_comments=False,
        favor_precision=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2100-01-01"},
    )
    if page is None or not page.text:
        return Row(stem_of(file), file, 1, error="no main text found in the page; give its text as .txt or .jsonl")
    text, fault = checked_text(page.text, settings)
    return Row(stem_of(file), file, 1, published=page.date or None, title=page.title or None, text=text, error=fault)


@cache
def _extractor() -> Any:
    """Loaded with the first page: other inputs do not carry an HTML parser in memory."""
    from trafilatura import bare_extraction

    return bare_extraction
