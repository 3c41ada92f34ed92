"""What is said of a text beside its words: when and where it was published, which claims are asked for. In: values as files,
options and programs give them; out: the same, checked. An error names the place and what may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import tomli

from .canonical import KINDS
from .encoding import decode
from .errors import InputError

SETTINGS = ("published", "region", "title", "origin", "language", "file", "sha256")
"""What ``NAME.toml`` beside ``NAME.txt`` may say; the last five are for people, and for ``tadqiq new``, which writes them."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].+)?")


def parse_date(value: object, where: str) -> date:
    """A day from a TOML date, or a string like 2025-03-28 or 2025-03-28T09:00:00Z. Raises InputError naming ``where``.

    Python reads more than that, 20250101 and 2025-W01-1, which a reader may take for something else.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _DAY.fullmatch(day := value.strip()):
        try:
            return datetime.fromisoformat(day).date()
        except ValueError:
            pass
    raise InputError(f"{where}: {value!r} is no date; write it as YYYY-MM-DD")


def parse_region(value: object, where: str) -> str:
    """An ISO 3166 country code, in capitals. Raises InputError naming ``where``."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2}", value.strip()):
        from .lexicon.money import load_money

        code = value.strip().upper()
        if code in load_money().currency_of_country or _is_country(code):
            return code
    raise InputError(f"{where}: {value!r} is no country; write its two-letter ISO code, like MA")


def parse_kinds(names: Iterable[object], where: str) -> tuple[str, ...]:
    """Kinds of claims, in the order of KINDS. Raises InputError for one that is none, and where none is named.

    >>> parse_kinds(["year", "money"], "kinds")
    ('money', 'year')
    """
    asked = list(names)
    for name in asked:
        if name not in KINDS:
            raise InputError(f"{where}: {name!r} is no kind of claim; choose among {', '.join(KINDS)}")
    if not asked:
        raise InputError(f"{where}: names no kind of claim; choose among {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in asked)


def read_settings(text_path: Path) -> dict[str, Any]:
    """What ``<stem>.toml`` beside a text says; empty when there is none. Raises InputError naming the line or the key."""
    path = text_path.with_suffix(".toml")
    try:
        settings = tomli.loads(decode(path.read_bytes(), str(path)))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise unreadable(str(path), error) from None
    except tomli.TOMLDecodeError as error:
        raise InputError(f"{path}: not TOML: {error}; mend the line") from None
    for key in settings:
        if key not in SETTINGS:
            raise InputError(f"{path}: {key!r} is no key of a text's settings; there are {', '.join(SETTINGS)}")
    return settings


def unreadable(name: str, error: OSError) -> InputError:
    """The error of a file that the system does not give."""
    return InputError(f"{name}: cannot be read: {error.strerror}; check the path and its permissions")


def _is_country(code: str) -> bool:
    """Whether CLDR names a country so; asked for those only of which the lexicon has no currency."""
    from babel import Locale

    return code in Locale("en").territories and code not in ("ZZ", "XA", "XB", "XK", "EU", "EZ", "UN", "QO")
