"""TOML rows in, frozen lookup tables out. Each table is read once, when it is first asked for."""

import tomllib
from importlib.resources import files
from typing import Any

from ..errors import LexiconError


def read_toml(name: str) -> dict[str, Any]:
    """The rows of ``lexicon/<name>.toml``. Raises LexiconError naming the file and line where it is no TOML."""
    source = files(__package__) / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}; mend the row") from None
