"""What the project promises of its set-up: hashed locks without addresses, no models, small, and make that does no work twice."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.known import read_settings
from tests.command import ROOT, tadqiq

LOCKS = sorted(ROOT.glob("requirements*.lock"))
MODELS = {"torch", "transformers", "scikit-learn", "scipy", "tensorflow"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_hashes_and_names_no_address(lock: Path) -> None:
    content = lock.read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--extra-index", content)
    entries = re.findall(r"^([a-z0-9-]+)==[^ ]+(.*\n(?:    --hash=sha256:[0-9a-f]{64}.*\n?)+)?", content, re.MULTILINE)
    assert entries
    assert [name for name, hashes in entries if not hashes] == []
    # the weights are fitted with scipy, and read without it
    models = MODELS - {"scipy"} if lock.name == "requirements-train.lock" else MODELS
    assert models.isdisjoint(name for name, _ in entries)


def test_the_locks_agree_on_what_they_share() -> None:
    pins: dict[str, str] = {}
    for lock in LOCKS:
        for name, version, marker in re.findall(
            r"^([a-z0-9-]+)==([^ ]+)( ; [^\\]*)?", lock.read_text(encoding="utf-8"), re.MULTILINE
        ):
            if "python_full_version" not in marker:
                assert pins.setdefault(name, version) == version, f"{lock.name}: {name}; run make lock"


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    locked = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    assert {re.split(r"[=<>\[ ]", name)[0].lower() for name in wanted} <= locked


def test_no_model_is_imported() -> None:
    script = "import sys, pipeline; pipeline.extract('5%'); print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert {"torch", "transformers", "sklearn", "scipy", "pandas", "camel_tools"}.isdisjoint(done.stdout.split())


def test_pip_brings_no_models_along() -> None:
    """The lock leaves camel-tools' own dependencies out; pip alone takes them, torch and CUDA among them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    assert {"camel-tools", *MODELS}.isdisjoint(re.split(r"[=<>\[ ]", name)[0].lower() for name in wanted)


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_does_nothing_when_the_lock_did_not_change(tmp_path: Path) -> None:
    """The stamp holds the lock's hash: a checkout that only touches the file makes no environment again."""
    for name in ("Makefile", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to("/bin/false")
    (tmp_path / ".venv" / ".base").write_text(
        f"{sha256((tmp_path / 'requirements.lock').read_bytes()).hexdigest()}  -\n", encoding="utf-8"
    )
    (tmp_path / "requirements.lock").touch()
    assert subprocess.run(["make", "env"], cwd=tmp_path, capture_output=True, check=False).returncode == 0
    with (tmp_path / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    done = subprocess.run(["make", "env", "PYTHON=false"], cwd=tmp_path, capture_output=True, check=False, text=True)
    assert done.returncode != 0
    assert "making .venv" in done.stderr


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_a_seed_is_as_its_settings_say(seed: Path) -> None:
    settings = read_settings(seed)
    assert {"title", "language", "file", "sha256", "published"} <= set(settings)
    assert sha256(seed.read_bytes()).hexdigest() == settings["sha256"]


def test_the_files_of_the_lexicon_are_packaged() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = [pattern for some in project["tool"]["setuptools"]["package-data"].values() for pattern in some]
    packaged = {Path(pattern).suffix for pattern in patterns}
    kinds = {path.suffix for path in (ROOT / "pipeline").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert kinds - {".py", ""} <= packaged | {".typed"}


def test_the_example_of_the_readme_is_what_the_program_gives() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"\$ echo '(.*)' \| .venv/bin/tadqiq (.*)\n```\n\n```json\n(.*?)```", readme, re.DOTALL)
    assert shown
    text, words, claim = shown.groups()
    claims = tadqiq(*words.split(), stdin=f"{text}\n".encode()).json["claims"]
    assert json.loads(claim) == claims[1], json.dumps(claims[1], ensure_ascii=False, indent=2)
    assert len(claims) == 3


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """Claims of two kinds are in its text, since what only one kind has must be asked of that kind alone."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    exec(code, {})
    told = capsys.readouterr().out
    assert told.startswith("percent 12 12%\n")
    assert "money 5000000 5 ملايين دينار كويتي\nKWD\n" in told
