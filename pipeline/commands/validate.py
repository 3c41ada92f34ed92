"""``tadqiq validate``: extracted claims against their hand-checked fixtures, as figures and as a list of differences."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..output import write_stdout
from .options import Claims, Fixtures, Names, Seeds

if TYPE_CHECKING:
    from ..claims import Claim, Document
    from ..report.project import Project
    from ..validate import Comparison


def validate(
    names: Names = None,
    fixtures: Fixtures = Path("fixtures"),
    claims: Claims = Path("build/claims"),
    seeds: Seeds = Path("seeds"),
) -> None:
    """Compare extracted claims with the fixtures: exit 0 when all agree, 1 when something differs, 2 on bad input."""
    from ..report.place import told
    from ..report.project import Project
    from ..validate import compare

    project, equal = Project(seeds, fixtures, claims), True
    lines: list[str] = []
    for name in names or project.fixed():
        text, fixture, extracted = _read(project, name)
        comparison = compare(fixture, extracted)
        equal = equal and comparison.equal
        lines += ([""] if lines else []) + list(_told(name, text, fixture, comparison))
    terminal = sys.stdout.isatty()
    write_stdout(f"{told(line, terminal)}\n".encode("utf-8", "replace") for line in lines)
    if not equal:
        raise typer.Exit(1)


def _read(project: Project, name: str) -> tuple[str, Document, Document]:
    """Source text, fixture, what was extracted. Raises InputError or ClaimsError when one is missing, not valid or of another
    text."""
    from ..validate import check_source, read_fixture

    path = project.fixture_path(name)
    fixture, source = read_fixture(path), project.source(name)
    check_source(fixture, str(path), source.text, sha256(source.text.encode()).hexdigest(), source.path)
    return source.text, fixture, project.extracted(name, source)


def _told(name: str, text: str, fixture: Document, comparison: Comparison) -> Iterator[str]:
    yield name
    yield ""
    yield from _figures(comparison)
    yield ""
    yield from _agreement(comparison)
    yield from _differences(text, fixture.source.path, comparison)
    yield ""
    right = sum(score.right for score in comparison.scores())
    every = "every field equal" if comparison.equal else _counted(comparison)
    yield f"{right} of {len(fixture.claims)} claims right; {every}"


def _figures(comparison: Comparison) -> Iterator[str]:
    from ..validate import KindScore

    rows = comparison.scores()
    together = KindScore("together", sum(r.fixture for r in rows), sum(r.extracted for r in rows), sum(r.right for r in rows))
    yield f"  {'kind':<14}{'fixture':>9}{'extracted':>11}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}"
    for row in (*rows, together):
        shares = "".join(f"{share:>8.3f}" for share in (row.precision, row.recall, row.f1))
        yield f"  {row.kind:<14}{row.fixture:>9}{row.extracted:>11}{row.right:>7}{shares}"


def _agreement(comparison: Comparison) -> Iterator[str]:
    yield f"  {'field':<24}agrees"
    for row in comparison.agreement():
        yield f"  {row.field:<24}{row.agree} of {row.total}{'' if row.agree == row.total else '  ←'}"


def _counted(comparison: Comparison) -> str:
    return f"{len(comparison.missing)} missing, {len(comparison.unexpected)} unexpected, {len(comparison.changed)} changed"


def _differences(text: str, path: str, comparison: Comparison) -> Iterator[str]:
    from ..validate import show

    yield from _listed("− missing", comparison.missing, text, path)
    yield from _listed("+ unexpected", comparison.unexpected, text, path)
    for change in comparison.changed:
        yield from _listed("~ changed", [change.fixture], text, path)
        for field in change.fields:
            yield f"      {field.field}: {show(field.fixture)} → {show(field.extracted)}"


def _listed(title: str, claims: Iterable[Claim], text: str, path: str) -> Iterator[str]:
    from ..report.place import Lines, isolate, visible

    lines = Lines(text)
    for claim in claims:
        line, column = lines.at(claim.start)
        sentence = claim.context.sentence.text if claim.context.sentence else ""
        yield ""
        yield f"  {title}: {claim.kind} {isolate(visible(claim.text))}  {path}:{line}:{column}  ({claim.id})"
        yield f"      {isolate(visible(sentence))}"
