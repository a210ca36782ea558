"""Values and claims on runs, peaks, modes, folds and fractions, at their boundaries."""

from __future__ import annotations

from typing import Any

import pytest

from internationals.definitions.thresholds import thresholds
from internationals.pages.operations import call
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Bundle, Line, Names, Number, Year
from internationals.pages.scope import Scope
from internationals.shapes import Cell, Status
from tests.pages.releases import SUPPRESSED, leiden


def of_years(*cells: Cell | float, first: int = 2012) -> Line:
    made = {str(first + at): cell if isinstance(cell, Cell) else Cell(cell) for at, cell in enumerate(cells)}
    return Line("year", {}, {year: {"nl": year, "en": year} for year in made}, made)


def of_groups(**cells: Cell | float | None) -> Line:
    made = {
        code: SUPPRESSED if cell is None else cell if isinstance(cell, Cell) else Cell(cell)
        for code, cell in cells.items()
    }
    return Line("age", {}, {code: {"nl": code, "en": code} for code in made}, made)


def scope(**known: Any) -> Scope:
    made = Scope(leiden(), [], {}, thresholds())
    made._known.update(known)
    return made


def percent(value: float | None, decimals: int = 1) -> Number:
    return Number(SUPPRESSED if value is None else Cell(value), "percent", decimals)


def items(value: float | None) -> Number:
    return Number(SUPPRESSED if value is None else Cell(value), "items")


@pytest.mark.parametrize(
    ("cells", "rises", "falls", "before"),
    [
        ((5, 4, 3, 2, 1), 0, 4, "2012"),
        ((1, 5, 4, 3), 0, 2, "2013"),
        ((1, 2, 3), 2, 0, "2012"),
        ((1, 2, 2), 0, 0, None),
        ((3, 2, 2, 1), 0, 1, "2014"),
        ((SUPPRESSED, 5, 4), 0, None, None),
        ((SUPPRESSED, 3, 5, 4), 0, 1, "2014"),
        ((5, 4, Cell(3, Status.BREAK)), None, None, None),
        ((5,), None, None, None),
    ],
)
def test_years_in_a_row_are_counted_from_the_last_and_only_as_far_as_known(
    cells: tuple[Cell | float, ...], rises: int | None, falls: int | None, before: str | None
) -> None:
    found = scope(line=of_years(*cells))
    assert call("values", {"rises_running": "line"}, found).cell.value == rises
    assert call("values", {"falls_running": "line"}, found).cell.value == falls
    assert call("values", {"before_run": "line"}, found).code == before


def test_a_line_ends_at_a_year() -> None:
    found = scope(line=of_years(1, 2, 3), year=Year("2013"), none=Year(None, Status.SUPPRESSED))
    assert list(call("values", {"up_to": "line", "year": "year"}, found).cells) == ["2012", "2013"]
    cut = call("values", {"up_to": "line", "year": "none"}, found)
    assert cut.cells == {} and cut.status is Status.SUPPRESSED


@pytest.mark.parametrize(
    ("claim", "cells", "verdict"),
    [
        ("falls_in_a_row", (9, 8, 7, 6), True),
        ("falls_in_a_row", (9, 8, 7), False),
        ("falls_in_a_row", (SUPPRESSED, 8, 7, 6), None),
        ("rises_in_a_row", (1, 9, 6, 7, 8, 9), True),
        ("rises_in_a_row", (6, 7, 8, 8), False),
        ("recovery", (5, 3, 4), True),
        ("recovery", (5, 3, 3), False),
        ("recovery", (3, 4, 5), False),
        ("recovery", (5, SUPPRESSED, 4), None),
        ("recovery", (3, 4), False),
        ("full_recovery", (5, 3, 4.9), False),
        ("full_recovery", (5, 3, 5), True),
        ("full_recovery", (3, 4, 5), False),
        ("fall_after_rise", (3, 5, 4), True),
        ("fall_after_rise", (5, 4, 3), False),
        ("no_trend", (1, 2, 1, 2), True),
        ("no_trend", (1, 2, 1), False),
        ("no_trend", (1, 2, 2, 1, 2), True),
        ("no_trend", (1, 2, SUPPRESSED, 1, 2, 1), None),
        ("no_trend", (), False),
    ],
)
def test_a_claim_about_the_last_years_of_a_line(
    claim: str, cells: tuple[Cell | float, ...], verdict: bool | None
) -> None:
    assert call("claims", {claim: "line"}, scope(line=of_years(*cells))) is verdict


