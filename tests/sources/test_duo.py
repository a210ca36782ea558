"""DUO's open files of enrolments, in both layouts, and its code files of a fixed width."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.definitions import codes
from internationals.shapes import Cell, DataError, Observations
from internationals.sources import catalogue
from internationals.sources.exports import duo_codes
from internationals.sources.kinds import duo
from tests.sources.by_hand import LEIDEN

LONG = "STUDIEJAAR,SOORT_HO,INSTELLINGSCODE_ACTUEEL,INSTELLINGSNAAM_ACTUEEL,GESLACHT,AANTAL_INGESCHREVENEN"
WIDE = "PROVINCIE;GEMEENTENAAM;BRIN NUMMER ACTUEEL;INSTELLINGSNAAM ACTUEEL;2016 MAN;2016 VROUW;2017 MAN;2017 VROUW"


def read(folder: Path, *lines: str, encoding: str = "utf-8", sector: str | None = None) -> Observations:
    (folder / "duo_enrolment.csv").write_bytes(("\n".join(lines) + "\n").encode(encoding))
    change = {"duo_enrolment": {"options": {"duo": {"sector": sector}}}}
    return duo.read(folder, catalogue(change)["duo_enrolment"], LEIDEN)


def test_rows_per_year_are_added_up_per_institution(tmp_path: Path) -> None:
    found = read(
        tmp_path, LONG, "2021,WO,21PB,Universiteit Leiden,MAN,100", "2021,WO,21PB,Universiteit Leiden,VROUW,150",
        "2022,WO,21PB,Universiteit Leiden,MAN,90", "2021,HBO,21RI,Hogeschool Leiden,MAN,7",
    )  # fmt: skip
    assert found.dimensions == ("year", "institution", "sector", "students")
    assert found.cells == {
        ("2021", "21PB", "wo", "all"): Cell(250),
        ("2022", "21PB", "wo", "all"): Cell(90),
        ("2021", "21RI", "hbo", "all"): Cell(7),
    }
    assert found.labels["institution"]["21PB"]["nl"] == "Universiteit Leiden"


def test_columns_per_year_are_read_and_a_withheld_count_becomes_a_margin(tmp_path: Path) -> None:
    found = read(
        tmp_path, WIDE, "Gelderland;Nijmegen;25KB;Academie één;10;<5;20;0", "Gelderland;Nijmegen;25KB;Academie één;-1;8;*;1",
        encoding="cp1252", sector="hbo",
    )  # fmt: skip
    assert found.cells == {
        ("2016", "25KB", "hbo", "all"): Cell(22, margin=4),
        ("2017", "25KB", "hbo", "all"): Cell(23, margin=2),
    }
    assert found.labels["institution"]["25KB"]["nl"] == "Academie één"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((WIDE, "Gelderland;Nijmegen;25KB;Academie;1;2;3;4"), "wo or hbo"),
        ((LONG, "2021,WO,21PB,Universiteit Leiden,MAN,veel"), "row 2"),
        ((LONG, "2021,MBO,21PB,Universiteit Leiden,MAN,3"), "expected wo or hbo"),
        (("a;b", "1;2"), "there is no column"),
        (("SOORT HO;BRIN NUMMER ACTUEEL;INSTELLINGSNAAM ACTUEEL", "wo;21PB;Leiden"), "there are no counts"),
        ((LONG,), "no counts below"),
    ],
)
def test_what_is_no_file_of_enrolments_is_refused(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(DataError, match=said):
        read(tmp_path, *lines)


def test_a_code_file_is_read_by_its_widths(tmp_path: Path) -> None:
    path = tmp_path / "Dec_actuele_instelling.asc"
    path.write_bytes("    Onbekend\n21PBUniversiteit één\n".encode("cp1252"))
    assert duo_codes.read(path) == {"21PB": {"name": "Universiteit één"}}
    path.write_bytes(("21PB" + "x" * 51 + "\n").encode("cp1252"))
    with pytest.raises(DataError, match="row 1"):
        duo_codes.read(path)


@pytest.mark.real_data
def test_the_real_code_files_are_read_and_have_no_country_that_we_lack(real_data: Path) -> None:
    folder = real_data / "duo-1cho-dec"
    found = {name: duo_codes.read(folder / f"{name}.asc") for name in duo_codes.WIDTHS}
    assert found["Dec_actuele_instelling"]["21PB"]["name"] == "Universiteit Leiden"
    assert found["Dec_landcode"]["5001"]["name"] == "Canada"
    assert set(found["Dec_landcode"]) - set(codes.countries()) == set()
