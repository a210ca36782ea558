"""D7, D8 and D9: which events change the stock, and which departure and arrival count in no flow."""

from datetime import date

from internationals.definitions.flows import (
    ENTERING,
    LEAVING,
    NATIONALITY_CHANGES,
    OUT_AND_BACK_DAYS,
    EventKind,
    out_and_back,
)
from tests.spec.spec_table import Examples

OUT_AND_BACK = Examples(
    "D7",
    "Do a departure and the next arrival of the same person count in no flow?",
    ("departure", "arrival"),
    (
        ("Back on the same day", date(2021, 5, 1), date(2021, 5, 1), True),
        ("Back after two weeks", date(2021, 5, 1), date(2021, 5, 15), True),
        ("Back after exactly 30 days", date(2021, 5, 1), date(2021, 5, 31), True),
        ("Back after 31 days", date(2021, 5, 1), date(2021, 6, 1), False),
        ("30 days over the end of February in a leap year", date(2020, 2, 10), date(2020, 3, 11), True),
        ("31 days over the end of February in a leap year", date(2020, 2, 10), date(2020, 3, 12), False),
        ("Over New Year both count", date(2020, 12, 31), date(2021, 1, 1), False),
        ("The last days of a year", date(2021, 12, 1), date(2021, 12, 31), True),
        ("An arrival before the departure is no return", date(2021, 5, 2), date(2021, 5, 1), False),
    ),
)

STOCK = Examples(
    "D9",
    "What does an event do to the stock of residents?",
    ("kind",),
    (
        ("An arrival adds a resident", "vestiging", 1),
        ("A birth adds a resident", "geboorte", 1),
        ("A correction can add a resident", "correctie_bij", 1),
        ("A departure takes one away", "vertrek", -1),
        ("A death takes one away", "overlijden", -1),
        ("A correction can take one away", "correctie_af", -1),
        ("A move within the municipality changes nothing", "verhuizing", 0),
        ("A nationality gained leaves the total as it is", "nationaliteit_verkregen", 0),
        ("A nationality lost leaves the total as it is", "nationaliteit_verloren", 0),
    ),
)

COUNTED = Examples(
    "D8",
    "Which flow does an event belong to, if it is not out and back?",
    ("kind",),
    (
        ("A departure is a departure, wherever to", "vertrek", "departure"),
        ("A death is no departure", "overlijden", "none"),
        ("An administrative correction is no departure", "correctie_af", "none"),
        ("An arrival is an arrival, wherever from", "vestiging", "arrival"),
        ("A birth is no arrival", "geboorte", "none"),
        ("An administrative correction is no arrival", "correctie_bij", "none"),
        ("A move within the municipality is neither", "verhuizing", "none"),
    ),
)


@OUT_AND_BACK.run
def test_out_and_back(departure, arrival, expected):
    assert out_and_back(departure, arrival) is expected


@STOCK.run
def test_the_stock(kind, expected):
    assert (EventKind(kind) in ENTERING) - (EventKind(kind) in LEAVING) == expected


@COUNTED.run
def test_the_flow(kind, expected):
    flows = {EventKind.ARRIVAL: "arrival", EventKind.DEPARTURE: "departure"}
    assert flows.get(EventKind(kind), "none") == expected


def test_every_kind_of_event_is_in_the_examples_once():
    assert sorted(row[1] for row in STOCK.rows) == sorted(kind.value for kind in EventKind)


def test_no_kind_of_event_does_two_things():
    assert not ENTERING & LEAVING
    assert not NATIONALITY_CHANGES & (ENTERING | LEAVING)


def test_a_month_at_most():
    assert OUT_AND_BACK_DAYS == 30
