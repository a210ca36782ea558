"""Cases of statistical disclosure control whose answers others have published.

Numbers are taken over, no code. Most of these sources let a number that is withheld be zero, and so do the ranges
that they publish; ours cannot be zero, because zeros are shown, and are narrower. Where a source hides as few cells
as possible, ours may hide a few more: it withholds what the attack asks for, and no more than the bound in the test.

Two sources have data that are not text (`test-LinkedSuppression.R`) or random (`test-FixRiskyIntervals.R`). For both
stands the article `Linked_table_suppression` of the same package, which prints its ten rows, the cells that are
suppressed, and their intervals before and after the additional suppression.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.disclosure.cases import (
    ALL,
    BY_COUNTY,
    BY_SIZE,
    COUNTRIES,
    KEY,
    NOT_EU,
    Case,
    Codes,
    Sum,
    grid,
    persons,
    regions,
    two_tables,
    with_margins,
)

HANDBOOK = Case(("row", "col"), with_margins(grid("1 2", "1 5 2, 2 1 2, 3 3 3")))
HANDBOOK_HIDDEN = {(row, col) for row in "12" for col in "12"}


def test_the_handbooks_x11_lies_from_3_to_6() -> None:
    """Handbook on Statistical Disclosure Control, chapter 4, example 3 (Geurts, 1992, table 10)."""
    assert HANDBOOK.ranges(HANDBOOK.published(HANDBOOK_HIDDEN)) == {
        ("1", "1"): (3, 6),
        ("1", "2"): (1, 4),
        ("2", "1"): (0, 3),
        ("2", "2"): (0, 3),
    }


def test_the_handbooks_x11_is_known_within_one_where_zeros_are_shown() -> None:
    """The same example: nothing that is withheld is zero, so X21 is at least 1 and X11 at most 5."""
    leaks = HANDBOOK.leaks(HANDBOOK.published(HANDBOOK_HIDDEN))
    assert {codes: span for codes, span in leaks.items() if codes in HANDBOOK_HIDDEN} == {
        ("1", "1"): (4, 5),
        ("1", "2"): (2, 3),
        ("2", "1"): (1, 2),
        ("2", "2"): (1, 2),
    }


def test_the_handbooks_table_is_safe_when_we_publish_it() -> None:
    """The same example; the true numbers are ours, because the handbook has none."""
    tables = HANDBOOK.protected().tables
    assert HANDBOOK.small < HANDBOOK.hidden(tables)
    assert HANDBOOK.audit(tables).passed


LINKED = regions((*BY_COUNTY, *BY_SIZE))


def test_two_ways_to_group_regions_give_the_count_of_k_away() -> None:
    """sdcTable, `test-linked-tables.r`, and sdcTools/UserSupport issue 136: small is county-1 with K and N."""
    assert LINKED.leaks(LINKED.published(LINKED.small)) == {("K",): (3, 3)}


@pytest.mark.parametrize("sums", [BY_COUNTY, BY_SIZE])
def test_each_way_to_group_regions_gives_nothing_away_by_itself(sums: Sequence[Sum]) -> None:
    """The same source: each of the two tables is safe alone."""
    alone = regions(sums)
    assert alone.audit(alone.published(alone.small)).passed


def test_only_n_is_withheld_besides_the_small_counts_to_hide_k() -> None:
    """The same source: one secondary suppression, and it is N."""
    tables = LINKED.protected().tables
    assert LINKED.hidden(tables) == {(region,) for region in "ABKLMN"}
    assert LINKED.audit(tables).passed


MICRODATA1 = Case(
    ("region", "gender"), with_margins(grid("male female", "A 18 2, B 14 19, C 12 10, D 11 14"))
)


def test_one_small_cell_of_two_columns_takes_a_rectangle_of_four() -> None:
    """sdcTable, `test-protectTable.r`: OPT, HITAS and HYPERCUBE all hide both genders of A and of C."""
    tables = MICRODATA1.protected().tables
    assert MICRODATA1.hidden(tables) == {(region, gender) for region in "AC" for gender in ("male", "female")}
    assert MICRODATA1.leaks(tables) == {}


SINGLETONS = Case(("region",), with_margins({("a",): 1, ("b",): 2, ("c",): 1, ("d",): 0}), threshold=2)


def test_two_single_persons_and_their_sum_give_each_other_away() -> None:
    """sdcTable, `test-protectTable.r`, the second data set: a and c are 1 and together 4 - 2."""
    assert SINGLETONS.leaks(SINGLETONS.published(SINGLETONS.small)) == {("a",): (1, 1), ("c",): (1, 1)}


def test_two_single_persons_take_the_whole_table_with_them() -> None:
    """The same source with a threshold for the sum: both other numbers have to be withheld. Zero is shown."""
    tables = SINGLETONS.protected().tables
    assert SINGLETONS.hidden(tables) == {("a",), ("b",), ("c",), (ALL,)}
    assert SINGLETONS.leaks(tables) == {}


@pytest.mark.parametrize("parts", [(0, 0, 0), (10, 5, 0, 0)])
def test_zeros_are_neither_withheld_nor_used_to_hide_others(parts: tuple[int, ...]) -> None:
    """sdcTools/UserSupport issue 194, examples 1 and 2: a zero beside another zero hides nothing."""
    case = Case(("part",), with_margins({(str(n),): count for n, count in enumerate(parts)}))
    tables = case.protected().tables
    assert case.hidden(tables) == set()
    assert case.audit(tables).passed


ONES = Case(("part",), with_margins({("1",): 10, ("2",): 3, ("3",): 1, ("4",): 1}), threshold=3)


def test_two_ones_beside_their_sum_are_ones() -> None:
    """sdcTools/UserSupport issue 194, example 3: 15 = 10 + 3 + x + x."""
    assert ONES.leaks(ONES.published(ONES.small)) == {("3",): (1, 1), ("4",): (1, 1)}


def test_two_ones_are_hidden_by_the_smallest_number_beside_them() -> None:
    """The same example: with the 3 withheld as well, each of the three can be 1 to 3."""
    tables = ONES.protected().tables
    assert ONES.hidden(tables) == {("2",), ("3",), ("4",)}
    assert ONES.ranges(list(tables), least=1) == dict.fromkeys([("2",), ("3",), ("4",)], (1, 3))


def test_a_sum_of_two_small_counts_may_be_small_where_neither_is_known() -> None:
    """sdcTools/UserSupport issue 307: 15, 5 and 3 with a threshold of 11.

    Tau-Argus' optimal method withholds the 15 as well, because the 8 that are left are fewer than 11; its modular
    method does not. Ours is with the modular one: the 5 and the 3 can each be 1 to 7.
    """
    case = Case(("part",), with_margins({("A",): 15, ("B",): 5, ("C",): 3}), threshold=11)
    tables = case.protected().tables
    assert case.hidden(tables) == {("B",), ("C",)}
    assert case.ranges(list(tables), least=1) == {("B",): (1, 7), ("C",): (1, 7)}


Z1_COUNTS = """A 11 11 55 36, B 7 1 29 18, C 5 8 35 25, D 13 2 17 13, E 9 14 63 52, F 12 9 24 22,
    G 6 4 22 8, H 9 3 38 15"""
Z1 = Case(("region", "kind"), with_margins(grid("annet arbeid soshjelp trygd", Z1_COUNTS)), threshold=4)
Z1_HIDDEN = {(region, kind) for region in "BDH" for kind in ("annet", "arbeid")}


def test_the_six_cells_that_gauss_suppression_hides_pass_our_attack() -> None:
    """GaussSuppression, `test-GaussSuppressionFromData.R`: data set z1, cells 12, 13, 22, 23, 42 and 43."""
    assert Z1.leaks(Z1.published(Z1.small)) != {}
    assert Z1.leaks(Z1.published(Z1_HIDDEN)) == {}


def test_ours_hides_at_most_two_cells_more_than_gauss_suppression() -> None:
    """The same source: six cells."""
    tables = Z1.protected().tables
    assert Z1.small < Z1.hidden(tables)
    assert len(Z1.hidden(tables)) <= len(Z1_HIDDEN) + 2
    assert Z1.leaks(tables) == {}


GAUSS = two_tables()
NON_EU: set[Codes] = {
    (age, area, year) for age in (ALL, "young") for area in (ALL, NOT_EU) for year in ("2015", "2016")
}
ICELAND: set[Codes] = {(ALL, COUNTRIES["Iceland"], year) for year in ("2015", "2016")}
SOUTH: set[Codes] = {
    (ALL, COUNTRIES[country], year) for country in ("Portugal", "Spain") for year in ("2014", "2016")
}
SUPER_CONSISTENT = NON_EU | ICELAND | SOUTH
IN_2015: set[Codes] = {(ALL, COUNTRIES[country], "2015") for country in ("Portugal", "Spain")}


def small_ranges(hidden: set[Codes]) -> dict[Codes, tuple[float, float]]:
    """The ranges of the small numbers when these cells are withheld, and may be zero."""
    found = GAUSS.ranges(GAUSS.published(hidden))
    return {codes: found[codes] for codes in GAUSS.small}


def test_linked_tables_leave_the_intervals_that_gauss_suppression_prints() -> None:
    """GaussSuppression, article on linked tables: `lo_1` and `up_1` of linkedGauss = "super-consistent"."""
    expected = dict.fromkeys(GAUSS.small, (0, 4))
    expected |= {(ALL, COUNTRIES["Portugal"], year): (0, 3) for year in ("2014", "2016")}
    assert small_ranges(SUPER_CONSISTENT) == expected


def test_two_cells_more_widen_the_narrow_intervals_as_printed() -> None:
    """The same article: `lo` and `up` with rangeMin = 4, for which Portugal and Spain in 2015 are hidden too."""
    expected = dict.fromkeys(GAUSS.small, (0, 4))
    expected |= {(ALL, COUNTRIES["Portugal"], year): (0, 6) for year in ("2014", "2016")}
    assert small_ranges(SUPER_CONSISTENT | IN_2015) == expected


def test_an_interval_from_0_to_3_is_too_narrow_where_zeros_are_shown() -> None:
    """The same article: of the first solution only Portugal is too narrow for us as well; the second is safe."""
    leaks = GAUSS.leaks(GAUSS.published(SUPER_CONSISTENT))
    portugal = {(ALL, COUNTRIES["Portugal"], year): (1, 2) for year in ("2014", "2016")}
    assert {codes: span for codes, span in leaks.items() if codes in SUPER_CONSISTENT} == portugal
    assert GAUSS.leaks(GAUSS.published(SUPER_CONSISTENT | IN_2015)) == {}


def test_ours_hides_at_most_three_quarters_more_of_linked_tables_than_gauss_suppression() -> None:
    """The same article; every cell once that is in both tables. The solution of the article is safe for us too."""
    tables = GAUSS.protected().tables
    assert GAUSS.audit(tables).passed
    assert len(GAUSS.hidden(tables)) <= 1.75 * len(SUPER_CONSISTENT | IN_2015)


EX_PSD = persons(grid("1 2 3 4 5", "1 6 0 1 3 4, 2 1 2 3 1 2, 3 0 1 1 0 2"))


@pytest.mark.parametrize("key", [b"one", b"two", b"three", b"four", b"five"])
def test_rounding_to_base_5_stays_within_5_of_every_count_and_gives_none_away(key: bytes) -> None:
    """SmallCountRounding, `test-PLSrounding.R`: data set exPSD with base 5, whose total of 27 becomes 28 there.

    That method rounds small inner cells only; ours every number, by who is counted. Neither is off by 5 or more.
    """
    case = Case(("row", "col"), with_margins(EX_PSD), tier="rounded")
    tables = case.protected(key).tables
    shown = dict.fromkeys(case.counts, 0.0)
    for table in tables:
        shown |= {case.cell(table.card, codes): cell.value or 0.0 for codes, cell in table.cells.items()}
    assert all(number % 5 == 0 and abs(number - case.counts[codes]) < 5 for codes, number in shown.items())
    assert len(set(shown.values())) > 2
    assert case.audit(tables).passed


def test_the_same_persons_are_the_same_number_in_another_table() -> None:
    """cellKey, `test_countvars.R`: a table that is perturbed again is the same, and so is one of men counted apart."""
    both = persons(grid("young old", "male 7 11, female 13 9"))
    men: dict[Codes, int] = {(age,): n for (sex, age), n in both.items() if sex == "male"}
    by_sex, apart = Case(("sex", "years"), both, tier="rounded"), Case(("men",), men, tier="rounded")
    differ = 0
    for key in (b"one", b"two", b"three"):
        (table,), (again,), (other,) = (case.protected(key).tables for case in (by_sex, by_sex, apart))
        assert table.cells == again.cells
        assert {codes[1:]: cell for codes, cell in table.cells.items() if codes[0] == "male"} == other.cells
        differ += table.cells != by_sex.protected(KEY).tables[0].cells
    assert differ
