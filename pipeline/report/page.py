"""The report: one HTML file that needs nothing else. In: pairs; out: bytes. Its policy lets run only what is in it, by hash."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources

from ..canonical import KINDS
from .cards import card
from .difference import STATUSES, Pair
from .html import Html, tag
from .marks import marks_of, source_html
from .place import Lines
from .plot import plot
from .sentence import place_of
from .words import Language, Words


def asset(name: str, package: str = "pipeline.report") -> str:
    """A style sheet or script that ships with the package."""
    return (resources.files(package) / "assets" / name).read_text("utf-8")


def report(pairs: Sequence[Pair], language: Language = "ar") -> bytes:
    """The whole page, Arabic or English first; the same pairs give the same bytes."""
    words = Words(language)
    style, script = asset("base.css") + asset("report.css"), asset("lang.js") + asset("report.js")
    first = 0
    articles = []
    for pair in pairs:
        articles.append(_document(pair, first, words))
        first += len(pair.differences)
    body = tag(
        "body",
        tag("a", words("skip"), href="#main", class_="skip"),
        _header(pairs, words),
        tag("main", articles, id="main"),
        tag("footer", tag("p", words("keys"), ": ", words("keys_report")), tag("p", words("made"))),
        words.block(),
        tag("script", Html(script)),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", f"{words.text('title')} · {words.text('report')}"),
        tag("style", Html(style)),
    )
    page = tag("html", head, body, lang=language, dir="rtl" if language == "ar" else "ltr")
    return f"<!doctype html>\n{page}\n".encode()


def _policy(style: str, script: str) -> str:
    """The Content-Security-Policy that lets run these two and loads nothing."""

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    return f"default-src 'none'; style-src {digest(style)}; script-src {digest(script)}; base-uri 'none'; form-action 'none'"


def _header(pairs: Sequence[Pair], words: Words) -> Html:
    """The title, the switch of the language, and the filters with how many claims each shows."""
    kinds: Counter[str] = Counter(row.claim.kind for pair in pairs for row in pair.differences)
    statuses = Counter(row.status for pair in pairs for row in pair.differences)
    return tag(
        "header",
        tag(
            "div",
            tag("h1", words("report")),
            tag("button", words("language"), type="button", id="language", lang=None),
            class_="bar",
        ),
        tag(
            "section",
            tag("h2", words("filters"), class_="sr"),
            _filters("kind", [(kind, kinds[kind]) for kind in KINDS if kinds[kind]], words),
            _filters("status", [(status, statuses[status]) for status in STATUSES if statuses[status]], words),
            class_="filters",
        ),
        class_="top",
    )


def _filters(what: str, counts: Sequence[tuple[str, int]], words: Words) -> Html:
    """Toggles with their totals; pressed means shown."""
    buttons = [
        tag(
            "button",
            words(f"{what}.{name}"),
            " ",
            tag("b", str(count)),
            type="button",
            aria_pressed="true",
            class_=f"toggle {'k' if what == 'kind' else 's'}-{name}",
            data_filter=what,
            data_value=name,
        )
        for name, count in counts
    ]
    return tag("div", tag("span", words(f"by_{what}"), class_="label"), buttons, role="group", **words.labelled(f"by_{what}"))


def _document(pair: Pair, first: int, words: Words) -> Html:
    """One text beside the cards of its claims, which are numbered from ``first``, and its amounts as a plot."""
    lines = Lines(pair.text)
    numbered = list(enumerate(pair.differences, first))
    cards = [card(row, number, place_of(row, pair, lines), words) for number, row in numbered]
    marks = source_html(pair.text, marks_of(pair.differences, pair.moved, first))
    source = tag(
        "div", marks, class_="source", dir="rtl", lang="ar", tabindex="0", role="region", **words.labelled("marked_text")
    )
    nothing = tag("p", words("nothing"), class_="nothing", hidden=True)
    sides = tag(
        "div",
        tag("div", tag("h3", words("source")), source, class_="text-side"),
        tag("div", tag("h3", words("claims")), cards, nothing, class_="cards"),
        class_="sides",
    )
    amounts = plot([(number, row.extracted or row.claim) for number, row in numbered], words)
    return tag("section", _document_head(pair, words), sides, amounts, class_="document")


def _document_head(pair: Pair, words: Words) -> Html:
    """A text's name, path, date and length, and what a reader has to know of its fixture."""
    published = pair.extracted.source.published
    about = tag(
        "p",
        tag("bdi", pair.path, dir="ltr"),
        [" · ", words("published"), " ", tag("bdi", published, dir="ltr")] if published else None,
        " · ",
        tag("bdi", f"{len(pair.text):,}"),
        " ",
        words("characters"),
        class_="about",
    )
    said = "moved" if pair.moved else "no_fixture" if pair.differences and not pair.fixture.claims else None
    warning = tag("p", words(said), class_="warning") if said else None
    return tag("div", tag("h2", tag("bdi", pair.name)), about, warning, class_="document-head")
