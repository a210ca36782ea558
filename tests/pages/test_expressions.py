"""Values and claims one by one, at their boundaries."""

from __future__ import annotations

from typing import Any

import pytest

from internationals.definitions.thresholds import thresholds
from internationals.pages.operations import call
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Day, Line, Names, Number, Year
from internationals.pages.scope import Scope
from internationals.pages.wording import counted, write
from internationals.shapes import Cell, Status
from tests.pages.releases import FLOW, SUPPRESSED, Cells, card, leiden, release, table, years

MISSING = Cell(None, Status.MISSING)


def scope(cells: Cells | None = None, **values: dict[str, Any]) -> Scope:
    """A scope over one line of flows, `flow`, and over the tables of Leiden."""
    tables = dict(leiden().tables)
    if cells is not None:
        codes = sorted({key[0] for key in cells})
        tables["flow"] = table(card("flow", years(codes), reference=FLOW), cells)
        values = {"line": {"line": "flow"}, **values}
    return Scope(release(tables), list(tables), values, thresholds())


def flow(*cells: Cell | float, first: int = 2012) -> Cells:
    return {(str(first + position),): cell for position, cell in enumerate(cells)}


def number(found: Scope, name: str) -> float | None:
    return found.number(name).cell.value


COUNT = {"count": "residents_group", "group": "international"}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("last", 14472),
        ("previous", 13993),
        ("first", 11315),
        ("last-10", 11315),
        ("2020", 14100),
        (2020, 14100),
        ("first+1", 11700),
        ("$seen-1", 13500),
        ("last-11", None),
        ("2030", None),
    ],
)
def test_a_year_can_be_said_in_many_ways(year: object, expected: float | None) -> None:
    seen = {"year": "residents_group", "at": 2019}
    assert number(scope(seen=seen, n={**COUNT, "year": year}), "n") == expected


def test_a_year_that_is_announced_but_not_there_yet_is_not_the_last() -> None:
    found = scope(flow(5, 6, Cell(None, Status.NOT_YET)), last_year={"year": "flow"})
    assert found.year("last_year") == Year("2013")


def test_the_earlier_year_is_the_first_of_a_short_series_and_missing_in_one_of_a_single_year() -> None:
    assert scope(flow(5, 6, 7), then={"earlier": "flow", "by": 10}).year("then") == Year("2012")
    assert scope(flow(*range(20, 32)), then={"earlier": "flow", "by": 10}).year("then") == Year("2013")
    assert scope(flow(5), then={"earlier": "flow", "by": 10}).year("then").code is None


def test_points_and_shares_of_lines_are_taken_year_by_year() -> None:
    found = scope(
        a={"line": "residents_group", "group": "international"},
        b={"line": "residents_group", "group": "total"},
        share={"share": "a", "of": "b"},
        now={"pick": "share", "at": "2022"},
        then={"pick": "share", "at": "2012"},
        difference={"points": "now", "since": "then"},
        chance={"one_in": "now"},
    )
    assert found.number("difference").unit == "points"
    assert number(found, "difference") == pytest.approx(11.574 - 9.411, abs=0.001)
    assert number(found, "chance") == 9


def test_ranks_and_extremes_are_those_of_the_line() -> None:
    found = scope(
        flow(7, 9, 3),
        place={"rank": "line", "of": "2012"},
        best={"leader": "line"},
        worst={"last": "line"},
        most={"highest": "line"},
        sum={"total": "line"},
    )
    assert number(found, "place") == 2 and number(found, "most") == 9 and number(found, "sum") == 19
    assert list(found.names("best").labels) == ["2013"] and list(found.names("worst").labels) == ["2014"]


def test_extremes_of_a_line_with_a_withheld_cell_are_withheld() -> None:
    found = scope(
        flow(7, SUPPRESSED, 3), best={"leader": "line"}, most={"highest": "line"}, sum={"total": "line"}
    )
    assert found.names("best") == Names({}, Status.SUPPRESSED)
    assert found.number("most").cell == SUPPRESSED and found.number("sum").cell == SUPPRESSED


def test_the_listed_parts_cannot_exceed_the_whole() -> None:
    whole = {"count": "flow", "year": "2014"}
    rest = {"with_rest": "line", "whole": "whole", "label": {"nl": "Overig", "en": "Other"}}
    with pytest.raises(UnfitError, match="together exceed 'whole'"):
        scope(flow(7, 9, 3), whole=whole, rest=rest).line("rest")


