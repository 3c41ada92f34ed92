"""TOML rows in, frozen lookup tables out. Each table is read once, when it is first asked for."""

from pathlib import Path
from typing import Any

import tomli

from ..errors import LexiconError


def data_path(name: str) -> Path:
    """A data file of this folder; ``importlib.resources`` would load zip files, addresses and more before it finds it."""
    return Path(__file__).with_name(name)


def read_toml(name: str) -> dict[str, Any]:
    """The rows of ``lexicon/<name>.toml``. Raises LexiconError naming the file and line where it is no TOML."""
    try:
        return tomli.loads(data_path(f"{name}.toml").read_text(encoding="utf-8"))
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"lexicon/{name}.toml: {error}; mend the row") from None
