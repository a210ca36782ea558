"""What changed between two releases is listed, largest first, and nothing else is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from internationals.comparison import Comparison, compare
from internationals.shapes import Page, ProtectedTable, Release, by_id
from tests.verification.town import HIDDEN, line, table, town


def differences(before: Release, after: Release, **pages: Any) -> Comparison:
    return compare(before, after, pages.get("was", ()), pages.get("became", ()))


def groups(cells: Mapping[tuple[str, ...], Any]) -> ProtectedTable:
    return table("residents_group", "group", cells)


def page(headline: str, cited: str = "", name: str = "05-background", language: str = "en") -> Page:
    return Page(
        id=name, number=int(name[:2]), language=language, slug="a", title="A", headline=headline, body="",
        charts=(), source="", reference="", notes=(), cited=frozenset(cited.split()), alternates={},
    )  # fmt: skip


LAST = {("2021", "total"): 100, ("2022", "total"): 110, ("2021", "dutch"): 90, ("2022", "dutch"): 94}
NEXT = {**LAST, ("2023", "total"): 140, ("2023", "dutch"): 93}


def test_a_release_and_itself_differ_in_nothing() -> None:
    release = town(groups(LAST))
    found = differences(release, release, was=[page("Up 3%")], became=[page("Up 3%")])
    assert found == Comparison("2022", "2022", (), (), (), (), (), (), ())


def test_the_last_years_are_compared_and_a_new_year_is_no_revision() -> None:
    (change,) = differences(town(groups(LAST)), town(groups(NEXT), edition="2023")).figures
    assert (change.table, change.last_years, change.years_added) == (
        "residents_group", ("2022", "2023"), ("2023",),
    )  # fmt: skip
    assert change.revised == ()
    assert [(cell.was, cell.became, cell.size, cell.label) for cell in change.moved] == [
        ("110", "140", 30, "total"),
        ("94", "93", 1, "dutch"),
    ]


def test_a_cell_of_the_same_codes_that_differs_is_revised_also_to_zero_or_withheld() -> None:
    revised = {**LAST, ("2021", "total"): 97, ("2021", "dutch"): HIDDEN}
    del revised["2022", "dutch"]
    after = groups(revised)
    dimensions = groups(LAST).card.dimensions
    (change,) = differences(
        town(groups(LAST)), town(replace(after, card=replace(after.card, dimensions=dimensions)))
    ).figures
    assert [(cell.after["year"], cell.was, cell.became) for cell in change.revised] == [
        ("2022", "94", "0"),
        ("2021", "90", "suppressed"),
        ("2021", "100", "97"),
    ]
    assert change.moved == ()


def test_a_code_that_only_one_release_knows_is_no_zero_in_the_other() -> None:
    found = differences(town(groups(LAST)), town(groups({**LAST, ("2022", "european"): 7})))
    assert found.figures == ()
    (codes,) = found.codes
    assert (codes.dimension, codes.tables, codes.added, codes.gone) == (
        "group", ("residents_group",), {"european": "european"}, {},
    )  # fmt: skip


def test_tables_with_the_largest_change_come_first() -> None:
    before = town(line("repats", 2020, 9, 8), line("arrivals", 2020, 100, 90))
    after = town(line("repats", 2020, 9, 7), line("arrivals", 2020, 100, 95))
    assert [change.table for change in differences(before, after).figures] == ["arrivals", "repats"]


def test_tables_that_came_and_went() -> None:
    found = differences(town(line("repats", 2020, 9)), town(line("arrivals", 2020, 9)))
    assert (found.tables_gone, found.tables_added) == (("repats",), ("arrivals",))


def test_a_headline_that_says_something_else_has_turned_and_other_figures_are_no_turn() -> None:
    was = [page("Up 3% to 14,472"), page("Rose in 2021", "a b", "09-flows"), page("Old", name="12-old")]
    became = [page("Up 4.5% to 16,643"), page("Fell in 2022", "b c", "09-flows"), page("New", name="13-new")]
    same, turned, gone, added = differences(
        town(groups(LAST)), town(groups(LAST)), was=was, became=became
    ).pages
    assert (same.turned, turned.turned) == (False, True)
    assert (turned.cited_gone, turned.cited_added) == (("a",), ("c",))
    assert (gone.was, gone.became) == ("Old", "")
    assert (added.was, added.became) == ("", "New")


def test_a_definition_that_changed_is_told_once_for_all_its_tables() -> None:
    before = town(line("repats", 2020, 9), line("arrivals", 2020, 9))
    changed = {
        name: replace(found, card=replace(found.card, definition={"nl": "tekst", "en": "other text"}))
        for name, found in before.tables.items()
    }
    (change,) = differences(before, Release(before.manifest, by_id(changed.values()))).definitions
    assert change.where == ("arrivals", "repats")
    assert (change.what, change.was, change.became) == ("definition (en)", "text", "other text")


def test_policy_software_and_inputs() -> None:
    before = town(
        policy={"threshold": 5},
        software="1.0",
        inputs=[{"file": "a", "sha256": "1"}, {"file": "b", "sha256": "1"}],
    )
    after = town(
        policy={"threshold": 5},
        software="1.1",
        inputs=[{"file": "b", "sha256": "2"}, {"file": "c", "sha256": "1"}],
    )
    found = differences(before, replace(after, manifest={**after.manifest, "policy": {"threshold": 10}}))
    assert [(change.what, change.was, change.became) for change in found.makings] == [
        ("policy", '{"threshold": 5}', '{"threshold": 10}'),
        ("software", "1.0", "1.1"),
        ("input a", "there", ""),
        ("input b", "there", "there, with other contents"),
        ("input c", "", "there"),
    ]
