"""``tadqiq extract``: paths in, claims out, to standard output, one file, or a directory with a file for each document."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from .. import output
from ..canonical import SUFFIX, source_of
from ..errors import InputError
from ..formats import FORMATS, Extracted, form
from ..progress import watched
from ..sources import STDIN, SourceText, expand, read_all, subdirectories
from .options import USUAL_KINDS, Kinds, Published, Region, defaults, kinds_of

ENDINGS = {".json": "json", ".jsonl": "jsonl", ".csv": "csv"}
"""Of files, and the format that each stands for; a table is for readers and has none."""

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", help=".txt files, directories of them (without subdirectories), .jsonl rows {id, text}, or -"
    ),
]
Out = Annotated[
    str | None, typer.Option("--output", "-o", metavar="OUT", help="A file; or, for several JSON documents, a directory.")
]
Format = Annotated[
    str | None,
    typer.Option(
        metavar="|".join(FORMATS),
        help="Default: by the ending of OUT; else json for texts, jsonl (one document a line) for rows.",
        autocompletion=lambda: list(FORMATS),
    ),
]


def extract(
    paths: Paths,
    out: Out = None,
    format: Format = None,
    kinds: Kinds = USUAL_KINDS,
    published: Published = None,
    region: Region = None,
) -> None:
    """Extract the claims of Arabic texts.

    tadqiq extract article.txt

    tadqiq extract seeds -o build/claims

    tadqiq extract rows.jsonl --kinds money,percent -o claims.jsonl
    """
    known, asked, files = defaults(published, region), kinds_of(kinds), expand(paths)
    out = None if out == STDIN else out
    if format is not None and format not in FORMATS:
        raise InputError(f"--format: {format!r} is none of {', '.join(FORMATS)}")
    if out is not None:
        _refuse_input_as_output(files, out)
    chosen = format or _usual_format(paths, out)
    sources = watched(read_all(files, known), _total(files), quiet=out is None and os.isatty(1))
    documents = _extracted(sources, asked)
    if out is not None and chosen == "json" and _is_directory(paths, out):
        output.write_each(Path(out), _named(documents))
    elif out is None:
        output.write_stdout(_formed(chosen, documents))
    else:
        output.write(Path(out), _formed(chosen, documents))
    _tell_what_is_left(paths)


def _formed(name: str, documents: Iterator[Extracted]) -> Iterator[bytes]:
    """The documents in a format; JSON lines alone tell two documents of one id apart, by their order."""
    if name == "json":
        documents = _only_one(documents)
    elif name != "jsonl":
        documents = _told_apart(documents)
    return form(name)(documents)


def _extracted(sources: Iterable[SourceText], kinds: tuple[str, ...]) -> Iterator[Extracted]:
    from ..flow import claim_dicts

    for source in sources:
        claims = claim_dicts(source.text, published=source.published, region=source.region, kinds=kinds)
        yield Extracted(source.id, source.text, source_of(source.text, source.path, source.published, source.region), claims)


def _usual_format(paths: Sequence[str], out: str | None) -> str:
    """By the ending of OUT, else by what is read: rows go to rows. Raises InputError for an ending that no format has."""
    ending = Path(out or "").suffix
    if ending in ENDINGS:
        return ENDINGS[ending]
    if ending and out and not _named_as_directory(out):
        known = ", ".join(ENDINGS)
        raise InputError(f"{out}: no format ends in {ending}; end it in one of {known}, give --format, or end a directory in /")
    return "jsonl" if any(path.endswith(".jsonl") for path in paths) else "json"


def _named_as_directory(out: str) -> bool:
    return Path(out).is_dir() or out.endswith(os.sep)


def _is_directory(paths: Sequence[str], out: str) -> bool:
    """A directory is meant when it is one, is written like one, or several documents are to go there."""
    several = len(paths) > 1 or any(path.endswith(".jsonl") or Path(path).is_dir() for path in paths)
    return _named_as_directory(out) or (several and not out.endswith(".json"))


def _only_one(documents: Iterator[Extracted]) -> Iterator[Extracted]:
    """The documents, if there is one at most. Raises InputError when there are more."""
    first = list(islice(documents, 2))
    if len(first) > 1:
        raise InputError("several documents make no single JSON document; give -o DIRECTORY, or --format jsonl")
    yield from first


def _told_apart(documents: Iterable[Extracted]) -> Iterator[Extracted]:
    """The documents, for a form that names each by its id alone. Raises InputError where two have one."""
    seen: dict[str, tuple[str, int]] = {}
    for number, document in enumerate(documents, start=1):
        where = document.source["path"]
        if document.id in seen:
            other, first = seen[document.id]
            if where == other and where.endswith(f"#{document.id}"):
                fault, remedy = f"the id of documents {first} and {number}", "give each its own"
            elif where == other:
                fault, remedy = "the file is given twice", "name it once"
            else:
                fault, remedy = f"its id {document.id!r} is that of {other} too", "rename one"
            raise InputError(f"{where}: {fault}; {remedy}, or use --format jsonl")
        seen[document.id] = where, number
        yield document


def _named(documents: Iterable[Extracted]) -> Iterator[tuple[str, bytes]]:
    """(file name, JSON) of each document."""
    for document in _told_apart(documents):
        yield _file_name(document.id), b"".join(form("json")([document]))


def _file_name(document_id: str) -> str:
    """An id as a file name: nothing in it leaves the directory or hides.

    >>> _file_name("coreweave-ipo"), _file_name("../a/ب")
    ('coreweave-ipo.claims.json', '%2E.%2Fa%2Fب.claims.json')
    """
    safe = "".join(f"%{ord(c):02X}" if c in '/\\:%*?"<>|' or ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 else c for c in document_id)
    if safe.startswith("."):
        safe = f"%2E{safe[1:]}"
    return safe + SUFFIX


def _refuse_input_as_output(files: Sequence[str], out: str) -> None:
    for path in files:
        if path != STDIN and os.path.exists(out) and os.path.samefile(path, out):
            raise InputError(f"{out}: is the input itself; choose another place for the output")


def _tell_what_is_left(paths: Sequence[str]) -> None:
    for path in paths:
        if count := subdirectories(Path(path)):
            typer.echo(f"tadqiq: {path}: subdirectories left out: {count}; name them, or use `tadqiq corpus`", err=True)


def _total(files: Sequence[str]) -> int | None:
    return None if STDIN in files else sum(os.path.getsize(path) for path in files if os.path.exists(path))
