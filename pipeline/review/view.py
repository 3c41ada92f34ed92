"""The review page of one document. In: its state; out: HTML, every word of the source escaped, no script in it but data."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ..claims import claim_dict
from ..errors import TadqiqError
from ..fields import FIELDS, flat
from ..report.cards import card
from ..report.difference import Difference
from ..report.html import Child, Html, data_block, tag
from ..report.marks import marks_of, source_html
from ..report.place import Lines
from ..report.sentence import place_of
from ..report.words import Language, Words
from .form import form
from .log import Entry
from .service import Reviews, State

CHOICES = {
    "missing": ("keep", "edit", "reject"),
    "unexpected": ("take", "edit", "reject"),
    "changed": ("keep", "take", "edit", "reject"),
    "same": ("edit", "reject"),
}
DIGIT = {"keep": "1", "take": "2", "edit": "3", "reject": "4"}
KEYS = (
    ("J K", "next"),
    ("1 2 3 4", "keep"),
    ("A", "add"),
    ("U", "undo"),
    ("S", "sign"),
    ("[ ]", "document"),
    ("Ctrl ↵ Esc", "save"),
    ("L", "language"),
)


def page(reviews: Reviews, name: str, token: str, language: Language) -> bytes:
    """The page of a document as it is on disk now. Raises InputError or ClaimsError."""
    state, words = reviews.open(name), Words(language)
    source = tag(
        "div",
        source_html(state.source.text, marks_of(state.pair.differences, state.pair.moved)),
        id="source",
        class_="source",
        dir="rtl",
        lang="ar",
        tabindex="0",
        role="region",
        **words.labelled("marked_text"),
    )
    main = tag(
        "main",
        _warning(state, words),
        tag(
            "div",
            tag("div", source, class_="text-side"),
            tag("div", form(words), _list(state, words), class_="side"),
            class_="sides",
        ),
        id="main",
        tabindex="-1",
    )
    data = data_block("state", _data(state, name, reviews))
    body = [_header(reviews, state, words), main, _help(words), _conflict(words), tag("p", "", id="said", role="status"), data]
    return _whole(f"{name} · {words.text('review')}", body, words, token, script=True)


def error_page(message: str, token: str, language: Language) -> bytes:
    """What is wrong, and what to do."""
    words = Words(language)
    main = tag(
        "main",
        tag("h1", words("problem")),
        tag("p", message, class_="warning", dir="auto"),
        tag("p", words("try_again")),
        id="main",
    )
    return _whole(words.text("problem"), [main], words, token, script=False)


def _whole(title: str, body: Child, words: Words, token: str, *, script: bool) -> bytes:
    """A page of the review: head, body, words for the scripts."""
    root = f"/{token}/static/"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        [tag("link", rel="stylesheet", href=f"{root}{name}.css") for name in ("base", "review")],
        [tag("script", src=f"{root}lang.js", defer=True), tag("script", src=f"{root}review.js", type="module")]
        if script
        else None,
    )
    skip = tag("a", words("skip"), href="#main", class_="skip")
    page = tag(
        "html", head, tag("body", skip, body, words.block()), lang=words.language, dir="rtl" if words.language == "ar" else "ltr"
    )
    return f"<!doctype html>\n{page}\n".encode()


def _header(reviews: Reviews, state: State, words: Words) -> Html:
    """The document's name, how far its review is, and the buttons."""
    left, done = len(state.open), state.done
    meter = tag("progress", f"{done}/{done + left}", value=done, max=max(done + left, 1), **words.labelled("progress"))
    counts = [tag("b", str(left), id="left"), " ", words("left"), " · ", tag("b", str(done), id="done"), " ", words("decisions")]
    signed = state.signed
    said = tag("span", words("signed"), " ", tag("bdi", signed.who), class_="signed") if signed else None
    tools = [
        _button("undo", "U", words, disabled=not state.entries),
        _button("add", "A", words),
        _button("sign", "S", words, disabled=bool(left) or bool(signed)),
        tag("button", words("help"), type="button", id="help"),
        tag("button", words("language"), type="button", id="language"),
    ]
    return tag(
        "header",
        tag("div", tag("h1", tag("bdi", state.name)), _documents(reviews, state, words), class_="title"),
        tag("div", meter, tag("span", counts), said, class_="progress"),
        tag("div", tools, class_="tools"),
        class_="top",
    )


