"""The form of a claim. In: interface words; out: one HTML form with the fields of all kinds; the page shows one kind's."""

from __future__ import annotations

from ..canonical import KINDS
from ..fields import FIELDS, Field
from ..report.html import Child, Html, tag
from ..report.words import Words

LABELS = {
    "context.when.low": "field.when_low",
    "context.when.high": "field.when_high",
    "context.when.part": "field.when_part",
    "context.when.offset": "field.when_offset",
    "context.when.offset_low": "field.when_offset_low",
    "context.when.offset_high": "field.when_offset_high",
    "context.when.anchor": "field.when_anchor",
    "context.direction": "field.context_direction",
}


def label(name: str) -> str:
    """The key of a field's name among the words of the interface."""
    return LABELS.get(name, f"field.{name.rpartition('.')[2]}")


def form(words: Words) -> Html:
    """The editor, hidden until the page opens it."""
    usual = [_field(field, words) for field in FIELDS if not field.rare]
    rare = [_field(field, words) for field in FIELDS if field.rare]
    kinds = [tag("option", words.text(f"kind.{kind}"), value=kind, data_t=f"kind.{kind}") for kind in KINDS]
    return tag(
        "form",
        tag("h3", "", id="editor-title", tabindex="-1"),
        tag("p", "", id="editor-problem", class_="warning", role="alert", hidden=True),
        tag(
            "div", tag("label", words("field.kind"), for_="f-kind"), tag("select", kinds, id="f-kind", name="kind"), class_="row"
        ),
        _span("text", "field.text", KINDS, words, clear=False),
        usual,
        tag("details", tag("summary", words("more_fields")), rare),
        tag(
            "div",
            tag("label", words("note"), for_="f-note"),
            tag("input", id="f-note", name="note", maxlength=2000),
            class_="row",
        ),
        tag(
            "div",
            tag("button", words("save"), " ", tag("kbd", "Ctrl ↵"), type="submit", class_="primary"),
            tag("button", words("cancel"), " ", tag("kbd", "Esc"), type="button", id="editor-cancel"),
            class_="actions",
        ),
        id="editor",
        hidden=True,
        aria_labelledby="editor-title",
        autocomplete="off",
        novalidate=True,
    )


def _field(field: Field, words: Words) -> Html:
    """A label and the control that fits the field."""
    named = label(field.name)
    if field.input == "span":
        return _span(field.name, named, field.kinds, words, clear=True)
    identifier = f"f-{field.name}"
    control: Child
    if field.input == "choice":
        options = [tag("option", "", value="", data_empty=True)]
        options += [tag("option", words.text(f"value.{c}"), value=c, data_t=f"value.{c}") for c in field.choices]
        control = tag("select", options, id=identifier, name=field.name)
    elif field.input == "check":
        control = tag("input", id=identifier, name=field.name, type="checkbox")
    else:
        mode = {"number": "numeric", "text": "decimal" if field.decimal else None}.get(field.input)
        latin = field.name != "per"
        control = tag("input", id=identifier, name=field.name, inputmode=mode, dir="ltr" if latin else "auto", maxlength=200)
    return tag("div", tag("label", words(named), for_=identifier), control, class_="row", data_kinds=" ".join(field.kinds))


def _span(name: str, label: str, kinds: tuple[str, ...], words: Words, *, clear: bool) -> Html:
    """A span is taken from the text by selecting, or by its two offsets; its words are shown."""
    head = tag("span", words(label), id=f"l-{name}", class_="label")
    ends = [
        tag("input", name=f"{name}.{end}", type="number", min=0, dir="ltr", **words.labelled(f"field.{end}"))
        for end in ("start", "end")
    ]
    take = tag("button", "⌖", type="button", class_="pick", data_pick=name, **words.labelled("use_selection"))
    drop = tag("button", "✕", type="button", class_="drop", data_drop=name, **words.labelled("clear")) if clear else None
    shown = tag("output", "", class_="words", lang="ar", dir="rtl", data_words=name)
    return tag(
        "div",
        head,
        tag("div", shown, tag("span", ends, take, drop, class_="ends"), class_="pair"),
        class_="row span",
        role="group",
        aria_labelledby=f"l-{name}",
        data_kinds=" ".join(kinds),
        data_span=name,
    )
