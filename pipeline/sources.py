"""Paths as the command line gives them → texts with their ids and settings, one after the other, never all in memory.

A path is a ``.txt`` file, a directory of them (of what lies in it, not of what lies below), a ``.jsonl`` file with rows
{id, text, published?, region?}, or ``-``.
Every error is an InputError of one line that names the file, the row or byte, and what to do.
"""

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from .encoding import decode
from .errors import InputError
from .known import parse_date, parse_region, read_settings, unreadable

STDIN = "-"
MORE_NAMED = 10


class SourceText(NamedTuple):
    """One document: ``path`` as the claims name it, ``size`` the bytes that it took in its file."""

    id: str
    text: str
    path: str
    published: date | None
    region: str | None
    size: int


class Defaults(NamedTuple):
    """What the caller says of documents that do not say it themselves."""

    published: date | None = None
    region: str | None = None


def read_all(paths: Sequence[str], defaults: Defaults) -> Iterator[SourceText]:
    """The documents of all paths in order. A missing path is told before the first document is read."""
    files = expand(paths)
    for number, path in enumerate(files, start=1):
        try:
            yield from _read_rows_or_text(path, defaults)
        except InputError as error:
            raise InputError(f"{error}{_more_of_them(files[number:], defaults)}") from None


def _more_of_them(files: Sequence[str], defaults: Defaults) -> str:
    """The texts after a bad one that are bad too: who mends a folder wants to know all at once. Rows are not looked through."""
    bad = []
    for path in files:
        try:
            if path.endswith(".txt"):
                _read_document(Path(path), defaults)
        except InputError:
            bad.append(path)
    if not bad:
        return ""
    rest = f" and {len(bad) - MORE_NAMED} others" if len(bad) > MORE_NAMED else ""
    return f" (bad too: {', '.join(bad[:MORE_NAMED])}{rest})"


def expand(paths: Sequence[str]) -> list[str]:
    """Files in place of directories, sorted by name. Raises InputError for what is missing or of no known kind."""
    files: list[str] = []
    for given in paths:
        path = Path(given)
        if given == STDIN:
            files.append(given)
        elif os.path.isdir(path):  # unlike Path's own, False for what is too long to be a path
            files += _texts_in(path)
        elif not os.path.exists(path):
            raise InputError(f"{given if len(given) <= 200 else given[:200] + '…'}: no such file or directory; {_instead(given)}")
        elif path.suffix not in (".txt", ".jsonl"):
            raise InputError(f"{given}: neither .txt nor .jsonl; {_other_kind(path)}")
        else:
            files.append(given)
    return files


def _instead(given: str) -> str:
    """What to do about a path that is none: a text in its place is told by its spaces or its Arabic letters."""
    if " " in given or any("\N{ARABIC LETTER HAMZA}" <= letter <= "\N{ARABIC LETTER YEH}" for letter in given):
        return 'check the path; for a text itself use `tadqiq explain "…"`, or give - and the text on standard input'
    return "check the path"


def _other_kind(path: Path) -> str:
    """What to do about a file of another kind; a new name makes a text of none but a text."""
    from shlex import quote

    kind = path.suffix.lower()
    if kind in (".csv", ".ndjson", ".parquet", ".html", ".htm", ".gz", ".zst"):
        return f"`tadqiq corpus {quote(str(path))} OUT` reads it"
    if kind == ".json":
        return "write its documents as .jsonl, one object {…} a line"
    return "rename it when it is plain text, else export it as such"


def read_text(path: Path) -> str:
    """One text file. Raises InputError."""
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise unreadable(str(path), error) from None


def _texts_in(directory: Path) -> list[str]:
    try:
        files = sorted(str(path) for path in directory.iterdir() if path.suffix == ".txt" and path.is_file())
    except OSError as error:
        raise unreadable(str(directory), error) from None
    if not files:
        below = ", or name its subdirectories" if subdirectories(directory) else ""
        raise InputError(f"{directory}: a directory without documents; put .txt files into it{below}")
    return files


def subdirectories(path: Path) -> int:
    """How many directories lie in one, hidden ones apart: their texts are not read with it."""
    try:
        return sum(below.is_dir() and not below.name.startswith(".") for below in path.iterdir()) if os.path.isdir(path) else 0
    except OSError as error:
        raise unreadable(str(path), error) from None


