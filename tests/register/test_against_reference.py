"""Two readings of one agreement: the package against the slow reference, on registers that live.

Every table that both know must be equal cell by cell. A disagreement is a mistake in one of the two, or a
hole in the agreement: never something to round off.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings

from tests import reference
from tests.reference.examples import resident
from tests.reference.project_folder import Key, counts, write_register
from tests.reference.registers import Register, registers

BOTH_KNOW = {
    "residents_group",
    "residents_nationality",
    "residents_origin",
    "arrivals",
    "departures",
    "arrivals_nationality",
    "departures_nationality",
    "arrivals_gross",
    "departures_gross",
    "arrivals_persons",
    "departures_persons",
    "out_and_back",
    "balance",
    "balance_nationality",
    "quality",
    "accounting",
    *("residents_origin2022", "residents_origin2022_country"),
    *("residents_age", "residents_sex", "residents_district", "residents_neighbourhood"),
    *("residents_nationality_age", "residents_nationality_sex"),
    *("residents_nationality_district", "residents_nationality_neighbourhood"),
    *("arrivals_age", "arrivals_counterpart", "arrivals_country", "departures_age", "departures_counterpart"),
    *("duration_settled", "duration_settled_age", "duration_settled_nationality"),
    *("duration_address", "duration_address_age", "duration_address_nationality"),
    *("repats", "repats_age", "repats_caribbean"),
    *("children", "children_nationality", "children_neighbourhood", "children_born_nl"),
    *("status_holders", "status_holders_sex", "status_holders_nationality", "status_holders_district"),
}


def differences(ours: dict[Key, int], theirs: dict[Key, int]) -> list[str]:
    """One line for every cell in which two tables differ; a cell that is not listed is zero."""
    return [
        f"{dict(key)}: reference {ours.get(key, 0)}, package {theirs.get(key, 0)}"
        for key in sorted(ours.keys() | theirs.keys())
        if ours.get(key, 0) != theirs.get(key, 0)
    ]


def disagreements(register: Register, spoilt: bool = False) -> list[str]:
    """Count this register twice, and hold the two against each other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_register(folder, register)
        outcome = counts(folder)
        assert outcome.exit_code == 0, outcome.said
        expected = reference.tables(*reference.read(folder / "extracts", **register.asked))
    if spoilt:
        for tables in (expected, outcome.tables):
            tables["balance_nationality"] = folded(tables.get("balance_nationality", {}))
    return [
        f"{table}: {difference}"
        for table in sorted(BOTH_KNOW)
        for difference in differences(expected.get(table, {}), outcome.tables.get(table, {}))
    ]


def rows_of(register: Register) -> str:
    """Every row of a register, for who has to find the cause."""
    files = [*register.stands.values(), *register.events.values()]
    return "\n".join(
        " ".join(f"{column}={value!r}" for column, value in row.items() if value)
        for rows in files
        for row in rows
    )


def folded(table: dict[Key, int]) -> dict[Key, int]:
    """The balance per nationality with *reclassified* inside the residual.

    Where rows were rejected, a person's own files contradict each other, and the agreement does not say
    whether the rule has moved somebody of whom nobody knows that they were there. Their sum is certain.
    """
    found: Counter[Key] = Counter()
    for key, number in table.items():
        codes = dict(key)
        if codes["item"] == "reclassified":
            codes["item"] = "residual"
        found[tuple(sorted(codes.items()))] += number
    return dict(found)


def hold_together(spoilt: bool, examples: int, campaign: bool) -> None:
    """Generate registers, and hold the two readings of each against each other."""

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=not campaign,
        database=None,
        suppress_health_check=list(HealthCheck),
        # Shrinking pays only when somebody is looking for the cause; `--campaign` is when.
        phases=[Phase.generate, Phase.shrink] if campaign else [Phase.generate],
    )
    @given(registers(with_faults=spoilt))
    def all_alike(register: Register) -> None:
        found = disagreements(register, spoilt)
        if found and campaign:
            note(rows_of(register))
        assert not found, "\n".join(found)

    all_alike()


def test_registers_in_order_are_counted_alike(campaign: bool) -> None:
    hold_together(False, 100 if campaign else 20, campaign)


def test_spoilt_registers_are_counted_alike(campaign: bool) -> None:
    hold_together(True, 400 if campaign else 60, campaign)


@pytest.mark.parametrize("table", sorted(BOTH_KNOW))
def test_the_registers_fill_every_table_that_is_compared(table: str) -> None:
    """A table that stays empty would agree with anything."""
    filled = [bool(tables.get(table)) for tables in _some_tables()]
    assert any(filled)


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("the reference date may be written as in the file's name", {"peildatum": "2021-01-01"}),
        ("a neighbourhood that our own list does not have is unknown", {"buurt": "05469999"}),
        ("a neighbourhood of another municipality is unknown", {"buurt": "05180000"}),
        ("a neighbourhood of ours is known", {"buurt": "05460800"}),
        ("settled exactly a year ago", {"datum_vestiging_gemeente": "20200101", "datum_adres": "20200102"}),
        ("three years ago", {"datum_vestiging_gemeente": "20180101", "datum_adres": "20180102"}),
        ("settled in nobody knows which month", {"datum_vestiging_gemeente": "20200000"}),
        ("settled on nobody knows which day", {"datum_vestiging_gemeente": "20200100"}),
        ("settled in nobody knows which year", {"datum_vestiging_gemeente": "00000000"}),
        ("born on 29 February, and sixteen", {"geboortedatum": "20040229"}),
        ("a birth in nobody knows which year", {"geboortedatum": "00000000"}),
        ("coming of age on the day itself", {"geboortedatum": "20030101"}),
        ("coming of age the day after", {"geboortedatum": "20030102"}),
        ("asylum that ends on the day", {"verblijfstitel": "26", "verblijfstitel_einde": "20210101"}),
        ("asylum that ended the day before", {"verblijfstitel": "27", "verblijfstitel_einde": "20201231"}),
        (
            "asylum that ended in the year before",
            {"verblijfstitel": "26", "verblijfstitel_einde": "20200000"},
        ),
        (
            "asylum that ends on an impossible day",
            {"verblijfstitel": "26", "verblijfstitel_einde": "20200231"},
        ),
        ("asylum under transitional law, too late", {"verblijfstitel": "92"}),
        ("a naturalised refugee", {"verblijfstitel": "26", "nationaliteiten": "0001 0336"}),
        ("of a sex that no table has", {"geslacht": "X"}),
        ("a birth on international waters", {"geboorteland": "9999", "geboorteland_ouder_1": "9999"}),
    ],
)
def test_one_resident_is_counted_alike(sentence: str, changes: dict[str, str]) -> None:
    row = resident(**{"peildatum": "20210101", **changes})
    found = disagreements(Register(range(0), {date(2021, 1, 1): [row]}, {2020: []}))
    assert not found, "\n".join([sentence, *found])


def _some_tables() -> list[dict[str, dict[Key, int]]]:
    found: list[dict[str, dict[Key, int]]] = []

    @settings(max_examples=3, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(registers(fewest=40))
    def collect(register: Register) -> None:
        with tempfile.TemporaryDirectory() as name:
            register.write(Path(name))
            found.append(reference.tables(*reference.read(Path(name), **register.asked)))

    collect()
    return found
