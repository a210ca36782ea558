"""D26: shares in a survey."""

import pytest

from internationals.definitions.surveys import survey_share
from internationals.shapes import Status
from tests.spec.spec_table import Examples

SHARES = Examples(
    "D26",
    "Which share is published of these respondents?",
    ("yes", "no", "weight_of_yes"),
    (
        ("Thirty respondents, half of them", 15, 15, 1.0, 50.0),
        ("One too few", 15, 14, 1.0, None),
        ("Nobody", 0, 30, 1.0, 0.0),
        ("Everybody", 30, 0, 1.0, 100.0),
        ("Who counts double", 10, 20, 2.0, 50.0),
    ),
)


@SHARES.run
def test_share(yes, no, weight_of_yes, expected):
    found = survey_share([(weight_of_yes, True)] * yes + [(1.0, False)] * no)
    assert found.base == yes + no
    assert found.share.value == expected
    assert (found.share.status is Status.SUPPRESSED) == (expected is None)


def test_the_interval_is_wilsons():
    found = survey_share([(1.0, True)] * 20 + [(1.0, False)] * 80)
    assert (found.low.value, found.high.value) == pytest.approx((13.3367, 28.8829), abs=1e-4)


def test_unequal_weights_make_the_interval_wider():
    even = survey_share([(1.0, True)] * 50 + [(1.0, False)] * 50)
    odd = survey_share([(w, True) for w in (0.5, 1.5)] * 25 + [(w, False) for w in (0.5, 1.5)] * 25)
    assert odd.share == even.share
    assert odd.high.value - odd.low.value > even.high.value - even.low.value


def test_an_interval_stays_between_nought_and_a_hundred():
    assert survey_share([(1.0, False)] * 30).low.value == pytest.approx(0)
    assert survey_share([(1.0, True)] * 30).high.value == pytest.approx(100)


def test_a_weight_of_nothing_is_refused():
    with pytest.raises(ValueError, match="above zero"):
        survey_share([(0.0, True)] * 40)
