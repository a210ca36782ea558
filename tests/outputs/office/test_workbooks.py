"""The workbook: what is on its sheets, for people who read, filter, compute and listen."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from odfdo import Document

from internationals.outputs.office import OfficeError, write
from internationals.shapes import Cell, Dimension, Publication, by_id
from tests.docs.reading import DOCS, blocks
from tests.outputs.office.a_publication import FORMULAS, awkward, table, text
from tests.outputs.office.reading import HEADER, found, ods_links, ods_rows, released, xlsx_rows

FROZEN = "//config:config-item-map-entry[@config:name='rounded']"
READERS = {"xlsx": xlsx_rows, "ods": ods_rows}


@pytest.fixture(scope="module")
def book(awkward_office: Path) -> Any:
    return openpyxl.load_workbook(awkward_office / "tables.nl.xlsx")


def sheet_of(name: str) -> str:
    return name if len(name) <= 31 else name[:31]


def test_there_is_a_workbook_in_two_formats_and_slides_for_every_language(awkward_office: Path) -> None:
    assert sorted(path.name for path in awkward_office.iterdir()) == [
        *(f"slides.{language}.pptx" for language in ("en", "nl")),
        *(f"tables.{language}.{kind}" for language in ("en", "nl") for kind in ("ods", "xlsx")),
    ]


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_number_of_a_release_stands_in_the_workbook_as_it_was_released(
    awkward_office: Path, language: str, kind: str
) -> None:
    sheets = READERS[kind](awkward_office / f"tables.{language}.{kind}")
    for name, protected in awkward().release.tables.items():
        if name in ("empty", "a_name_that_is_too_long_for_a_sheet_two", "long"):
            continue
        there = found(protected, sheets[sheet_of(name)], language)
        expected = released(protected)
        assert {key: there.get(key, 0) for key in expected} == expected
        assert there.keys() <= expected.keys()


def test_both_formats_hold_the_same_rows(awkward_office: Path) -> None:
    for language in ("nl", "en"):
        xlsx = xlsx_rows(awkward_office / f"tables.{language}.xlsx")
        ods = ods_rows(awkward_office / f"tables.{language}.ods")
        assert list(xlsx) == list(ods)
        for name, rows in ods.items():
            if name not in ("inhoud", "contents", "09 vestiging", "09 arrivals"):
                assert [texts(row) for row in xlsx[name]] == [texts(row) for row in rows]


def texts(row: tuple[object, ...]) -> list[object]:
    """The row without the empty cells at its end."""
    values = list(row)
    while values and values[-1] is None:
        values.pop()
    return values


def test_a_withheld_number_is_a_sign_that_no_formula_takes_for_zero(book: Any) -> None:
    cells = {row[0].value: row[1] for row in book["statuses"].iter_rows(min_row=HEADER + 2)}
    assert {at: cell.value for at, cell in cells.items()} == {
        "0": 120, "1": "[c]", "2": 140, "3": 150, "4": "[x]", "5": 160, "6": 170, "7": 175, "8": "[z]", "9": "[n]",
    }  # fmt: skip
    assert {at: cell.data_type for at, cell in cells.items() if at in "0149"} == {
        "0": "n", "1": "s", "4": "s", "9": "s",
    }  # fmt: skip


def test_a_number_with_a_status_stays_a_number_and_is_marked_by_its_format(book: Any) -> None:
    cells = {row[0].value: row[1] for row in book["statuses"].iter_rows(min_row=HEADER + 2)}
    assert cells["0"].number_format == "#,##0"
    assert cells["3"].number_format == '#,##0" [p]"'
    assert cells["6"].number_format == '#,##0" [b]"'
    assert {cell.number_format for row in book["rounded"]["B7:E9"] for cell in row} == {'"≈ "#,##0'}


def test_a_combination_that_is_not_listed_in_a_rounded_table_is_a_rounded_zero(book: Any) -> None:
    row = {row[0].value: row for row in book["rounded"].iter_rows(min_row=HEADER + 2)}["b"]
    assert row[2].value == 0
    assert row[2].number_format == '"≈ "#,##0'
    notes = [
        values[3] for values in book["toelichting"].iter_rows(values_only=True) if values[0] == "rounded"
    ]
    assert any("afgeronde nul" in str(note) for note in notes)


def test_a_share_is_the_released_number_with_a_sign_and_its_decimals(book: Any) -> None:
    row = book["shares"][HEADER + 2]
    assert [cell.value for cell in row] == ["a", "[c]", 12.25, 13.25, 14.25]
    assert row[2].number_format == '#,##0.0"%"'


def test_the_header_stands_in_the_same_row_on_every_sheet_of_a_table_and_stays_in_sight(book: Any) -> None:
    for name in awkward().release.tables:
        page = book[sheet_of(name)] if not name.endswith("two") else book["a_name_that_is_too_long_for_a_2"]
        assert page.print_title_rows == f"${HEADER + 1}:${HEADER + 1}"
        assert page.freeze_panes == ("C7" if page["A6"].value == "Jaar" else "B7")
        for found_table in page.tables.values():
            assert found_table.ref.startswith(f"A{HEADER + 1}:")


def test_headers_stay_in_sight_in_the_ods_too(awkward_office: Path) -> None:
    settings = Document(awkward_office / "tables.nl.ods").get_part("settings.xml")
    items = {
        item.get_attribute("config:name"): item.text
        for item in settings.xpath(f"{FROZEN}/config:config-item")
    }
    assert items["VerticalSplitMode"] == items["HorizontalSplitMode"] == "2"
    assert (items["VerticalSplitPosition"], items["HorizontalSplitPosition"]) == ("6", "1")


def test_years_stand_side_by_side_unless_a_row_would_hold_hardly_one(book: Any) -> None:
    assert [cell.value for cell in book["rounded"][HEADER + 1]] == ["Ding", "2019", "2020", "2021", "2022"]
    assert [cell.value for cell in book["sparse"][HEADER + 1]] == ["Jaar", "Ding", "personen"]


def test_every_grid_is_a_table_with_filters_and_a_name_that_is_never_an_address(book: Any) -> None:
    tables = [found_table for page in book for found_table in page.tables.values()]
    names = [found_table.displayName for found_table in tables]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z]+(_\w+)?", name) for name in names)
    assert "tbl_r1c1" in names
    assert all(found_table.autoFilter is not None for found_table in tables)


def test_names_of_sheets_fit_and_differ(book: Any) -> None:
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\']", name) for name in book.sheetnames)
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)


def test_nothing_is_merged_and_no_row_or_column_of_a_grid_is_empty(book: Any) -> None:
    for page in book:
        assert not page.merged_cells.ranges
        for found_table in page.tables.values():
            rows = page[found_table.ref]
            assert all(any(cell.value not in (None, "") for cell in row) for row in rows)
            assert all(
                any(cell.value not in (None, "") for cell in column) for column in zip(*rows, strict=True)
            )


def test_no_text_becomes_a_formula(awkward_office: Path, book: Any) -> None:
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert [row[0].value for row in book["formulas"].iter_rows(min_row=HEADER + 2)] == list(FORMULAS)
    assert book["formulas"]["A1"].value == "=1+1"
    content = Document(awkward_office / "tables.nl.ods").get_part("content.xml").serialize()
    assert b"table:formula" not in content and "=1+1" in content.decode()


def test_every_link_leads_to_a_sheet_and_every_sheet_back_to_the_contents(
    awkward_office: Path, book: Any
) -> None:
    contents = book.sheetnames[0]
    linked = {}
    for page in book:
        places = [cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink]
        linked[page.title] = {place.rsplit("!", 1)[0].strip("'") for place in places}
    assert linked[contents] == set(book.sheetnames) - {contents}
    assert all(contents in linked[name] for name in book.sheetnames if name != contents)
    assert ods_links(awkward_office / "tables.nl.ods") == set(book.sheetnames)


def test_the_contents_say_what_it_is_and_how_its_signs_read(book: Any) -> None:
    words = " ".join(
        str(value) for row in book["inhoud"].iter_rows(values_only=True) for value in row if value
    )
    for said in (
        "Internationale inwoners van Leiden: tabellen en figuren", "VERZONNEN GEGEVENS", "1 januari 2022",
        "Gemeente Leiden & co", "onderzoek@example.org", "CC BY 4.0", "[c] afgeschermd", "[x] geen gegevens", "[z]",
        "[n]", "[p]", "[b]", "≈ afgerond", "0 nul",
    ):  # fmt: skip
        assert said in words


def test_every_sheet_says_by_itself_that_its_numbers_are_invented(book: Any) -> None:
    for name in book.sheetnames[:-2]:
        head = " ".join(str(value) for row in book[name]["A1:A5"] for cell in row if (value := cell.value))
        assert "VERZONNEN GEGEVENS" in head
        assert "VERZONNEN GEGEVENS" in book[name].oddFooter.center.text


def test_the_notes_hold_all_there_is_to_say_of_a_table(book: Any) -> None:
    rows = [row for row in book["toelichting"].iter_rows(values_only=True) if row[0] == "rounded"]
    assert {row[2]: row[3] for row in rows}.items() >= {
        "Wat is geteld": "=Wat is geteld",
        "Eenheid": "personen",
        "Bron": "Bron & co",
        "Peilmoment": "1 januari 2022",
        "Toelichting": "@Een opmerking",
        "Reeksbreuk": "2021: Anders.",
    }.items()
    assert book["rounded"]["A4"].value == "Tekens in deze tabel: ≈ afgerond; 2021: reeksbreuk."
    withheld = [row[3] for row in book["toelichting"].iter_rows(values_only=True) if row[0] == "statuses"]
    assert "Een afgeschermd getal in deze tabel is hoogstens 20." in withheld


def test_the_codes_of_the_labels_are_listed(book: Any) -> None:
    rows = list(book["codes"].iter_rows(min_row=4, values_only=True))
    assert ("Ding", "1", "Same (1)") in rows and ("Ding", "2", "Same (2)") in rows


def test_a_table_without_cells_says_so(book: Any) -> None:
    assert book["empty"]["A6"].value == "Deze tabel heeft geen rijen."
    assert not book["empty"].tables


def test_the_file_says_what_it_is_of_whom_and_in_which_language(awkward_office: Path, book: Any) -> None:
    about = book.properties
    assert about.title == "Internationale inwoners van Leiden: tabellen en figuren"
    assert (about.creator, about.subject) == ("Gemeente Leiden & co", "Monitor, editie 2022")
    assert about.created.isoformat() == "2022-01-01T00:00:00"
    assert book.custom_doc_props["Language"].value == "nl-NL"
    meta = Document(awkward_office / "tables.en.ods").meta
    assert meta.title == "International residents of Leiden: tables and figures"
    assert (meta.language, meta.creator, str(meta.date)) == (
        "en-GB",
        "Gemeente Leiden & co",
        "2022-01-01 00:00:00",
    )


def test_a_figure_has_its_numbers_and_a_native_chart_that_they_feed(book: Any) -> None:
    page = book["09 vestiging"]
    charts = page._charts
    assert len(charts) == 4  # five figures, of which one is a map
    for drawn in charts:
        for series in drawn.series:
            assert series.val.numRef.f.startswith("'09 vestiging'!$")
    columns = [cell.value for cell in page["A"]]
    assert "Vestigingen" not in columns
    assert columns[columns.index("Jaar") + 1 :][:2] == ["2012", "2013"]
    assert "Deze figuur is een kaart; die staat op de website. Hier staan de getallen." in columns


def test_a_point_without_a_number_is_empty_beside_a_reason(book: Any) -> None:
    page = book["09 vestiging"]
    start = next(cell.row for cell in page["B"] if cell.value == "=Reeks")
    rows = [
        [cell.value for cell in row] for row in page.iter_rows(min_row=start, max_row=start + 10, max_col=3)
    ]
    assert rows[0] == ["Jaar", "=Reeks", "Opmerking"]
    assert rows[2] == ["2020", None, "[c] afgeschermd"]
    assert rows[3] == ["2021", 140, None]
    assert rows[5][1:] == [None, "[x] geen gegevens"]


def test_a_chart_has_a_text_for_those_who_do_not_see_it(awkward_office: Path) -> None:
    with ZipFile(awkward_office / "tables.nl.xlsx") as package:
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert drawing.count('descr="Wat de figuur laat zien."') == 3
    assert drawing.count("descr=") == 4


def test_the_title_of_a_chart_is_the_heading_above_its_numbers(book: Any) -> None:
    page = book["09 vestiging"]
    for drawn in page._charts:
        sheet, place = drawn.title.tx.strRef.f.rsplit("!", 1)
        assert sheet == "'09 vestiging'"
        assert page[place.replace("$", "")].font.b
    assert "=1+1" in [
        page[drawn.title.tx.strRef.f.rsplit("!", 1)[1].replace("$", "")].value for drawn in page._charts
    ]


def test_a_script_reads_a_table_as_the_how_to_says(
    awkward_office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (script,) = (
        block for block in blocks(DOCS / "how-to" / "use-office-files.md") if block.language == "python"
    )
    monkeypatch.chdir(awkward_office)
    there: dict[str, Any] = {}
    exec("\n".join(script.lines).replace("residents_group", "statuses"), there)
    assert list(there["table"].columns) == ["Ding", "2022"]
    assert list(there["table"]["2022"].dropna()) == [120, 140, 150, 160, 170, 175]
    assert there["table"]["2022"].dtype == float


def test_a_text_that_does_not_fit_into_a_cell_is_refused_in_a_sentence(tmp_path: Path) -> None:
    made = awkward()
    huge = table("huge", {("2022", "a"): Cell(1)}, {"a": "x" * 40_000})
    with pytest.raises(OfficeError, match=r"A text of 40000 letters, beginning with 'xxx"):
        write(with_tables(made, huge), tmp_path)


def test_a_table_that_does_not_fit_onto_a_sheet_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = [str(at) for at in range(70)]
    high = table("high", {("2022", code): Cell(1) for code in codes} | {("2021", codes[0]): Cell(1)}, codes)
    monkeypatch.setattr("internationals.outputs.office.xlsx_file._MOST_ROWS", 60)
    with pytest.raises(OfficeError, match=r"Sheet 'high' would have 77 rows and 3 columns; .* at most 60"):
        write(with_tables(awkward(), high), tmp_path)


def test_a_table_without_years_and_one_of_years_alone_have_a_number_a_row(tmp_path: Path) -> None:
    thing = Dimension("thing", text("Ding"), {"a": text("A"), "b": text("B")})
    base = table("timeless", {}, "a")
    timeless = replace(
        base, card=replace(base.card, dimensions=(thing,)), cells={("a",): Cell(1), ("b",): Cell(2)}
    )
    years = replace(base, card=replace(base.card, id="years", dimensions=base.card.dimensions[:1]))
    years = replace(years, cells={("2019",): Cell(3), ("2022",): Cell(4)})
    write(with_tables(awkward(), timeless, years), tmp_path)
    sheets = xlsx_rows(tmp_path / "tables.en.xlsx")
    assert [row[:2] for row in sheets["timeless"][HEADER:]] == [("Ding", "persons"), ("A", 1), ("B", 2)]
    assert [row[:2] for row in sheets["years"][HEADER:]] == [("Jaar", "persons"), ("2019", 3), ("2022", 4)]


def with_tables(made: Publication, *tables: Any) -> Publication:
    """The publication with these tables alone, beside the one that its figures show."""
    kept = made.release.tables["residents_group"]
    return replace(made, release=replace(made.release, tables=by_id((kept, *tables))))
