"""What can be taken from the explorer: links, a citation, and files of what is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.browser.watching import LINES, MAP, Watched

pytestmark = pytest.mark.browser


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
