"""Where the input lies: paths, folders, globs and URLs in; a sorted list of files and open byte streams out.

Local files need nothing but Python; anything with ``://`` is opened by fsspec (s3://, gs://, hf://, memory://, …).
"""

from __future__ import annotations

import gzip
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from ..errors import InputError

FORMATS = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
}
COMPRESSED = (".gz", ".zst")
VERSIONS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "created")
KNOWN = ".txt .jsonl .csv .parquet .html, the text ones also with .gz or .zst"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the corpus; ``version`` changes when its content does (mtime or etag), as far as the store tells."""

    path: str
    size: int
    version: str

    @property
    def format(self) -> str | None:
        """The key of a reader, or None for a file that no reader knows."""
        return format_of(self.path)

    @property
    def compressed(self) -> bool:
        return self.path.lower().endswith(COMPRESSED)


def format_of(path: str) -> str | None:
    """``news.jsonl.gz`` is ``jsonl``; a Parquet file is never compressed from outside."""
    name = PurePosixPath(path.lower())
    inner = PurePosixPath(name.stem) if name.suffix in COMPRESSED else name
    found = FORMATS.get(inner.suffix)
    return None if found == "parquet" and inner is not name else found


def stem_of(path: str) -> str:
    """The file's name without its endings: ``a/news.jsonl.gz`` is ``news``."""
    name = PurePosixPath(path.removesuffix(".gz").removesuffix(".zst"))
    return name.stem


def find_files(inputs: tuple[str, ...], out: Path) -> Iterator[File]:
    """All files of the inputs, each once, in an order that does not depend on the file system; the folder of results is
    left out. Raises InputError for an input that is not there, and for a file named outright that no reader knows."""
    seen: set[str] = set()
    for name in inputs:
        found = False
        for file in _files(name, out):
            found = True
            if file.path not in seen:
                if len(inputs) > 1:
                    seen.add(file.path)
                yield file
        if not found:
            raise InputError(f"{name}: no file to read; the formats are {KNOWN}")


def _files(name: str, out: Path) -> Iterator[File]:
    if name == "-":
        return iter([_standard_input(out)])
    return _remote(name) if "://" in name else _local(name, out.resolve())


def _standard_input(out: Path) -> File:
    """Standard input, JSONL, kept in OUT until the run is done: it can be read only once, a run may have to go on."""
    kept, digest = out / "stdin.jsonl", sha256()
    with open(out / "tmp" / "stdin", "wb") as copy:
        while piece := sys.stdin.buffer.read(1 << 20):
            digest.update(piece)
            copy.write(piece)
    os.replace(copy.name, kept)
    return File(str(kept), kept.stat().st_size, digest.hexdigest())


def _local(name: str, out: Path) -> Iterator[File]:
    if os.path.isdir(name):
        yield from _folder(name, out)
    elif os.path.isfile(name):
        yield _named(name)
    elif has_magic(name):
        for match in sorted(glob(name, recursive=True)):
            if os.path.isfile(match) and format_of(match):
                yield _stat(match)
    else:
        raise InputError(f"{name}: no such file or folder; give a path, a glob in quotes, a URL, or - for standard input")


def _folder(name: str, out: Path) -> Iterator[File]:
    for folder, folders, names in os.walk(name):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and Path(folder, f).resolve() != out)
        for file in sorted(names):
            if not file.startswith(".") and format_of(file):
                yield _stat(os.path.join(folder, file))


def _named(path: str) -> File:
    if not format_of(path):
        raise InputError(f"{path}: unknown kind of file; the formats are {KNOWN}")
    return _stat(path)


def _stat(path: str) -> File:
    try:
        path.encode("utf-8")
        status = os.stat(path)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; make it readable or leave it out") from None
    except UnicodeEncodeError:
        raise InputError(f"{path!r}: the file's name is not UTF-8; rename it") from None
    return File(path, status.st_size, str(status.st_mtime_ns))


def _remote(name: str) -> Iterator[File]:
    """The files of an address that fsspec opens. Raises InputError where it cannot be listed."""
    from fsspec.core import url_to_fs

    try:
        store, path = url_to_fs(name)
        if has_magic(path):
            found: dict[str, dict[str, Any]] = store.glob(path, detail=True)
        elif store.isdir(path):
            found = store.find(path, detail=True)
        else:
            found = {path: store.info(path)}
    except (ImportError, ValueError, OSError) as error:
        raise InputError(f"{name}: {error}; check the address, the credentials, the store's package") from None
    for key in sorted(found):
        info = found[key]
        if info["type"] == "file" and format_of(key):
            version = next((str(info[name]) for name in VERSIONS if info.get(name)), "")
            yield File(store.unstrip_protocol(key), int(info["size"] or 0), version)


def open_file(path: str) -> BinaryIO:
    """The bytes as stored, seekable. Raises OSError."""
    if "://" in path:
        import fsspec

        return cast(BinaryIO, fsspec.open(path, "rb").open())
    return open(path, "rb")


@contextmanager
def open_bytes(path: str) -> Iterator[BinaryIO]:
    """The bytes, decompressed. Raises OSError; broken compression raises OSError, EOFError or ZstdError while reading."""
    with open_file(path) as raw:
        if path.lower().endswith(".gz"):
            with gzip.GzipFile(fileobj=raw) as stream:
                yield cast(BinaryIO, stream)
        elif path.lower().endswith(".zst"):
            import zstandard

            with zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True) as pieces:
                yield io.BufferedReader(pieces)
        else:
            yield raw
