"""Figures of different moments are not compared in silence, and a page that mixes them says which are of when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from internationals.pages.dates import Origin, apart, mixed, origin_of, refuse, without_mark
from internationals.pages.operations import call
from internationals.pages.problems import UnfitError
from internationals.pages.scope import Scope
from tests.pages.releases import card, leiden, release, table, years

BRP = {"nl": "BRP", "en": "Register"}
STUDY = {"nl": "Studie", "en": "Study"}


def scope(**values: dict[str, Any]) -> Scope:
    """A register of 2022 with its flows of 2021, beside a study of 2020."""
    made = [
        ("stock", BRP, "2022-01-01", "2022"),
        ("flows", BRP, "2021", "2021"),
        ("study", STUDY, "2020", "2020"),
    ]
    tables = dict(leiden().tables)
    for name, source, moment, year in made:
        about = replace(card(name, years([str(int(year) - 1), year])), source=source, moment=moment)
        tables[name] = table(about, {(str(int(year) - 1),): 100, (year,): 120})
    counts: dict[str, dict[str, Any]] = {name: {"count": name} for name, *_ in made}
    before: dict[str, dict[str, Any]] = {
        f"{name}_before": {"count": name, "year": "first"} for name, *_ in made
    }
    return Scope(release(tables), list(tables), {**counts, **before, **values}, {})


def compares_dates(found: Scope, claim: dict[str, Any]) -> bool:
    """Whether a claim compares different moments and says so; UnfitError when it does not say so."""
    rest, marked = without_mark(claim)
    with found.trail.of() as origins:
        call("claims", rest, found)
    return refuse(origins, marked)


def test_two_years_of_one_table_are_compared() -> None:
    assert not compares_dates(scope(), {"increase": "study", "since": "study_before"})


def test_a_stock_and_the_flows_of_the_year_that_it_closes_are_of_one_moment() -> None:
    assert not compares_dates(scope(), {"exceeds": "stock", "than": "flows"})


def test_numbers_of_different_moments_are_not_compared() -> None:
    with pytest.raises(UnfitError, match=r"different moments: 2020 .* and 2022-01-01"):
        compares_dates(scope(), {"exceeds": "stock", "than": "study"})


def test_numbers_of_different_moments_are_compared_when_the_claim_says_so() -> None:
    assert compares_dates(scope(), {"exceeds": "stock", "than": "study", "across_dates": True})


def test_a_value_computed_from_two_moments_is_of_both() -> None:
    found = scope(part={"share": "study", "of": "stock"}, again={"size": "part"})
    with pytest.raises(UnfitError, match="different moments"):
        compares_dates(found, {"positive": "again"})


def test_a_value_that_was_computed_before_is_still_of_its_moments() -> None:
    found = scope(again={"size": "study"})
    found.number("again")
    with pytest.raises(UnfitError, match="different moments"):
        compares_dates(found, {"exceeds": "stock", "than": "again"})


def test_a_year_read_from_another_table_is_no_number_of_it() -> None:
    found = scope(seen={"year": "study"}, then={"count": "flows", "year": "$seen"})
    assert not compares_dates(found, {"exceeds": "flows", "than": "then"})


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Origin("BRP", "2022-01-01"), Origin("BRP", "2021"), True),
        (Origin("BRP", "2022-01-01"), Origin("BRP", "2022"), False),
        (Origin("BRP", "2022-01-01"), Origin("Study", "2021"), False),
        (Origin("BRP", "2022-01-01"), Origin("Study", "2022-01-01"), True),
        (Origin("Centre", "2021"), Origin("Centre", "2022-04"), False),
        (Origin("Nuffic", "2021/2022"), Origin("Nuffic", "2021"), False),
    ],
)
def test_moments_are_one_or_not(one: Origin, other: Origin, together: bool) -> None:
    assert (apart({one, other}) is None) is together


def test_a_card_without_a_moment_is_compared_with_any() -> None:
    assert origin_of(card("flow", years(["2021"]))) == frozenset()


def test_a_page_says_of_each_source_of_when_it_is() -> None:
    cards = [
        replace(
            card("a", years(["2022"])), source=BRP, reference={"nl": "1 januari 2022", "en": "1 January 2022"}
        ),
        replace(card("b", years(["2020"])), source=STUDY, reference={"nl": "2020", "en": "2020"}),
    ]
    assert mixed(cards, "en", False) == (
        "The figures on this page are not all of the same moment: 1 January 2022: Register; 2020: Study.",
    )
    assert (
        mixed(cards, "nl", True)[1]
        == "Deze pagina vergelijkt ook cijfers die niet van hetzelfde moment zijn."
    )
    assert mixed(cards[:1], "en", False) == ()


def test_a_source_with_two_moments_is_told_apart_by_its_tables() -> None:
    cards = [
        replace(
            card("a", years(["2022"])), source=BRP, reference={"nl": "1 januari 2022", "en": "1 January 2022"}
        ),
        replace(card("b", years(["2021"])), source=BRP, reference={"nl": "2021", "en": "2021"}),
    ]
    assert mixed(cards, "en", False)[0].endswith("1 January 2022: a; 2021: b.")


def test_across_dates_is_true_or_false() -> None:
    with pytest.raises(UnfitError, match="true or false"):
        without_mark({"increase": "a", "across_dates": "ja"})
