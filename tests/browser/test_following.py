"""An editor's browser: a saved text appears within a second, and a mistake stands on its own page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from internationals.live import LiveServer
from internationals.preview import Preview
from tests.editing.a_project import OF_OTHER, OF_PAGE, PAGE, built_in, own, project

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "leiden")


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    server = LiveServer(Preview(folder, "2022"), 0, lambda _said: None)
    server.open()
    yield f"http://127.0.0.1:{server.port}/"
    server.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def appears(page: Page, text: str) -> float:
    """How many seconds it takes until a text stands on the page, which the browser loads by itself."""
    began = time.monotonic()
    page.locator("body", has_text=text).wait_for(timeout=3000)
    return time.monotonic() - began


def test_a_saved_text_appears_within_a_second_without_a_key_being_pressed(
    page: Page, folder: Path, address: str, complaints: list[str]
) -> None:
    page.goto(address + OF_PAGE["nl"])
    seconds = []
    for words in ("Dit schreef de redactie.", "En zij schreef door.", "Zij was klaar."):
        own(folder, "nl.md", built_in("nl.md") + f"\n{words}\n")
        seconds.append(appears(page, words))
    assert min(seconds) < 1, "a busy machine may be late once, and not always"
    assert complaints == []


def test_a_mistake_appears_on_its_page_and_goes_when_it_is_mended(
    page: Page, folder: Path, address: str
) -> None:
    page.goto(address + OF_PAGE["en"])
    heading = page.locator("h1").inner_text()
    path = own(folder, "en.md", "There are 7.\n")
    appears(page, f"pages/{PAGE}/en.md, line 1: '7.' is a number typed by hand")
    assert page.locator("h1").inner_text() == heading
    page.goto(address + OF_OTHER["en"])
    assert page.locator("figure").count() and not page.locator("text=typed by hand").count()
    page.goto(address + OF_PAGE["en"])
    path.unlink()
    page.locator("figure").first.wait_for(timeout=3000)


def test_the_reader_stays_where_he_was(page: Page, folder: Path, address: str) -> None:
    page.goto(address + OF_PAGE["nl"])
    page.evaluate("scrollTo(0, 400)")
    own(folder, "nl.md", built_in("nl.md") + "\nDit schreef de redactie.\n")
    appears(page, "Dit schreef de redactie.")
    page.wait_for_function("scrollY === 400", timeout=2000)


def test_a_mistake_that_belongs_to_no_page_is_in_sight_wherever_the_reader_is(
    page: Page, folder: Path, address: str, complaints: list[str]
) -> None:
    page.goto(address + OF_PAGE["nl"])
    page.evaluate("scrollTo(0, 400)")
    (folder / "facts.yml").write_text("vision: then\n", encoding="utf-8")
    appears(page, "facts.yml, line 1")
    page.wait_for_function(
        "document.querySelector('[role=alert]').getBoundingClientRect().top === 0", timeout=2000
    )
    assert complaints == []


def test_the_explorer_works_in_the_preview_and_so_do_pictures_and_workbooks_of_figures(
    page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(address + "en/explorer/index.html?table=residents_nationality")
    page.wait_for_selector(".drawing svg")
    page.goto(address + OF_PAGE["en"])
    for kind in ("png", "xlsx"):
        link = page.locator(f'main a[href$=".{kind}"]').first
        answer = page.request.get(link.evaluate("each => each.href"))
        assert answer.ok and answer.body()[:4] in (b"\x89PNG", b"PK\x03\x04")
    assert not complaints
