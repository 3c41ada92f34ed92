"""Attributes that are found out when first asked for and then stand in the object itself.

``functools.cached_property`` does the same under a lock in Python 3.11, which takes longer than what most sentences ask for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801
    """A method without arguments → an attribute.

    >>> class Page:
    ...     @lazy
    ...     def size(self) -> int:
    ...         print("counted")
    ...         return 3
    >>> page = Page()
    >>> page.size, page.size
    counted
    (3, 3)
    """

    __slots__ = ("make", "name")

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__

    def __get__(self, owner: Any, kind: type | None = None) -> T:
        value: T
        value = owner.__dict__[self.name] = self.make(owner)
        return value