@pytest.mark.parametrize(
    ("claim", "cells", "verdict"),
    [
        ("rises_every_year", flow(1, 2, 3, 4), True),
        ("rises_every_year", flow(1, 2, 3), False),
        ("rises_every_year", flow(1, 2, 2, 4), False),
        ("rises_every_year", flow(1, 2, SUPPRESSED, 4), None),
        ("rises_every_year", flow(2, 1, SUPPRESSED, 4), False),
        ("rises_every_year", {**flow(1, 2, 3), **flow(5, 6, first=2016)}, None),
        ("rises_every_year", flow(1, 2, Cell(3, Status.BREAK), 4), None),
        ("rises_with_exceptions", flow(1, 2, 3, 4), False),
        ("rises_with_exceptions", flow(1, 2, 1, 3, 4), True),
        ("rises_with_exceptions", flow(1, 3, 2, 4, 3, 5), True),
        ("rises_with_exceptions", flow(1, 3, 2, 4, 3, 5, 4, 6), False),
        ("rises_with_exceptions", flow(5, 6, 1, 2, 3), False),
        ("rises_with_exceptions", flow(1, 2, 1, 3, SUPPRESSED, 5, 6), None),
        ("falls_every_year", flow(4, 3, 2, 1), True),
        ("falls_every_year", flow(4, 3, 3, 1), False),
        ("falls_with_exceptions", flow(5, 4, 4, 3, 2), True),
        ("record_high", flow(1, 2, 3, 4), True),
        ("record_high", flow(4, 2, 3, 4), False),
        ("record_high", flow(1, 2, 4), False),
        ("record_high", flow(1, SUPPRESSED, 3, 4), None),
        ("record_high", flow(9, SUPPRESSED, 3, 4), False),
        ("record_high", flow(1, 2, 3, SUPPRESSED), None),
        ("record_low", flow(4, 3, 2, 1), True),
        ("lowest_in_years", flow(1, 5, 4, 3, 2), True),
        ("lowest_in_years", flow(1, 4, 3, 2), False),
        ("lowest_in_years", flow(5, 4, 3, 2), False),
        ("lowest_in_years", flow(1, 5, SUPPRESSED, 3, 2), None),
        ("highest_in_years", flow(9, 5, 6, 7, 8), True),
        ("highest_in_years", flow(9, 6, 7, 8), False),
        ("largest_increase", flow(1, 5, -3), True),
        ("largest_increase", flow(5, 5, 1), False),
        ("largest_increase", flow(-1, -5), False),
        ("largest_increase", flow(1, SUPPRESSED), None),
        ("largest_decrease", flow(1, 5, -3), True),
        ("only_decrease", flow(1, 5, -3), True),
        ("only_decrease", flow(1, 5, 0), False),
        ("only_decrease", flow(-1, -5, SUPPRESSED), False),
        ("only_decrease", flow(-1, SUPPRESSED), None),
        ("only_decrease", flow(-1), False),
        ("only_increase", flow(1, -5, 0), True),
        ("all_increase", flow(1, 5), True),
        ("all_increase", flow(1, 0), False),
        ("all_increase", flow(1, SUPPRESSED), None),
        ("all_decrease", flow(-1, -5), True),
        ("one_largest", flow(1, 5), True),
        ("one_largest", flow(5), True),
        ("one_largest", flow(5, 5), False),
        ("several_largest", flow(5, 5, 1), True),
        ("several_largest", flow(0, 0), False),
    ],
)
def test_a_claim_about_a_line(claim: str, cells: Cells, verdict: bool | None) -> None:
    assert call("claims", {claim: "line"}, scope(cells)) is verdict


@pytest.mark.parametrize(
    ("claim", "before", "after", "verdict"),
    [
        ("increase", 100, 101, True),
        ("increase", 100, 100, False),
        ("increase", 100, SUPPRESSED, None),
        ("increase", 100, Cell(101, Status.BREAK), None),
        ("decrease", 100, 99, True),
        ("steady", 100, 100, True),
        ("steady", SUPPRESSED, 100, None),
        ("slight_increase", 1000, 1049, True),
        ("slight_increase", 1000, 1050, False),
        ("slight_increase", 1000, 999, False),
        ("slight_increase", 9, 10, None),
        ("strong_increase", 1000, 1149, False),
        ("strong_increase", 1000, 1150, True),
        ("slight_decrease", 1000, 951, True),
        ("slight_decrease", 1000, 950, False),
        ("strong_decrease", 1000, 851, False),
        ("strong_decrease", 1000, 850, True),
    ],
)
def test_a_claim_about_a_number_and_an_earlier_one(
    claim: str, before: Cell | float, after: Cell | float, verdict: bool | None
) -> None:
    found = scope(flow(before, after), a={"pick": "line", "at": "2012"}, b={"pick": "line", "at": "2013"})
    assert call("claims", {claim: "b", "since": "a"}, found) is verdict


