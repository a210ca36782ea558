"""Everybody can read the site: by axe-core, by keyboard, with large text, on paper, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser import axe
from tests.browser.test_site import of_a_page, paths

pytestmark = pytest.mark.browser

OPENED = "document.querySelectorAll('details').forEach(each => { each.open = true })"
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
SHIFT = """() => new Promise(done => {
  let sum = 0;
  const observer = new PerformanceObserver(list => list.getEntries().forEach(each => { sum += each.value }));
  observer.observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200);
})"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1280, 768, 375, 320])
def test_axe_finds_nothing_on_any_page_closed_or_opened(
    browser: Browser, site: Path, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    wrong = []
    for path in (*paths(site), "404.html"):
        page.goto(address + path)
        wrong += [f"{path}: {found}" for found in axe.violations(page)]
        if page.locator("details").count():
            page.evaluate(OPENED)
            wrong += [f"{path}, opened: {found}" for found in axe.violations(page)]
    context.close()
    assert wrong == []


def test_every_page_weighs_less_than_300_kilobytes_and_nothing_on_it_moves(
    browser: Browser, site: Path, address: str
) -> None:
    wrong = []
    for path in paths(site):
        context = browser.new_context(viewport={"width": 375, "height": 800})
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer, to=answers: to.append(answer))
        page.goto(address + path)
        page.evaluate("document.fonts.ready.then(() => null)")
        weight = sum(len(answer.body()) for answer in answers)
        if weight >= 300_000:
            wrong.append(f"{path} weighs {weight} bytes")
        if shift := page.evaluate(SHIFT):
            wrong.append(f"{path} moves by {shift}")
        context.close()
    assert wrong == []


def test_every_stop_of_the_keyboard_is_in_sight_and_can_be_told(page: Page, site: Path, address: str) -> None:
    page.goto(address + of_a_page(site, "en"))
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
    stops: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const it = document.activeElement, at = it.getBoundingClientRect(), style = getComputedStyle(it);
              return it === document.body ? null : {
                what: it.outerHTML.slice(0, 120),
                kind: it.tagName + ' ' + (it.getAttribute('href') || ''),
                seen: at.width > 0 && at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth,
                told: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none',
              }
            }"""
        )
        if stop is None:
            break
        assert stop["seen"] and stop["told"], stop["what"]
        stops.append(stop["kind"])
    else:
        pytest.fail("the keyboard does not come to the end of the page")
    assert "#content" in stops[0]
    for part in ("INPUT", "BUTTON", "SUMMARY", ".csv"):
        assert any(part in stop for stop in stops), part


@pytest.mark.parametrize("width", [1280, 768])
def test_text_of_twice_the_size_does_not_make_a_page_scroll_sideways(
    browser: Browser, site: Path, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    wrong = []
    for path in paths(site):
        page.goto(address + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if (over := page.evaluate(TOO_WIDE)) > 0:
            wrong.append(f"{path}: {over} px")
    context.close()
    assert wrong == []


def test_paper_has_the_text_and_the_figures_and_no_navigation(page: Page, site: Path, address: str) -> None:
    page.goto(address + of_a_page(site, "nl"))
    page.emulate_media(media="print")
    shown = [each for each in page.locator("nav, form, .nl-skip-link").all() if each.is_visible()]
    assert shown == []
    assert page.locator("h1").is_visible() and page.locator("figure svg").first.is_visible()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_scripts_a_page_and_the_index_of_the_search_page_are_there(
    browser: Browser, site: Path, address: str, language: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + of_a_page(site, language))
    assert page.locator("figure svg").first.is_visible()
    page.goto(address + search_page(language))
    assert page.locator("ul.index a").count() > 5
    context.close()


@pytest.mark.parametrize(("language", "query"), [("nl", "nationaliteit"), ("en", "nationality")])
def test_searching_filters_announces_the_count_and_stands_in_the_address(
    page: Page, address: str, language: str, query: str
) -> None:
    page.goto(address + search_page(language))
    status, results = page.locator("main [role=status]"), page.locator("ul.results li")
    assert status.inner_text() == ""
    page.fill("#query", query)
    assert results.count() and query in status.inner_text()
    assert page.url.endswith(f"?q={query}")
    found = results.all_inner_texts()
    page.goto(address + search_page(language) + f"?q={query.replace('a', 'á')}")
    assert page.input_value("#query") == query.replace("a", "á")
    assert results.all_inner_texts() == found
    page.fill("#query", "qqqzzz")
    assert not results.count() and "qqqzzz" in status.inner_text()


def search_page(language: str) -> str:
    return {"nl": "nl/zoeken/index.html", "en": "en/search/index.html"}[language]
