"""The site in a real browser: nothing fails, nothing sticks out, and everything works without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (1280, 375, 320)


def paths(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html"
    )


def of_a_page(site: Path, language: str) -> str:
    """The address of a page with a figure, which is no page to embed: those have no header."""
    return next(
        path
        for path in paths(site)
        if path.startswith(f"{language}/") and 'id="fig-' in (site / path).read_text(encoding="utf-8")
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_complains_or_asks_elsewhere_or_is_wider_than_the_screen(
    browser: Browser, site: Path, address: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wrong: list[str] = []
    host = address.removesuffix("site/")
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.type}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("request", lambda request: None if request.url.startswith(host) else wrong.append(request.url))
    page.on("response", lambda response: None if response.status < 400 else wrong.append(response.url))
    # The browser itself stops what it still asks for when it is sent on to the next page.
    page.on(
        "requestfailed",
        lambda request: None if request.failure == "net::ERR_ABORTED" else wrong.append(request.url),
    )
    assert len(paths(site)) > 6
    for path in paths(site):
        page.goto(address + path)
        sticking_out = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if sticking_out > 0:
            wrong.append(f"{path} is {sticking_out} px wider than {width}")
    context.close()
    assert not wrong


def test_every_link_within_the_site_leads_to_a_page_and_a_place_on_it(
    page: Page, site: Path, address: str
) -> None:
    wrong = []
    for path in paths(site):
        page.goto(address + path)
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        for link in links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            # Downloads stand beside the site, where this server does not look.
            file = (site / path).parent / unquote(parts.path) if parts.path else site / path
            content = file.read_bytes() if file.is_file() else b""
            if not content or (parts.fragment and f'id="{parts.fragment}"'.encode() not in content):
                wrong.append(f"{path}: {link}")
    assert not wrong


@pytest.mark.parametrize(("language", "other"), [("nl", "en"), ("en", "nl")])
def test_the_language_switch_leads_to_the_same_page_and_back(
    page: Page, site: Path, address: str, language: str, other: str
) -> None:
    page.goto(address + of_a_page(site, language))
    start, figures = page.url, page.eval_on_selector_all("figure", "all => all.map(each => each.id)")
    assert page.evaluate("document.documentElement.lang") == language
    page.click(f'.language-switch a[hreflang="{other}"]')
    assert page.evaluate("document.documentElement.lang") == other
    assert page.eval_on_selector_all("figure", "all => all.map(each => each.id)") == figures != []
    page.click(f'.language-switch a[hreflang="{language}"]')
    assert page.url == start


def test_the_first_stop_of_the_keyboard_skips_to_the_content(page: Page, site: Path, address: str) -> None:
    page.goto(address + of_a_page(site, "nl"))
    page.keyboard.press("Tab")
    skip = page.locator(".nl-skip-link")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.evaluate(
        "link => { const at = link.getBoundingClientRect(); return at.top >= 0 && at.left >= 0; }"
    )
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_numbers_of_a_figure_open_with_the_keyboard_and_can_be_read(
    page: Page, site: Path, address: str
) -> None:
    page.goto(address + of_a_page(site, "en"))
    details = page.locator("details.numbers").first
    table = details.locator("table")
    assert not table.is_visible()
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert table.is_visible()
    header = table.locator("thead th").all_inner_texts()
    rows = [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]
    assert len(header) > 1 and all(header) and len(rows) > 1
    assert {len(row) for row in rows} == {len(header)} and all(cell.strip() for row in rows for cell in row)
    assert table.locator("caption").inner_text().strip()
    page.keyboard.press("Enter")
    assert not table.is_visible()


def test_on_a_phone_the_menu_opens_with_the_keyboard_and_leads_on(
    browser: Browser, site: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(f"{address}en/index.html")
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Space")
    links = menu.locator("a")
    assert links.count() > 1 and links.last.is_visible()
    last = links.last.get_attribute("href") or ""
    links.last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{last.removeprefix('../')}")
    context.close()


@pytest.mark.parametrize(("width", "shown"), [(1280, "wide"), (375, "narrow")])
def test_one_drawing_of_a_figure_is_shown_and_its_text_is_large_enough(
    browser: Browser, site: Path, address: str, width: int, shown: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + of_a_page(site, "nl"))
    for figure in page.locator("figure").all():
        visible = [kind for kind in ("wide", "narrow") if figure.locator(f".chart-{kind}").first.is_visible()]
        assert visible == [shown]
        heights = figure.locator(f".chart-{shown} text").evaluate_all(
            "all => all.filter(each => each.textContent.trim()).map(each => each.getScreenCTM().d"
            " * parseFloat(getComputedStyle(each).fontSize))"
        )
        assert heights and min(heights) >= 11.9
    context.close()
