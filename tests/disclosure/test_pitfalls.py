"""The eleven pitfalls of the reference, each planted: the audit finds them, and our door does not fall into them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from internationals.disclosure import Audit, policy, protect, protecting
from internationals.disclosure.attack import Outcome
from internationals.disclosure.policy import Rule
from internationals.disclosure.rounding import rounded
from internationals.disclosure.system import System
from internationals.shapes import (
    Card,
    Cell,
    Counts,
    Dimension,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Status,
    Tally,
)
from tests.disclosure.cases import Case, with_margins
from tests.disclosure.town import HIDDEN, OWN, TEXT, attacked, counts, edition, leaks, table

FIJI, PERU, CHAD = "0110", "0216", "0153"
NATIONALITIES = {FIJI: HIDDEN, PERU: 40, CHAD: HIDDEN, "0001": 900}
GROUPS = {"total": 950, "dutch": 900, "international": 50}


def test_1_tables_that_are_safe_alone_leak_together() -> None:
    nationalities = table("residents_nationality", "nationality", NATIONALITIES)
    sexes = table(
        "residents_nationality_sex",
        "nationality sex",
        {
            f"{FIJI} M": 7,
            f"{FIJI} V": HIDDEN,
            f"{PERU} M": 20,
            f"{PERU} V": 20,
            f"{CHAD} M": HIDDEN,
            f"{CHAD} V": 0,
        },
    )
    men = table("residents_sex", "group sex", {"international M": 28, "international V": 22})
    groups = table("residents_group", "group", GROUPS)
    assert attacked(nationalities, groups).passed
    assert attacked(sexes).passed
    together = attacked(nationalities, sexes, men, groups, why=True)
    assert leaks(together)[f"{CHAD} M"] == (1, 1)
    assert leaks(together)[f"{FIJI} V"] == (2, 2)
    (leak,) = (leak for leak in together.leaks if ("sex", "V") in leak.place.facets)
    assert {"residents_nationality_sex", "residents_sex"} <= set(leak.tables)


def test_2_what_is_withheld_in_one_edition_and_shown_in_another_is_known() -> None:
    before = edition("2021", table("residents_nationality", "nationality", {**NATIONALITIES, CHAD: 7}))
    now = table("residents_nationality", "nationality", NATIONALITIES)
    groups = table("residents_group", "group", GROUPS)
    assert attacked(now, groups).passed
    assert leaks(attacked(now, groups, earlier=[before])) == {FIJI: (3, 3)}


def test_2_two_editions_that_differ_by_one_person_show_that_person() -> None:
    before = edition("2021", table("residents_group", "group", GROUPS))
    now = table("residents_group", "group", {**GROUPS, "international": 51, "total": 951})
    found = attacked(now, earlier=[before])
    assert {(each.before, each.now) for each in found.differences} == {(50, 51), (950, 951)}
    assert not found.passed
    more = table("residents_group", "group", {**GROUPS, "international": 60, "total": 960})
    assert attacked(more, earlier=[before]).passed


def test_2_a_correction_of_one_person_does_not_pass_the_door() -> None:
    def groups(internationals: int) -> Counts:
        rows = {"total": 900 + internationals, "dutch": 900, "international": internationals}
        return counts("residents_group", "group", rows)

    first = protect([groups(50)], (), policy(), b"key", OWN).tables
    before = edition("2021", *first)
    assert first[0].cell(year="2022", group="international") == Cell(50)
    (again,) = protect([groups(50)], (before,), policy(), b"key", OWN).tables
    assert again == first[0]
    corrected = protect([groups(51)], (before,), policy(), b"key", OWN)
    assert corrected.tables[0].cell(year="2022", group="international") == HIDDEN
    assert corrected.audit.passed
    (large,) = protect([groups(80)], (before,), policy(), b"key", OWN).tables
    assert large.cell(year="2022", group="international") == Cell(80)


def test_2_what_an_earlier_edition_promised_still_holds_when_the_next_promises_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    promised = replace(
        table("residents_nationality", "nationality", {FIJI: HIDDEN, PERU: 40, "0001": 900}),
        protection=Protection(Method.EXACT, hidden_at_most=6),
    )
    nationalities = counts("residents_nationality", "nationality", {FIJI: 3, PERU: 40, CHAD: 30, "0001": 900})
    groups = counts("residents_group", "group", {"total": 973, "dutch": 900, "international": 73})
    rooms: list[dict[str, float]] = []

    def watched(made: System, *arguments: Any, **options: Any) -> Outcome:
        rooms.append(
            {code: made.high[at] for at, place in enumerate(made.places) for _, code in place.facets}
        )
        return attack(made, *arguments, **options)

    attack = protecting.attacked
    monkeypatch.setattr(protecting, "attacked", watched)
    (found, _) = protect([nationalities, groups], (edition("2021", promised),), policy(), b"key", OWN).tables
    assert found.protection.hidden_at_most == 40 and found.cell(year="2022", nationality=CHAD) == HIDDEN
    assert rooms[-1][FIJI] == 6 and rooms[-1][CHAD] == 40


def test_2_what_an_earlier_edition_gave_away_of_people_corrected_since_is_still_found() -> None:
    lonely = {FIJI: HIDDEN, PERU: 47, "0001": 900}
    before = edition(
        "2021",
        table("residents_group", "group", GROUPS),
        table("residents_nationality", "nationality", lonely),
    )
    now = table("residents_group", "group", {"total": 990, "dutch": 930, "international": 60})
    assert attacked(now).passed
    (leak,) = attacked(now, earlier=[before], why=True).leaks
    assert (leak.least, leak.most) == (3, 3) and "as in 2021" in leak.place.of
    assert {"2021: residents_group", "2021: residents_nationality"} <= set(leak.tables)


def test_2_what_was_withheld_stays_withheld_though_nothing_asks_for_it_any_more() -> None:
    enough = counts("residents_nationality", "nationality", {FIJI: 30, PERU: 40})
    before = edition("2021", table("residents_nationality", "nationality", {FIJI: 30, PERU: HIDDEN}))
    (alone,) = protect([enough], (), policy(), b"key", OWN).tables
    assert alone.cell(year="2022", nationality=PERU) == Cell(40)
    (again,) = protect([enough], (before,), policy(), b"key", OWN).tables
    assert again.cell(year="2022", nationality=PERU) == HIDDEN
    assert again.cell(year="2022", nationality=FIJI) == Cell(30)


def without_zeros(name: str, dimension: str, numbers: Mapping[str, float]) -> ProtectedTable:
    """A table that does not list what is zero, though its card names it."""
    every = table(name, dimension, numbers)
    return replace(every, cells={codes: cell for codes, cell in every.cells.items() if cell.value})


def test_2_a_correction_that_only_a_new_nationality_shows_is_no_contradiction() -> None:
    before = edition(
        "2021",
        without_zeros("residents_nationality", "nationality", {FIJI: 10, PERU: 40, CHAD: 0, "0001": 900}),
        table("residents_sex", "group sex", {"international M": 28, "international V": 22}),
    )
    now = table("residents_nationality", "nationality", {FIJI: 10, PERU: 40, CHAD: 7, "0001": 900})
    assert attacked(now, earlier=[before]).passed


def test_2_that_there_was_nobody_before_a_correction_says_nothing_of_who_is_there_now() -> None:
    rules = {name: Rule(tier="exact", of="people") for name in ("everybody", "rows", "layers", "columns")}
    before = edition(
        "2021", table("everybody", "", {"": 950}), without_zeros("rows", "row", {"a": 50, "b": 0})
    )
    now = (
        table("everybody", "", {"": 990}),
        table("layers", "row layer", {"a x": 60, "b y": 10, "c x": HIDDEN, "c y": HIDDEN}),
        table("columns", "row column", {"a x": 60, "b x": HIDDEN, "b y": 7, "c x": HIDDEN, "c y": HIDDEN}),
    )
    assert leaks(attacked(*now, earlier=[before], rules=rules)) == {"x b": (3, 3)}


def test_3_a_share_of_a_known_number_gives_the_number() -> None:
    ages = table("residents_age", "group age", {"international 18-26": 250, "international 65-74": HIDDEN})
    shares = table("shares", "age settled", {"18-26 0-1": 1.2, "18-26 3+": 98.8}, decimals=1)
    rule = Rule(of="residents", where={"nationality": "international"}, share_of="settled")
    assert attacked(ages, shares, rules={"shares": rule}).leaks
    assert leaks(attacked(ages, shares, rules={"shares": rule})) == {"18-26 international 0-1": (3, 3)}
    coarse = table("shares", "age settled", {"18-26 0-1": 10, "18-26 3+": 90})
    assert attacked(ages, coarse, rules={"shares": rule}).passed


def test_4_zeros_lift_what_is_withheld_to_at_least_one() -> None:
    three = {FIJI: HIDDEN, PERU: HIDDEN, CHAD: HIDDEN, "0001": 900}
    nationalities = table("residents_nationality", "nationality", three)
    groups = table("residents_group", "group", {"total": 903, "dutch": 900, "international": HIDDEN})
    assert leaks(attacked(nationalities, groups))[FIJI] == (1, 1)


def test_4_the_door_knows_that_nothing_it_withholds_is_nobody() -> None:
    people = dict(zip(product("ab", repeat=3), (2, 1, 2, 0, 2, 0, 1, 3), strict=True))
    case = Case(("row", "col", "layer"), with_margins(people), threshold=2)
    tables = case.protected().tables
    assert case.small < case.hidden(tables)
    assert case.leaks(tables) == {}, "as it would be if what is withheld besides could be nobody"


def test_4_a_group_that_is_all_in_one_category_is_found_out() -> None:
    everyone = table("residents_nationality", "nationality", {FIJI: 30, PERU: 60, "0001": 900})
    holders = table("status_holders_nationality", "nationality", {FIJI: 30, PERU: 20})
    found = attacked(everyone, holders)
    assert leaks(found) == {f"{FIJI} no": (0, 0)}, "every Fijian here has asylum, and now everybody knows"
    assert attacked(everyone, table("status_holders_nationality", "nationality", {PERU: 20, FIJI: 0})).passed


def test_4_the_door_does_not_let_a_group_be_all_in_one_category() -> None:
    made = protect(
        [
            counts("residents_nationality", "nationality", {FIJI: 30, PERU: 60, "0001": 900}),
            counts("status_holders_nationality", "nationality", {FIJI: 30, PERU: 20}),
        ],
        (), policy(), b"key", OWN,
    )  # fmt: skip
    holders = next(each for each in made.tables if each.card.id == "status_holders_nationality")
    everyone = next(each for each in made.tables if each.card.id == "residents_nationality")
    cells = (holders.cell(year="2022", nationality=FIJI), everyone.cell(year="2022", nationality=FIJI))
    assert HIDDEN in cells and made.audit.passed


def test_6_an_older_division_into_areas_beside_a_newer_one_leaks_what_lies_between() -> None:
    older = table("older", "area", {"054600": 60, "054601": 30})
    newer = table("newer", "area", {"05460000": 57, "05460001": HIDDEN, "05460100": 30})
    rules = {name: Rule(tier="exact", of="people") for name in ("older", "newer")}
    assert attacked(newer, rules=rules).passed
    assert leaks(attacked(older, newer, rules=rules)) == {"05460001": (3, 3)}


def test_7_one_withheld_nationality_beside_other_is_a_subtraction() -> None:
    groups = table("residents_group", "group", GROUPS)
    lonely = table("residents_nationality", "nationality", {FIJI: HIDDEN, PERU: 47, "0001": 900})
    assert leaks(attacked(groups, lonely)) == {FIJI: (3, 3)}


def test_9_exact_totals_that_others_publish_are_used_against_us() -> None:
    groups = table("residents_group", "group", {"total": HIDDEN, "dutch": 900, "international": HIDDEN})
    ours = table("residents_nationality", "nationality", {FIJI: HIDDEN, PERU: 47, "0001": 900})
    theirs = table("municipalities_group", "municipality group", {f"{OWN} total": 950}, nature=Nature.PUBLIC)
    assert attacked(groups, ours).passed
    assert leaks(attacked(groups, ours, theirs)) == {FIJI: (3, 3)}


def test_9_what_others_publish_themselves_is_no_leak_of_ours() -> None:
    groups = table("residents_group", "group", {"total": 950, "dutch": 900, "international": 50})
    ours = table("residents_nationality", "nationality", {FIJI: HIDDEN, PERU: 40, CHAD: HIDDEN, "0001": 900})
    theirs = table(
        "municipalities_nationality", "municipality nationality", {f"{OWN} {FIJI}": 3}, nature=Nature.PUBLIC
    )
    assert f"{FIJI}" not in leaks(attacked(groups, ours, theirs))


def test_10_the_rounding_depends_on_the_key_and_on_nothing_of_the_machine() -> None:
    groups = [Tally(3, key * 7919) for key in range(200)]
    ours, others = ([rounded(group, 5, key) for group in groups] for key in (b"ours", b"theirs"))
    assert ours != others, "whoever does not have the key cannot foresee it"
    said = (
        "from internationals.disclosure.rounding import rounded; from internationals.shapes import Tally; "
        "print([rounded(Tally(3, key * 7919), 5, b'ours') for key in range(200)])"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        answer = subprocess.run(
            [sys.executable, "-c", said], env=environment, capture_output=True, text=True, check=True
        )
        assert answer.stdout.strip() == str(ours)


def test_11_two_different_roundings_of_one_number_intersect() -> None:
    fives = table("fives", "row", {"a": 0.0, "b": 50}, base=5)
    threes = table("threes", "row", {"a": 6, "b": 51}, base=3)
    rules = {name: Rule(of="people") for name in ("fives", "threes")}
    assert attacked(fives, rules=rules).passed
    assert leaks(attacked(fives, threes, rules=rules)) == {"a": (4, 4)}


def test_a_small_number_that_is_plainly_shown_is_found() -> None:
    assert leaks(attacked(table("residents_nationality", "nationality", {FIJI: 3, PERU: 40}))) == {
        FIJI: (3, 3)
    }


def test_tables_that_contradict_each_other_are_untested_and_not_safe() -> None:
    groups = table("residents_group", "group", {"total": 990, "dutch": 900, "international": 50})
    found = attacked(groups)
    assert found.untested and not found.passed


@pytest.mark.parametrize("count", range(25))
def test_rounding_is_to_a_multiple_less_than_the_base_away_and_leaves_multiples_alone(count: int) -> None:
    for key in range(20):
        number = rounded(Tally(count, key), 5, b"key")
        assert number % 5 == 0 and abs(number - count) < 5
        assert number == count or count % 5
    assert rounded(Tally(-count, 3), 5, b"key") == -rounded(Tally(count, 3), 5, b"key")


def test_rounding_neither_adds_nor_takes_away_on_average() -> None:
    for remainder in range(5):
        numbers = [rounded(Tally(10 + remainder, key * 104729), 5, b"key") for key in range(4000)]
        assert abs(sum(numbers) / len(numbers) - 10 - remainder) < 0.15


def test_the_same_people_have_the_same_number_in_every_table_year_and_edition() -> None:
    def counts(name: str, key: int) -> Counts:
        dimensions = (
            Dimension("year", TEXT, {"2021": TEXT, "2022": TEXT}),
            Dimension("area", TEXT, {"x": TEXT}),
        )
        card = Card(name, TEXT, TEXT, TEXT, dimensions, TEXT, TEXT)
        return Counts(card, (("2021", "x", Tally(13, key)), ("2022", "x", Tally(13, key))))

    for key in range(30):
        tables = protect([counts("one", key), counts("two", key)], (), policy(), b"key", OWN).tables
        cells = {cell for found in tables for cell in found.cells.values()}
        assert len(cells) == 1 and cells.pop().status is Status.ROUNDED
        again = protect([counts("two", key)], (edition("2021", *tables),), policy(), b"key", OWN).tables
        assert again[0].cells == tables[1].cells


def test_an_exact_number_of_one_table_stays_exact_in_a_rounded_one() -> None:
    group = Dimension("group", TEXT, {"international": TEXT})
    years = Dimension("year", TEXT, {"2022": TEXT})
    exact = Counts(
        Card("residents_group", TEXT, TEXT, TEXT, (years, group), TEXT, TEXT),
        (("2022", "international", Tally(57, 9)),),
    )
    of_facet = replace(policy(), tables={**policy().tables, "other": Rule(tier="rounded", of="residents")})
    other = Counts(replace(exact.card, id="other"), exact.rows)
    tables = protect([exact, other], (), of_facet, b"key", OWN).tables
    assert {table.cell(year="2022", group="international").value for table in tables} == {57}


def test_what_each_edition_counts_anew_is_not_held_against_another() -> None:
    rules = {"months": Rule(tier="exact", of="people", anew=True)}
    before = edition("2021", table("months", "", {"": 126}))
    assert attacked(table("months", "", {"": 128}), earlier=[before], rules=rules).passed
    assert not attacked(
        table("months", "", {"": 128}), earlier=[before], rules={"months": Rule(tier="exact", of="people")}
    ).passed


def averaged(breakdowns: int) -> Audit:
    """Three people, whose number is shown nowhere, by so many facets: each time five or nobody, on average three."""
    tables = [
        table(f"by {n}", f"facet{n}", {"a": 5.0 if n % 5 < 3 else 0.0, "b": 0.0}, base=5)
        for n in range(breakdowns)
    ]
    return attacked(*tables, rules={found.card.id: Rule(of="people") for found in tables})


def test_a_number_that_is_rounded_in_ever_so_many_breakdowns_can_be_estimated() -> None:
    assert averaged(5).estimated and averaged(5).passed
    many = averaged(40)
    (estimate,) = (each for each in many.estimates if not each.place.facets)
    assert estimate.sums == 40 and abs(estimate.number - 3) < 0.1 and estimate.error < 0.5
    assert not many.passed and any("averaged over 40 breakdowns" in each for each in many.sentences())
