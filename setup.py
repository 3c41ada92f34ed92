"""Builds the package as pyproject.toml says; with TADQIQ_MYPYC=1 what reads texts is compiled by mypyc, from the same sources.

That needs mypy and a C compiler, and takes five minutes: ``make wheel``.
"""

import os
import tomllib
from glob import glob
from pathlib import Path

from setuptools import setup


def compiled() -> list[str]:
    """The files that are compiled, from the project's folder on."""
    settings = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["tool"]["tadqiq"]
    return sorted({path for pattern in settings["compiled"] for path in glob(pattern)} - set(settings["interpreted"]))


if os.environ.get("TADQIQ_MYPYC") == "1":
    from mypyc.build import mypycify

    setup(ext_modules=mypycify(compiled()))
else:
    setup()
