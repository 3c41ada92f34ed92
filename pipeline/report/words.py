"""The interface's words in Arabic and English. In: a key; out: an element that the page can turn to the other language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal

import tomli

from .html import Html, data_block, tag

Language = Literal["ar", "en"]


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """``{key: {"ar": …, "en": …}}`` of all the pages."""
    found: dict[str, Mapping[str, str]] = {}
    for package in ("pipeline.report", "pipeline.review"):
        found |= tomli.loads((resources.files(package) / "words.toml").read_text("utf-8"))
    return found


class Words:
    """Interface words; ``language`` is what the page says before its switch is used."""

    def __init__(self, language: Language = "ar") -> None:
        self.language = language

    def text(self, key: str) -> str:
        """The plain word, for an attribute or a title."""
        return table()[key][self.language]

    def __call__(self, key: str, **attributes: str) -> Html:
        """The word as ``<span data-t>``, which ``lang.js`` turns to the other language."""
        return tag("span", self.text(key), data_t=key, **attributes)

    def labelled(self, key: str) -> dict[str, str]:
        """Attributes that name an element for those who cannot see it."""
        return {"aria_label": self.text(key), "data_t_label": key}

    def value(self, value: str) -> Html | str:
        """A value of a closed set in words, any other as it is."""
        key = f"value.{value}"
        return self(key) if key in table() else value

    def field(self, name: str) -> Html | str:
        """A field's name, ``context.`` and all, in words where there are any."""
        key = "field.context_direction" if name == "context.direction" else f"field.{name.rpartition('.')[2]}"
        return self(key) if key in table() else name

    def block(self) -> Html:
        """All words as data for ``lang.js``."""
        return data_block("words", table())
