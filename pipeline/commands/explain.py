"""``tadqiq explain``: how each claim of a text was read."""

from __future__ import annotations

import sys
from os.path import isfile
from typing import Annotated

import typer

from ..errors import InputError
from ..output import write_stdout
from .options import Published, Region, defaults


def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The text, or - to read it from standard input.")],
    published: Published = None,
    region: Region = None,
) -> None:
    """Show how each claim in TEXT was read: its parts, the rule, and why each field of context was chosen or left out."""
    from ..encoding import decode
    from ..explain import explain as explained
    from ..report.place import told

    known = defaults(published, region)
    if isfile(text):
        raise InputError(f"{text}: a file, where explain takes the text itself; run: tadqiq explain - < {text}")
    if text == "-":
        text = decode(sys.stdin.buffer.read(), "standard input", text)
    lines = told(explained(text, known.published, known.region).rstrip(), sys.stdout.isatty())
    write_stdout([f"{lines}\n".encode("utf-8", "replace")])
