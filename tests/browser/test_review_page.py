"""The review page in a browser: decide, edit, add by selecting, undo, reload; the fixture file holds exactly that."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.canonical import dump_dict
from pipeline.claims import load
from tests.browser.conftest import Console, Site
from tests.reviewing import DINARS, EUROS, FIXTURE, NAME, PRICE, PROFIT, TEXT, TOTAL, YEAR, document

SELECT = """(words) => {
  const box = document.getElementById("source");
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return selection.toString();
    }
  }
}"""


def _saved(page: Any, left: int, done: int) -> None:
    """Waits until the page shows the server's state after a decision."""
    for name, count in (("left", left), ("done", done)):
        page.locator(f"#{name}:text-is('{count}')").wait_for()


def _fixture(site: Site) -> bytes:
    return site.project.fixture_path(NAME).read_bytes()


def test_a_whole_review(site: Site, page: Any, console: Console) -> None:
    page.goto(site.url)
    assert page.evaluate("document.documentElement.dir") == "rtl"
    marks = page.locator("#source mark")
    assert marks.all_inner_texts() == ["47 دولارًا", "2024", "3%", "12 مليون دولار", "5 دنانير أردنية"]
    assert page.evaluate("getComputedStyle(document.querySelector('#source p')).direction") == "rtl"
    first, second = marks.nth(0).bounding_box(), marks.nth(1).bounding_box()
    assert first["x"] > second["x"], "the first claim of a line stands to the right of the second"
    assert page.evaluate("window.hit") is None, "markup in the source is text"

    # Accept the unexpected claim, by its button.
    page.locator(".card", has_text="دنانير").click()
    page.locator(".card", has_text="دنانير").locator("[data-action=take]").click()
    _saved(page, 2, 1)

    # Edit the changed one, by keys: its value, and its metric by selecting other words.
    page.locator(".card", has_text="دولارًا").first.click()
    page.keyboard.press("3")
    page.locator("[name=value]").fill("47.5")
    page.locator("[data-pick='context.metric']").click()
    assert page.evaluate(SELECT, "السهم") == "السهم"
    page.locator("#source").dispatch_event("mouseup")
    page.locator("[data-words='context.metric']:text-is('السهم')").wait_for()
    page.locator("#f-note").fill("القيمة في النص")
    page.keyboard.press("Control+Enter")
    _saved(page, 1, 2)

    # Add a claim that both missed, by selecting it behind an emoji family.
    assert page.evaluate(SELECT, "7 ملايين يورو") == "7 ملايين يورو"
    page.keyboard.press("a")
    page.locator("#editor").wait_for()
    page.locator("#f-kind").select_option("money")
    page.locator("[name=value]").fill("٧٠٠٠٠٠٠")
    page.locator("[name=currency]").fill("eur")
    for name in ("metric", "subject", "attributed_to"):
        page.locator(f"[data-drop='context.{name}']").click()
    for name in ("per", "low", "high", "context.when.low", "context.when.high"):
        page.locator(f"[name='{name}']").fill("")
    for name in ("modifier", "context.direction"):
        page.locator(f"[name='{name}']").select_option("")
    page.evaluate("document.querySelector('#editor details').open = true")
    page.locator("[name=currency_from]").select_option("")
    page.locator("[name='context.modality']").select_option("asserted")
    page.locator("#editor [type=submit]").click()
    _saved(page, 1, 3)

    # Reject the missing one, and undo that.
    page.keyboard.press("4")
    _saved(page, 0, 4)
    page.keyboard.press("u")
    _saved(page, 1, 3)

    page.reload()
    _saved(page, 1, 3)
    metric = {"start": TEXT.index("السهم"), "end": TEXT.index("السهم") + 5, "text": "السهم"}
    edited = {**PRICE, "value": "47.5", "context": {**PRICE["context"], "metric": metric}}
    wanted = document(edited, YEAR, PROFIT, TOTAL, DINARS, EUROS)
    assert load(_fixture(site), "fixture") == wanted
    assert _fixture(site) == dump_dict(wanted.model_dump(mode="json", exclude_none=True, by_alias=True)), "canonical, to the byte"
    log = [json.loads(line) for line in (site.project.fixtures / f"{NAME}.review.jsonl").read_text("utf-8").splitlines()]
    assert [line["action"] for line in log] == ["take", "edit", "add", "reject", "undo"]
    assert log[1]["note"] == "القيمة في النص"
    assert console.lines == []


def test_one_changed_value_is_one_difference_on_the_page(site: Site, page: Any) -> None:
    page.goto(site.url)
    rows = page.locator(".card.s-changed table.changes tbody tr")
    assert rows.count() == 1
    assert rows.first.locator("td").all_inner_texts() == ["47", "48"]
    assert rows.first.locator("th").inner_text() == "القيمة"


