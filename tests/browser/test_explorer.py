"""The explorer in a real browser: chosen with the keyboard, kept in the address, honest about every cell."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from tests.browser import an_explorer, axe
from tests.browser.conftest import Quiet

pytestmark = pytest.mark.browser

WIDTHS = (1280, 768, 375, 320)
EXPLORER = "2022/site/en/explorer/index.html"
LINES = "?table=quality&view=lines&rows=year&columns=item&year=*&item=*"
MAP = "?table=residents_district&view=map&rows=district&group=international&year=2022&district=*"
VIEWS = {
    "lines": LINES,
    "map": MAP,
    "bars": "?table=quality&view=bars&rows=item&columns=year&year=2013,2014,2021&item=*",
    "upright": "?table=quality&view=bars&rows=year&year=*&item=a",
    "table": "?table=residents_group&view=table&rows=year&columns=group&year=*&group=*",
}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a host with one edition and what leads to the newest."""
    public = an_explorer.publish(tmp_path_factory.mktemp("explorer") / "public")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(public)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


class Watched:
    """A page on which everything that should not happen is written down."""

    def __init__(self, page: Page, host: str) -> None:
        self.page, self.host, self.wrong = page, host, list[str]()
        page.on(
            "console",
            lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((host, "blob:")) else self.wrong.append(asked.url),
        )

    def open(self, query: str = "", language: str = "en") -> Page:
        self.page.goto(self.host + EXPLORER.replace("/en/", f"/{language}/") + query)
        self.page.wait_for_selector(".explorer .shown", state="visible")
        return self.page


