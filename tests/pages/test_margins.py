"""What a source rounds to multiples of five is claimed only when it holds for every true number."""

from __future__ import annotations

from typing import Any

import pytest

from internationals.definitions import measures
from internationals.pages.certainty import most_hidden
from internationals.pages.operations import call
from internationals.pages.quantities import Year
from internationals.shapes import Cell
from tests.pages.releases import SUPPRESSED
from tests.pages.test_expressions import flow, scope

Verdict = bool | None


def five(value: float) -> Cell:
    """A number in multiples of five."""
    return Cell(value, margin=2.5)


def claim(expression: dict[str, Any], *values: float, **more: dict[str, Any]) -> Verdict:
    """What a claim says of a line of rounded numbers, its first and its last year."""
    found = scope(
        flow(*map(five, values)),
        start={"pick": "line", "at": "2012"},
        end={"pick": "line", "at": str(2011 + len(values))},
        **more,
    )
    verdict: Verdict = call("claims", expression, found)
    return verdict


@pytest.mark.parametrize(
    ("operation", "start", "end", "verdict"),
    [
        ("increase", 1000, 1010, True),
        ("increase", 1000, 1005, None),
        ("increase", 1000, 1000, None),
        ("increase", 1000, 995, False),
        ("decrease", 1000, 990, True),
        ("decrease", 1000, 995, None),
        ("decrease", 1000, 1010, False),
        ("steady", 1000, 1000, None),
        ("steady", 1000, 1005, None),
        ("steady", 1000, 1010, False),
    ],
)
def test_a_direction_holds_only_beyond_the_margins(
    operation: str, start: float, end: float, verdict: Verdict
) -> None:
    assert claim({operation: "end", "since": "start"}, start, end) is verdict


@pytest.mark.parametrize(
    ("operation", "values", "verdict"),
    [
        ("record_high", (100, 110, 105, 120), True),
        ("record_high", (100, 110, 105, 115), None),
        ("record_high", (100, 110, 105, 105), False),
        ("record_low", (100, 110, 105, 90), True),
        ("record_low", (100, 110, 105, 95), None),
        ("rises_every_year", (100, 110, 120, 130), True),
        ("rises_every_year", (100, 110, 115, 130), None),
        ("rises_every_year", (100, 110, 105, 130), False),
        ("one_largest", (100, 90), True),
        ("one_largest", (100, 95), None),
        ("several_largest", (100, 100), None),
        ("several_largest", (100, 90), False),
        ("recovery", (100, 90, 100), True),
        ("recovery", (100, 90, 95), None),
        ("recovery", (100, 95, 110), None),
    ],
)
def test_a_claim_on_a_line_holds_only_beyond_the_margins(
    operation: str, values: tuple[float, ...], verdict: Verdict
) -> None:
    assert claim({operation: "line"}, *values) is verdict


@pytest.mark.parametrize(("part", "verdict"), [(510, True), (505, True), (500, None), (495, False)])
def test_a_majority_holds_only_beyond_the_margins(part: float, verdict: Verdict) -> None:
    more = {"share": {"share": "end", "of": "start"}}
    assert claim({"mainly": "share"}, 1000, part, **more) is verdict


@pytest.mark.parametrize(
    ("start", "end", "percentage"), [(7790, 12375, 59), (4605, 8610, 87), (3185, 3765, 18)]
)
def test_the_published_growth_of_workers_is_claimed(start: float, end: float, percentage: float) -> None:
    grown = measures.growth(five(start), five(end))
    assert {measures.round_half_away(end) for end in (measures.lowest(grown), measures.highest(grown))} == {
        percentage
    }
    assert claim({"increase": "end", "since": "start"}, start, end) is True
    assert claim({"strong_increase": "end", "since": "start"}, start, end) is True


def test_a_growth_near_a_limit_is_neither_strong_nor_not() -> None:
    limit = scope(flow(1)).thresholds["strong_from"]
    assert claim({"strong_increase": "end", "since": "start"}, 1000, 1000 + 10 * limit) is None
    assert claim({"strong_increase": "end", "since": "start"}, 1000, 1000 + 10 * limit + 10) is True
    assert claim({"strong_increase": "end", "since": "start"}, 1000, 1000 + 10 * limit - 10) is False


@pytest.mark.parametrize("operation", [measures.share, measures.growth, measures.change, measures.ratio])
@pytest.mark.parametrize(("one", "other"), [(100, 900), (900, 100), (15, 20), (50, 50)])
def test_no_true_numbers_give_a_measure_outside_its_margin(operation: Any, one: float, other: float) -> None:
    found = operation(five(one), five(other))
    for a in (-2.5, 0, 2.5):
        for b in (-2.5, 0, 2.5):
            true = operation(Cell(one + a), Cell(other + b)).value
            assert measures.lowest(found) - 1e-9 <= true <= measures.highest(found) + 1e-9


def test_the_margins_of_a_sum_add_up() -> None:
    assert measures.added([five(10), five(20), Cell(5)]) == Cell(35, margin=5)
    found = scope(flow(five(10), five(20), five(30)), all={"total": "line"})
    assert found.number("all").cell == Cell(60, margin=7.5)


def test_a_rank_that_depends_on_rounding_is_none() -> None:
    values = {"a": five(100), "b": five(95), "c": five(80)}
    assert measures.rank(values) == {"a": 1, "b": None, "c": 3}
    assert measures.rank({"a": five(100), "b": five(100)}) == {"a": None, "b": None}


@pytest.mark.parametrize(("values", "first"), [((100, 90, 80), ["2012", "2013"]), ((100, 85, 80), ["2012"])])
def test_the_first_two_are_named_only_as_far_as_they_are_certain(
    values: tuple[float, ...], first: list[str]
) -> None:
    found = scope(flow(*map(five, values)), first={"top": "line", "k": 2})
    assert list(found.line("first").cells) == first


@pytest.mark.parametrize(("first", "leads"), [(63, True), (62, False), (40, False)])
def test_who_leads_beside_a_withheld_number_exceeds_what_rounding_leaves_for_that(
    first: float, leads: bool
) -> None:
    def eight(value: float) -> Cell:
        return Cell(value, margin=8)

    # The first and the second, with thirty, leave thirty of the whole to the last: 54 with what all three round off.
    found = scope(
        {**flow(eight(first), eight(30), SUPPRESSED), ("2030",): eight(first + 60)},
        places={"line": "flow", "leave_out": ["2030"]},
        whole={"count": "flow", "year": 2030},
        leading={"leading": "places", "k": 1, "whole": "whole"},
        top={"top": "places", "k": 1, "whole": "whole"},
        mode={"mode": "places", "whole": "whole"},
    )
    assert most_hidden(found, "places", "whole") == 54
    expected = ["2012"] if leads else []
    assert list(found.line("leading").cells) == list(found.line("top").cells) == expected
    assert list(found.names("mode").labels) == expected


def test_a_peak_that_may_be_another_year_is_none() -> None:
    assert scope(flow(five(90), five(100)), top={"peak": "line"}).year("top") == Year("2013")
    assert scope(flow(five(95), five(100)), top={"peak": "line"}).year("top").code is None


def test_a_number_is_printed_as_it_was_delivered() -> None:
    found = scope(flow(five(6315)), workers={"pick": "line", "at": "2012"})
    assert found.number("workers").cell == five(6315)
