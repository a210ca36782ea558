"""The CSV file beneath a figure."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from internationals.figures import draw
from internationals.outputs.site.downloads import csv_bytes, harmless
from tests.figures.charts import ARRIVALS, EVERY_STATUS, YEARS, cells, chart, flows, shares
from tests.outputs.a_site import MANIFEST


def rows(content: bytes, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_dutch_file_opens_in_a_dutch_spreadsheet() -> None:
    content = csv_bytes(shares("nl"), MANIFEST)
    assert content.startswith(b"\xef\xbb\xbfJaar;reeks;waarde;status;eenheid;")
    assert content.endswith(b"\r\n")
    last = rows(content, ";")[-2]
    assert (last["Jaar"], last["reeks"], last["waarde"], last["eenheid"]) == (
        "2022",
        "Internationals",
        "11,6",
        "procent",
    )


def test_an_english_file_opens_in_an_english_spreadsheet() -> None:
    last = rows(csv_bytes(shares("en"), MANIFEST), ",")[-2]
    assert (last["value"], last["status"], last["unit"]) == ("11.6", "normal", "per cent")


def test_every_row_says_where_it_comes_from_and_that_it_is_invented() -> None:
    for row in rows(csv_bytes(flows("nl"), MANIFEST), ";"):
        assert row["bron"] == "Basisregistratie personen"
        assert row["peilmoment"] == "1 januari 2022"
        assert row["editie"] == "2022"
        assert row["opmerking"] == "VERZONNEN GEGEVENS"


def test_a_cell_without_a_number_is_empty_beside_its_status_and_zero_is_zero() -> None:
    sample = chart("lines", [*YEARS], [("A", (*EVERY_STATUS, *cells([0])))])
    found = [(row["waarde"], row["status"]) for row in rows(csv_bytes(sample, MANIFEST), ";")]
    assert found[1] == ("", "afgeschermd")
    assert found[3] == ("150", "voorlopig")
    assert found[4] == ("", "geen gegevens")
    assert found[10] == ("0", "normaal")


@pytest.mark.parametrize("sample", [flows("nl"), shares("nl")], ids=lambda sample: sample.id)
def test_the_file_holds_the_numbers_of_the_table(sample: object) -> None:
    assert hasattr(sample, "series")
    table = [written.replace(".", "").rstrip("%") for row in draw(sample).rows for written in row[1:]]
    assert [row["waarde"] for row in rows(csv_bytes(sample, MANIFEST), ";")] == table


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@sum", "  =1", "\t=1", "\r=1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_neutralised(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Italiaanse", "2012", "0-3 jaar", "a=b", ""])
def test_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_no_field_of_a_file_begins_a_formula_but_negative_numbers_stay_numbers() -> None:
    sample = chart(
        "lines", ["=A1", "2013"], [("@x", cells([-5, 3]))],
        title="-t", category_label="+c", notes=("=n",),
    )  # fmt: skip
    for line in csv.reader(
        io.StringIO(csv_bytes(sample, {**MANIFEST, "invented": False}).decode("utf-8-sig")), delimiter=";"
    ):
        begins = [
            field for at, field in enumerate(line) if at != 2 and field.startswith(("=", "+", "-", "@"))
        ]
        assert begins == []
    assert rows(csv_bytes(sample, MANIFEST), ";")[0]["waarde"] == "-5"


def test_text_with_separators_quotes_and_lines_survives() -> None:
    label = 'a;b,"c"\nd'
    sample = chart("ranked_bars", [label], [("A", cells(ARRIVALS[:1]))])
    assert rows(csv_bytes(sample, MANIFEST), ";")[0]["Jaar"] == label


def test_the_written_file_is_these_bytes(site: Path) -> None:
    assert (site / "data/flows.en.csv").read_bytes() == csv_bytes(flows("en"), MANIFEST)
