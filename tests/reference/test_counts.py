"""The reference on small histories: what is counted, and whether the balance closes."""

import pytest

from tests import reference
from tests.reference.counting import cell
from tests.reference.examples import event, read, resident
from tests.reference.lives import Row


def flows(*rows: Row) -> dict[str, int]:
    """The flow tables of the years 2019 and 2020 for these events, as totals over the years."""
    events = {year: [row for row in rows if row["datum"].startswith(str(year))] for year in (2019, 2020)}
    tables = reference.tables(*read(events=events))
    names = (
        "arrivals",
        "departures",
        "arrivals_gross",
        "departures_gross",
        "arrivals_persons",
        "out_and_back",
    )
    return {name: total for name in names if (total := sum(tables[name].values()))}


def test_an_arrival_is_counted_by_the_nationality_on_entering() -> None:
    tables = reference.tables(
        *read(events={2020: [event("vestiging", "2020-01-31", nationaliteiten="0060 0050")]})
    )
    assert tables["arrivals_nationality"] == {cell(year=2020, nationality="0060"): 1}


def test_the_dutch_are_in_no_flow_of_internationals() -> None:
    assert flows(event("vestiging", "2020-03-01", nationaliteiten="0001 0064")) == {}


@pytest.mark.parametrize(
    ("sentence", "away", "back", "netted"),
    [
        ("the same day", "2020-05-01", "2020-05-01", True),
        ("after thirty days", "2020-05-01", "2020-05-31", True),
        ("after thirty-one days", "2020-05-01", "2020-06-01", False),
        ("over New Year", "2019-12-31", "2020-01-01", False),
    ],
)
def test_out_and_back(sentence: str, away: str, back: str, netted: bool) -> None:
    gross = {"arrivals_gross": 1, "departures_gross": 1}
    net = {"arrivals": 1, "departures": 1, "arrivals_persons": 1}
    expected = gross | ({"out_and_back": 1} if netted else net)
    assert flows(event("vertrek", away), event("vestiging", back)) == expected, sentence


def test_an_arrival_before_the_departure_on_one_day_is_no_return() -> None:
    expected = {
        "arrivals": 1,
        "departures": 1,
        "arrivals_gross": 1,
        "departures_gross": 1,
        "arrivals_persons": 1,
    }
    assert flows(event("vestiging", "2020-05-01"), event("vertrek", "2020-05-01")) == expected


def test_a_correction_between_departure_and_arrival_keeps_both() -> None:
    rows = [
        event("vertrek", "2020-05-01"),
        event("correctie_bij", "2020-05-02"),
        event("correctie_af", "2020-05-03"),
        event("vestiging", "2020-05-04"),
    ]
    assert flows(*rows)["arrivals"] == 1
    assert flows(*rows)["departures"] == 1


def test_a_change_of_nationality_between_them_does_not() -> None:
    between = event("nationaliteit_verkregen", "2020-05-02", nationaliteiten_na="0064 0055")
    assert "arrivals" not in flows(event("vertrek", "2020-05-01"), between, event("vestiging", "2020-05-04"))


def test_going_out_and_back_twice_is_two_pairs() -> None:
    days = [("vertrek", "05-01"), ("vestiging", "05-09"), ("vertrek", "05-10"), ("vestiging", "06-01")]
    found = flows(*(event(kind, f"2020-{day}") for kind, day in days))
    assert found == {"arrivals_gross": 2, "departures_gross": 2, "out_and_back": 2}


def test_a_pair_counts_when_one_of_the_two_is_international() -> None:
    away = event("vertrek", "2020-05-01")
    assert flows(away, event("vestiging", "2020-05-09", nationaliteiten="0001"))["out_and_back"] == 1
    dutch_away = event("vertrek", "2020-05-01", nationaliteiten="0001")
    assert flows(dutch_away, event("vestiging", "2020-05-09", nationaliteiten="0001")) == {}


def test_who_arrives_twice_is_two_arrivals_and_one_person() -> None:
    found = flows(
        event("vestiging", "2020-01-01"), event("vertrek", "2020-03-01"), event("vestiging", "2020-12-31")
    )
    assert (found["arrivals"], found["arrivals_persons"]) == (2, 1)