@pytest.mark.parametrize(
    ("cells", "whole", "modes", "verdict", "dominant"),
    [
        ({"a": 60, "b": 40}, 100, ["a"], True, True),
        ({"a": 50, "b": 49}, 100, ["a"], True, False),
        ({"a": 40, "b": 40}, 80, ["a", "b"], False, False),
        ({"a": 60, "b": None}, 100, ["a"], True, True),
        ({"a": 50, "b": None}, 100, [], None, None),
        ({"a": 60, "b": None}, None, [], None, None),
        ({"a": None}, 10, [], None, None),
        ({"a": 0, "b": 0}, 0, [], False, False),
    ],
)
def test_the_mode_is_named_as_far_as_it_is_proven(
    cells: dict[str, float | None],
    whole: float | None,
    modes: list[str],
    verdict: bool | None,
    dominant: bool | None,
) -> None:
    found = scope(line=of_groups(**cells), whole=items(whole))
    assert list(call("values", {"mode": "line", "whole": "whole"}, found).labels) == modes
    assert call("claims", {"one_mode": "line", "whole": "whole"}, found) is verdict
    assert call("claims", {"dominant": "line", "whole": "whole"}, found) is dominant


def test_a_mode_with_a_withheld_code_and_no_whole_is_unknown() -> None:
    assert call("claims", {"one_mode": "line"}, scope(line=of_groups(a=9, b=None))) is None
    assert call("claims", {"one_mode": "line"}, scope(line=of_groups(a=9, b=3))) is True


@pytest.mark.parametrize(
    ("parts", "groups", "whole", "expected"),
    [
        ({"a": 30, "b": 30}, {"a": 100, "b": 200}, 60, ["a"]),
        ({"a": 30, "b": 60}, {"a": 100, "b": 200}, 90, ["a", "b"]),
        ({"a": 30, "b": 49}, {"a": 100, "b": 49}, 79, ["a"]),
        ({"a": 30, "b": 50}, {"a": 100, "b": 50}, 80, ["b"]),
        ({"a": 30, "b": None}, {"a": 100, "b": 200}, 89, ["a"]),
        ({"a": 30, "b": None}, {"a": 100, "b": 200}, 90, []),
        ({"a": 30, "b": 30}, {"a": 100, "b": None}, 60, []),
        ({"a": 3}, {"a": 10}, 3, []),
    ],
)
def test_the_foremost_group_is_the_one_in_which_the_part_is_the_largest_share(
    parts: dict[str, float | None], groups: dict[str, float | None], whole: float, expected: list[str]
) -> None:
    found = scope(parts=of_groups(**parts), groups=of_groups(**groups), whole=items(whole))
    expression = {"foremost": "parts", "of": "groups", "whole": "whole"}
    assert list(call("values", expression, found).labels) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(60, 43, ["a"]), (60, 44, []), (50, 50, [])],
)
def test_the_foremost_group_is_so_beyond_what_is_rounded_off(
    one: float, other: float, expected: list[str]
) -> None:
    parts = of_groups(a=Cell(one, margin=8), b=Cell(other, margin=8))
    found = scope(parts=parts, groups=of_groups(a=100, b=100))
    assert list(call("values", {"foremost": "parts", "of": "groups"}, found).labels) == expected


