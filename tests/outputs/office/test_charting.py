"""What a chart looks like, wherever it is drawn: its form, its axis and its colours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internationals.outputs.office.charting import Form, axis_start, look
from internationals.shapes import palette
from tests.figures.charts import cells, chart, duration, flows, ranked, shares


@pytest.mark.parametrize(
    ("numbers", "start"),
    [
        ((11, 90), 0),
        ((79, 100), 0),
        ((81, 100), 80),
        ((108_913, 110_565), 108_000),
        ((99.1, 99.4), 99.1),
        ((5, 5), 0),
        ((-3, 4), -3),
        ((0,), 0),
        ((), 0),
    ],
)
def test_an_axis_of_lines_begins_at_zero_unless_all_numbers_lie_far_above_it(
    numbers: tuple[float, ...], start: float
) -> None:
    assert axis_start(numbers) == pytest.approx(start)


def test_bars_stand_upright_where_values_and_names_fit_and_lie_otherwise() -> None:
    assert look(flows(), 108).form is Form.UPRIGHT
    assert look(flows(), 60).form is Form.LYING
    assert look(ranked(), 108).form is Form.LYING
    assert look(shares(), 108).form is Form.LINES


def test_bars_begin_at_zero_and_shares_that_are_stacked_end_at_a_hundred() -> None:
    assert (look(flows(), 108).low, look(flows(), 108).high) == (0, None)
    assert look(duration(), 108).form is Form.STACKED
    assert (look(duration(), 108).low, look(duration(), 108).high) == (0, 100)
    below = chart("grouped_bars", ("a", "b"), [("A", cells((-3, 4)))])
    assert look(below, 108).low is None


def test_what_stands_out_has_the_darker_of_two_colours() -> None:
    chosen = look(replace(ranked(), highlight=("Poolse",)), 108)
    assert chosen.of_points
    assert chosen.colours[2] == palette.series(0)
    assert set(chosen.colours[:2] + chosen.colours[3:]) == {palette.CLASSES[2]}
    assert look(ranked(), 108).colours == (palette.series(0),)


def test_values_are_written_with_the_decimals_and_the_sign_of_their_unit() -> None:
    assert look(shares(), 108).values == '#,##0.0"%"'
    assert look(flows(), 108).values == "#,##0"
