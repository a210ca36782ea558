"""What changed since the edition before: tables, codes, texts and revised figures, and never a withheld number."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from frictionless import Package

from internationals.outputs import opendata
from internationals.shapes import (
    Cell,
    Dimension,
    Method,
    ProtectedTable,
    Protection,
    Publication,
    Release,
    Status,
    by_id,
)
from tests.outputs.opendata.a_publication import AREA, MANIFEST, card, publication, same, years

WITHHELD = Cell(None, Status.SUPPRESSED)
FIRST, SECOND = AREA.codes


def table(year: str, cells: dict[tuple[str, str], Cell | float], area: Dimension = AREA) -> ProtectedTable:
    """Areas by year, the years up to this one."""
    codes = years(*(str(each) for each in range(2020, int(year) + 1)))
    made = {key: cell if isinstance(cell, Cell) else Cell(cell) for key, cell in cells.items()}
    return ProtectedTable(card("areas", codes, area), made)


def release(*tables: ProtectedTable, edition: str = "2021") -> Release:
    return Release(MANIFEST | {"edition": edition}, by_id(tables))


def changes(folder: Path, after: ProtectedTable, before: ProtectedTable) -> dict[str, Any]:
    """The changes as programs read them; those for spreadsheets must be as many."""
    opendata.write(publication(after, before=release(before)), folder)
    found: dict[str, Any] = json.loads((folder / "changes.json").read_text(encoding="utf-8"))
    kinds = ("tables_added", "tables_removed", "dimensions", "codes", "texts", "revisions")
    assert len(rows(folder)) == sum(len(found[kind]) for kind in kinds)
    return found


def rows(folder: Path) -> list[dict[str, str]]:
    text = (folder / "changes.csv").read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_revised_figure_is_told_with_what_it_was_and_what_it_is(tmp_path: Path) -> None:
    before = table("2021", {("2020", FIRST): 10, ("2021", FIRST): 20})
    after = table("2022", {("2020", FIRST): 10, ("2021", FIRST): 21, ("2022", FIRST): 30})
    found = changes(tmp_path, after, before)
    assert (found["before"], found["edition"]) == ("2021", "2022")
    assert found["revisions"] == [
        {
            "table": "areas",
            "codes": {"year": "2021", "neighbourhood": FIRST},
            "before": {"value": 20, "obs_status": "A", "conf_status": "F"},
            "after": {"value": 21, "obs_status": "A", "conf_status": "F"},
        }
    ]
    revision = next(row for row in rows(tmp_path) if row["change"] == "revision")
    assert revision["codes"] == f"year=2021;neighbourhood={FIRST}"
    assert (revision["old_value"], revision["new_value"]) == ("20", "21")


def test_a_year_that_is_new_is_a_code_that_was_added_and_no_revision(tmp_path: Path) -> None:
    found = changes(tmp_path, table("2022", {("2022", FIRST): 30}), table("2021", {}))
    assert found["revisions"] == []
    assert found["codes"] == [
        {"table": "areas", "dimension": "year", "code": "2022", "before": None, "after": same("2022")}
    ]


def test_a_cell_that_is_not_listed_is_zero_in_either_edition(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        table("2021", {("2021", SECOND): 8}),
        table("2021", {("2020", FIRST): 7, ("2021", FIRST): 0}),
    )
    told = [
        (each["codes"]["year"], each["before"]["value"], each["after"]["value"])
        for each in found["revisions"]
    ]
    assert told == [("2020", 7, 0), ("2021", 0, 8)]


def test_a_number_that_is_withheld_now_is_told_as_withheld_and_one_withheld_then_too(tmp_path: Path) -> None:
    before = table("2021", {("2020", FIRST): 7, ("2021", FIRST): WITHHELD, ("2020", SECOND): WITHHELD})
    after = table("2021", {("2020", FIRST): WITHHELD, ("2021", FIRST): 12, ("2020", SECOND): WITHHELD})
    found = changes(tmp_path, after, before)
    told = [(each["before"], each["after"]) for each in found["revisions"]]
    withheld = {"value": None, "obs_status": "Q", "conf_status": "C"}
    assert [each[1] for each in told] == [withheld, {"value": 12, "obs_status": "A", "conf_status": "F"}]
    assert told[1][0] == withheld
    assert len(told) == 2  # withheld in both is no change


def test_a_figure_that_is_no_longer_provisional_is_revised_though_its_number_is_the_same(
    tmp_path: Path,
) -> None:
    before = table("2021", {("2021", FIRST): Cell(20, Status.PROVISIONAL)})
    found = changes(tmp_path, table("2021", {("2021", FIRST): 20}), before)
    told = [(each["before"]["obs_status"], each["after"]["obs_status"]) for each in found["revisions"]]
    assert told == [("P", "A")]


def test_a_table_that_is_rounded_from_now_on_revises_its_zeros_too(tmp_path: Path) -> None:
    after = replace(table("2021", {}), protection=Protection(Method.ROUNDED, 5))
    found = changes(tmp_path, after, table("2021", {}))
    assert len(found["revisions"]) == 4
    assert {each["after"]["obs_status"] for each in found["revisions"]} == {"E"}


def test_codes_that_came_went_or_are_called_otherwise(tmp_path: Path) -> None:
    other = Dimension(AREA.id, AREA.label, {FIRST: same("Pieterskwartier"), "05460009": same("=Nieuw")})
    found = changes(
        tmp_path,
        table("2021", {("2021", FIRST): 3, ("2021", "05460009"): 4}, other),
        table("2021", {("2021", FIRST): 3, ("2021", SECOND): 5}),
    )
    assert found["revisions"] == []  # what became of a code that went is not known
    told = {each["code"]: (each["before"], each["after"]) for each in found["codes"]}
    assert told == {
        FIRST: (same("Pieterswijk"), same("Pieterskwartier")),
        SECOND: (same("d'Oude Morsch"), None),
        "05460009": (None, same("=Nieuw")),
    }
    kinds = {row["codes"]: (row["change"], row["new_text"]) for row in rows(tmp_path)}
    assert kinds["neighbourhood=05460009"] == ("code_added", "'=Nieuw")
    assert kinds[f"neighbourhood={FIRST}"][0] == "code_renamed"
    assert kinds[f"neighbourhood={SECOND}"][0] == "code_removed"


def test_tables_that_came_or_went_and_other_definitions(tmp_path: Path) -> None:
    kept = ProtectedTable(card("kept", AREA), {})
    redefined = replace(kept, card=replace(kept.card, definition=same("Anders.")))
    reshaped = [
        ProtectedTable(card("reshaped", *dimensions), {}) for dimensions in ((AREA,), (years("2021"), AREA))
    ]
    old, new = ProtectedTable(card("old", AREA), {}), ProtectedTable(card("new", AREA), {})
    opendata.write(publication(redefined, new, reshaped[1], before=release(kept, old, reshaped[0])), tmp_path)
    found = json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))
    assert (found["tables_added"], found["tables_removed"]) == (["new"], ["old"])
    assert [(each["table"], each["what"], each["after"]["nl"]) for each in found["texts"]] == [
        ("kept", "definition", "Anders.")
    ]
    assert found["dimensions"] == [
        {"table": "reshaped", "before": "neighbourhood", "after": "year × neighbourhood"}
    ]
    assert Package(str(tmp_path / "datapackage.json")).validate().valid


def test_the_first_edition_has_nothing_to_tell_changes_from(tmp_path: Path) -> None:
    opendata.write(publication(table("2021", {("2021", FIRST): 3})), tmp_path)
    assert list(tmp_path.glob("changes.*")) == []


def test_the_same_release_changes_nothing(tmp_path: Path) -> None:
    both = table("2021", {("2021", FIRST): 3, ("2020", SECOND): WITHHELD})
    opendata.write(Publication(release(both), (), {}, release(both)), tmp_path)
    assert rows(tmp_path) == []