@pytest.mark.parametrize(("one", "expected"), [(61, ["18-26"]), (60, []), (50, [])])
def test_of_several_ages_the_one_furthest_above_the_city_is_so_beyond_what_is_rounded_off(
    one: float, expected: list[str]
) -> None:
    group = of_groups(**{"18-26": Cell(one, margin=8), "27-39": Cell(44, margin=8)})
    city = of_groups(**{"18-26": 100, "27-39": 100})
    found = scope(group=group, of=items(100), city=city, everybody=items(1000))
    expression = {"most_over_represented": "group", "of": "of", "city_line": "city", "city": "everybody"}
    assert list(call("values", expression, found).labels) == expected


def test_a_group_that_is_left_out_is_not_foremost_but_still_known() -> None:
    found = scope(
        parts=of_groups(a=90, b=30, c=None), groups=of_groups(a=100, b=100, c=100), whole=items(125)
    )
    expression = {"foremost": "parts", "of": "groups", "whole": "whole", "leave_out": ["a"]}
    assert list(call("values", expression, found).labels) == ["b"]


def test_codes_above_a_threshold_stand_from_large_to_small() -> None:
    found = scope(line=of_groups(a=50, b=50.1, c=80), hidden=of_groups(a=60, b=None))
    assert list(call("values", {"above": "line", "limit": "mainly_above"}, found).labels) == ["c", "b"]
    assert call("values", {"above": "hidden", "limit": "mainly_above"}, found) == Names({}, Status.SUPPRESSED)


def test_a_peak_is_one_year_and_the_distance_from_it_is_taken_to_the_last() -> None:
    bundle = Bundle(
        {code: {"nl": code, "en": code} for code in "abc"},
        {"a": of_years(50, 200, 70), "b": of_years(10, 20, 20), "c": of_years(10, SUPPRESSED, 5)},
    )
    found = scope(
        one=of_years(50, 200, 70), two=of_years(7, 7, 3), hidden=of_years(1, SUPPRESSED), lines=bundle
    )
    assert call("values", {"peak": "one"}, found) == Year("2013")
    assert call("values", {"peak": "two"}, found).code is None
    assert call("values", {"peak": "hidden"}, found).status is Status.SUPPRESSED
    cells = call("values", {"from_peak": "lines"}, found).cells
    assert (cells["a"].value, cells["b"].value, cells["c"].value) == (-65, 0, None)


@pytest.mark.parametrize(
    ("start", "end", "named", "nearly", "over"),
    [
        (38, 184, 5, True, False),
        (10, 48, 5, True, False),
        (100, 479, 4, False, True),
        (10, 40, 4, False, False),
        (10, 18, 2, True, False),
        (10, 17, None, False, True),
        (0, 17, None, None, None),
        (None, 17, None, None, None),
    ],
)
def test_an_increase_is_called_by_a_whole_number_of_times(
    start: float | None, end: float, named: float | None, nearly: bool | None, over: bool | None
) -> None:
    found = scope(start=items(start), end=items(end))
    found._known["times"] = call("values", {"times": "end", "since": "start"}, found)
    assert call("values", {"fold": "times"}, found).cell.value == named
    assert call("claims", {"nearly_times": "times"}, found) is nearly
    assert call("claims", {"over_times": "times"}, found) is over


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (63.0, "bijna twee derde", "nearly two thirds"),
        (66.5, "twee derde", "two thirds"),
        (50.4, "de helft", "half"),
        (50.5, "ruim de helft", "just over half"),
        (46.0, "bijna de helft", "nearly half"),
        (45.9, None, None),
        (25.0, "een kwart", "a quarter"),
        (78.9, "ruim driekwart", "just over three quarters"),
        (79.1, None, None),
        (None, None, None),
    ],
)
def test_a_share_near_a_simple_fraction_has_words(
    value: float | None, nl: str | None, en: str | None
) -> None:
    found = call("values", {"fraction": "share"}, scope(share=percent(value)))
    texts = [dict(label) for label in found.labels.values()]
    assert texts == ([] if nl is None else [{"nl": nl, "en": en}])