@pytest.fixture
def watched(browser: Browser, host: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Watched(context.new_page(), host)
    yield made
    context.close()
    assert not made.wrong


def asks(page: Page, *words: str, without: str = "") -> None:
    """The address asks for this, and not for that; it follows a change when that is on the screen."""
    holds = """([words, without]) => words.every(word => location.search.includes(word))
      && !(without && location.search.includes(without))"""
    page.wait_for_function(holds, arg=[list(words), without], timeout=2000)


def announced(page: Page) -> Any:
    return expect(page.locator(".explorer [role=status]"))


def test_without_a_choice_the_first_table_is_seen_and_the_address_says_so(watched: Watched) -> None:
    page = watched.open()
    asks(page, "table=residents_group&view=lines")
    chart = page.get_by_role("img")
    label = chart.get_attribute("aria-label") or ""
    assert "Line chart with" in label and "Highest: All residents" in label
    assert page.locator(".explorer-tables").get_attribute("open") is None


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_view_fits_the_screen_and_has_no_barrier_that_axe_knows(
    browser: Browser, host: str, view: str, width: int
) -> None:
    if not axe.SCRIPT.is_file():
        pytest.skip("no axe-core: run 'npm ci' in web/")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    watched = Watched(context.new_page(), host)
    for language in ("en", "nl"):
        page = watched.open(VIEWS[view], language)
        assert axe.violations(page) == [], f"{language}, closed"
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        page.wait_for_timeout(50)
        assert axe.violations(page) == [], f"{language}, opened"
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        small = page.evaluate(
            "[...document.querySelectorAll('.explorer :is(button, select, summary, label)')]"
            ".filter(each => each.checkVisibility() && !each.classList.contains('field-label'))"
            ".filter(each => each.getBoundingClientRect().height < 24).map(each => each.outerHTML)"
        )
        assert not small
    context.close()
    assert not watched.wrong


@pytest.mark.parametrize("width", WIDTHS)
def test_an_embedded_view_and_one_that_went_wrong_have_no_barrier_either(
    browser: Browser, host: str, width: int
) -> None:
    if not axe.SCRIPT.is_file():
        pytest.skip("no axe-core: run 'npm ci' in web/")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for path in ("en/explorer/embed", "nl/explorer/insluiten"):
        page.goto(f"{host}2022/site/{path}/index.html{MAP}")
        page.wait_for_selector(".explorer .shown", state="visible")
        assert axe.violations(page) == []
    page.goto(f"{host}{EXPLORER}?table=nothing")
    expect(page.get_by_role("alert")).to_be_visible()
    assert axe.violations(page) == []
    page.route("**/quality.en.json.gz", lambda route: route.fulfill(status=503))
    page.goto(f"{host}{EXPLORER}{LINES}")
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    assert axe.violations(page) == []
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_text_of_a_chart_stands_on_another_or_outside_it(browser: Browser, host: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for view in (*VIEWS.values(), "?table=quality&view=bars&rows=year&columns=item&year=*&item=*",
                 "?table=long&view=bars&rows=item&item=*&year=2022"):  # fmt: skip
        page.goto(host + EXPLORER + view)
        page.wait_for_selector(".explorer .shown", state="visible")
        wrong = page.evaluate("""() => {
          const svg = document.querySelector('.drawing svg');
          if (!svg) return [];
          const all = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].map(each => [each.textContent, each.getBoundingClientRect()]);
          const over = (a, b) =>
            a.left + 1 < b.right && b.left + 1 < a.right && a.top + 5 < b.bottom && b.top + 5 < a.bottom;
          return texts.flatMap(([said, box], at) => [
            ...(box.left < all.left - 1 || box.right > all.right + 1 ? [said + ' is outside'] : []),
            ...texts.slice(at + 1).filter(([, other]) => over(box, other)).map(([other]) => said + ' is on ' + other)]);
        }""")
        assert not wrong, view
    context.close()


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


def test_what_was_measured_before_the_font_was_there_is_measured_again(watched: Watched) -> None:
    drawn = "document.querySelector('.drawing svg').outerHTML"
    watched.open(LINES)  # twice, so that the font is there from the beginning
    right = watched.open(LINES).evaluate(drawn)
    watched.page.add_init_script("""
      const measure = CanvasRenderingContext2D.prototype.measureText;
      self.early = true;
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        const found = measure.call(this, text);
        return self.early ? { width: found.width / 2 } : found;
      };""")
    page = watched.open(LINES)
    assert page.evaluate(drawn) != right
    page.evaluate("self.early = false; document.fonts.dispatchEvent(new Event('loadingdone'))")
    assert page.evaluate(drawn) == right


def test_every_cell_is_seen_as_what_it_is(watched: Watched) -> None:
    page = watched.open("?table=quality&view=table&rows=year&year=*&item=a")
    cells = page.locator("tbody td").all_inner_texts()
    assert cells == [
        "100", "101", "suppressed", "no data", "not applicable", "105", "130 (break in series)", "107", "108",
        "150 (provisional)", "not yet known",
    ]  # fmt: skip
    signs = page.locator(".signs").inner_text()
    assert all(sign in signs for sign in ("× suppressed", "– no data", "* provisional", "† break in series"))


def test_a_line_is_not_drawn_across_a_gap_or_a_break(watched: Watched) -> None:
    page = watched.open("?table=quality&view=lines&rows=year&year=*&item=a")
    paths = page.locator(".drawing path[fill=none][stroke-width='2.25']")
    drawn = {each.get_attribute("stroke-dasharray"): each.get_attribute("d") or "" for each in paths.all()}
    # 2012-2013, then a gap; 2017 alone before the break; 2018-2019-2020; and dashed to the provisional 2021.
    assert drawn[None].count("M") == 3 and drawn["5 4"].count("M") == 1
    notes = page.locator(".notes").inner_text()
    assert "suppressed: 2014" in notes and "break in series: 2018" in notes


def test_a_share_of_what_is_withheld_is_withheld_and_a_rounded_one_says_so(watched: Watched) -> None:
    page = watched.open(
        "?table=residents_district&view=table&rows=district&show=group&group=international&year=2022&district=*"
    )
    cells = page.locator("tbody td").all_inner_texts()
    assert cells[2] == "suppressed"
    assert cells[3].startswith("≈ ") and cells[3].endswith("%")
    assert "as a share of All residents" in page.locator(".shown h2").inner_text()


def test_the_map_hatches_what_is_withheld_and_the_table_says_the_same(watched: Watched) -> None:
    page = watched.open(MAP)
    assert page.locator(".drawing path[fill='url(#explored-hatch)']").count() == 1
    assert "suppressed (1)" in page.locator(".drawing").inner_text() or "suppressed (1)" in (
        page.locator(".drawing svg").text_content() or ""
    )
    page.locator("details.numbers summary").click()
    page.locator("tbody tr").first.wait_for()
    rows = {
        row.locator("th").inner_text(): row.locator("td").inner_text()
        for row in page.locator("tbody tr").all()
    }
    assert rows["Zuid"] == "suppressed" and rows["=Centrum"] == "≈ 0"


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
    page.route("**/tables.en.json", lambda route: route.abort())
    page.goto(host + EXPLORER)
    expect(page.get_by_role("alert")).to_contain_text("The list of tables could not be fetched.")
    page.unroute("**/tables.en.json")
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


def test_the_language_switch_keeps_the_view(watched: Watched) -> None:
    page = watched.open(LINES)
    page.click('.language-switch a[hreflang="nl"]')
    page.wait_for_url("**/nl/explorer/**")
    expect(page.locator(".shown h2")).to_contain_text("Tabel quality")
    asks(page, "view=lines")


def test_a_link_stays_with_the_edition_or_goes_along_and_an_embedded_view_is_the_same(
    watched: Watched,
) -> None:
    page = watched.open(LINES)
    page.get_by_text("Share and download").click()
    link = page.get_by_label("Link", exact=True)
    expect(link).to_have_value(page.url)
    page.get_by_label("the newest edition").check()
    assert "/latest/site/en/explorer/" in link.input_value()
    assert "newest edition (on that day 2022)" in page.get_by_label("Citation", exact=True).input_value()
    embedded = page.get_by_label("HTML to embed", exact=True).input_value()
    source = re.search(r'src="([^"]+)"', embedded)
    assert source
    page.goto(source[1].replace("&#38;", "&"))
    page.wait_for_url("**/2022/site/en/explorer/embed/**")
    expect(page.get_by_role("img")).to_be_visible()
    assert page.locator("select").count() == 0
    whole = page.locator("[data-whole]").get_attribute("href") or ""
    assert "table=quality&view=lines" in whole


@pytest.mark.parametrize(("language", "day"), [("nl", "5 maart 2024"), ("en", "5 March 2024")])
def test_a_citation_says_who_what_when_where_and_when_it_was_looked_at(
    watched: Watched, language: str, day: str
) -> None:
    page = watched.page
    page.clock.set_fixed_time("2024-03-05T12:00:00")
    watched.open(LINES, language)
    page.locator(".sharing summary").click()
    expect(page.locator(".sharing textarea").last).not_to_be_empty()
    said = page.get_by_label({"nl": "Bronvermelding", "en": "Citation"}[language], exact=True).input_value()
    title = page.locator(".shown h2").inner_text()
    reference = {"nl": "1 januari 2022", "en": "1 January 2022"}[language]
    for each in ("Gemeente Leiden", title, "quality", reference, "2022", day, page.url):
        assert each in said


def test_the_choice_is_saved_as_csv_that_is_harmless_and_the_chart_as_svg(watched: Watched) -> None:
    page = watched.open(MAP)
    page.get_by_text("Share and download").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="This choice (CSV)").click()
    text = Path(coming.value.path()).read_bytes().decode("utf-8-sig")
    assert coming.value.suggested_filename == "residents_district-2022.csv"
    assert ",suppressed," in text and ",rounded," in text and "'=Centrum" in text
    assert not re.search(r"(^|,)[=+@-]", text, re.MULTILINE)
    with page.expect_download() as coming:
        page.get_by_role("button", name="This chart (SVG)").click()
    picture = Path(coming.value.path()).read_text(encoding="utf-8")
    assert picture.startswith("<svg") and "style=" not in picture and "Source: BRP" in picture
    assert "suppressed" in picture


def test_the_choice_is_saved_as_a_workbook_with_numbers_as_numbers_and_reasons_as_words(
    watched: Watched, tmp_path: Path
) -> None:
    page = watched.open("?table=quality&view=table&rows=year&columns=item&year=*&item=*")
    page.get_by_text("Share and download").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="This choice (XLSX)").click()
    assert coming.value.suggested_filename == "quality-2022.xlsx"
    coming.value.save_as(tmp_path / "quality.xlsx")
    sheet = load_workbook(tmp_path / "quality.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == page.locator(".shown h2").inner_text()
    assert rows[2] == ["Year", "Kind a", "Kind b"]
    found = {row[0]: row[1] for row in rows[3:14]}
    assert found["2012"] == 100 and found["2014"] == "suppressed" and found["2015"] == "no data"
    assert found["2021"] == 150 and sheet["B13"].number_format == '#,##0" (provisional)"'
    beneath = [row[0] for row in rows[15:]]
    assert "@note" in beneath and "Source: BRP" in beneath
    assert any("Table quality" in each and page.url in each for each in beneath)
    assert any(each.startswith("× suppressed") for each in beneath)


def test_a_workbook_of_shares_has_their_signs_and_nothing_in_it_is_a_formula(
    watched: Watched, tmp_path: Path
) -> None:
    page = watched.open(MAP.replace("view=map", "view=table&show=group"))
    page.get_by_text("Share and download").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="This choice (XLSX)").click()
    coming.value.save_as(tmp_path / "shares.xlsx")
    sheet = load_workbook(tmp_path / "shares.xlsx").active
    assert sheet["A4"].value == "=Centrum" and sheet["A4"].data_type == "s"
    assert [cell.value for cell in sheet[3]] == ["District", "Share"]
    assert sheet["B6"].value == "suppressed"
    assert sheet["B7"].value == pytest.approx(7.5) and sheet["B7"].number_format == '"≈ "#,##0.0"%"'


