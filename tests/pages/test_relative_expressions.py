"""Values and claims about places, peers, ages and turning points, at their boundaries."""

from __future__ import annotations

from typing import Any

import pytest

from internationals.definitions.thresholds import thresholds
from internationals.pages.operations import call
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Names
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status
from tests.pages.releases import SUPPRESSED, Cells, card, leiden, release, table, years
from tests.pages.test_expressions import flow, number, scope

Expression = dict[str, Any]


def codes(found: Scope, name: str) -> list[str]:
    return list(found.line(name).cells)


@pytest.mark.parametrize(
    ("cells", "leading"),
    [
        (flow(9, 7, 5, 3), ["2012", "2013"]),
        (flow(9, 7, 7, 3), ["2012", "2013", "2014"]),
        (flow(9, 9, 7, 3), ["2012", "2013"]),
        (flow(0, 9, 0, 0), ["2013"]),
        (flow(0, 0), []),
        # Of 30 in all, 30 less what is known could be in the hidden one.
        (flow(9, 7, 8, SUPPRESSED), ["2012", "2014"]),
        (flow(9, 6, 5, SUPPRESSED), []),
        (flow(11, 6, 5, SUPPRESSED), ["2012"]),
        (flow(9, Cell(None, Status.NOT_APPLICABLE)), []),
    ],
)
def test_the_leading_ones_are_as_many_as_are_certain(cells: Cells, leading: list[str]) -> None:
    found = scope(
        {**cells, ("2030",): 30},
        places={"line": "flow", "leave_out": ["2030"]},
        whole={"count": "flow", "year": 2030},
        first={"leading": "places", "k": 2, "whole": "whole"},
    )
    assert codes(found, "first") == leading


def test_the_sum_of_two_lines_leads_when_no_hidden_part_can_make_another_larger() -> None:
    found = scope(
        flow(9, 7, SUPPRESSED),
        twice={"added": ["line", "line"]},
        first={"leading": ["line", "line"], "k": 1},
    )
    assert [cell.value for cell in found.line("twice").cells.values()] == [18, 14, None]
    assert codes(found, "first") == []


@pytest.mark.parametrize(
    ("cells", "limit", "listed"),
    [
        (flow(45, 30, 21, 20, 3), 20, ["2012", "2013", "2014"]),
        (flow(90, 81, 79, 70, 65, 64, 63), 80, ["2012", "2013"]),
        (flow(20, 3), None, []),
        (flow(45, SUPPRESSED), 20, ["2012"]),
    ],
)
def test_a_round_limit_leaves_a_list_that_can_be_read(
    cells: Cells, limit: float | None, listed: list[str]
) -> None:
    found = scope(
        cells,
        limit={"round_limit": "line", "step": 20, "most": 3},
        listed={"more_than": "line", "limit": "limit"},
    )
    assert number(found, "limit") == limit and codes(found, "listed") == listed
    assert call("claims", {"all_exceed": "listed", "than": "limit"}, found) is bool(listed)


@pytest.mark.parametrize(
    ("exact", "nearest", "under", "over"),
    [
        (769, 800, True, False),
        (760, 800, True, False),
        (759, 800, False, False),
        (812, 800, False, True),
        (800, 800, False, False),
        (850, 900, False, False),
        (49, None, None, None),
        (SUPPRESSED, None, None, None),
    ],
)
def test_a_rounded_number_is_almost_or_just_over(
    exact: Cell | float, nearest: float | None, under: bool | None, over: bool | None
) -> None:
    found = scope(flow(exact), n={"count": "flow"}, about={"rounded": "n", "to": 100})
    assert number(found, "about") == nearest
    assert call("claims", {"just_under": "n", "of": "about"}, found) is under
    assert call("claims", {"just_over": "n", "of": "about"}, found) is over


@pytest.mark.parametrize(
    ("cells", "verdict"),
    [
        (flow(25, 300, 500, 452, 398), True),
        (flow(25, 300, 500, 452, 453), False),
        (flow(25, 300, 500, 452), False),
        (flow(25, 300, 400, 500), False),
        (flow(500, 452, 398), False),
        (flow(100, 115, 110, 105), True),
        (flow(100, 114, 110, 105), False),
        (flow(25, 500, 500, 452, 398), False),
        (flow(25, SUPPRESSED, 500, 452, 398), None),
        (flow(25, Cell(300, Status.BREAK), 500, 452, 398), None),
        (flow(25), False),
    ],
)
def test_a_line_that_rose_and_then_fell(cells: Cells, verdict: bool | None) -> None:
    assert call("claims", {"rose_then_fell": "line"}, scope(cells)) is verdict


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [(4, True, False), (5, False, False), (9, False, False), (10, False, True), (SUPPRESSED, None, None)],
)
def test_a_number_beside_those_of_its_peers(
    value: Cell | float, below: bool | None, above: bool | None
) -> None:
    tables = dict(leiden().tables)
    tables["flow"] = table(card("flow", years(["2012", "2013", "2014"])), flow(value, 5, 9))
    values: dict[str, Expression] = {"line": {"line": "flow"}, "mine": {"count": "flow", "year": 2012}}
    found = Scope(release(tables), ["flow"], values, thresholds(), Names({"2012": {}}))
    arguments = {"others": "line", "besides": "this"}
    assert call("claims", {"below_all": "mine", **arguments}, found) is below
    assert call("claims", {"above_all": "mine", **arguments}, found) is above


@pytest.mark.parametrize(
    "expression",
    [
        {"leading": "line", "k": 0},
        {"leading": [], "k": 1},
        {"leading_shown": "line", "k": "three"},
        {"round_limit": "line", "step": 0, "most": 3},
        {"rounded": "line", "to": 0},
        {"added": []},
        {"added": "line"},
    ],
)
def test_arguments_that_make_no_sense_are_refused(expression: Expression) -> None:
    with pytest.raises(UnfitError):
        call("values", expression, scope(flow(1, 2)))
