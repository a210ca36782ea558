"""The explorer where something is not there: a code, a table, a server, a script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import an_explorer
from tests.browser.watching import EXPLORER, LINES, Watched

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?table=residents_distrikt", "There is no table ‘residents_distrikt’"),
        (
            "?table=quality&view=table&rows=year&year=1999",
            "‘1999’ is not in this edition. Shown instead: 2012",
        ),
        ("?table=quality&view=map", "cannot be shown as ‘map’"),
        ("?table=quality&view=table&rows=colour", "not broken down by ‘colour’"),
        ("?table=%E0%A4%A&view=%%%&rows=,,&=&year=__proto__", "There is no table"),
    ],
)
def test_an_address_that_has_gone_wrong_shows_the_nearest_and_says_so(
    watched: Watched, query: str, sentence: str
) -> None:
    page = watched.open(query)
    expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert page.locator(".shown h2").inner_text()


def test_a_table_that_cannot_be_fetched_is_a_sentence_and_can_be_tried_again(
    browser: Browser, host: str
) -> None:
    page = browser.new_page()
    page.route("**/quality.en.json.gz", lambda route: route.fulfill(status=503, body="<html>"))
    page.goto(host + EXPLORER + LINES)
    expect(page.get_by_role("alert")).to_contain_text("The table ‘Table quality’ could not be fetched.")
    assert page.locator(".explorer-tables a").first.is_visible()
    again = page.get_by_role("button", name="Try again")
    again.focus()
    page.keyboard.press("Enter")
    expect(again).to_be_enabled()
    expect(again).to_be_focused()
    page.unroute("**/quality.en.json.gz")
    page.keyboard.press("Enter")
    expect(page.locator(".drawing svg")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    expect(page.locator(".shown h2")).to_be_focused()
    page.close()


def test_without_the_list_of_tables_or_from_a_folder_it_says_what_to_do(
    browser: Browser, host: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.route("**/tables.en.json.gz", lambda route: route.abort())
    page.goto(host + EXPLORER)
    expect(page.get_by_role("alert")).to_contain_text("The list of tables could not be fetched.")
    page.unroute("**/tables.en.json.gz")
    page.get_by_role("button", name="Try again").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".shown h2")).to_be_focused()
    public = an_explorer.publish(tmp_path / "public")
    page.goto((public / EXPLORER).as_uri())
    expect(page.get_by_role("alert")).to_contain_text("Put the site on a web server")
    assert page.locator(".explorer-tables a").first.is_visible()
    page.close()


def test_without_a_script_the_tables_are_listed_with_their_files(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host + EXPLORER)
    assert page.locator("noscript p").is_visible()
    assert page.locator('.explorer-tables a[href$="tables/quality.csv"]').is_visible()
    context.close()
