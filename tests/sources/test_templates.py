"""Files by hand that follow a template: what is read, and everything that is said of what is wrong."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from internationals.shapes import Cell, DataError, Status
from internationals.sources.source import catalogue
from internationals.sources.templates import templates, write
from tests.sources.by_hand import delivered, read, spreadsheet

WORKERS = "jaar;gebied;perspectief;type;aantal"
CHILDREN = "jaar;gebied;type;leeftijd;aantal"
INSTITUTIONS = "studiejaar;brin;instelling;soort;internationaal;totaal"


def refused(folder: Path, source: str, *lines: str) -> str:
    with pytest.raises(DataError) as raised:
        delivered(folder, source, *lines)
    return str(raised.value)


@pytest.mark.parametrize("source", templates())
def test_the_example_of_every_template_can_be_read(tmp_path, source):
    layout = templates()[source]
    found = delivered(tmp_path, source, ";".join(layout.header), *layout.example)
    assert found.dimensions == tuple(layout.dimensions)
    assert len(found.cells) == len(layout.example) * len(layout.numbers)
    assert found.dimensions[0] == "year"


def test_every_source_that_comes_by_template_has_one():
    by_template = {name for name, source in catalogue().items() if source.by_hand == "template"}
    assert set(templates()) == by_template


def test_words_become_our_codes(tmp_path):
    found = delivered(tmp_path, "decisio_workers", WORKERS, "2020;071;werkt_in;kennis;2570")
    assert found.cells == {("2020", "071", "works_in", "knowledge"): Cell(2570)}
    assert found.rounded_to == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_every_usual_dialect_says_the_same(tmp_path, encoding, delimiter):
    lines = ("jaar;maand;gemeente;werkgever;aantal", "2021;9;0546;Café België;12")
    found = delivered(tmp_path, "expat_centre", *lines, encoding=encoding, delimiter=delimiter)
    assert found.cells == {("2021", "09", "0546", "café-belgië"): Cell(12)}
    assert found.labels["employer"]["café-belgië"] == {"nl": "Café België", "en": "Café België"}


@pytest.mark.parametrize("nothing", ["", ".", "x"])
def test_a_number_that_is_not_there_is_missing_and_zero_is_zero(tmp_path, nothing):
    found = delivered(tmp_path, "welcome", "jaar;maand;aantal", f"2022;8;{nothing}", "2022;9;0")
    assert list(found.cells.values()) == [Cell(None, Status.MISSING), Cell(0)]


def test_a_provisional_number_stays_provisional(tmp_path):
    found = delivered(tmp_path, "welcome", "jaar;maand;aantal;status", "2022;8;774;voorlopig", "2022;9;1;")
    assert list(found.cells.values()) == [Cell(774, Status.PROVISIONAL), Cell(1)]


def test_an_institution_gives_two_numbers_and_a_name(tmp_path):
    found = delivered(
        tmp_path, "nuffic_institutions", INSTITUTIONS, "2021/2022;21PB;Universiteit Leiden;wo;6216;33780"
    )
    assert found.cells == {
        ("2021", "21PB", "wo", "international"): Cell(6216),
        ("2021", "21PB", "wo", "all"): Cell(33780),
    }
    assert found.labels["institution"]["21PB"]["nl"] == "Universiteit Leiden"


@pytest.mark.parametrize(
    ("row", "column", "found", "expected"),
    [
        ("20;0546;woont_in;totaal;5", "jaar", "20", "a year of four digits"),
        (f"{date.today().year + 1};0546;woont_in;totaal;5", "jaar", str(date.today().year + 1), "has begun"),
        ("2020;546;woont_in;totaal;5", "gebied", "546", "write 0546, and format the column as text"),
        ("2020;9999;woont_in;totaal;5", "gebied", "9999", "a municipality's four-digit code"),
        ("2020;0546;woont;totaal;5", "perspectief", "woont", "one of woont_in, werkt_in"),
        ("2020;0546;woont_in;;5", "type", "", "one of totaal, kennis, arbeid"),
        ("2020;0546;woont_in;totaal;veel", "aantal", "veel", "a whole number"),
        ("2020;0546;woont_in;totaal;-5", "aantal", "-5", "a whole number"),
        ("2020;0546;woont_in;totaal;2.5", "aantal", "2.5", "a whole number"),
        ("2020;0546;woont_in;totaal;6.315", "aantal", "6.315", "without points"),
        ("2020;0546;woont_in;totaal;7", "aantal", "7", "a multiple of 5"),
        ("2020;0546;woont_in;totaal;5;geschat", "status", "geschat", "voorlopig, or nothing"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_place(tmp_path, row, column, found, expected):
    header = f"{WORKERS};status" if row.count(";") == 5 else WORKERS
    said = refused(
        tmp_path, "decisio_workers", header, "2019;0546;woont_in;totaal;10" + ";" * (";s" in header), row
    )
    shown = f"'{found}'" if found else "nothing"
    assert said.startswith(f"decisio_workers.csv, row 3, column {column}: found {shown}; expected ")
    assert expected in said
    assert "\n" not in said


def test_all_mistakes_of_a_file_are_said_at_once(tmp_path):
    rows = ["2020;0546;woont_in;totaal;7", "2020;546;woont_in;kennis;5;5", "x;0546;woont_in;kennis;y"]
    said = refused(tmp_path, "decisio_workers", WORKERS, *rows).splitlines()
    assert sorted(line.split(",")[1].split(":")[0].strip() for line in said) == [
        "row 2",
        "row 3",
        "row 4",
        "row 4",
    ]


def test_a_wrong_code_is_named_once_in_every_row_and_is_no_repetition(tmp_path):
    rows = ["2020;546;woont_in;totaal;5", "2020;546;woont_in;totaal;10"]
    said = refused(tmp_path, "decisio_workers", WORKERS, *rows).splitlines()
    assert len(said) == 2
    assert all("column gebied: found '546'" in line for line in said)


def test_after_twenty_mistakes_the_others_are_counted(tmp_path):
    rows = [f"{year};0546;woont_in;totaal;7" for year in range(1990, 2013)]
    said = refused(tmp_path, "decisio_workers", WORKERS, *rows).splitlines()
    assert len(said) == 21
    assert said[-1] == "decisio_workers.csv: and 3 more."


def test_a_file_that_lacks_a_column_is_refused(tmp_path):
    said = refused(
        tmp_path, "decisio_workers", "jaar;gebied;soort;type;aantal", "2020;0546;woont_in;totaal;5"
    )
    assert "lacks the column perspectief and has a column that is not known, soort" in said


def test_a_remark_is_not_read(tmp_path):
    found = delivered(tmp_path, "welcome", "jaar;opmerking;maand;aantal", "2022;geteld aan de balie;8;774")
    assert found.cells == {("2022", "08"): Cell(774)}


def test_equal_rows_count_once_and_different_ones_are_refused(tmp_path):
    header, row = "jaar;maand;aantal", "2022;8;774"
    assert delivered(tmp_path, "welcome", header, row, row).cells == {("2022", "08"): Cell(774)}
    said = refused(tmp_path, "welcome", header, row, "2022;08;775")
    assert "row 3, column aantal: found '775'; expected 774, as row 2" in said
    assert "found nothing; expected 774, as row 2" in refused(tmp_path, "welcome", header, row, "2022;8;")


@pytest.mark.parametrize(
    ("whole", "fits"), [(6315, True), (6320, True), (6310, True), (6325, False), (6305, False)]
)
def test_workers_of_both_types_are_all_within_what_rounding_explains(tmp_path, whole, fits):
    rows = [f"2020;0546;woont_in;{each}" for each in (f"totaal;{whole}", "kennis;2570", "arbeid;3745")]
    if fits:
        assert len(delivered(tmp_path, "decisio_workers", WORKERS, *rows).cells) == 3
    else:
        said = refused(tmp_path, "decisio_workers", WORKERS, *rows)
        assert f"row 2, column aantal: found '{whole}'; expected the sum of its parts" in said


@pytest.mark.parametrize(("whole", "fits"), [(2080, True), (2085, False)])
def test_children_of_all_ages_are_the_sum_of_the_ages(tmp_path, whole, fits):
    parts = [("0-3", 700), ("4-11", 900), ("12-17", 470), ("0-17", whole)]
    rows = [f"2020;0546;totaal;{age};{number}" for age, number in parts]
    if fits:
        assert len(delivered(tmp_path, "decisio_children", CHILDREN, *rows).cells) == 4
    else:
        assert "0-3 + 4-11 + 12-17 = 2070" in refused(tmp_path, "decisio_children", CHILDREN, *rows)


def test_a_sum_is_not_judged_when_a_part_is_missing(tmp_path):
    rows = [f"2020;0546;woont_in;{each}" for each in ("totaal;6315", "kennis;", "arbeid;3745")]
    assert len(delivered(tmp_path, "decisio_workers", WORKERS, *rows).cells) == 3


def test_an_institution_has_no_more_international_students_than_students(tmp_path):
    row = "2021/2022;21PB;Universiteit Leiden;wo;{};33780"
    assert delivered(tmp_path, "nuffic_institutions", INSTITUTIONS, row.format(33780)).cells
    said = refused(tmp_path, "nuffic_institutions", INSTITUTIONS, row.format(33781))
    assert "column internationaal: found '33781'; expected no more than 33780, all students" in said


def test_amounts_of_the_two_ages_the_wrong_way_round_are_refused(tmp_path):
    said = refused(
        tmp_path, "ind_criteria", "jaar;leeftijd;bedrag", "2021;onder_30;4752", "2021;vanaf_30;3484"
    )
    assert "column bedrag: found '4752'; expected no more than 3484" in said
    assert "the wrong way round" in said


@pytest.mark.parametrize("text", ["2021/2023", "2021", "2021-2020"])
def test_a_study_year_is_two_years_that_follow_each_other(tmp_path, text):
    row = f"{text};21PB;Universiteit Leiden;wo;1;2"
    assert "a study year, as 2021/2022" in refused(tmp_path, "nuffic_institutions", INSTITUTIONS, row)


@pytest.mark.parametrize("month", ["0", "13", "onbekend", "mei"])
def test_the_expat_centre_has_months_from_one_to_twelve(tmp_path, month):
    row = f"2021;{month};0546;Naam;1"
    said = refused(tmp_path, "expat_centre", "jaar;maand;gemeente;werkgever;aantal", row)
    assert "a month from 1 to 12" in said


def test_a_file_with_column_names_alone_is_refused(tmp_path):
    assert "nothing below them" in refused(tmp_path, "welcome", "jaar;maand;aantal")


def test_a_quote_that_never_ends_is_refused(tmp_path):
    assert "no row of CSV" in refused(tmp_path, "welcome", "jaar;maand;aantal", '2022;"8;774')


def test_rows_are_counted(tmp_path):
    found = delivered(tmp_path, "welcome", "jaar;maand;aantal", "2022;8;774", "", "2022;9;1")
    assert found.provenance.rows == 2


def test_a_spreadsheet_says_the_same_as_text(tmp_path):
    rows = [("jaar", "gebied", "perspectief", "type", "aantal"), (2020, "0546", "woont_in", "kennis", "2570")]
    spreadsheet(tmp_path, "decisio_workers", *rows, (2020.0, "071", "woont_in", "kennis", 5))
    assert read(tmp_path, "decisio_workers").cells == {
        ("2020", "0546", "lives_in", "knowledge"): Cell(2570),
        ("2020", "071", "lives_in", "knowledge"): Cell(5),
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((2020, 546, "totaal", "0-3", 5), "row 2, column gebied: found '546'"),
        ((2020, "0546", "totaal", date(2026, 11, 4), 5), "A spreadsheet has made a date of it"),
        ((2020, "0546", "totaal", "0-3", 2.5), "row 2, column aantal: found '2.5'"),
        ((2020, "0546", "totaal", "0-3", "=2+3"), "row 2: a formula whose result was not saved"),
    ],
)
def test_what_a_spreadsheet_makes_of_codes_and_numbers_is_named(tmp_path, row, expected):
    spreadsheet(tmp_path, "decisio_children", tuple(CHILDREN.split(";")), row)
    with pytest.raises(DataError) as raised:
        read(tmp_path, "decisio_children")
    assert expected in str(raised.value)


def test_merged_cells_are_refused(tmp_path):
    path = spreadsheet(tmp_path, "welcome", ("jaar", "maand", "aantal"), (2022, 8, 774), (None, 9, 5))
    book = load_workbook(path)
    book.worksheets[0].merge_cells("A2:A3")
    book.save(path)
    with pytest.raises(DataError, match="row 2: the cells A2:A3 are merged"):
        read(tmp_path, "welcome")


def test_only_a_second_sheet_with_the_same_columns_is_refused(tmp_path):
    path = spreadsheet(tmp_path, "welcome", ("jaar", "maand", "aantal"), (2022, 8, 774))
    book = load_workbook(path)
    other = book.create_sheet("uitleg")
    other.append(["wie dit leest"])
    book.save(path)
    assert read(tmp_path, "welcome").cells == {("2022", "08"): Cell(774)}
    for row in (("jaar", "maand", "aantal"), (2021, 8, 500)):
        book.create_sheet("2021") if "2021" not in book.sheetnames else None
        book["2021"].append(row)
    book.save(path)
    with pytest.raises(DataError, match="the sheet 2021 has the same columns as the first"):
        read(tmp_path, "welcome")


def test_what_is_no_workbook_is_refused(tmp_path):
    (tmp_path / "welcome.xlsx").write_text("jaar;maand;aantal\n")
    with pytest.raises(DataError, match="no workbook in XLSX"):
        read(tmp_path, "welcome")


@pytest.mark.parametrize(("spreadsheets", "suffix"), [(False, ".csv"), (True, ".xlsx")])
def test_the_empty_templates_are_written_and_say_that_they_are_empty(tmp_path, spreadsheets, suffix):
    written = write(tmp_path / "sjablonen", spreadsheets)
    assert {path.name for path in written} == {f"{name}{suffix}" for name in (*templates(), "survey")} | {
        "LEESMIJ-README.txt"
    }
    (tmp_path / "welcome").mkdir()
    (tmp_path / "sjablonen" / f"welcome{suffix}").rename(tmp_path / "welcome" / f"welcome{suffix}")
    with pytest.raises(DataError, match="nothing below them"):
        read(tmp_path / "welcome", "welcome")


def test_a_spreadsheet_template_keeps_leading_zeros(tmp_path):
    write(tmp_path, spreadsheets=True)
    sheet = load_workbook(tmp_path / "decisio_workers.xlsx").worksheets[0]
    assert [sheet.cell(2, column).number_format for column in range(1, 6)] == ["@"] * 5


def test_numbers_in_a_spreadsheet_template_may_be_typed_as_text_or_number(tmp_path):
    write(tmp_path / "sjablonen", spreadsheets=True)
    book = load_workbook(tmp_path / "sjablonen" / "decisio_workers.xlsx")
    for row in (("2020", "0546", "woont_in", "totaal", "6315"), (2020, "0546", "werkt_in", "totaal", 12375)):
        book.worksheets[0].append(row)
    book.save(tmp_path / "decisio_workers.xlsx")
    assert [cell.value for cell in read(tmp_path, "decisio_workers").cells.values()] == [6315, 12375]


def test_the_survey_has_an_empty_file_with_the_columns_that_are_read(tmp_path):
    write(tmp_path)
    header = (tmp_path / "survey.csv").read_text(encoding="utf-8")
    assert header == "jaar;gewicht;nationaliteit;home_language_other;willing_to_help\n"
    assert header in (tmp_path / "LEESMIJ-README.txt").read_text(encoding="utf-8")


def test_a_file_that_was_filled_in_is_not_written_over(tmp_path):
    (tmp_path / "welcome.csv").write_text("mine")
    assert "welcome.csv" not in {path.name for path in write(tmp_path)}
    assert (tmp_path / "welcome.csv").read_text() == "mine"


def test_the_text_beside_the_templates_explains_every_column(tmp_path):
    write(tmp_path)
    text = (tmp_path / "LEESMIJ-README.txt").read_text(encoding="utf-8")
    for layout in templates().values():
        for name, column in layout.columns.items():
            assert f"{name}: {column.nl} | {column.en}" in text