def _read_rows_or_text(path: str, defaults: Defaults) -> Iterator[SourceText]:
    if path == STDIN:
        yield from _read_standard_input(defaults)
    elif path.endswith(".jsonl"):
        try:
            with open(path, "rb") as file:
                yield from _read_jsonl(file, path, Path(path).stem, defaults)
        except OSError as error:
            raise unreadable(path, error) from None
    else:
        yield _read_document(Path(path), defaults)


def _read_document(path: Path, defaults: Defaults) -> SourceText:
    text, settings = read_text(path), read_settings(path)
    return _source(path.stem, text, name_of(path), settings, defaults, str(path.with_suffix(".toml")), path.stat().st_size)


def _read_standard_input(defaults: Defaults) -> Iterator[SourceText]:
    """Rows when the first line is a JSON object, else one text with the id ``stdin``."""
    stream = sys.stdin.buffer
    first = stream.readline()
    if first.removeprefix(BOM_UTF8).lstrip().startswith(b"{") and _is_object(first):
        yield from _read_jsonl(stream, "standard input", "stdin", defaults, first)
    else:
        data = first + stream.read()
        text = decode(data, "standard input", STDIN)
        yield SourceText("stdin", text, STDIN, defaults.published, defaults.region, len(data))


def _read_jsonl(file: BinaryIO, name: str, stem: str, defaults: Defaults, first: bytes = b"") -> Iterator[SourceText]:
    """Rows are numbered by their lines, from 1, empty ones counted; ``first``: the line that was read already."""
    whole: str | None = STDIN if file is sys.stdin.buffer else name
    for number, line in enumerate(_lines(file, first), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        row = _row(line, where, whole)
        if not line.isascii():
            whole = None  # rows of UTF-8 came before: a command that converts all of the file would spoil them
        if not isinstance(row.get("text"), str):
            raise InputError(f'{where}: the row lacks `text`, a string; {_has(row)}each row is {{"id": …, "text": …}}')
        document_id = row.get("id")
        if document_id is None or document_id == "":  # what tables that lack one write into rows
            document_id = f"{stem}:{number}"
        if not isinstance(document_id, str | int) or isinstance(document_id, bool):
            raise InputError(f"{where}: id: {document_id!r} is no id; write a string or a whole number")
        yield _source(str(document_id), row["text"], f"{name_of(Path(name))}#{document_id}", row, defaults, where, len(line))


def _has(row: dict[str, Any]) -> str:
    """The names that stand in a row in place of ``text``."""
    return f"it has {', '.join(row)[:100]}; " if row and "text" not in row else ""


def _lines(file: BinaryIO, first: bytes) -> Iterator[bytes]:
    """All lines of a file, without the byte order mark of some editors."""
    yield (first or file.readline()).removeprefix(BOM_UTF8)
    yield from file


def _row(line: bytes, where: str, file: str | None) -> dict[str, Any]:
    """The object that a line of a file holds. Raises InputError with the column, counted from 1."""
    try:
        row = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        decode(line, where, file)
        raise InputError(f"{where}: the row is no JSON: {error.msg} (column {error.pos + 1}); mend or delete the line") from None
    if not isinstance(row, dict):
        raise InputError(f'{where}: the row is no JSON object; each row is {{"id": …, "text": …}}')
    return row


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(orjson.loads(line.removeprefix(BOM_UTF8)), dict)
    except orjson.JSONDecodeError:
        return False


def _source(
    document_id: str, text: str, path: str, settings: dict[str, Any], defaults: Defaults, where: str, size: int
) -> SourceText:
    published, region = settings.get("published"), settings.get("region")
    return SourceText(
        document_id,
        text,
        path,
        defaults.published if published in (None, "") else parse_date(published, f"{where}: published"),
        defaults.region if region in (None, "") else parse_region(region, f"{where}: region"),
        size,
    )


def name_of(path: Path) -> str:
    """The path as claims name it: from the working directory where it lies inside, with forward slashes."""
    relative = Path(os.path.relpath(path))
    return path.as_posix() if ".." in relative.parts else relative.as_posix()