def test_residents_by_group() -> None:
    born_here = {"geboorteland_ouder_1": "6030", "geboorteland_ouder_2": "6030"}
    rows = [
        resident("9000000001"),
        resident("9000000002", nationaliteiten="0001 0064"),
        resident("9000000003", nationaliteiten="0001", **born_here),
        resident("9000000004", **born_here),
    ]
    tables = reference.tables(*read(stands={2021: rows}))
    found = {dict(key)["group"]: number for key, number in tables["residents_group"].items()}
    assert found == {
        "total": 4,
        "dutch": 2,
        "international": 2,
        "migration_background": 2,
        "dutch_with_background": 1,
        "international_without_background": 1,
    }
    assert tables["residents_nationality"] == {
        cell(year=2021, nationality="0064"): 2,
        cell(year=2021, nationality="0001"): 2,
    }
    assert tables["residents_origin"] == {
        cell(year=2021, origin="7044"): 2,
        cell(year=2021, origin="6030"): 2,
    }


def balance_of(nationality: str, table: dict[reference.counting.Key, int]) -> dict[str, int]:
    """The items of one population or nationality."""
    return {dict(key)["item"]: number for key, number in table.items() if nationality in dict(key).values()}


BRITISH_ALBANIAN = {"nationaliteiten": "0060 0050", "peildatum": ""}


def test_whom_the_rule_moves_is_reclassified_and_the_balance_closes() -> None:
    person = resident(**BRITISH_ALBANIAN)
    tables = reference.tables(*read(stands={2020: [person], 2021: [person]}, events={2020: []}))
    balance = tables["balance_nationality"]
    assert balance_of("0060", balance) == {"stock_start": 1, "reclassified": -1}
    assert balance_of("0050", balance) == {"stock_end": 1, "reclassified": 1}
    assert balance_of("international", tables["balance"]) == {"stock_start": 1, "stock_end": 1}


def test_who_left_before_the_rule_changed_is_not_reclassified() -> None:
    person = resident(**BRITISH_ALBANIAN)
    left = event("vertrek", "2020-01-31", nationaliteiten="0060 0050")
    back = event("vestiging", "2020-02-01", nationaliteiten="0060 0050")
    tables = reference.tables(*read(stands={2020: [person], 2021: [person]}, events={2020: [left, back]}))
    assert balance_of("0060", tables["balance_nationality"]) == {"stock_start": 1, "departures": 1}
    assert balance_of("0050", tables["balance_nationality"]) == {"arrivals": 1, "stock_end": 1}


def test_who_naturalised_after_the_rule_changed_was_reclassified_first() -> None:
    before = resident(**BRITISH_ALBANIAN)
    after = resident(nationaliteiten="0001", peildatum="")
    change = event(
        "nationaliteit_verkregen", "2020-02-01", nationaliteiten="0060 0050", nationaliteiten_na="0001"
    )
    tables = reference.tables(*read(stands={2020: [before], 2021: [after]}, events={2020: [change]}))
    assert balance_of("0060", tables["balance_nationality"]) == {"stock_start": 1, "reclassified": -1}
    assert balance_of("0050", tables["balance_nationality"]) == {"reclassified": 1, "nationality_out": 1}
    assert balance_of("dutch", tables["balance"]) == {"nationality_in": 1, "stock_end": 1}
    assert balance_of("total", tables["balance"]) == {"stock_start": 1, "stock_end": 1}


def test_who_disappears_without_an_event_is_a_residual() -> None:
    tables = reference.tables(*read(stands={2020: [resident(peildatum="")], 2021: []}, events={2020: []}))
    assert balance_of("total", tables["balance"]) == {"stock_start": 1, "residual": -1}


def test_without_both_stands_there_is_no_balance() -> None:
    tables = reference.tables(*read(stands={2020: [resident(peildatum="")]}, events={2020: []}))
    assert tables["balance"] == {}
    assert tables["balance_nationality"] == {}
