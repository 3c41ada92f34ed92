"""The routes of the review page. In: a project, a token; out: an ASGI application, guarded.

``GET /TOKEN/`` leads to the first document with open differences, ``GET /TOKEN/d/NAME`` is its page.
``POST /TOKEN/d/NAME/ACTION`` takes JSON and answers ``{"version"}``; 409 tells what changed meanwhile, 422 which field
to mend and how (``words``, by language), 400 what else is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import orjson

from ..errors import InputError, TadqiqError
from ..report.page import asset
from ..report.words import Language
from .decide import Decision
from .guard import App, Guard
from .problem import ConflictError, DecisionError
from .service import Reviews, State
from .suggest import suggestion
from .view import error_page, page

ASSETS = {
    "base.css": ("pipeline.report", "text/css"),
    "lang.js": ("pipeline.report", "text/javascript"),
    "review.css": ("pipeline.review", "text/css"),
    **{f"{name}.js": ("pipeline.review", "text/javascript") for name in ("review", "editor", "offsets", "send")},
}


def application(reviews: Reviews, token: str, port: int, language: Language = "ar") -> App:
    """The whole server, to be run on the loopback address and ``port``."""
    from starlette.applications import Starlette
    from starlette.concurrency import run_in_threadpool
    from starlette.requests import Request
    from starlette.responses import RedirectResponse, Response
    from starlette.routing import Route

    def html(content: bytes, status: int = 200) -> Response:
        return Response(content, status, media_type="text/html")

    async def first(request: Request) -> Response:
        try:
            return RedirectResponse(f"/{token}/d/{quote(_first(reviews))}", 303)
        except TadqiqError as error:
            return html(error_page(str(error), token, language), 500)

    async def document(request: Request) -> Response:
        try:
            return html(await run_in_threadpool(page, reviews, request.path_params["name"], token, language))
        except TadqiqError as error:
            return html(error_page(str(error), token, language), 404 if isinstance(error, InputError) else 500)

    async def change(request: Request) -> Response:
        names = request.path_params["name"], request.path_params["action"]
        status, answer = await run_in_threadpool(_answered, reviews, *names, await request.body())
        return Response(orjson.dumps(answer), status, media_type="application/json")

    async def static(request: Request) -> Response:
        package, kind = ASSETS.get(request.path_params["file"], ("", ""))
        return Response(asset(request.path_params["file"], package), media_type=kind) if package else Response("", 404)

    routes = [
        Route("/{token}/", first),
        Route("/{token}/d/{name}", document),
        Route("/{token}/d/{name}/{action}", change, methods=["POST"]),
        Route("/{token}/static/{file}", static),
    ]
    return Guard(Starlette(routes=routes), token, port)


def _first(reviews: Reviews) -> str:
    """The first document with something to decide, else the first of all. Raises InputError when there is none."""
    names = reviews.project.sourced()
    for name in names:
        try:
            if reviews.open(name).open:
                return name
        except TadqiqError:
            return name  # its page says what is wrong with it
    return names[0]


def _answered(reviews: Reviews, name: str, action: str, body: bytes) -> tuple[int, dict[str, Any]]:
    """Status and answer of one POST."""
    try:
        request = _object(body)
        if action == "suggest":
            return 200, {"claim": suggestion(reviews.open(name).source, request)}
        return 200, {"version": _changed(reviews, name, action, request).version}
    except ConflictError as error:
        return 409, {"error": str(error), "version": error.version, "changes": error.changes, "by": error.by}
    except DecisionError as error:
        return 422, {"error": str(error), "words": error.words, "field": error.field}
    except TadqiqError as error:
        return 400, {"error": str(error)}


def _changed(reviews: Reviews, name: str, action: str, request: Mapping[str, Any]) -> State:
    version = str(request.get("version", ""))
    actions: dict[str, Callable[[], State]] = {
        "decide": lambda: reviews.decide(name, version, Decision.of(request)),
        "undo": lambda: reviews.undo(name, version),
        "sign": lambda: reviews.sign(name, version, str(request.get("note") or "").strip()[:2000] or None),
        "rebase": lambda: reviews.rebase(name, version),
    }
    if action not in actions:
        raise DecisionError("action", "request", detail=f"one of {', '.join(actions)}")
    return actions[action]()


def _object(body: bytes) -> dict[str, Any]:
    try:
        request = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise DecisionError("", "request", detail=f"not JSON: {error}") from None
    if not isinstance(request, dict):
        raise DecisionError("", "request", detail="a JSON object is wanted")
    return request
