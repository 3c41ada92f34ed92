"""The report in a browser: from disk, with the network off, in both languages, on a phone, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.report.difference import pair
from pipeline.report.page import report
from tests.browser.conftest import Console
from tests.reviewing import EXTRACTED, FIXTURE, NAME, TEXT


@pytest.fixture
def offline(chromium: Any, console: Console, tmp_path: Path) -> Iterator[Any]:
    """The report opened from disk in a browser without a network."""
    path = tmp_path / "report.html"
    path.write_bytes(report([pair(NAME, TEXT, EXTRACTED, FIXTURE)]))
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    page = context.new_page()
    console.watch(page)
    page.goto(path.as_uri())
    yield page
    context.close()


def test_it_opens_from_disk_with_the_network_off(offline: Any, console: Console) -> None:
    assert offline.locator(".source mark").count() == 5
    assert offline.locator(".card").count() == 5
    assert offline.locator("svg circle").count() == 1
    assert offline.locator("svg").first.bounding_box()["height"] > 100
    assert offline.evaluate("window.hit") is None
    assert offline.evaluate("performance.getEntriesByType('resource').length") == 0
    assert console.lines == []


def test_filters_hide_cards_and_marks(offline: Any) -> None:
    offline.locator("[data-filter=kind][data-value=money]").click()
    assert offline.locator(".card:visible").count() == 2
    assert offline.locator("mark.off").count() == 3
    offline.locator("[data-filter=status][data-value=same]").click()
    offline.locator("[data-filter=status][data-value=missing]").click()
    assert offline.locator(".nothing").is_visible()
    assert offline.locator("[data-value=missing]").get_attribute("aria-pressed") == "false"


def test_keys_and_marks_lead_to_cards(offline: Any) -> None:
    for _ in range(2):
        offline.keyboard.press("j")
    assert offline.evaluate("document.activeElement.id") == "c1"
    assert offline.locator("mark.current").all_inner_texts() == ["2024"]
    offline.locator("mark", has_text="مليون").click()
    assert offline.evaluate("document.querySelector('.card.current .claim-words').textContent") == "12 مليون دولار"
    offline.locator("svg a").click()
    assert offline.locator(".card.current").count() == 1


def test_the_other_language_turns_every_word(offline: Any) -> None:
    offline.locator("#language").click()
    assert offline.evaluate("document.documentElement.dir") == "ltr"
    left = offline.evaluate(
        "[...document.querySelectorAll('[data-t]')].filter(e => /[\\u0600-\\u06ff]/.test(e.textContent)).map(e => e.dataset.t)"
    )
    assert left == ["language"]
    assert offline.evaluate("getComputedStyle(document.querySelector('.source p')).direction") == "rtl", (
        "the source stays as it is"
    )
    offline.keyboard.press("l")
    assert offline.locator("h1").inner_text() == "تقرير الأرقام"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_serious_accessibility_violation(offline: Any, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    offline.emulate_media(color_scheme=scheme)
    offline.set_viewport_size({"width": width, "height": 850})
    for _ in range(2):
        found = Axe().run(offline).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")] == []
        assert offline.evaluate("document.documentElement.scrollWidth <= innerWidth")
        offline.keyboard.press("l")


def test_paper_gets_text_and_cards_without_the_tools(offline: Any) -> None:
    offline.emulate_media(media="print", color_scheme="dark")
    assert not offline.locator(".filters").is_visible()
    assert offline.locator(".source").evaluate("e => getComputedStyle(e).overflow") == "visible"
    assert offline.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert len(offline.pdf()) > 5000