@pytest.mark.parametrize("visits", [1, 2], ids=["fonts came too late", "fonts were there"])
@pytest.mark.parametrize("view", [LINES, MAP])
def test_the_chart_is_saved_as_a_picture_in_the_letters_in_which_it_was_measured(
    watched: Watched, tmp_path: Path, view: str, visits: int
) -> None:
    for _ in range(visits):
        page = watched.open(view)
    page.get_by_text("Share and download").click()
    saved = {}
    for kind in ("PNG", "SVG"):
        with page.expect_download() as coming:
            page.get_by_role("button", name=f"This chart ({kind})").click()
        saved[kind] = tmp_path / coming.value.suggested_filename
        coming.value.save_as(saved[kind])
    assert saved["PNG"].name.endswith("-2022.png")
    picture = pymupdf.Pixmap(str(saved["PNG"]))
    drawn = re.match(r'<svg[^>]* width="(\d+)" height="(\d+)"', saved["SVG"].read_text("utf-8"))
    assert drawn and (picture.width, picture.height) == (2 * int(drawn[1]), 2 * int(drawn[2]))
    title = page.locator(".shown h2").inner_text()
    measure = """([text, family]) => {
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = `bold 13px ${family}`;
      return pen.measureText(text).width;
    }"""
    own, other = (page.evaluate(measure, [title, name]) for name in ('"Noto Sans", Arial', "Arial"))
    inked = [x for x in range(picture.width) for y in range(30, 62) if sum(picture.pixel(x, y)[:3]) < 300]
    assert (max(inked) - min(inked)) / 2 == pytest.approx(own, abs=3)
    if visits == 2:
        assert own > 1.03 * other, "the second time the page has its own letters"
