"""The report as it is read: in order, with every figure and its table, nothing beyond the edge of a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from internationals import texts
from internationals.figures import draw
from internationals.outputs.pdf import write
from internationals.shapes import Cell, Publication, Status
from tests.figures.charts import EVERY_STATUS, FLOW_YEARS, chart
from tests.outputs.pdf.publications import in_dutch, page
from tests.outputs.pdf.reading import Reader, children, elements, plain, scope


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_parts_stand_in_order(read: Reader, small: Publication, small_pdfs: Path, language: str) -> None:
    pages = read.pages(small_pdfs / f"report.{language}.pdf")
    parts = [
        texts.word(language, "site.title", municipality="Leiden"),
        texts.word(language, "site.contents"),
        texts.word(language, "site.reading"),
        *(each.title for each in small.pages_in(language)),
        texts.word(language, "pdf.tables"),
    ]
    begins = [next(at for at, said in enumerate(pages) if said.startswith(plain(part))) for part in parts]
    assert begins == sorted(set(begins))


def test_the_cover_says_who_what_when_and_that_it_is_invented(read: Reader, small_pdfs: Path) -> None:
    cover = read.pages(small_pdfs / "report.nl.pdf")[0]
    for said in (
        "Monitor, editie 2022",
        "Peildatum1 januari 2022",
        "UitgeverGemeente Leiden & co",
        "Verzonnen gegevens.",
    ):
        assert plain(said) in cover


def test_every_page_but_the_cover_says_its_number_and_that_it_is_invented(
    read: Reader, small_pdfs: Path
) -> None:
    for number, said in enumerate(read.pages(small_pdfs / "report.en.pdf")[1:], start=2):
        assert f"Inventeddatapage{number}" in said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_has_all_that_is_its_own_before_the_next_begins(
    read: Reader, small: Publication, small_pdfs: Path, language: str
) -> None:
    pages = read.pages(small_pdfs / f"report.{language}.pdf")
    source = texts.word(language, "site.source")
    for each in small.pages_in(language):
        said = next(text for text in pages if text.startswith(plain(each.title)))
        figures = (shown for chart in each.charts for shown in (chart.title, chart.labels[-1]))
        for expected in (f"De kop van {each.id}", "14.472", *figures, "Let op.", f"{source}: {each.source}."):
            assert plain(expected) in said


def test_the_contents_lead_to_every_page(small: Publication, small_pdfs: Path) -> None:
    with pikepdf.open(small_pdfs / "report.nl.pdf") as document:
        starts = {str(name)[5:] for name in names_of(document) if str(name).startswith("page-")}
        outline = [item.title for item in document.open_outline().root]
        links = [tag for tag, _ in elements(small_pdfs / "report.nl.pdf") if tag == "TOCI"]
    titles = [each.title for each in small.pages_in("nl")]
    assert starts == {each.id for each in small.pages_in("nl")}
    assert outline == ["In deze editie", "Zo leest u de cijfers", *titles, "Tabellen"]
    assert len(links) == len(titles) + 2


def test_the_contents_are_by_chapter_where_pages_have_one(read: Reader, tmp_path: Path) -> None:
    write(in_dutch(page("een", 1, chapter="Hoofdstuk A"), page("twee", 2, chapter="Hoofdstuk B")), tmp_path)
    said = read.pages(tmp_path / "report.nl.pdf")[1]
    places = [
        said.index(plain(part))
        for part in ("Zo leest u", "Hoofdstuk A", "Titel van een", "Hoofdstuk B", "Titel van twee")
    ]
    assert places == sorted(places)


def test_links_stay_within_the_document_or_leave_it(read: Reader, small_pdfs: Path) -> None:
    report = small_pdfs / "report.nl.pdf"
    said = read.pages(report)
    nationality, flows, tables = (
        next(at for at, text in enumerate(said) if text.startswith(title))
        for title in ("nationality<in>nl", "flows<in>nl", "Tabellen")
    )
    with pikepdf.open(report) as document:
        inside, outside = links_of(document)
    assert {address for _, address in outside} == {
        "https://example.org/a?b=1&c=2",
        "mailto:onderzoek@example.org",
    }
    # From the text to a page, from a figure to its table and from a table to its figure.
    assert {
        (nationality, flows),
        (nationality, tables),
        (flows, tables),
        (tables, nationality),
        (tables, flows),
    } <= inside


def links_of(document: pikepdf.Pdf) -> tuple[set[tuple[int, int]], set[tuple[int, str]]]:
    """Pages that links lead from and to, and the addresses that they lead to from a page."""
    numbers = {sheet.obj.objgen: at for at, sheet in enumerate(document.pages)}
    names = document.Root.Names.Dests.Names
    named = {str(name): goal for name, goal in zip(list(names)[::2], list(names)[1::2], strict=True)}
    inside, outside = set(), set()
    for at, sheet in enumerate(document.pages):
        for link in sheet.get("/Annots", ()):
            if "/A" in link and "/URI" in link.A:
                outside.add((at, str(link.A.URI)))
            else:
                goal = link.get("/Dest", link.get("/A", {}).get("/D"))
                goal = goal if isinstance(goal, pikepdf.Array) else named[str(goal)]
                inside.add((at, numbers[goal[0].objgen]))
    return inside, outside


def names_of(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(document.Root.Names.Dests.Names)[::2]


def test_every_figure_says_in_words_what_it_shows_and_where_its_numbers_are(small_pdfs: Path) -> None:
    said = [str(figure.Alt) for tag, figure in elements(small_pdfs / "report.en.pdf") if tag == "Figure"]
    assert said == [
        f"Wat de figuur laat zien. All numbers are in table {number} at the end of this document."
        for number in (1, 2, 3, 4)
    ]


def test_every_table_has_headed_columns_and_headed_rows(small: Publication, small_pdfs: Path) -> None:
    shown = [figure for each in small.pages_in("nl") for figure in small.figures_of(each)]
    found = []
    for tag, element in elements(small_pdfs / "report.nl.pdf"):
        if tag == "Table":
            head, body = (part for part in children(element) if str(part.S) in ("/THead", "/TBody"))
            found.append((cells_of(head), cells_of(body)))
    assert len(found) == len(shown)
    for (head, body), figure in zip(found, shown, strict=True):
        assert head == [["TH Column"] * len(figure.header)]
        assert body == [["TH Row", *["TD "] * (len(figure.header) - 1)]] * len(figure.rows)


def cells_of(part: object) -> list[list[str]]:
    return [[f"{str(cell.S)[1:]} {scope(cell)}" for cell in children(row)] for row in children(part)]


def test_every_row_of_a_figure_stands_in_its_table(
    read: Reader, small: Publication, small_pdfs: Path
) -> None:
    said = read.text(small_pdfs / "report.nl.pdf")
    for figure in small.figures.values():
        if figure.chart.language == "nl":
            for row in figure.rows:
                assert plain("".join(row)) in said


def test_statuses_are_as_different_as_elsewhere(read: Reader, tmp_path: Path) -> None:
    content = (*EVERY_STATUS[:9], Cell(1235, Status.ROUNDED))
    shown = chart("ranked_bars", FLOW_YEARS, [("Aantal", content)], identity="statuses")
    write(in_dutch(page("een", charts=(shown,))), tmp_path)
    said = read.text(tmp_path / "report.nl.pdf")
    for written in ("2013afgeschermd", "2015150(voorlopig)", "2016geengegevens", "2018170(reeksbreuk)",
                    "2020nietvantoepassing", "2021≈1.235"):  # fmt: skip
        assert written in said
    for status in Status:
        if status is not Status.NORMAL:
            assert plain(texts.word("nl", f"status_meaning.{status}")) in said


def test_one_other_cell_is_another_text(
    read: Reader, small: Publication, small_pdfs: Path, tmp_path: Path
) -> None:
    (flows,) = (each for each in small.pages if each.id == "flows" and each.language == "nl")
    first = flows.charts[0]
    series = replace(first.series[0], cells=(Cell(2748), *first.series[0].cells[1:]))
    other = replace(first, series=(series, *first.series[1:]))
    pages = [
        replace(each, charts=(other, *each.charts[1:])) if each == flows else each for each in small.pages
    ]
    write(replace(small, pages=tuple(pages), figures={**small.figures, other.key: draw(other)}), tmp_path)
    before, after = (read.text(folder / "report.nl.pdf") for folder in (small_pdfs, tmp_path))
    assert "20122.7472.282" in before and "20122.7482.282" not in before
    assert "20122.7482.282" in after and "20122.7472.282" not in after
    assert (tmp_path / "report.en.pdf").read_bytes() == (small_pdfs / "report.en.pdf").read_bytes()


@pytest.mark.parametrize("folder", ["small_pdfs", "withheld_pdfs", "awkward_pdfs"])
def test_no_word_goes_beyond_the_edge_or_stands_on_another(
    read: Reader, folder: str, request: pytest.FixtureRequest
) -> None:
    for path in sorted(request.getfixturevalue(folder).iterdir()):
        assert read.beyond_the_edge(path) == []
        assert read.collisions(path) == []


def test_a_long_text_flows_on_before_its_figures(read: Reader, awkward_pdfs: Path) -> None:
    pages = read.pages(awkward_pdfs / "report.nl.pdf")
    assert read.text(awkward_pdfs / "report.nl.pdf").count("Eenlangezindieeenbladzijdevult.") == 400
    begins = next(at for at, said in enumerate(pages) if said.startswith("Titelvanlong"))
    follows = next(at for at, said in enumerate(pages) if said.startswith("Titelvanlong(vervolg)"))
    assert follows > begins + 1


def test_a_table_of_many_columns_is_parted_and_one_of_many_rows_goes_on(
    read: Reader, awkward_pdfs: Path
) -> None:
    said = read.text(awkward_pdfs / "report.nl.pdf")
    assert "Eenfiguur(vervolg)Figuur" in said
    assert all(f"Gemeente{at}{at}" in said for at in range(130))
    assert all(f"{at}.000.000" in said for at in range(1, 24))
