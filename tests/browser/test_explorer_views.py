"""What the explorer shows: every view on every screen, and every cell as what it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import axe
from tests.browser.watching import EXPLORER, LINES, MAP, VIEWS, WIDTHS, Watched

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_view_fits_the_screen_and_has_no_barrier_that_axe_knows(
    browser: Browser, host: str, view: str, width: int
) -> None:
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
