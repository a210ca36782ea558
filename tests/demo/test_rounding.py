"""Totals are divided in whole numbers that add up, within their bounds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from internationals.demo.rounding import apportion
from internationals.shapes import DataError


def whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


def test_largest_remainders_get_what_is_left() -> None:
    assert apportion(10, np.array([1.0, 1.0, 2.0])).tolist() == [3, 2, 5]


def test_a_bound_sends_the_rest_to_the_others() -> None:
    assert apportion(10, np.array([8.0, 1.0, 1.0]), upper=whole(2, 9, 9)).tolist() == [2, 4, 4]
    assert apportion(10, np.array([8.0, 1.0, 1.0]), lower=whole(0, 4, 0)).tolist() == [5, 4, 1]


def test_weight_nothing_gets_nothing_but_its_lower_bound() -> None:
    assert apportion(5, np.array([0.0, 1.0, 0.0]), lower=whole(2, 0, 0)).tolist() == [2, 3, 0]


def test_a_total_that_the_bounds_do_not_allow_is_refused_by_name() -> None:
    with pytest.raises(DataError, match="births of 2012 is 10, while its parts allow 0 to 9"):
        apportion(10, np.array([1.0, 1.0]), upper=whole(4, 5), what="births of 2012")


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(1, 1000)), min_size=1), st.data()
)
def test_parts_always_add_up_within_their_bounds(
    groups: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    low = whole(*(low for low, _, _ in groups))
    high = low + whole(*(room for _, room, _ in groups))
    total = data.draw(st.integers(int(low.sum()), int(high.sum())))
    parts = apportion(total, np.array([float(weight) for *_, weight in groups]), lower=low, upper=high)
    assert parts.sum() == total
    assert np.all((low <= parts) & (parts <= high))
