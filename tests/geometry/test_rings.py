"""Fewer corners, the same map."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from internationals.geometry import rings
from internationals.geometry.rings import area, dissolved, simplified, tidied

Ring = tuple[tuple[float, float], ...]


def wavy(corners: int, wave: float) -> tuple[Ring, Ring]:
    """Two neighbours of a kilometre with a wavy border between them."""
    border = [(1000 + wave * math.sin(at), at * 1000 / corners) for at in range(1, corners)]
    middle = [(1000.0, 0.0), *border, (1000.0, 1000.0)]
    return (
        ((0.0, 0.0), *middle, (0.0, 1000.0)),
        ((2000.0, 1000.0), *middle[::-1], (2000.0, 0.0)),
    )


def sides(ring: Ring) -> set[frozenset[tuple[float, float]]]:
    return {frozenset((ring[at - 1], point)) for at, point in enumerate(ring)}


@given(st.integers(5, 80), st.floats(0, 60), st.integers(0, 30))
def test_neighbours_keep_one_border_between_them(corners: int, wave: float, turn: int) -> None:
    left, right = wavy(corners, wave)
    turn %= len(right)
    (fewer_left,), (fewer_right,) = simplified(
        {"a": (left,), "b": ((*right[turn:], *right[:turn]),)}
    ).values()
    inner = {side for side in sides(fewer_left) if all(900 < x < 1100 for x, _ in side)}
    assert inner and inner <= sides(fewer_right)
    assert set(fewer_left) <= set(left)


def test_what_the_eye_can_not_see_is_left_out_and_what_it_can_stays() -> None:
    left, _ = wavy(60, 0.5)
    assert len(simplified({"a": (left,)})["a"][0]) == 4
    left, _ = wavy(60, 50)
    assert len(simplified({"a": (left,)})["a"][0]) > 40


@given(st.integers(3, 200), st.floats(10, 5000))
def test_an_island_keeps_its_size(corners: int, radius: float) -> None:
    circle = tuple(
        (radius * math.cos(2 * math.pi * at / corners), radius * math.sin(2 * math.pi * at / corners))
        for at in range(corners)
    )
    (found,) = simplified({"a": (circle,)})["a"]
    assert area(found) == pytest.approx(area(circle), rel=0.02)


def test_an_enclave_and_the_hole_around_it_stay_the_same_ring() -> None:
    inner: Ring = tuple((500 + 100 * math.cos(at / 10), 500 + 100 * math.sin(at / 10)) for at in range(62))
    outer: Ring = ((0, 0), (1000, 0), (1000, 1000), (0, 1000))
    made = simplified({"around": (outer, inner), "enclave": ((*inner[20:], *inner[:20])[::-1],)})
    assert sides(made["around"][1]) == sides(made["enclave"][0])
    assert 3 < len(made["enclave"][0]) < 62


def test_a_speck_is_left_out_unless_it_is_all_that_an_area_has() -> None:
    speck: Ring = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
    large: Ring = ((0.0, 5.0), (5000.0, 5.0), (5000.0, 5000.0))
    made = simplified({"a": (large, speck), "b": (speck,)})
    assert made == {"a": (large,), "b": (speck,)}


def test_a_map_with_very_many_corners_is_smoothed_further(monkeypatch: pytest.MonkeyPatch) -> None:
    left, right = wavy(80, 5)
    before = simplified({"a": (left,), "b": (right,)})
    monkeypatch.setattr(rings, "MOST_CORNERS", 20)
    after = simplified({"a": (left,), "b": (right,)})
    assert len(after["a"][0]) < len(before["a"][0])


def test_repeated_corners_and_rings_around_nothing_are_dropped() -> None:
    (ring,) = tidied([((0, 0), (0.2, 0), (9, 0), (9, 9), (0, 0))])
    assert sorted(ring) == [(0, 0), (9, 0), (9, 9)]
    assert tidied([((0, 0), (9, 9), (0, 0)), ((0, 0), (5, 5), (9, 9))]) == ()


def test_a_ring_of_areas_leaves_the_hole_in_their_midst() -> None:
    def tile(x: int, y: int) -> tuple[Ring, ...]:
        return (((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)),)

    around = [tile(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    sizes = sorted(abs(area(ring)) for ring in dissolved(around))
    assert sizes == [1, 9]
    assert sum(map(len, dissolved([tile(0, 0), tile(2, 2)]))) == 8
