"""Bytes → a file, whole or not at all: written beside its place under another name, then renamed."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import TadqiqError


class OutputError(TadqiqError):
    """A place that cannot be written to."""


def write(path: Path, chunks: Iterable[bytes]) -> None:
    """Writes all chunks to ``path``; on any error, or Ctrl-C, what stood there before stays. Raises OutputError."""
    target = Path(os.path.realpath(path))
    with _explained(path):
        if _is_device(target):
            with target.open("wb") as device:
                device.writelines(chunks)
            return
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        with _directory(target.parent):
            temporary = target.with_name(_temporary_name(target.name))
            try:
                _write_whole(temporary, chunks, target)
                temporary.replace(target)
            finally:
                temporary.unlink(missing_ok=True)


def write_each(directory: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes (name, content) pairs into ``directory``, all of them or none. Raises OutputError."""
    target = Path(os.path.realpath(directory))
    with _explained(directory), _directory(target):
        staged = target / _temporary_name("claims")
        staged.mkdir()
        try:
            names = []
            for name, content in files:
                _write_whole(staged / name, [content], target / name)
                names.append(name)
            for name in names:
                (staged / name).replace(target / name)
        finally:
            shutil.rmtree(staged)


def write_stdout(chunks: Iterable[bytes]) -> None:
    """Writes to standard output. A reader that closed the pipe ends the program quietly. Raises OutputError."""
    try:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The interpreter flushes once more at exit; it shall find nothing to complain about.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(141) from None
    except OSError as error:
        raise OutputError(f"standard output: cannot be written: {error.strerror}") from None


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}; nothing was changed, choose another place") from None


@contextmanager
def _directory(path: Path) -> Iterator[None]:
    """The directory is there inside the block; when the block fails, the ones that it made are taken away again."""
    made = [directory for directory in (path, *path.parents) if not directory.exists()]
    path.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        for directory in made:
            with suppress(OSError):
                directory.rmdir()
        raise


def _write_whole(path: Path, chunks: Iterable[bytes], stands_for: Path) -> None:
    with path.open("xb") as file:
        if stands_for.exists():
            os.chmod(file.fileno(), stat.S_IMODE(stands_for.stat().st_mode))
        file.writelines(chunks)
        file.flush()
        os.fsync(file.fileno())


def _temporary_name(name: str) -> str:
    """Hidden, and never that of another run."""
    return f".{name[:60]}.{os.urandom(4).hex()}.tmp"


def _is_device(path: Path) -> bool:
    """A terminal, a pipe or /dev/null is written to as it is: a rename would put a file in its place."""
    try:
        return not (stat.S_ISREG(mode := path.stat().st_mode) or stat.S_ISDIR(mode))
    except FileNotFoundError:
        return False
