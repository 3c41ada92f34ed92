"""The server of the review page, spoken to without a socket: who is refused, what is escaped, what each answer means."""

from __future__ import annotations

import asyncio
import json
import re
import socket
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.claims import load
from pipeline.errors import InputError
from pipeline.fields import flat
from pipeline.report.project import Project
from pipeline.review import service
from pipeline.review.app import application
from pipeline.review.command import new
from pipeline.review.guard import MAX_BODY, App, Guard
from pipeline.review.new import begin
from pipeline.review.serve import _listen
from pipeline.review.service import Reviews
from tests.reviewing import EUROS, EXTRACTED, NAME, TEXT, lay

PORT, TOKEN = 8123, "a-token-of-this-run"
HOST = f"127.0.0.1:{PORT}"
OWN = {
    "host": HOST,
    "origin": f"http://{HOST}",
    "content-type": "application/json",
    "x-tadqiq-token": TOKEN,
    "sec-fetch-site": "same-origin",
}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found


def ask(app: App, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> Answer:
    sent: list[Any] = []
    parts = [body[i : i + 65536] for i in range(0, len(body), 65536)] or [b""]

    async def receive() -> dict[str, Any]:
        part = parts.pop(0) if parts else b""
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", PORT),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    start = sent[0]
    content = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(start["status"], {name.decode().lower(): value.decode() for name, value in start["headers"]}, content)


async def _inner(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


GUARD = Guard(_inner, TOKEN, PORT)
PAGE, CHANGE = f"/{TOKEN}/d/{NAME}", f"/{TOKEN}/d/{NAME}/decide"


def test_the_page_itself_is_let_through() -> None:
    assert ask(GUARD, "GET", PAGE, {"host": HOST}).body == b"in"
    assert ask(GUARD, "GET", PAGE, {"host": f"localhost:{PORT}"}).status == 200
    assert ask(GUARD, "POST", CHANGE, OWN, b"{}").status == 200


@pytest.mark.parametrize(
    ("what", "method", "path", "headers", "status"),
    [
        ("another name that leads here (DNS rebinding)", "GET", PAGE, {"host": f"evil.example:{PORT}"}, 421),
        ("the right address with another port", "GET", PAGE, {"host": "127.0.0.1:80"}, 421),
        ("no host", "GET", PAGE, {}, 421),
        ("no token", "GET", "/", {"host": HOST}, 403),
        ("another run's token", "GET", f"/{TOKEN[::-1]}/d/x", {"host": HOST}, 403),
        ("a page of another site that embeds ours", "GET", PAGE, {"host": HOST, "sec-fetch-site": "cross-site"}, 403),
        ("another program's page on this machine", "GET", PAGE, {"host": HOST, "sec-fetch-site": "same-site"}, 403),
        ("a form of another site", "POST", CHANGE, {**OWN, "origin": "https://evil.example"}, 403),
        ("a page without an origin", "POST", CHANGE, {**OWN, "origin": "null"}, 403),
        ("no origin at all", "POST", CHANGE, {k: v for k, v in OWN.items() if k != "origin"}, 403),
        ("an origin on another port", "POST", CHANGE, {**OWN, "origin": "http://127.0.0.1:9"}, 403),
        ("a change without the token's header", "POST", CHANGE, {k: v for k, v in OWN.items() if k != "x-tadqiq-token"}, 403),
        ("what a plain form can send", "POST", CHANGE, {**OWN, "content-type": "text/plain"}, 415),
        ("another method", "DELETE", CHANGE, OWN, 405),
        ("a body that says it is large", "POST", CHANGE, {**OWN, "content-length": str(MAX_BODY + 1)}, 413),
        ("a length that is none", "POST", CHANGE, {**OWN, "content-length": "-1"}, 413),
    ],
)
def test_everyone_else_is_refused(what: str, method: str, path: str, headers: dict[str, str], status: int) -> None:
    answer = ask(GUARD, method, path, headers, b"{}")
    assert (answer.status, answer.body != b"in") == (status, True), what
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_body_that_grows_beyond_the_limit_is_refused() -> None:
    assert ask(GUARD, "POST", CHANGE, OWN, b"x" * (MAX_BODY + 1)).status == 413
    assert ask(GUARD, "POST", CHANGE, OWN, b"x" * MAX_BODY).status == 200


def test_two_hosts_in_one_request_are_refused() -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    hosts = [(b"host", HOST.encode()), (b"host", b"evil.example")]
    asyncio.run(GUARD({"type": "http", "method": "GET", "path": PAGE, "headers": hosts}, receive, send))
    assert sent[0]["status"] == 421


def test_it_listens_on_the_loopback_address_alone() -> None:
    listening = _listen(0)
    try:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.family == socket.AF_INET
        listening.listen()
        with pytest.raises(InputError, match="name another"):
            _listen(listening.getsockname()[1])
    finally:
        listening.close()


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    pytest.importorskip("starlette", reason="the review page needs the extra `review`: make env-review")
    monkeypatch.setattr(service, "extract_now", lambda source: EXTRACTED)
    return application(Reviews(lay(tmp_path), "أ"), TOKEN, PORT)


def _state(app: App) -> dict[str, Any]:
    html = ask(app, "GET", PAGE, {"host": HOST}).body.decode()
    (block,) = re.findall(r'<script type="application/json" id="state">(.*?)</script>', html, re.DOTALL)
    found: dict[str, Any] = json.loads(block)
    return found


def test_the_page_escapes_the_source_and_runs_nothing_inline(app: App) -> None:
    answer = ask(app, "GET", PAGE, {"host": HOST})
    html = answer.body.decode()
    assert answer.status == 200
    assert "&lt;script&gt;window.hit = 1&lt;/script&gt;" in html
    assert len(re.findall("<script", html)) == len(re.findall(r'<script (src="/|type="application/json")', html)) == 4
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert _state(app)["text"] == TEXT, "carriage returns and all"


def test_it_leads_to_the_first_open_document_and_serves_its_own_files_only(app: App) -> None:
    assert ask(app, "GET", f"/{TOKEN}/", {"host": HOST}).headers["location"] == f"/{TOKEN}/d/{NAME}"
    assert ask(app, "GET", f"/{TOKEN}/static/review.js", {"host": HOST}).headers["content-type"].startswith("text/javascript")
    for path in ("static/../app.py", "static/app.py", "static/%2e%2e/app.py", "d/..%2f..%2fetc", "d/none"):
        assert ask(app, "GET", f"/{TOKEN}/{path}", {"host": HOST}).status == 404, path


def test_each_answer_means_one_thing(app: App) -> None:
    state = _state(app)
    add = {"action": "add", "claim": flat(EUROS), "version": state["version"]}
    good = ask(app, "POST", CHANGE, OWN, json.dumps(add).encode())
    assert good.status == 200
    late = ask(app, "POST", CHANGE, OWN, json.dumps(add).encode())
    assert (late.status, late.json["version"]) == (409, good.json["version"])
    assert late.json["by"][0]["action"] == "add"
    again = ask(app, "POST", CHANGE, OWN, json.dumps({**add, "version": good.json["version"]}).encode())
    assert (again.status, again.json["field"]) == (422, "text")
    for body in (b"{", b"[]", b"{}", b'{"action": "drop"}', b'{"action": "edit", "item": 5, "claim": {}}'):
        assert ask(app, "POST", CHANGE, OWN, body).status == 422, body
    assert ask(app, "POST", f"/{TOKEN}/d/none/decide", OWN, json.dumps(add).encode()).status == 400
    assert ask(app, "POST", f"/{TOKEN}/d/{NAME}/erase", OWN, b"{}").status == 422


def test_a_document_that_cannot_be_read_says_why(app: App, tmp_path: Path) -> None:
    (tmp_path / "fixtures" / f"{NAME}.claims.json").write_text('{"<b>": 1}')
    answer = ask(app, "GET", PAGE, {"host": HOST})
    assert answer.status == 500
    assert b"claims.json" in answer.body
    assert b"<b>" not in answer.body


def test_a_new_document_starts_with_an_empty_fixture(tmp_path: Path) -> None:
    article = tmp_path / "مقال جديد.txt"
    data = 'العنوان "الأول"\r\nدفع 5 دنانير.\r\n'.encode()
    article.write_bytes(data)
    seeds, fixtures = tmp_path / "seeds", tmp_path / "fixtures"
    with pytest.raises(InputError, match="cannot name a document"):
        begin(article, seeds, fixtures, name="../maqal")
    new(article, "maqal", None, "2024-05-01", "jo", "جريدة", fixtures, seeds)
    assert (seeds / "maqal.txt").read_bytes() == data
    settings = tomllib.loads((seeds / "maqal.toml").read_text("utf-8"))
    assert (settings["title"], settings["file"], settings["region"]) == ('العنوان "الأول"', article.name, "JO")
    assert settings["published"].isoformat() == "2024-05-01"
    fixture = load((fixtures / "maqal.claims.json").read_bytes(), "f")
    assert (fixture.claims, fixture.source.characters) == ((), len(data.decode()))
    assert Reviews(Project(seeds, fixtures), "أ").open("maqal").begun
    with pytest.raises(InputError, match="is there already"):
        begin(article, seeds, fixtures, name="maqal")
    article.write_bytes("دفع".encode("cp1256"))
    with pytest.raises(InputError, match="UTF-8"):
        begin(article, seeds, fixtures, name="other")
    assert sorted(path.name for path in seeds.iterdir()) == ["maqal.toml", "maqal.txt"]


def test_what_stands_beside_a_new_text_holds_unless_the_caller_says_otherwise(tmp_path: Path) -> None:
    article, seeds, fixtures = tmp_path / "ma.txt", tmp_path / "seeds", tmp_path / "fixtures"
    article.write_text("دفع 5 دراهم العام الماضي.", encoding="utf-8")
    beside = article.with_suffix(".toml")
    beside.write_text('published = 2025-03-28\nregion = "ma"\norigin = "جريدة"\n', encoding="utf-8")
    begin(article, seeds, fixtures, region="AE", title="خبر")
    settings = tomllib.loads((seeds / "ma.toml").read_text("utf-8"))
    assert (settings["published"].isoformat(), settings["region"]) == ("2025-03-28", "AE")
    assert (settings["origin"], settings["title"], settings["language"]) == ("جريدة", "خبر", "ar")
    source = load((fixtures / "ma.claims.json").read_bytes(), "f").source
    assert (source.published, source.region) == ("2025-03-28", "AE")
    beside.write_text('published = "soon"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"ma\.toml: published: 'soon' is no date"):
        begin(article, seeds, fixtures, name="other")
    assert sorted(path.name for path in seeds.iterdir()) == ["ma.toml", "ma.txt"]
