"""A real browser and a running review server. Without Chromium or Playwright the tests here are skipped, and the run says so."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.report.project import Project
from pipeline.review import service
from pipeline.review.app import application
from pipeline.review.serve import _listen
from pipeline.review.service import Reviews
from tests.reviewing import EXTRACTED, NAME, TEXT, lay

TOKEN = "token-of-the-tests"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_skipped: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for reason in dict.fromkeys(_skipped):
        terminalreporter.write_line(f"tests/browser skipped: {reason}")


def _without(reason: str) -> None:
    _skipped.append(reason)
    pytest.skip(reason)


@dataclass
class Console:
    """What the pages complained of."""

    lines: list[str] = field(default_factory=list)

    def watch(self, page: Any) -> None:
        page.on("console", lambda message: self.lines.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.lines.append(str(error)))


@pytest.fixture(scope="package")  # its event loop must not outlive these tests
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    executable = shutil.which("chromium")
    if executable is None:
        _without("no Chromium here; apt-get install chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        _without("no Playwright here; make env-review")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Site:
    """A project under review on a port of this machine."""

    project: Project
    url: str


@pytest.fixture
def site(chromium: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The server on a small project, with a second document without differences."""
    try:
        import uvicorn
    except ModuleNotFoundError:
        _without("no server here; make env-review")
    project = lay(tmp_path)
    (project.seeds / "thani.txt").write_bytes(TEXT.encode())
    monkeypatch.setattr(service, "extract_now", lambda source: EXTRACTED)
    listening = _listen(0)
    port = listening.getsockname()[1]
    config = uvicorn.Config(application(Reviews(project, "أ"), TOKEN, port), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Site(project, f"http://127.0.0.1:{port}/{TOKEN}/d/{NAME}")
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture
def console() -> Console:
    return Console()


@pytest.fixture
def page(chromium: Any, console: Console) -> Iterator[Any]:
    """A desktop page whose complaints are kept."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    console.watch(page)
    yield page
    context.close()
