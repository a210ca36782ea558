"""International students (D20): three definitions that give different numbers, and which countries are the EEA.

Nuffic, Statistics Netherlands and whoever looks at nationality only do not count the same students. Which of them the
delivered figures follow is a setting, and its note is printed with every figure.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache

from internationals.definitions.codes import rows
from internationals.shapes import Text

SWITZERLAND = "5003"
SURINAME = "5007"
DUO_ALSO = (SWITZERLAND, SURINAME)
"""Countries that are not in the EEA, and that the education agency (DUO) counts in what it calls EER."""


class StudentDefinition(StrEnum):
    """Who counts as an international student, by whose definition."""

    NUFFIC = "nuffic"
    CBS = "cbs"
    NATIONALITY = "nationality"


_NOTES: dict[StudentDefinition, Text] = {
    StudentDefinition.NUFFIC: {
        "nl": "Internationale studenten volgens Nuffic: ingeschreven voor een hele opleiding in het bekostigd hoger "
        "onderwijs, zonder Nederlandse nationaliteit en met een buitenlandse vooropleiding. Uitwisselingsstudenten "
        "tellen niet mee.",
        "en": "International students as Nuffic counts them: enrolled for a whole degree in publicly funded higher "
        "education, without Dutch nationality and with previous education abroad. Exchange students are not counted.",
    },
    StudentDefinition.CBS: {
        "nl": "Internationale studenten volgens het CBS: ingeschreven voor een hele opleiding en toegelaten op een "
        "buitenlands diploma, ook als zij de Nederlandse nationaliteit hebben. Uitwisselingsstudenten tellen niet mee.",
        "en": "International students as Statistics Netherlands counts them: enrolled for a whole degree and admitted "
        "on a foreign diploma, also when they are Dutch nationals. Exchange students are not counted.",
    },
    StudentDefinition.NATIONALITY: {
        "nl": "Studenten zonder Nederlandse nationaliteit, ingeschreven voor een hele opleiding, waar zij ook eerder "
        "naar school gingen. Dat zijn er meer dan volgens Nuffic. Uitwisselingsstudenten tellen niet mee.",
        "en": "Students without Dutch nationality who are enrolled for a whole degree, wherever they went to school "
        "before. These are more than Nuffic counts. Exchange students are not counted.",
    },
}


def note(definition: StudentDefinition) -> Text:
    """What the definition counts, in words to be printed with the figures."""
    return _NOTES[definition]


def is_international_student(
    definition: StudentDefinition, dutch: bool, education_abroad: bool, whole_degree: bool = True
) -> bool:
    """Whether a student is international by a definition.

    `education_abroad`: the diploma that gave admission is a foreign one. Someone who is here for a part of a degree,
    on exchange, is none by any of the definitions.
    """
    if not whole_degree:
        return False
    if definition is StudentDefinition.CBS:
        return education_abroad
    if definition is StudentDefinition.NUFFIC:
        return not dutch and education_abroad
    return not dutch


def count_date(study_year: int) -> date:
    """The day on which the enrolments of a study year are counted, by the year in which it begins."""
    return date(study_year, 10, 1)


def is_eea(country: str, at: date) -> bool:
    """Whether a country (table 34) takes part in the European Economic Area at the date.

    The list is in `codes/eea.csv`: members of the European Union from the day on which the agreement was applied to
    them, with Iceland, Liechtenstein and Norway; the United Kingdom until the end of the transition.
    """
    held = _eea().get(country)
    return held is not None and held[0] <= at and (held[1] is None or at < held[1])


def in_duo_eer(country: str, at: date) -> bool:
    """Whether the education agency (DUO) counts the country in its EER: the EEA, Switzerland and Suriname."""
    return country in DUO_ALSO or is_eea(country, at)


@cache
def _eea() -> dict[str, tuple[date, date | None]]:
    return {
        row["country"]: (
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"]) if row["to"] else None,
        )
        for row in rows("eea.csv", "country,name,from,to")
    }