def test_the_second_page_is_told_and_its_decision_is_kept(site: Site, page: Any) -> None:
    page.goto(site.url)
    other = page.context.new_page()
    other.goto(site.url)
    other.keyboard.press("2")
    _saved(other, 2, 1)
    page.keyboard.press("j")
    page.keyboard.press("4")
    page.locator("#conflict[open]").wait_for()
    told = page.locator("#conflict-changes").inner_text()
    assert "value: 47 → 48" in told
    assert {claim.text for claim in load(_fixture(site), "f").claims} >= {"3%"}, "nothing is written yet"
    page.locator("#conflict-apply").click()
    _saved(page, 1, 2)
    values = {claim.text: str(claim.value) for claim in load(_fixture(site), "f").claims}
    assert values == {"47 دولارًا": "48", "2024": "2024", "12 مليون دولار": "12000000"}


def test_an_edit_whose_difference_is_gone_stays_in_the_form(site: Site, page: Any) -> None:
    page.goto(site.url)
    page.keyboard.press("3")
    page.locator("[name=value]").fill("47.25")
    path = site.project.fixture_path(NAME)
    path.write_bytes(path.read_bytes().replace(b'"value": "47"', b'"value": "49"'))
    page.keyboard.press("Control+Enter")
    page.locator("#conflict[open]").wait_for()
    page.locator("#conflict-apply").click()
    page.locator("#conflict-apply").wait_for(state="hidden")
    page.locator("#conflict-look").click()
    page.locator("#editor").wait_for()
    assert page.locator("[name=value]").input_value() == "47.25"
    assert b"47.25" not in path.read_bytes()


@pytest.mark.parametrize("line", [1, 3])
def test_a_whole_line_can_be_selected_by_three_clicks(site: Site, page: Any, line: int) -> None:
    page.goto(site.url)
    page.locator("#source p").nth(line).click(click_count=3, position={"x": 5, "y": 20})
    page.keyboard.press("a")
    page.locator("#editor").wait_for()
    words = TEXT.split("\r\n")[line]
    ends = [int(page.locator(f"[name='text.{end}']").input_value()) for end in ("start", "end")]
    assert ends == [TEXT.index(words), TEXT.index(words) + len(words)]
    assert page.locator("[data-words=text]").inner_text() == words


def test_a_wrong_value_is_told_beside_its_field(site: Site, page: Any) -> None:
    page.goto(site.url)
    page.keyboard.press("3")
    page.locator("[name=currency]").fill("dollars")
    page.keyboard.press("Control+Enter")
    page.locator("#editor-problem").wait_for()
    assert page.locator("[name=currency]").get_attribute("aria-invalid") == "true"
    page.keyboard.press("Escape")
    assert load(_fixture(site), "f") == FIXTURE


@pytest.mark.parametrize("width", [390, 1280])
def test_a_refusal_is_in_the_page_s_language_and_leaves_the_save_button_free(site: Site, page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 850})
    page.goto(site.url)
    page.keyboard.press("3")
    page.locator("[name=value]").fill("1,500")
    page.keyboard.press("Control+Enter")
    page.locator("#editor-problem").wait_for()
    told = page.locator("#editor-problem").inner_text()
    assert told.startswith("لم يُحفظ: القيمة: \u20681,500\u2069 يُقرأ على وجهين")
    assert page.locator("#said").inner_text() == told
    button = page.locator("#editor [type=submit]")
    button.scroll_into_view_if_needed()
    save, said = button.bounding_box(), page.locator("#said").bounding_box()
    assert (
        said["x"] + said["width"] <= save["x"]
        or save["x"] + save["width"] <= said["x"]
        or said["y"] + said["height"] <= save["y"]
        or save["y"] + save["height"] <= said["y"]
    )
    page.locator("[name=value]").fill("١٬٥٠٠")
    button.click()
    _saved(page, 2, 1)
    assert b'"value": "1500"' in _fixture(site)


def test_keys_lead_through_differences_and_documents_under_any_layout(site: Site, page: Any) -> None:
    page.goto(site.url)
    current = "document.querySelector('.card.current').dataset.status"
    assert page.evaluate(current) == "changed"
    # An Arabic layout types ت where a Latin one types j.
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))")
    assert page.evaluate(current) == "missing"
    page.keyboard.press("k")
    assert page.evaluate(current) == "changed"
    page.keyboard.press("l")
    assert page.evaluate("document.documentElement.lang + document.documentElement.dir") == "enltr"
    page.keyboard.press("]")
    page.wait_for_url("**/thani")
    assert page.evaluate("document.documentElement.lang") == "en", "the language is kept"
    page.keyboard.press("[")
    page.wait_for_url(f"**/{NAME}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_no_serious_accessibility_violation(site: Site, page: Any, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 850})
    for prepare in ("", "3", "l"):
        page.goto(site.url)
        if prepare:
            page.keyboard.press(prepare)
        found = Axe().run(page).response["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the page"