def _documents(reviews: Reviews, state: State, words: Words) -> Html | None:
    """The other documents with what is left in each; a file that cannot be read is still in the list."""
    names = reviews.project.names()
    if len(names) < 2:
        return None
    links = []
    for name in names:
        try:
            left: Child = str(len(state.open if name == state.name else reviews.open(name).open))
        except TadqiqError:
            left = "!"
        links.append(
            tag("a", tag("bdi", name), " ", tag("b", left), href=quote(name), aria_current="page" if name == state.name else None)
        )
    return tag("nav", links, **words.labelled("documents"))


def _warning(state: State, words: Words) -> Html | None:
    if not state.pair.moved:
        return None
    offer = tag("button", words("moved_offer"), type="button", data_post="rebase", class_="primary")
    return tag("div", tag("p", words("moved"), " ", words("moved_first")), offer, class_="warning")


def _list(state: State, words: Words) -> Html:
    """A card for each difference, and tabs to show the open, the decided or the equal ones."""
    lines = Lines(state.source.text)
    cards = []
    for number, row in enumerate(state.pair.differences):
        said = state.decisions.get(row.key) if row.status != "same" else None
        extra = [_decision(said, words) if said else None, _actions(row, words)]
        shown = card(row, number, place_of(row, state.pair, lines), words, extra)
        group = "same" if row.status == "same" else "done" if said else "open"
        cards.append(tag("li", shown, data_group=group))
    tabs = [
        tag("button", words(f"show_{group}"), " ", tag("b", ""), type="button", data_show=group, aria_pressed="false")
        for group in ("open", "done", "same", "all")
    ]
    empty = tag("p", words("nothing_open"), id="nothing", hidden=True)
    return tag(
        "div",
        tag("div", tabs, class_="tabs", role="group", **words.labelled("filters")),
        empty,
        tag("ol", cards, class_="cards"),
        id="list",
    )


def _decision(said: Entry, words: Words) -> Html:
    note = [" — ", tag("bdi", said.note, class_="note")] if said.note else None
    verb = words(said.action) if said.action in DIGIT or said.action == "add" else None
    when = tag("bdi", f"{said.at[:10]} {said.at[11:16]}", dir="ltr")
    return tag("p", words("decided"), ": ", verb, " · ", tag("bdi", said.who), " · ", when, note, class_="decision")


def _actions(row: Difference, words: Words) -> Html:
    buttons = [
        tag("button", words(action), " ", tag("kbd", DIGIT[action]), type="button", data_action=action)
        for action in CHOICES[row.status]
    ]
    note = tag(
        "input",
        class_="note-input",
        maxlength=2000,
        placeholder=words.text("note"),
        data_t_placeholder="note",
        **words.labelled("note"),
    )
    return tag("div", buttons, note, class_="actions")


def _button(name: str, key: str, words: Words, *, disabled: bool = False) -> Html:
    return tag("button", words(name), " ", tag("kbd", key), type="button", id=name, disabled=disabled)


def _help(words: Words) -> Html:
    rows = [tag("div", tag("dt", tag("kbd", keys, dir="ltr")), tag("dd", words(f"key.{name}"))) for keys, name in KEYS]
    close = tag("button", words("close"), type="button", data_close=True)
    return tag(
        "dialog", tag("h2", words("help"), id="keys-title"), tag("dl", rows), close, id="keys", aria_labelledby="keys-title"
    )


def _conflict(words: Words) -> Html:
    """The dialogue that opens when the document changed meanwhile."""
    return tag(
        "dialog",
        tag("h2", words("conflict"), id="conflict-title"),
        tag("p", words("conflict_kept")),
        tag("ul", id="conflict-changes"),
        tag(
            "div",
            tag("button", words("apply_anyway"), type="button", id="conflict-apply", class_="primary"),
            tag("button", words("look_first"), type="button", id="conflict-look"),
            class_="actions",
        ),
        id="conflict",
        aria_labelledby="conflict-title",
    )


def _data(state: State, name: str, reviews: Reviews) -> dict[str, Any]:
    """What the scripts need: the text, and both sides of each row as the form has them."""

    def side(claim: Any) -> dict[str, Any] | None:
        return flat(claim_dict(claim)) if claim else None

    items = [
        {"key": row.key, "status": row.status, "fixture": side(row.fixture), "extracted": side(row.extracted)}
        for row in state.pair.differences
    ]
    spans = [field.name for field in FIELDS if field.input == "span"]
    return {
        "name": name,
        "names": reviews.project.names(),
        "version": state.version,
        "text": state.source.text,
        "items": items,
        "spans": spans,
        "moved": state.pair.moved,
    }
