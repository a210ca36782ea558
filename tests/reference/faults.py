"""What goes wrong in real extracts: each fault spoils, doubles or disguises one row of a file."""

from collections.abc import Callable
from random import Random

from tests.reference.lives import Row

Fault = Callable[[list[Row], int, Random, str], None]
"""Takes the rows of a file, the place of the row to spoil, chance, and the day or year of the file."""


def _put(row: Row, **changes: str) -> Row:
    return {**row, **changes}


def _shuffled_codes(row: Row, random: Random) -> str:
    codes = row["nationaliteiten"].split()
    return "  ".join(random.sample(codes, len(codes)))


# --- the same person, the same event, twice ---


def is_doubled(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """Equal rows, though their nationalities may stand in another order."""
    for _ in range(random.choice([1, 1, 2])):
        rows.append(_put(rows[place], nationaliteiten=_shuffled_codes(rows[place], random)))


def is_contradicted(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows.append(_put(rows[place], geboorteland="7003" if rows[place]["geboorteland"] != "7003" else "5002"))


def is_contradicted_by_a_bad_row(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows.append(_put(rows[place], nationaliteiten="9998"))


def is_also_elsewhere(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """The second row of the person is excluded, so it is nobody's double."""
    elsewhere = random.choice([{"gemeente": "1999"}, {"gemeente": "0518"}, {"opschorting": "O"}])
    rows.append(_put(rows[place], **elsewhere))


# --- bad values in a stand ---


def has_unknown_nationality(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], nationaliteiten=random.choice(["9998", "0064 9998", "64", "ITA"]))


def has_unknown_municipality(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], gemeente=random.choice(["9876", "546", "Leiden"]), opschorting="")


def has_impossible_date(rows: list[Row], place: int, random: Random, moment: str) -> None:
    column = random.choice(["geboortedatum", "datum_vestiging_gemeente", "datum_adres"])
    value = random.choice(["19991301", "19990231", "20010229", "199A0101", "1999", "1999-01-01"])
    rows[place] = _put(rows[place], **{column: value})


def has_date_to_come(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """On the reference date itself, later, or in the year that begins on it."""
    year = moment[:4]
    column = random.choice(["geboortedatum", "datum_vestiging_gemeente", "datum_adres"])
    value = random.choice([f"{year}0101", f"{year}0100", f"{year}0000", "20990101"])
    rows[place] = _put(rows[place], **{column: value})


def has_date_just_before(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """Nothing wrong: the day before, or some unknown day of the year before."""
    year = int(moment[:4]) - 1
    rows[place] = _put(rows[place], datum_adres=random.choice([f"{year}1231", f"{year}1200", f"{year}0000"]))


def has_other_reference_date(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], peildatum=random.choice(["20010101", "2001-01-01", "gisteren"]))


def has_unknown_codes_elsewhere(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """Read as unknown, with a warning: the row counts."""
    column, value = random.choice(
        [
            ("geboorteland", "9876"),
            ("geboorteland_ouder_1", "6O30"),
            ("geboorteland_ouder_2", "abc"),
            ("geslacht_ouder_1", "?"),
            ("geslacht", "X"),
            ("buurt", "05180000"),
            ("buurt", "05469999"),
            ("verblijfstitel", "77"),
            ("land_vanwaar_gevestigd", "9876"),
        ]
    )
    rows[place] = _put(rows[place], **{column: value})


STAND_FAULTS: list[Fault] = [
    has_date_just_before,
    has_unknown_codes_elsewhere,
    has_unknown_nationality,
    has_unknown_municipality,
    has_impossible_date,
    has_date_to_come,
    has_other_reference_date,
    is_also_elsewhere,
    is_doubled,
    is_contradicted,
    is_contradicted_by_a_bad_row,
]

# --- bad values in an event ---


def has_unknown_kind(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], soort=random.choice(["verhuisd", "immigratie", "X"]))


def has_bad_event_date(rows: list[Row], place: int, random: Random, moment: str) -> None:
    year = int(moment)
    dates = [f"{year + 1}0101", f"{year - 1}1231", f"{year}0500", f"{year}0000", f"{year}0231", f"{year}1301"]
    rows[place] = _put(rows[place], datum=random.choice([*dates, "00000000", "morgen"]))


def has_other_year(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], jaar=str(int(moment) + 1))


def has_unknown_event_nationality(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], **{random.choice(["nationaliteiten", "nationaliteiten_na"]): "9998"})


def has_impossible_birth_date(rows: list[Row], place: int, random: Random, moment: str) -> None:
    rows[place] = _put(rows[place], geboortedatum=random.choice(["19990231", "19991301", "jaren"]))


def has_wrong_counterpart(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """For an arrival or a departure: two counterparts, or one that no table has (which is only unknown)."""
    if rows[place]["soort"] in ("vestiging", "vertrek"):
        municipality, country = random.choice([("0518", "5002"), ("9876", ""), ("", "9876")])
        rows[place] = _put(rows[place], gemeente_tegenpartij=municipality, land_tegenpartij=country)


def comes_from_here(rows: list[Row], place: int, random: Random, moment: str) -> None:
    """For an arrival or a departure: our own municipality as the counterpart."""
    if rows[place]["soort"] in ("vestiging", "vertrek"):
        rows[place] = _put(rows[place], gemeente_tegenpartij="0546", land_tegenpartij="")


EVENT_FAULTS: list[Fault] = [
    has_wrong_counterpart,
    comes_from_here,
    has_unknown_kind,
    has_bad_event_date,
    has_other_year,
    has_unknown_event_nationality,
    has_impossible_birth_date,
    is_doubled,
]
