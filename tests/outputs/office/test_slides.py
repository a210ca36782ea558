"""The slides: what a speaker shows, what stands in the notes, and what a screen reader hears."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from internationals.outputs.office.slide_places import SMALLEST
from internationals.shapes import palette
from tests.figures.charts import ARRIVALS
from tests.outputs.office.a_publication import FORMULAS, awkward, town

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


@pytest.fixture(scope="module", params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def deck(town_office: Path, language: str) -> Any:
    return Presentation(str(town_office / f"slides.{language}.pptx"))


@pytest.fixture(scope="module")
def hard(awkward_office: Path) -> Any:
    return Presentation(str(awkward_office / "slides.nl.pptx"))


def texts(shape: Any) -> str:
    return str(shape.text_frame.text)


def charts(deck: Any) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def words(slide: Any) -> str:
    return " ".join(texts(shape) for shape in slide.shapes if shape.has_text_frame)


def test_there_is_a_slide_for_every_figure_between_a_title_and_an_explanation(
    deck: Any, language: str
) -> None:
    figures = [chart for page in town().pages_in(language) for chart in page.charts]
    assert len(deck.slides) == len(figures) + 2
    assert len(charts(deck)) == len(figures)
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_the_first_slide_of_a_page_says_its_headline_and_the_next_what_their_figure_shows(
    deck: Any, language: str
) -> None:
    titles = [texts(slide.shapes.title) for slide in deck.slides]
    page = next(page for page in town().pages_in(language) if page.charts)
    assert titles[1] == re.sub(r"<[^>]*>", "", page.headline).strip()
    assert titles[2] == page.charts[1].title
    assert page.charts[0].title in words(deck.slides[1])


def test_every_slide_has_a_title_of_its_own_in_the_placeholder_for_it(deck: Any, hard: Any) -> None:
    for each in (deck, hard):
        titles = [texts(slide.shapes.title) for slide in each.slides]
        assert all(slide.shapes.title.placeholder_format.type in TITLES for slide in each.slides)
        assert all(title.strip() for title in titles)
        assert len(set(titles)) == len(titles)
    assert "Een figuur (2)" in [texts(slide.shapes.title) for slide in hard.slides]


def test_no_placeholder_is_left_empty(deck: Any, hard: Any) -> None:
    for each in (deck, hard):
        for slide in each.slides:
            for shape in slide.placeholders:
                assert shape.has_chart or texts(shape).strip()


def test_every_slide_but_the_first_has_its_number(deck: Any) -> None:
    fields = [
        [field.findtext("{*}t") for field in slide._element.iter("{*}fld") if field.get("type") == "slidenum"]
        for slide in deck.slides
    ]
    assert fields == [[], *([str(number)] for number in range(2, len(fields) + 1))]


def test_a_chart_is_native_and_holds_the_numbers_of_the_figure_rounded_as_it_shows_them(
    deck: Any, language: str
) -> None:
    figures = [chart for page in town().pages_in(language) for chart in page.charts]
    for figure, shape in zip(figures, charts(deck), strict=True):
        plot = shape.chart.plots[0]
        assert tuple(plot.categories) == figure.labels
        assert [series.name for series in plot.series] == [series.label for series in figure.series]
        for drawn, series in zip(plot.series, figure.series, strict=True):
            expected = [None if cell.value is None else cell.value for cell in series.cells]
            assert list(drawn.values) == pytest.approx(expected, abs=0.5 * 10**-figure.decimals + 1e-9)
            assert all(round(value, figure.decimals) == value for value in drawn.values if value is not None)


def test_the_numbers_within_a_chart_can_be_edited(deck: Any) -> None:
    arrivals = next(
        shape for shape in charts(deck) if shape.chart.plots[0].series[0].values[0] == ARRIVALS[0]
    )
    blob = arrivals.chart.part.chart_workbook.xlsx_part.blob
    rows = list(openpyxl.load_workbook(BytesIO(blob)).active.iter_rows(values_only=True))
    assert [row[1] for row in rows[1:]] == list(ARRIVALS)
    assert [row[0] for row in rows[1:]] == list(arrivals.chart.plots[0].categories)


def test_a_figure_is_described_for_those_who_do_not_see_it(deck: Any, language: str) -> None:
    figures = [chart for page in town().pages_in(language) for chart in page.charts]
    described = [shape.element.find(".//{*}cNvPr").get("descr") for shape in charts(deck)]
    assert described == [figure.alternative for figure in figures]


def test_the_source_stands_on_the_slide_and_all_the_rest_in_the_notes(deck: Any, language: str) -> None:
    page = next(page for page in town().pages_in(language) if page.charts)
    slide = deck.slides[1]
    assert f"{page.charts[0].source}. " in words(slide) and page.charts[0].reference in words(slide)
    notes = slide.notes_slide.notes_text_frame.text
    body = re.sub(r"<[^>]*>", "", page.body).split("\n")[0].strip()
    assert body and body in notes
    assert page.charts[0].alternative in notes and page.charts[0].source in notes
    assert {"nl": "Wat is geteld: definitie", "en": "What is counted: definition"}[language] in notes
    assert body not in deck.slides[2].notes_slide.notes_text_frame.text


def test_every_run_of_text_says_in_which_language_it_is(deck: Any, language: str) -> None:
    locale = {"nl": "nl-NL", "en": "en-GB"}[language]
    for slide in deck.slides:
        for part in (slide._element, slide.notes_slide._element):
            runs = [*part.iter("{*}r"), *part.iter("{*}fld")]
            assert {run.find("{*}rPr").get("lang") for run in runs} == {locale}
    assert all(f'lang="{locale}"' in shape.chart._chartSpace.xml for shape in charts(deck))
    assert deck.core_properties.language == locale


def test_nothing_is_written_smaller_than_a_room_can_read(deck: Any) -> None:
    sizes = [
        int(size)
        for part in (
            *(layout.element for layout in deck.slide_layouts),
            *(c.chart._chartSpace for c in charts(deck)),
        )
        for size in re.findall(r'sz="(\d{3,4})"', part.xml)
    ]
    assert min(sizes) == Pt(SMALLEST).pt * 100


def test_colours_are_those_of_the_house(deck: Any) -> None:
    used = {
        colour for c in charts(deck) for colour in re.findall(r'srgbClr val="(\w+)"', c.chart._chartSpace.xml)
    }
    ours = {
        palette.INK,
        palette.PAPER,
        palette.QUIET,
        palette.RULE,
        palette.GRID,
        *palette.SERIES,
        *palette.CLASSES,
    }
    assert {f"#{colour.lower()}" for colour in used} <= ours


def test_shapes_of_a_slide_have_different_numbers(deck: Any, hard: Any) -> None:
    for each in (deck, hard):
        for slide in each.slides:
            numbers = [shape.shape_id for shape in slide.shapes]
            assert len(set(numbers)) == len(numbers)


def test_a_point_without_a_number_is_a_gap_that_the_slide_explains(hard: Any) -> None:
    slide = next(slide for slide in hard.slides if "=1+1" in texts(slide.shapes.title))
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    values = list(chart.plots[0].series[0].values)
    assert values == [120, None, 140, 150, None, 160, 170, 175, None, None]
    assert 'dispBlanksAs val="gap"' in chart._chartSpace.xml
    absent = "afgeschermd, geen gegevens, niet van toepassing en nog niet bekend"
    assert f"Zonder getal: {absent}." in words(slide)
    assert "Zonder getal: afgeschermd. Het aantal is bekend" in slide.notes_slide.notes_text_frame.text
    assert "[p] voorlopig." in words(slide)
    assert '150" [p]"' not in chart._chartSpace.xml
    assert "#,##0&quot; [p]&quot;" in chart._chartSpace.xml


def test_a_figure_without_any_number_says_so_in_its_place(hard: Any) -> None:
    slide = next(slide for slide in hard.slides if "geen enkel cijfer" in words(slide))
    assert not any(shape.has_chart for shape in slide.shapes)
    assert "Zonder getal: afgeschermd." in words(slide)


def test_a_map_is_told_by_its_highest_areas(hard: Any) -> None:
    slide = next(slide for slide in hard.slides if "kaart" in words(slide))
    plot = next(shape.chart.plots[0] for shape in slide.shapes if shape.has_chart)
    assert list(plot.series[0].values) == list(range(11, -1, -1))


def test_no_text_becomes_a_formula_in_the_workbook_of_a_chart(hard: Any) -> None:
    found = set()
    for shape in charts(hard):
        page = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
        cells = [cell for row in page.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        found |= {cell.value for cell in cells}
    assert {*FORMULAS, "=Reeks", "@A", "-B"} <= found


def test_the_file_says_what_it_is_and_nothing_of_the_machine(deck: Any, language: str) -> None:
    about = deck.core_properties
    assert about.author == about.last_modified_by == "Gemeente Leiden & co"
    assert about.created == about.modified
    assert about.created.isoformat().startswith("2022-01-01T00:00:00")
    package = deck.part.package
    assert not [
        part for part in package.iter_parts() if "thumbnail" in part.partname or "printer" in part.partname
    ]
    assert b"Macintosh" not in b"".join(
        part.blob for part in package.iter_parts() if "docProps" in part.partname
    )


def test_the_invented_are_called_so_on_every_slide(hard: Any) -> None:
    assert awkward().release.manifest["invented"]
    assert all("VERZONNEN GEGEVENS" in words(slide) for slide in hard.slides)
