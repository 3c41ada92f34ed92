"""The package compiled by mypyc, from the same sources: ``python -m benchmarks.compiled`` prints the folder that holds it.

It is what ``make wheel`` compiles. mypyc comes with mypy and wants a C compiler; without one there is only the package as it
is. The copy lies in ``build/fast``, so that nothing stale ever stands before the sources. ``PYTHONPATH=build/fast`` in front of
a command is all that its use takes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

from .texts import ROOT

FAST = ROOT / "build" / "fast"
SOURCE = ROOT / "pipeline"


def compiled() -> Path | None:
    """The folder to put in front of the path, made anew when a source changed; None where it cannot be made."""
    stamp, digest = FAST / "sources", _digest()
    if stamp.exists() and stamp.read_text() == digest:
        return FAST
    if shutil.which(os.environ.get("CC", "cc")) is None:
        return None
    shutil.rmtree(FAST, ignore_errors=True)
    shutil.copytree(SOURCE, FAST / "pipeline", ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, FAST)
    print("compiling with mypyc; this takes some five minutes", file=sys.stderr)
    command = [sys.executable, "setup.py", "-q", "build_ext", "--inplace"]
    settings = {**os.environ, "TADQIQ_MYPYC": "1"}
    made = subprocess.run(command, cwd=FAST, env=settings, capture_output=True, text=True, check=False)
    if made.returncode:
        print("\n".join((made.stdout + made.stderr).splitlines()[-5:]), file=sys.stderr)
        return None
    stamp.write_text(digest)
    return FAST


def _digest() -> str:
    digest = blake2b(sys.version.encode())
    for path in sorted(SOURCE.rglob("*")):
        if path.suffix in (".py", ".toml", ".json"):
            digest.update(path.as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    folder = compiled()
    print(folder or "no C compiler, or mypyc failed: see above")
    sys.exit(folder is None)