@pytest.mark.parametrize(
    ("claim", "value", "other", "verdict"),
    [
        ("clearly_above", 17.2, 7.0, True),
        ("clearly_above", 10.0, 7.0, True),
        ("clearly_above", 9.99, 7.0, False),
        ("clearly_above", 43.9, 40.0, False),
        ("clearly_above", 44.0, 40.0, True),
        ("clearly_above", None, 40.0, None),
        ("clearly_below", 7.0, 17.2, True),
        ("clearly_below", 17.2, 7.0, False),
    ],
)
def test_one_share_is_clearly_above_another(
    claim: str, value: float | None, other: float, verdict: bool | None
) -> None:
    found = scope(a=percent(value), b=percent(other))
    assert call("claims", {claim: "a", "than": "b"}, found) is verdict


@pytest.mark.parametrize(
    ("claim", "then", "now", "verdict"),
    [
        ("large_rise", 20.0, 25.0, True),
        ("large_rise", 20.0, 24.9, False),
        ("large_fall", 25.0, 20.0, True),
        ("large_fall", 20.0, 25.0, False),
        ("large_fall", None, 25.0, None),
    ],
)
def test_a_large_change_is_one_of_five_points(
    claim: str, then: float | None, now: float, verdict: bool | None
) -> None:
    found = scope(now=percent(now), then=percent(then))
    assert call("claims", {claim: "now", "since": "then"}, found) is verdict


def test_a_count_cannot_be_compared_as_a_share() -> None:
    with pytest.raises(UnfitError, match="should be a percentage"):
        call("claims", {"large_rise": "a", "since": "a"}, scope(a=items(3)))
    with pytest.raises(UnfitError, match="should be a percentage"):
        call("values", {"fraction": "a"}, scope(a=items(3)))


@pytest.mark.parametrize(
    ("then", "now", "places", "up", "down"),
    [
        (15, 17, -2, False, True),
        (17, 15, 2, True, False),
        (3, 3, 0, False, False),
        (None, 3, None, None, None),
    ],
)
def test_a_rank_moves_up_towards_the_first(
    then: float | None, now: float, places: float | None, up: bool | None, down: bool | None
) -> None:
    found = scope(now=items(now), then=items(then))
    assert call("values", {"places": "now", "since": "then"}, found).cell.value == places
    assert call("claims", {"moved_up": "now", "since": "then"}, found) is up
    assert call("claims", {"moved_down": "now", "since": "then"}, found) is down


@pytest.mark.parametrize(
    ("expression", "nl", "en"),
    [
        ({"ages": ["18-26", "27-39"]}, "18 tot en met 39 jaar", "18 to 39 years"),
        ({"ages": ["12-17", "0-3", "4-11"]}, "0 tot en met 17 jaar", "0 to 17 years"),
        ({"ages": ["65-74", "75+"]}, "65 jaar en ouder", "65 years and over"),
        ({"durations": ["0-1"]}, "korter dan 1 jaar", "less than 1 year"),
        ({"durations": ["0-1", "1-3"]}, "korter dan 3 jaar", "less than 3 years"),
        ({"durations": ["1-3"]}, "1 tot 3 jaar", "1 to 3 years"),
        ({"durations": ["1-3", "3+"]}, "1 jaar of langer", "1 year or longer"),
        ({"durations": ["3+"]}, "3 jaar of langer", "3 years or longer"),
    ],
)
def test_adjoining_groups_have_a_name_together(expression: dict[str, list[str]], nl: str, en: str) -> None:
    (label,) = call("values", expression, scope()).labels.values()
    assert label == {"nl": nl, "en": en}


@pytest.mark.parametrize("codes", [["18-26", "40-54"], ["18-25"], [], ["75+", "unknown"]])
def test_groups_that_do_not_adjoin_have_no_name_together(codes: list[str]) -> None:
    with pytest.raises(UnfitError):
        call("values", {"ages": codes}, scope())
