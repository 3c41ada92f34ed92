"""``tadqiq export`` and ``tadqiq import``: fixtures to other tools, and back from Label Studio."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import output
from ..commands.options import Fixtures, Names, Seeds
from ..errors import InputError

if TYPE_CHECKING:
    from .documents import Exported

TARGETS = {
    "labelstudio": "labelstudio.json",
    "brat": "brat",
    "csv": "claims.csv",
    "parquet": "claims.parquet",
    "webannotation": "claims.jsonld",
}


def export(
    to: Annotated[str, typer.Option(metavar="|".join(TARGETS), help="The form.", autocompletion=lambda: list(TARGETS))],
    names: Names = None,
    out: Annotated[Path | None, typer.Option("--output", "-o", metavar="OUT", help="A file; a directory for brat.")] = None,
    of: Annotated[str, typer.Option(metavar="fixture|extracted", help="Whose claims.")] = "fixture",
    fixtures: Fixtures = Path("fixtures"),
    seeds: Seeds = Path("seeds"),
) -> None:
    """Write claims in the form of another tool; offsets are counted as that tool counts them."""
    from ..report.project import Project
    from .documents import Of, documents

    if to not in TARGETS:
        raise InputError(f"--to: {to!r} is none of {', '.join(TARGETS)}")
    if of not in ("fixture", "extracted"):
        raise InputError(f"--of: {of!r} is none of fixture, extracted")
    project = Project(seeds, fixtures)
    whose: Of = "extracted" if of == "extracted" else "fixture"
    chosen = names or (project.names() if whose == "extracted" else project.fixed())
    target = out or Path("build/export") / TARGETS[to]
    found = list(documents(project, chosen, whose))
    if to == "brat":
        from .brat import files

        output.write_each(target, files(found))
    elif to == "labelstudio":
        from .labelstudio import config, tasks

        output.write(target.with_suffix(".xml"), [config()])
        output.write(target, [tasks(found, whose)])
    else:
        output.write(target, [_one_file(to, found)])
    typer.echo(f"{target}: {sum(len(document.claims) for document in found)} claims of {len(found)} document(s)", err=True)


def _one_file(to: str, found: list[Exported]) -> bytes:
    from .tables import as_csv, as_parquet
    from .webannotation import page

    return {"csv": as_csv, "parquet": as_parquet, "webannotation": page}[to](found)


def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="What the other tool exported.")],
    from_: Annotated[str, typer.Option("--from", metavar="labelstudio", help="The tool.")] = "labelstudio",
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="A note for the review log.")] = None,
    fixtures: Fixtures = Path("fixtures"),
    seeds: Seeds = Path("seeds"),
) -> None:
    """Take annotations over into the fixtures; each document's is one entry of its review log and can be undone."""
    from ..report.project import Project
    from ..review.service import Reviews
    from .labelstudio_read import by_document, read

    if from_ != "labelstudio":
        raise InputError(f"--from: {from_!r}: labelstudio is the one that can be read")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; check the path") from None
    reviews = Reviews(Project(seeds, fixtures))
    found = by_document(read(data, str(path), reviews.project), str(path))
    for name, claims in found.items():
        state = reviews.replace(name, claims, "import", note or f"Label Studio, {path.name}")
        typer.echo(f"{reviews.project.fixture_path(name)}: {len(state.pair.fixture.claims)} claims", err=True)
