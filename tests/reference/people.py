"""Residents by age, sex, area, duration and origin; children and status holders (D5b, D10, D11, D13, D14, D25)."""

from collections.abc import Iterator
from datetime import date

from tests.reference import ages, background
from tests.reference.cells import Key, Table, cell
from tests.reference.codes import NETHERLANDS, code_list
from tests.reference.nationality import counts_as, is_dutch, is_international
from tests.reference.reading import Resident, Stands

CHILDREN = ("0-3", "4-11", "12-17")
ASYLUM_FIXED_TERM, ASYLUM_INDEFINITE, ASYLUM_TRANSITIONAL = "26", "27", "92"
END_OF_TRANSITION = date(2014, 1, 6)


def tables(stands: Stands) -> dict[str, Table]:
    """Every table about residents that goes beyond their group, nationality and old origin."""
    found: dict[str, Table] = {}
    for resident in stands.residents:
        for name, place in places_of(resident):
            found.setdefault(name, Table())[place] += 1
    return found


def places_of(resident: Resident) -> Iterator[tuple[str, Key]]:
    """Every cell, of every table, in which this resident is counted."""
    yield from _origin(resident)
    yield from _composition(resident)
    if is_international(resident.held):
        yield from _durations(resident)
        yield from _child(resident)
        if has_asylum(resident.title, resident.title_end, resident.at):
            yield from _status_holder(resident)


# --- origin in the scheme of 2022 ---


def origin2022(resident: Resident) -> tuple[str, str]:
    """Country of origin and place of birth: one's own birthplace comes first, then the parents'."""
    own = resident.birth_country
    if background.is_unknown(own):
        return "0000", "unknown"
    if own != NETHERLANDS:
        return own, "abroad"
    second_is_mother = resident.sex2 == "V" and resident.sex1 != "V"
    mother, other = resident.parent1, resident.parent2
    if second_is_mother:
        mother, other = other, mother
    for parent in (mother, other):
        if background.abroad(parent):
            return parent, "nl"
    return NETHERLANDS, "nl"


def region(country: str) -> str:
    """Where in the world a country of origin lies."""
    if background.is_unknown(country):
        return "unknown"
    if country == NETHERLANDS:
        return "netherlands"
    return "europe" if code_list("countries")[country]["europe"] == "yes" else "outside_europe"


def _origin(resident: Resident) -> Iterator[tuple[str, Key]]:
    country, born = origin2022(resident)
    year = resident.at.year
    yield "residents_origin2022", cell(year=year, origin=region(country), born=born)
    yield "residents_origin2022_country", cell(year=year, origin=country, born=born)


# --- age, sex and area ---


def _traits(resident: Resident) -> dict[str, str]:
    return {
        "age": ages.age_group(resident.birth, resident.at),
        "sex": resident.sex,
        "district": resident.neighbourhood[:6] or "unknown",
        "neighbourhood": resident.neighbourhood or "unknown",
    }


def _composition(resident: Resident) -> Iterator[tuple[str, Key]]:
    year = resident.at.year
    groups = ["total", "dutch" if is_dutch(resident.held) else "international"]
    if background.has_background(resident.birth_country, resident.parent1, resident.parent2):
        groups.append("migration_background")
    nationality = counts_as(resident.held, resident.at)
    for dimension, code in _traits(resident).items():
        for group in groups:
            yield f"residents_{dimension}", cell(year=year, group=group, **{dimension: code})
        place = cell(year=year, nationality=nationality, **{dimension: code})
        yield f"residents_nationality_{dimension}", place


# --- internationals ---


def _durations(resident: Resident) -> Iterator[tuple[str, Key]]:
    year = resident.at.year
    age = ages.age_group(resident.birth, resident.at)
    nationality = counts_as(resident.held, resident.at)
    for variant, since in (("settled", resident.settled), ("address", resident.address_since)):
        duration = ages.duration(since, resident.at)
        yield f"duration_{variant}", cell(year=year, duration=duration)
        yield f"duration_{variant}_age", cell(year=year, age=age, duration=duration)
        place = cell(year=year, nationality=nationality, duration=duration)
        yield f"duration_{variant}_nationality", place


def _child(resident: Resident) -> Iterator[tuple[str, Key]]:
    group = ages.age_group(resident.birth, resident.at)
    if group not in CHILDREN:
        return
    year = resident.at.year
    nationality = counts_as(resident.held, resident.at)
    for age in (group, "0-17"):
        yield "children", cell(year=year, age=age)
        yield "children_nationality", cell(year=year, nationality=nationality, age=age)
        neighbourhood = resident.neighbourhood or "unknown"
        yield "children_neighbourhood", cell(year=year, neighbourhood=neighbourhood, age=age)
        if resident.birth_country == NETHERLANDS:
            yield "children_born_nl", cell(year=year, age=age)


def is_asylum(title: str, on: date) -> bool:
    """Asylum for a fixed or an indefinite term; until 6 January 2014 also under the transitional law."""
    if title == ASYLUM_TRANSITIONAL:
        return on < END_OF_TRANSITION
    return title in (ASYLUM_FIXED_TERM, ASYLUM_INDEFINITE)


def is_over(title_end: str, on: date) -> bool:
    """The title ended on an earlier day; without a known year, or without a date at all, it did not."""
    end = ages.filled(title_end)
    return end is not None and end < on


def has_asylum(title: str, title_end: str, on: date) -> bool:
    """A title on grounds of asylum that is valid on a day."""
    return is_asylum(title, on) and not is_over(title_end, on)


def _status_holder(resident: Resident) -> Iterator[tuple[str, Key]]:
    year = resident.at.year
    yield "status_holders", cell(year=year)
    yield "status_holders_sex", cell(year=year, sex=resident.sex)
    nationality = counts_as(resident.held, resident.at)
    yield "status_holders_nationality", cell(year=year, nationality=nationality)
    yield "status_holders_district", cell(year=year, district=resident.neighbourhood[:6] or "unknown")
