"""Who may speak to the review server: an ASGI layer around the application. In: a request; out: the same, or a refusal.

The server has no users and no passwords, so it trusts nobody but the page that the reviewer opened: the Host must be the
loopback address that it bound (another name that leads here is DNS rebinding), the path begins with a token that is new in each
run, and what changes something comes from the page's own origin, as JSON, with the token in a header that no form can send.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from secrets import compare_digest
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MAX_BODY = 256 * 1024
TOKEN_HEADER = b"x-tadqiq-token"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types page"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class Guard:
    """The layer; ``port`` and ``token`` are of this run."""

    def __init__(self, app: App, token: str, port: int) -> None:
        self._app, self._token = app, token.encode()
        self._hosts = {f"127.0.0.1:{port}".encode(), f"localhost:{port}".encode()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        headers: dict[bytes, bytes] = dict(scope["headers"])
        refusal = self._refusal(scope, headers)
        if refusal is None:
            body = await _read(receive, headers)
            if body is not None:
                await self._app(scope, _again(body), _with_headers(send))
                return
            refusal = 413, "the request is too large"
        await _refuse(send, *refusal)

    def _refusal(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[int, str] | None:
        """Status and reason where a request is refused, else None."""
        host = headers.get(b"host", b"")
        if host not in self._hosts or sum(name == b"host" for name, _ in scope["headers"]) != 1:
            return 421, "this server answers to its loopback address only"
        if headers.get(b"sec-fetch-site", b"none") not in (b"none", b"same-origin"):
            return 403, "requests of other sites are refused"
        first = scope["path"].split("/")[1].encode("utf-8", "replace")
        if not compare_digest(first, self._token):
            return 403, "open the address that the terminal printed; it changes with every start"
        if scope["method"] in ("GET", "HEAD"):
            return None
        if scope["method"] != "POST":
            return 405, "GET and POST only"
        if headers.get(b"origin") != b"http://" + host:
            return 403, "changes come from the page itself"
        if not compare_digest(headers.get(TOKEN_HEADER, b""), self._token):
            return 403, "the token is missing"
        if headers.get(b"content-type", b"").split(b";")[0].strip() != b"application/json":
            return 415, "JSON only"
        return None


async def _read(receive: Receive, headers: dict[bytes, bytes]) -> bytes | None:
    """The body, None when it is longer than allowed, by its own word or in fact."""
    declared = headers.get(b"content-length", b"0")
    if not declared.isdigit() or int(declared) > MAX_BODY:
        return None
    body = b""
    while True:
        message = await receive()
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY:
            return None
        if not message.get("more_body"):
            return body


def _again(body: bytes) -> Receive:
    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _with_headers(send: Send) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *HEADERS]}
        await send(message)

    return wrapped


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = f"{reason}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await _with_headers(send)({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
