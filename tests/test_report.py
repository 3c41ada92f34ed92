"""The report: one file, everything escaped, every claim marked; and the parts that it shares with the review page."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.report.command import report
from pipeline.report.difference import pair
from pipeline.report.html import data_block, tag
from pipeline.report.marks import Mark, marks_of, source_html
from pipeline.report.page import report as page
from pipeline.report.plot import plot
from pipeline.report.words import Words, table
from tests.reviewing import EXTRACTED, FIXTURE, NAME, TEXT, claim, document, lay

PAIR = pair(NAME, TEXT, EXTRACTED, FIXTURE)


class Pieces(HTMLParser):
    """What a browser makes of the marked source: (offset, text, classes) of each piece."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[tuple[int, str, str]] = []
        self.tags: list[str] = []
        self._open: dict[str, str | None] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = dict(attrs)

    def handle_data(self, data: str) -> None:
        self.pieces.append((int(self._open.get("data-o") or 0), data, self._open.get("class") or ""))


@pytest.mark.parametrize("text", [TEXT, "", "\n\n", "a\r\nb\rc\n", "س\x00ص\x1b[0m", "&lt; <b> &amp;\u202e‎"])
def test_each_piece_of_the_source_knows_its_offset(text: str) -> None:
    html = source_html(text, [Mark(1, 3, 0, "money", "same"), Mark(2, 3, 1, "year", "missing")] if len(text) > 3 else [])
    found = Pieces(html)
    assert set(found.tags) <= {"p", "span", "mark", "br"}
    for offset, words, _ in found.pieces:
        pictured = len(words) == 1 and 0x2400 <= ord(words) <= 0x2421
        assert text[offset : offset + len(words)] == words or pictured
    covered = {i for offset, words, _ in found.pieces for i in range(offset, offset + len(words))}
    assert {i for i in range(len(text)) if text[i] not in "\r\n"} == covered


def test_every_claim_is_marked_by_kind_and_status() -> None:
    found = Pieces(source_html(TEXT, marks_of(PAIR.differences)))
    marked = {words: classes for _, words, classes in found.pieces if classes}
    assert marked == {
        "47 دولارًا": "k-money s-changed whole",
        "2024": "k-year s-same whole",
        "3%": "k-percent s-missing whole",
        "12 مليون دولار": "k-money s-same whole",
        "5 دنانير أردنية": "k-money s-unexpected whole",
    }


def test_the_page_is_self_contained_and_escapes_the_source() -> None:
    html = page([PAIR]).decode()
    assert html.count("<script") == html.count("</script>") == 2, "its own script and its words, nothing of the source"
    assert "&lt;script&gt;window.hit = 1&lt;/script&gt;" in html
    assert "onmouseover='" not in html
    assert not re.search(r"""(src|href)=["'](?!#)""", html), "nothing is fetched"
    assert not re.search(r"url\(|@import|https?://", html)
    assert "default-src &#x27;none&#x27;" in html
    assert page([PAIR]) == page([PAIR])


def test_the_policy_allows_exactly_the_scripts_and_styles_inside() -> None:
    from base64 import b64encode
    from hashlib import sha256

    html = page([PAIR]).decode()
    for name in ("style", "script"):
        (inside,) = re.findall(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in html


def test_both_languages_say_everything() -> None:
    for key, words in table().items():
        assert set(words) == {"ar", "en"}, key
        assert all(words.values()), key
    assert '<html lang="ar" dir="rtl">' in page([PAIR]).decode()
    assert '<html lang="en" dir="ltr">' in page([PAIR], "en").decode()
    assert "Report of claims" in page([PAIR], "en").decode()


def test_amounts_by_year_are_drawn_where_the_year_is_known() -> None:
    drawn = plot(enumerate(EXTRACTED.claims), Words())
    assert drawn.count("<circle") == 1
    assert ">2024<" in drawn
    assert "<bdi>2</bdi>" in drawn, "two amounts have no year"
    ranged = claim("money", "47 دولارًا", low="40", high="55", currency="USD", context_when_low="2019", context_when_high="2024")
    assert plot(enumerate(document(ranged).claims), Words()).count('class="span"') == 2
    zero = claim("money", "47 دولارًا", value="0", currency="USD", context_when_low="2019", context_when_high="2019")
    assert "<circle" not in plot(enumerate(document(zero).claims), Words()), "zero has no place on a logarithmic scale"


def test_figures_keep_their_digits() -> None:
    html = page([PAIR]).decode()
    assert "12,000,000" in html
    assert "دولار أمريكي" in html
    assert Decimal("12000000") == EXTRACTED.claims[2].value


def test_data_cannot_leave_its_block() -> None:
    block = data_block("x", {"a": "</script><script>alert(1)</script><!--\u2028"})
    assert block.count("<") == 2
    assert tag("p", title='" onload="x') == '<p title="&quot; onload=&quot;x"></p>'


def test_the_command_writes_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = lay(tmp_path)
    out = tmp_path / "out/report.html"
    report([NAME], out, project.fixtures, project.claims, project.seeds, "en")
    assert "claims of 1 document(s)" in capsys.readouterr().err
    assert out.stat().st_size < 1_000_000
    with pytest.raises(InputError, match="--lang"):
        report([NAME], out, project.fixtures, project.claims, project.seeds, "fr")
    assert [path.name for path in out.parent.iterdir()] == ["report.html"]


def test_a_document_without_a_fixture_is_reported(tmp_path: Path) -> None:
    project = lay(tmp_path, None)
    report([NAME], tmp_path / "r.html", project.fixtures, project.claims, project.seeds)
    assert "لا أرقام في المرجع بعد" in (tmp_path / "r.html").read_text("utf-8")
