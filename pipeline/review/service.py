"""What the page can do, without the page. In: a document's name, what the reviewer saw and wants; out: the state after it.

Each change is carried out under the folder's lock against the files as they are then. A reviewer who saw another version gets a
ConflictError that tells what changed, and nothing is written.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ..canonical import in_order, source_of
from ..claims import Document, claim_dict
from ..report.difference import Difference, Pair, rows
from ..report.project import Project, compared, extract_now
from ..sources import SourceText
from ..validate import compare
from .build import ClaimFields
from .decide import Decision, decided
from .log import Action, Entry, effective, entry, reviewer, settled
from .problem import ConflictError, DecisionError
from .rebase import rebased
from .store import Files, Store, with_claims

REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class State:
    """A document as the page shows it. ``decisions``: the entry that settled a difference, by its key."""

    name: str
    source: SourceText
    pair: Pair
    decisions: dict[str, Entry]
    entries: tuple[Entry, ...]
    begun: bool
    version: str

    @property
    def open(self) -> list[Difference]:
        """The differences that still want a decision."""
        return [row for row in self.pair.differences if row.status != "same" and row.key not in self.decisions]

    @property
    def done(self) -> int:
        """Decisions that stand."""
        return sum(said.action not in ("sign", "import", "rebase") for said in effective(self.entries))

    @property
    def signed(self) -> Entry | None:
        """The signature under the present fixture, if any."""
        last = effective(self.entries)[-1:]
        return last[0] if last and last[0].action == "sign" and not self.open and not self.pair.moved else None


class Reviews:
    """The documents of a project under review."""

    def __init__(self, project: Project, who: str | None = None) -> None:
        self.project, self.store, self.who = project, Store(project), who or reviewer()
        # Only to tell a reviewer what changed since; what holds is on disk.
        self._seen: OrderedDict[str, tuple[Document, int]] = OrderedDict()
        self._extracted: OrderedDict[str, tuple[SourceText, Document]] = OrderedDict()

    def open(self, name: str) -> State:
        """The document as it is on disk now, the extraction made anew. Raises InputError or ClaimsError."""
        files = self.store.read(name)
        self._seen[files.version] = files.fixture, len(files.entries)
        _forget(self._seen)
        return self._state(name, files)

    def decide(self, name: str, version: str, decision: Decision) -> State:
        """Carries out one decision. Raises ConflictError, DecisionError or OutputError; then nothing is written."""
        with self.store.locked():
            before = self._current(name, version)
            if before.pair.moved:
                raise DecisionError("", "moved")
            row = next((row for row in before.pair.differences if row.key == decision.item), None)
            if decision.item is not None and row is None:
                raise ConflictError(before.version, [], [])
            claims = [claim_dict(claim) for claim in before.pair.fixture.claims]
            after = decided(claims, row, decision, before.source.text, before.pair.differences)
            return self._commit(before, after, decision.action, decision.item, decision.note)

    def undo(self, name: str, version: str) -> State:
        """Takes back the last decision that stands. Raises DecisionError when there is none or its claims are gone."""
        with self.store.locked():
            before = self._current(name, version)
            standing = effective(before.entries)
            if not standing:
                raise DecisionError("", "no_undo")
            last = standing[-1]
            claims = [claim_dict(claim) for claim in before.pair.fixture.claims]
            if any(claim not in claims for claim in last.added):
                raise DecisionError("", "elsewhere")
            after = [claim for claim in claims if claim not in last.added] + last.removed
            return self._commit(before, after, "undo", None, None, undone=last)

    def sign(self, name: str, version: str, note: str | None) -> State:
        """Puts the reviewer's name under a document without open differences. Raises DecisionError while there are some."""
        with self.store.locked():
            before = self._current(name, version)
            if before.open or before.pair.moved:
                raise DecisionError("", "moved") if before.pair.moved else DecisionError("", "still_open", count=len(before.open))
            return self._commit(before, [claim_dict(claim) for claim in before.pair.fixture.claims], "sign", None, note)

    def rebase(self, name: str, version: str) -> State:
        """Takes the fixture over to the text as it is now."""
        with self.store.locked():
            before = self._current(name, version)
            after = rebased([claim_dict(claim) for claim in before.pair.fixture.claims], before.source.text)
            return self._commit(before, after, "rebase", None, None)

    def replace(self, name: str, claims: Sequence[ClaimFields], action: Action, note: str | None) -> State:
        """All claims of a fixture from another tool, as one entry that can be undone."""
        with self.store.locked():
            return self._commit(self.open(name), list(claims), action, None, note)

    def _current(self, name: str, version: str) -> State:
        state = self.open(name)
        if state.version == version:
            return state
        fixture, count = self._seen.get(version, (None, len(state.entries)))
        changes = _changes(fixture, state.pair.fixture) if fixture else []
        by = [{"who": said.who, "at": said.at, "action": said.action} for said in state.entries[count:]]
        raise ConflictError(state.version, changes, by)

    def _commit(
        self,
        before: State,
        claims: list[ClaimFields],
        action: Action,
        item: str | None,
        note: str | None,
        undone: Entry | None = None,
    ) -> State:
        """Writes the claims and the entry that tells of it; ``undone``: the entry that this one takes back."""
        old = [claim_dict(claim) for claim in before.pair.fixture.claims]
        claims = in_order(claims)
        document = with_claims(before.pair.fixture, claims, before.source, before.begun)
        origin = None
        if action == "rebase":
            origin, document = _moved(document, before)
        elif undone and undone.source:
            document = Document.model_validate({**_data(document), "source": dict(undone.source)})
        pair = compared(before.name, before.source, before.pair.extracted, document, str(self.project.fixture_path(before.name)))
        known = {row.key for row in before.pair.differences if row.status != "same"}
        new = [row.key for row in pair.differences if row.status != "same" and row.key not in known]
        settles = [] if action in ("undo", "sign", "import", "rebase") else [item, *new] if item else new
        said = entry(
            action,
            self.who,
            item=item,
            note=note,
            removed=[claim for claim in old if claim not in claims],
            added=[claim for claim in claims if claim not in old],
            source=origin,
            settles=settles,
            of=undone.id if undone else None,
        )
        changed = document != before.pair.fixture or not before.begun
        self.store.write(before.name, document if changed else None, said)
        return self.open(before.name)

    def _extraction(self, name: str, source: SourceText) -> Document:
        """The extraction, made again only when the text or its settings changed."""
        known = self._extracted.get(name)
        if known is None or known[0] != source:
            known = self._extracted[name] = source, extract_now(source)
            _forget(self._extracted)
        return known[1]

    def _state(self, name: str, files: Files) -> State:
        extracted = self._extraction(name, files.source)
        fixture = files.fixture if files.begun else None
        pair = compared(name, files.source, extracted, fixture, str(self.project.fixture_path(name)))
        return State(name, files.source, pair, settled(files.entries), files.entries, files.begun, files.version)


def _moved(document: Document, before: State) -> tuple[dict[str, Any], Document]:
    source = before.source
    now = source_of(source.text, source.path, source.published, source.region)
    return before.pair.fixture.source.model_dump(exclude_none=True), Document.model_validate({**_data(document), "source": now})


def _forget(cache: OrderedDict[str, Any]) -> None:
    while len(cache) > REMEMBERED:
        cache.popitem(last=False)


def _data(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", exclude_none=True, by_alias=True)


def _changes(old: Document, new: Document) -> list[dict[str, Any]]:
    """What a reviewer who saw ``old`` should know of ``new``, in the words of the comparison."""
    found = []
    for row in rows(compare(old, new), new):
        if row.status != "same":
            fields = [asdict(change) for change in row.fields]
            found.append({"status": row.status, "text": row.claim.text, "fields": fields})
    return found