def test_shares_that_are_printed_the_same_are_neither_up_nor_down() -> None:
    percent = {"unit": "percent", "decimals": 1}
    found = scope()
    found._known.update(a=Number(Cell(11.56), **percent), b=Number(Cell(11.64), **percent))
    assert call("claims", {"increase": "b", "since": "a"}, found) is False
    assert call("claims", {"steady": "b", "since": "a"}, found) is True


@pytest.mark.parametrize(
    ("claim", "share", "verdict"),
    [
        ("mainly", 50.0, False),
        ("mainly", 50.01, True),
        ("vast_majority", 74.99, False),
        ("vast_majority", 75.0, True),
        ("vast_majority", None, None),
    ],
)
def test_a_claim_about_a_share(claim: str, share: float | None, verdict: bool | None) -> None:
    found = scope()
    found._known["s"] = Number(SUPPRESSED if share is None else Cell(share), "percent", 1)
    assert call("claims", {claim: "s"}, found) is verdict


@pytest.mark.parametrize(
    ("claim", "names", "verdict"),
    [
        ("one_name", ("a",), True),
        ("one_name", ("a", "b"), False),
        ("several_names", ("a", "b"), True),
        ("no_names", (), True),
        ("no_names", None, None),
        ("withheld", None, True),
        ("withheld", (), False),
        ("withheld", ("a",), False),
    ],
)
def test_a_claim_about_names(claim: str, names: tuple[str, ...] | None, verdict: bool | None) -> None:
    found = scope()
    labels = {name: {"nl": name, "en": name} for name in names or ()}
    found._known["n"] = Names(labels, Status.SUPPRESSED if names is None else Status.NORMAL)
    assert call("claims", {claim: "n"}, found) is verdict


def test_one_line_above_another_in_every_year_or_but_for_a_few() -> None:
    found = scope(arrivals={"line": "arrivals"}, departures={"line": "departures"})
    assert call("claims", {"exceeds_every_year": "arrivals", "than": "departures"}, found) is False
    assert call("claims", {"exceeds_with_exceptions": "arrivals", "than": "departures"}, found) is True
    assert call("claims", {"exceeds_with_exceptions": "departures", "than": "arrivals"}, found) is False


def test_the_steepest_fall_is_none_without_a_fall_and_unknown_with_a_withheld_year() -> None:
    fall = {"steepest_fall": "line"}
    assert scope(flow(100, 90, 80), fall=fall).year("fall") == Year("2014")
    assert scope(flow(100, 50, 100, 50), fall=fall).year("fall").code is None
    assert scope(flow(100, 110), fall=fall).year("fall").status is Status.NOT_APPLICABLE
    assert scope(flow(100, SUPPRESSED, 80), fall=fall).year("fall").status is Status.SUPPRESSED


@pytest.mark.parametrize(
    ("quantity", "nl", "en"),
    [
        (Number(Cell(14472)), "14.472", "14,472"),
        (Number(Cell(11.574), "percent", 1), "11,6%", "11.6%"),
        (
            Number(SUPPRESSED),
            "een aantal dat ter bescherming van personen niet wordt genoemd",
            "a number that is withheld to protect individuals",
        ),
        (Number(MISSING, "percent"), "een percentage dat niet bekend is", "a percentage that is not known"),
        (
            Number(Cell(None, Status.NOT_APPLICABLE), "percent"),
            "een percentage dat hier niet van toepassing is",
            "a percentage that does not apply here",
        ),
        (
            Number(Cell(None, Status.NOT_YET), "points"),
            "een verschil dat nog niet beschikbaar is",
            "a difference that is not available yet",
        ),
        (Year("2022"), "2022", "2022"),
        (Year(None, Status.MISSING), "een jaar dat niet bekend is", "a year that is not known"),
        (Day(None, Status.MISSING), "een tijdstip dat niet bekend is", "a date that is not known"),
        (Names({}, Status.MISSING), "een overzicht dat niet bekend is", "a list that is not known"),
    ],
)
def test_a_quantity_in_a_sentence(quantity: Number | Year | Day | Names, nl: str, en: str) -> None:
    assert (write("nl", quantity), write("en", quantity)) == (nl, en)


def test_a_number_with_its_noun_is_singular_for_one_only() -> None:
    nouns = ("resident", "residents")
    assert counted("en", Number(Cell(1)), *nouns) == "1 resident"
    assert counted("en", Number(Cell(0)), *nouns) == "0 residents"
    assert counted("en", Number(SUPPRESSED), *nouns) == (
        "a number of residents that is withheld to protect individuals"
    )


def test_a_line_cannot_be_written_in_a_sentence() -> None:
    with pytest.raises(UnfitError, match="A line of numbers cannot be written"):
        write("en", Line("year", {}, {}, {}))
