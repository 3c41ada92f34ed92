"""tadqiq (تدقيق): monetary amounts, percentages and years out of Arabic text, each with what it is about.

``extract(text)`` takes a string and gives a tuple of claims; importing this package runs nothing and loads nothing heavy.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import extract as extract
    from .claims import Claim as Claim

__version__ = "0.1.0"
__all__ = ["Claim", "extract"]


def __getattr__(name: str) -> Any:
    """PEP 562: ``pipeline.extract`` and ``pipeline.Claim`` are loaded when they are first asked for."""
    if name == "extract":
        from .api import extract

        return extract
    if name == "Claim":
        from .claims import Claim

        return Claim
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
