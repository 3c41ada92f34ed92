"""HTML that escapes by itself. In: strings and Html; out: Html. What is not Html is text, whatever it looks like.

>>> print(tag("p", "1 < 2", tag("b", 'a "b"'), class_="x", data_note='" onclick="'))
<p class="x" data-note="&quot; onclick=&quot;">1 &lt; 2<b>a &quot;b&quot;</b></p>
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

import orjson

VOID = frozenset({"br", "hr", "input", "link", "meta"})


class Html(str):
    """Markup that needs no escaping."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
Attribute = str | int | bool | None


def join(*children: Child) -> Html:
    """Children one after the other: text escaped, markup kept, None left out, iterables laid flat."""
    return Html("".join(_parts(children)))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. ``class_`` is class, ``data_note`` data-note; True is a bare attribute, None and False none at all."""
    opening = name + "".join(_attribute(key, value) for key, value in attributes.items())
    return Html(f"<{opening}>") if name in VOID else Html(f"<{opening}>{join(*children)}</{name}>")


def data_block(identifier: str, value: Any) -> Html:
    """JSON for a script to read; nothing in it can end the element or begin another."""
    text = orjson.dumps(value).decode("utf-8")
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Html(f'<script type="application/json" id="{escape(identifier)}">{text}</script>')


def _parts(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield escape(child)
        elif child is not None:
            yield from _parts(child)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
