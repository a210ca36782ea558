"""Which rows of an extract count, and why the others do not (design, part 4)."""

from datetime import date

from tests.reference import dates
from tests.reference.codes import ABROAD, code_list
from tests.reference.files import Row
from tests.reference.nationality import codes_without_a_table

EXCLUSIONS = ("non_resident", "other_municipality", "suspended")

KINDS = [
    "vestiging",
    "vertrek",
    "geboorte",
    "overlijden",
    "verhuizing",
    "nationaliteit_verkregen",
    "nationaliteit_verloren",
    "correctie_bij",
    "correctie_af",
]
ENTERS = {"vestiging", "geboorte", "correctie_bij"}
LEAVES = {"vertrek", "overlijden", "correctie_af"}
CHANGES_NATIONALITY = {"nationaliteit_verkregen", "nationaliteit_verloren"}

DATES_OF_A_STAND = ("geboortedatum", "datum_vestiging_gemeente", "datum_adres")
MORE_DATES_OF_A_STAND = ("datum_vestiging_nederland",)


def why_excluded(row: Row, ours: set[str]) -> str | None:
    """The first reason for which a registered person is no resident of ours; None for a resident."""
    if row["gemeente"] == ABROAD:
        return "non_resident"
    if row["gemeente"] in code_list("municipalities") and row["gemeente"] not in ours:
        return "other_municipality"
    if row["opschorting"]:
        return "suspended"
    return None


def why_stand_row_rejected(row: Row, at: date) -> str | None:
    """What is wrong with this row of `stand_<at>`; None when it counts."""
    if not row["persoon"]:
        return "no person"
    if row.get("peildatum", "") not in ("", at.isoformat(), at.strftime("%Y%m%d")):
        return "another reference date than the file's"
    if row["gemeente"] not in code_list("municipalities"):
        return "a municipality that no table has"
    if codes_without_a_table(row["nationaliteiten"]):
        return "a nationality that no table has"
    if any(dates.parts(row[column]) is None for column in DATES_OF_A_STAND):
        return "an impossible date"
    for column in (*DATES_OF_A_STAND, *MORE_DATES_OF_A_STAND):
        if dates.parts(row.get(column, "")) is None:
            continue
        known = dates.earliest(row.get(column, ""))
        if known is not None and known >= at:
            return "a date that is not before the reference date"
    return None


def why_event_rejected(row: Row, year: int, ours: set[str]) -> str | None:
    """What is wrong with this row of `mutaties_<year>`; None when it counts."""
    if not row["persoon"]:
        return "no person"
    if row.get("jaar", "") not in ("", str(year)):
        return "another year than the file's"
    if row["soort"] not in KINDS:
        return "a kind of event that does not exist"
    day = dates.complete(row["datum"])
    if day is None:
        return "an incomplete or impossible date"
    if day.year != year:
        return "a date outside the year"
    if dates.parts(row["geboortedatum"]) is None:
        return "an impossible date of birth"
    if codes_without_a_table(row["nationaliteiten"]) or codes_without_a_table(row["nationaliteiten_na"]):
        return "a nationality that no table has"
    if row["soort"] in ("vestiging", "vertrek"):
        if row["gemeente_tegenpartij"] and row["land_tegenpartij"]:
            return "two counterparts"
        if row["gemeente_tegenpartij"] in ours:
            return "our own municipality as the counterpart"
    return None


def same(row: Row) -> tuple[tuple[str, object], ...]:
    """Two rows are equal when this is equal: every column as text, only nationalities in any order."""
    return tuple(
        (column, frozenset(text.split()) if column.startswith("nationaliteiten") else text)
        for column, text in sorted(row.items())
    )


def rejected_as_double_in_stand(rows: list[Row]) -> set[int]:
    """The places of the rows that go because their person stands in the file more than once.

    Equal rows: all but the first. Different rows: every one, for nobody can know which is right.
    """
    rejected = set()
    for number, row in enumerate(rows):
        of_this_person = [other for other, r in enumerate(rows) if r["persoon"] == row["persoon"]]
        if any(same(rows[other]) != same(row) for other in of_this_person) or number != of_this_person[0]:
            rejected.add(number)
    return rejected


def rejected_as_double_event(rows: list[Row]) -> set[int]:
    """The places of the events that repeat an earlier row of the file."""
    return {number for number, row in enumerate(rows) if same(row) in [same(r) for r in rows[:number]]}
