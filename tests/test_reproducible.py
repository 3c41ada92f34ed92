"""The same input gives the same bytes; what runs is what the locks name, and data files are never code.

OTHER_PYTHONS, a list of interpreters with requirements.lock installed, parted by colons, adds those to the comparison.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import distributions
from pathlib import Path
from sysconfig import get_path

import pytest

from .command import ROOT

PYTHONS = [python for python in os.environ.get("OTHER_PYTHONS", "").split(":") if python]
# code out of data, and shells
FORBIDDEN = {"pickle", "cPickle", "marshal", "shelve", "dill", "yaml", "runpy", "code"}
CALLS = {"eval", "exec", "compile", "__import__", "system", "popen"}
DATA = {".toml", ".json", ".bin", ".html", ".css", ".js", ".svg", ".woff2", ".typed"}


def _fingerprint(python: str = sys.executable, folder: Path = ROOT, *options: str, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [python, *options, "-m", "tests.fingerprint"]
    done = subprocess.run(
        command, cwd=folder, env={**clean, "PYTHONPATH": str(ROOT), **environment}, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> str:
    found = _fingerprint(PYTHONHASHSEED="0")
    assert re.fullmatch(r"[0-9a-f]{64}\n", found)
    return found


def test_hash_seed_locale_folder_and_time_zone_change_nothing(usual: str, tmp_path: Path) -> None:
    assert _fingerprint(PYTHONHASHSEED="4242", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0") == usual
    elsewhere = _fingerprint(sys.executable, tmp_path, "-OO", LC_ALL="ar_EG.UTF-8", LANG="tr_TR.UTF-8", TZ="Pacific/Kiritimati")
    assert elsewhere == usual


def test_other_versions_of_python_give_the_same(usual: str) -> None:
    assert {python: _fingerprint(python) for python in PYTHONS} == dict.fromkeys(PYTHONS, usual)


def test_what_is_installed_is_what_the_locks_name() -> None:
    """The check that an auditor begins with, and all of it that needs no network: nothing else runs here."""
    locked: dict[str, set[str]] = defaultdict(set)
    for lock in ROOT.glob("requirements*.lock"):
        for name, version in re.findall(r"^([a-z0-9-]+)==([^ ]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
            locked[name].add(version)
    installed = {re.sub(r"[-_.]+", "-", found.name).lower(): found.version for found in distributions(path=[get_path("purelib")])}
    own = {"tadqiq", "pip", "setuptools"}
    assert {name: version for name, version in installed.items() if name not in own and version not in locked[name]} == {}


def test_no_data_is_run_as_code() -> None:
    found = []
    for path in sorted((ROOT / "pipeline").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name.partition(".")[0] for alias in node.names if alias.name.partition(".")[0] in FORBIDDEN]
            elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").partition(".")[0] in FORBIDDEN:
                names = [node.module or ""]
            elif isinstance(node, ast.Call):
                called = node.func.id if isinstance(node.func, ast.Name) else ""
                method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                names = [name for name in (called, method if method in ("system", "popen") else "") if name in CALLS]
                names += ["shell"] if any(word.arg == "shell" for word in node.keywords) else []
            found += [f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {name}" for name in names]
    assert found == []


def test_data_files_are_toml_json_and_the_pages() -> None:
    files = [path for path in (ROOT / "pipeline").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.suffix or path.name for path in files} - DATA - {".py"} <= {"py.typed"}


def test_importing_and_extracting_touch_nothing() -> None:
    """No file is written, no address opened, no program started, no pickle read."""
    script = """
import sys
def watch(event, arguments):
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "pickle.", "urllib.", "shutil.")):
        raise SystemExit(f"{event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(watch)
import pipeline
print(len(pipeline.extract("بلغ السعر 5 دولارات في عام 1990، أي 7%")))
"""
    done = subprocess.run([sys.executable, "-B", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("3\n", "")
