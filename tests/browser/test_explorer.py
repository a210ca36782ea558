"""The explorer in a real browser: chosen with the keyboard, kept in the address, told to who cannot see it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.watching import LINES, MAP, VIEWS, Watched, asks

pytestmark = pytest.mark.browser


def announced(page: Page) -> Any:
    return expect(page.locator(".explorer [role=status]"))


def test_without_a_choice_the_first_table_is_seen_and_the_address_says_so(watched: Watched) -> None:
    page = watched.open()
    asks(page, "table=residents_group&view=lines")
    chart = page.get_by_role("img")
    label = chart.get_attribute("aria-label") or ""
    assert "Line chart with" in label and "Highest: All residents" in label
    assert page.locator(".explorer-tables").get_attribute("open") is None


def test_everything_is_chosen_with_the_keyboard_alone(watched: Watched) -> None:
    page = watched.open()
    tables = page.get_by_label("Table", exact=True).first
    tables.focus()
    page.keyboard.type("Table qual")
    expect(page.locator(".shown h2")).to_contain_text("Table quality")
    assert tables.evaluate("each => each === document.activeElement")
    page.get_by_role("radio", name="Lines").focus()
    page.keyboard.press("ArrowLeft")
    asks(page, "view=bars")
    page.keyboard.press("ArrowLeft")
    asks(page, "view=table")
    assert page.get_by_role("radio", name="Table").evaluate("each => each === document.activeElement")
    page.get_by_label("Show in: Kind").focus()
    page.keyboard.press("o")
    asks(page, "item=", without="columns")
    several = page.locator(".dimension", has_text="Year").locator("summary")
    several.focus()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="2012").focus()
    page.keyboard.press("Space")
    asks(page, "2013", without="2012")
    assert page.get_by_role("checkbox", name="2012").evaluate("each => each === document.activeElement")


@pytest.mark.parametrize("width", [1280, 375])
def test_every_stop_of_the_keyboard_is_in_sight_can_be_told_and_none_is_a_trap(
    browser: Browser, host: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = Watched(context.new_page(), host).open(MAP, "nl")
    page.evaluate("document.querySelectorAll('.explorer details').forEach(each => { each.open = true; })")
    stops: list[str] = []
    for _ in range(150):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
          const it = document.activeElement, at = it.getBoundingClientRect(), style = getComputedStyle(it);
          return it === document.body ? null : { kind: it.tagName + ' ' + it.className + ' ' + (it.type ?? ''),
            seen: at.width > 0 && at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth,
            told: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' };
        }""")
        if stop is None:
            break
        assert stop["seen"] and stop["told"], stop["kind"]
        stops.append(stop["kind"])
    else:
        pytest.fail("the keyboard does not come to the end of the page")
    for part in ("SELECT", "radio", "checkbox", "SUMMARY", "BUTTON", "TEXTAREA", "table-scroll"):
        assert any(part in stop for stop in stops), part
    context.close()


def test_what_changes_is_announced(watched: Watched) -> None:
    page = watched.open(LINES)
    announced(page).to_contain_text("Lines: Table quality")
    page.get_by_role("radio", name="Bars").check()
    announced(page).to_contain_text("Bars: Table quality. 11 rows, 2 columns. Without a number: 1 suppressed")


def test_an_address_shows_the_same_again_and_back_goes_back(watched: Watched) -> None:
    page = watched.open(VIEWS["table"])
    first = page.url
    page.get_by_label("Show in: Group").select_option("one")
    asks(page, "rows=year&year", without="columns")
    second = page.evaluate("location.href")
    page.get_by_role("radio", name="Bars").check()
    asks(page, "view=bars")
    third, title = page.evaluate("location.href"), page.locator(".shown h2").inner_text()
    assert len({first, second, third}) == 3
    page.go_back()
    page.wait_for_url(second)
    expect(page.get_by_role("radio", name="Table")).to_be_checked()
    page.go_back()
    page.wait_for_url(first)
    expect(page.get_by_label("Show in: Group")).to_have_value("columns")
    page.goto(third)
    expect(page.locator(".shown h2")).to_have_text(title)
    assert page.url == third


def test_many_codes_ticked_in_one_list_are_one_step_back(watched: Watched) -> None:
    page = watched.open("?table=quality&view=table&rows=year&columns=item&year=*&item=a")
    page.locator(".dimension", has_text="Year").locator("summary").click()
    for year in ("2012", "2013", "2014"):
        page.get_by_role("checkbox", name=year).uncheck()
    asks(page, "year=2015,", without="2014")
    page.locator(".dimension", has_text="Kind").locator("summary").click()
    page.get_by_role("checkbox", name="Kind b").check()
    asks(page, "item=*")
    for expected in ("item=a", "year=*"):
        page.go_back()
        asks(page, expected)
    expect(page.get_by_role("checkbox", name="2012")).to_be_checked()
    # What is ticked after going back is a step of its own, and leaves what was gone back to.
    page.get_by_role("checkbox", name="2020").uncheck()
    asks(page, "2021", without="2020")
    page.go_back()
    asks(page, "year=*")
    for index in (3, 5):
        page.get_by_label("Show in: Year").select_option("one")
        page.get_by_label("Choice: Year").select_option(index=index)
    page.go_back()
    asks(page, "year=2022")


def test_turning_the_pages_of_a_table_keeps_the_focus_to_its_end_and_back(watched: Watched) -> None:
    page = watched.open("?table=long&view=table&rows=item&item=*&year=2022")
    after, before = (page.get_by_role("button", name=f"{which} rows") for which in ("Next", "Previous"))
    expect(before).to_be_disabled()
    after.focus()
    for rows in ("Rows 41 to 80 of 100", "Rows 81 to 100 of 100", "Rows 81 to 100 of 100"):
        page.keyboard.press("Enter")
        expect(page.locator(".paging").first).to_contain_text(rows)
        expect(after).to_be_focused()
    expect(after).to_be_disabled()
    asks(page, "row=80")


def test_rows_and_columns_are_swapped(watched: Watched) -> None:
    page = watched.open("?table=quality&view=table&rows=year&columns=item&year=2012,2013&item=*")
    head = page.locator("thead th").all_inner_texts()
    assert head == ["Year", "Kind a", "Kind b"]
    page.get_by_role("button", name="Swap rows and columns").click()
    assert page.locator("thead th").all_inner_texts() == ["Kind", "2012", "2013"]
    assert page.locator("tbody th[scope=row]").all_inner_texts() == ["Kind a", "Kind b"]
    asks(page, "rows=item&columns=year")


def test_the_language_switch_keeps_the_view(watched: Watched) -> None:
    page = watched.open(LINES)
    page.click('.language-switch a[hreflang="nl"]')
    page.wait_for_url("**/nl/explorer/**")
    expect(page.locator(".shown h2")).to_contain_text("Tabel quality")
    asks(page, "view=lines")
