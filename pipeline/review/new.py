"""From a raw article to an empty fixture. In: a text file and what is known of it; out: seed, settings and fixture on disk."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from ..canonical import SUFFIX, document_dict, dump_dict, source_of
from ..commands.options import defaults
from ..encoding import decode
from ..errors import InputError
from ..known import parse_date, parse_region, read_settings
from ..output import write
from ..report.project import is_name
from ..sources import Defaults, name_of


def begin(
    path: Path,
    seeds: Path,
    fixtures: Path,
    *,
    name: str | None = None,
    title: str | None = None,
    published: str | None = None,
    region: str | None = None,
    origin: str | None = None,
) -> list[Path]:
    """Writes the three files and returns them; the text goes byte for byte. What ``NAME.toml`` beside the text says
    holds where the caller says nothing. Raises InputError, then nothing is written."""
    name = name or path.stem
    if not is_name(name):
        raise InputError(
            f"--name: {name!r} cannot name a document; it must not begin with a dot or hold / \\ : or control characters"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; check the path") from None
    text, said = decode(data, str(path)), read_settings(path)
    known = _known(path.with_suffix(".toml"), said, defaults(published, region))
    seed, settings, fixture = seeds / f"{name}.txt", seeds / f"{name}.toml", fixtures / f"{name}{SUFFIX}"
    for file in (seed, settings, fixture):
        if file.exists() and not (file == seed and path.resolve() == seed.resolve()):
            raise InputError(f"{file}: is there already; choose another name with --name")
    said |= {key: value for key, value in (("title", title), ("origin", origin)) if value}
    said.setdefault("title", next((line.strip()[:120] for line in text.splitlines() if line.strip()), name))
    document = document_dict(source_of(text, name_of(seed), known.published, known.region), [])
    _write_all({seed: data, settings: _settings(path.name, data, said, known), fixture: dump_dict(document)})
    return [seed, settings, fixture]


def _known(beside: Path, said: dict[str, Any], asked: Defaults) -> Defaults:
    """When and where the text was published: as the caller says, else as the file beside it does."""
    day, country = said.get("published"), said.get("region")
    return Defaults(
        asked.published or (None if day in (None, "") else parse_date(day, f"{beside}: published")),
        asked.region or (None if country in (None, "") else parse_region(country, f"{beside}: region")),
    )


def _settings(file: str, data: bytes, said: dict[str, Any], known: Defaults) -> bytes:
    """What is known of a text as TOML; what nobody said is left out."""
    rows = {
        "title": said["title"],
        "language": said.get("language", "ar"),
        "file": file,
        "sha256": sha256(data).hexdigest(),
        "origin": said.get("origin"),
        "region": known.region,
    }
    lines = [f"{key} = {_quoted(str(value))}\n" for key, value in rows.items() if value]
    if known.published:
        lines.append(f"published = {known.published.isoformat()}\n")
    return "".join(lines).encode()


def _write_all(files: dict[Path, bytes]) -> None:
    """Writes those that are not there, or none."""
    made = []
    try:
        for file, content in files.items():
            if not file.exists():
                write(file, [content])
                made.append(file)
    except BaseException:
        for file in made:
            file.unlink()
        raise


def _quoted(value: str) -> str:
    """A TOML basic string; JSON's escapes are a subset of TOML's, DEL apart."""
    return orjson.dumps(value).decode().replace("\x7f", "\\u007f")
