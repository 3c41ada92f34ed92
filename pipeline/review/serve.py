"""Runs the review page on the loopback address. In: folders, a port; out: nothing, until Ctrl-C."""

from __future__ import annotations

import secrets
import socket
import webbrowser
from pathlib import Path

import typer

from ..errors import InputError
from ..report.project import Project
from ..report.words import Language
from .app import application
from .service import Reviews

HOST = "127.0.0.1"


def serve(seeds: Path, fixtures: Path, port: int, language: Language, *, open_browser: bool) -> None:
    """Binds to 127.0.0.1 and nothing else, prints the address with this run's token, and serves. Raises InputError."""
    import uvicorn

    project = Project(seeds, fixtures)
    project.sourced()
    listening = _listen(port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    url = f"http://{HOST}:{port}/{token}/"
    app = application(Reviews(project), token, port, language)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off", ws="none")
    typer.echo(f"{url}\nCtrl-C ends it; decisions are in {fixtures}/", err=False)
    if open_browser:
        webbrowser.open(url)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        listening.close()
        raise InputError(f"--port {port}: {error.strerror}; name another, or 0 for a free one") from None
    return listening
