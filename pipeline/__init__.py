"""tadqiq (تدقيق): monetary amounts, percentages and years out of Arabic text, each with what it is about.

``extract(text)`` takes a string and gives a tuple of claims; importing this package runs nothing and loads nothing heavy.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["Claim", "InputError", "Money", "Number", "Percent", "Year", "extract"]

if TYPE_CHECKING:
    from .api import extract as extract
    from .claims import Claim as Claim
    from .claims import Money as Money
    from .claims import Number as Number
    from .claims import Percent as Percent
    from .claims import Year as Year
    from .errors import InputError as InputError
else:  # a type checker that saw __getattr__ would take any name for one of the package

    def __getattr__(name: str) -> object:
        """PEP 562: what the package offers is loaded when it is first asked for."""
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        home = {"extract": "api", "InputError": "errors"}.get(name, "claims")
        return getattr(import_module(f".{home}", __name__), name)

    def __dir__() -> list[str]:
        """What completion offers, loaded or not."""
        return sorted({*globals(), *__all__})
