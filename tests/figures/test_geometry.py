"""The arithmetic beneath the drawings."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internationals.figures.apart import apart
from internationals.figures.lettering import width, wrap
from internationals.figures.scales import Scale, tick_decimals, ticks
from internationals.figures.svg import coordinate, escape

places = st.lists(st.tuples(st.floats(0, 300), st.floats(5, 40)), min_size=1, max_size=12)


@given(places)
def test_labels_never_overlap_and_stay_within_their_limits(labels: list[tuple[float, float]]) -> None:
    wanted, heights = [w for w, _ in labels], [h for _, h in labels]
    bottom = max(300.0, sum(heights))
    centres = apart(wanted, heights, 0, bottom)
    spans = sorted((c - h / 2, c + h / 2) for c, h in zip(centres, heights, strict=True))
    assert spans[0][0] >= -1e-6
    assert spans[-1][1] <= bottom + 1e-6
    assert all(lower[0] >= upper[1] - 1e-6 for upper, lower in itertools.pairwise(spans))


@given(places)
def test_labels_keep_their_order(labels: list[tuple[float, float]]) -> None:
    wanted = [w for w, _ in labels]
    centres = apart(wanted, [h for _, h in labels], 0, 1000)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    assert [centres[at] for at in order] == sorted(centres)


def test_a_label_with_room_stays_where_it_wants_to_be() -> None:
    assert apart([50, 150], [20, 20], 0, 300) == [50, 150]


def test_two_labels_in_one_place_move_equally_far() -> None:
    assert apart([100, 100], [20, 20], 0, 300) == [90, 110]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20), st.booleans())
def test_ticks_enclose_the_numbers_in_equal_steps(numbers: list[float], whole: bool) -> None:
    marks = ticks(numbers, 5, whole=whole)
    invisible = 1e-6 * (1 + max(map(abs, numbers)))
    assert marks[0] <= min(numbers) + invisible
    assert marks[-1] >= max(numbers) - invisible
    assert 2 <= len(marks) <= 13
    if whole:
        assert all(mark == int(mark) for mark in marks)


def test_ticks_are_round_numbers() -> None:
    assert ticks([9.4, 32.9], 5, whole=False) == (0, 10, 20, 30, 40)
    assert ticks([0, 0], 5, whole=True) == (0, 1)
    assert ticks([96, 100], 4, whole=True) == (96, 97, 98, 99, 100)


def test_the_decimals_of_ticks_tell_them_apart() -> None:
    assert tick_decimals((0, 2.5, 5)) == 1
    assert tick_decimals((0, 1000)) == 0


def test_a_scale_is_straight() -> None:
    scale = Scale(0, 10, 100, 200)
    assert (scale(0), scale(5), scale(10), scale(-1)) == (100, 150, 200, 90)


@given(st.text(alphabet="abc mW-é", max_size=80), st.floats(30, 300))
def test_wrapping_loses_nothing_and_keeps_to_the_limit(text: str, limit: float) -> None:
    lines = wrap(text, 13, limit)
    letters = "".join(lines).replace(" ", "").replace("-", "")
    assert letters == text.replace(" ", "").replace("-", "")
    fits = [line for line in lines if width(line, 13) <= limit or len(line) <= 4]
    assert fits == list(lines)


@pytest.mark.parametrize(
    ("value", "written"), [(1, "1"), (1.25, "1.2"), (-0.01, "0"), (0.04, "0"), (-3.5, "-3.5")]
)
def test_coordinates_have_at_most_one_decimal(value: float, written: str) -> None:
    assert coordinate(value) == written


def test_escaping_drops_what_xml_forbids() -> None:
    assert escape("a<b>\x00\x1f&\"'") == "a&lt;b&gt;&amp;&quot;&#39;"
