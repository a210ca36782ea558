"""Registrations at the Expat Centre, in full years and in equal months only, and welcomes of students."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from internationals import texts
from internationals.indicators.open.adding import added
from internationals.indicators.open.found import Found, Row
from internationals.shapes import Cell, Frame, Nature, Observations, Text
from internationals.texts.files import months

NEEDS = ("expat_centre", "welcome")
_MONTHS = 12
_EQUAL: Text = {
    "nl": "Van elk jaar zijn alleen deze maanden geteld: {months}.",
    "en": "Of every year only these months are counted: {months}.",
}


def tables(observations: Mapping[str, Observations], frame: Frame) -> dict[str, Found]:
    """Registrations by year, in the months that the last year has, by municipality and employer; and welcomes."""
    found: dict[str, Found] = {}
    if "welcome" in observations:
        welcomes = observations["welcome"]
        rows: list[Row] = [(*key, cell) for key, cell in welcomes.cells.items()]
        found["welcome_students"] = Found(rows, (welcomes,), nature=Nature.COUNTS)
    if "expat_centre" not in observations:
        return found
    source = observations["expat_centre"]
    cells: list[Row] = [(*key, cell) for key, cell in source.cells.items()]
    through = _months(source)
    full = [year for year, months in through.items() if months == _MONTHS]
    whole = [row for row in cells if row[0] in full]
    last = max(full, default="")

    def table(rows: list[Row], reference: str = last, notes: tuple[Text, ...] = ()) -> Found:
        return Found(rows, (source,), source.labels, Nature.COUNTS, reference, notes)

    if full:
        found["expat_registrations"] = table(added((row[0], row[4]) for row in whole))
        found["expat_registrations_municipality"] = table(added((row[0], row[2], row[4]) for row in whole))
        found["expat_employers_top"] = table(added((row[0], row[3], row[4]) for row in whole))
        found["expat_employers"] = table(_employers(whole))
    if through:
        newest = max(through)
        equal = [f"{n:02}" for n in range(1, through[newest] + 1)]
        some = [row for row in cells if row[1] in equal and through.get(str(row[0]), 0) >= len(equal)]
        named = {language: _named(language, len(equal)) for language in texts.languages()}
        note = {
            language: texts.in_languages(_EQUAL, (language,))[language].format(months=named[language])
            for language in named
        }
        found["expat_registrations_same_months"] = table(
            added((row[0], row[4]) for row in some), source.reference, (note,)
        )
    return found


def _months(source: Observations) -> dict[str, int]:
    """Per year how many months from January on have registrations, without a gap."""
    found: dict[str, set[int]] = {}
    for year, month, *_ in source.cells:
        if month.isdigit():
            found.setdefault(year, set()).add(int(month))
    unbroken = {
        year: next(n for n in range(_MONTHS + 1) if n + 1 not in there) for year, there in found.items()
    }
    return {year: through for year, through in unbroken.items() if through}


def _employers(rows: Iterable[Row]) -> list[Row]:
    """How many employers there were in a year."""
    seen = {(str(row[0]), str(row[3])) for row in rows if row[-1] != Cell(0)}
    years = sorted({year for year, _ in seen})
    return [(year, Cell(sum(each == year for each, _ in seen))) for year in years]


def _named(language: str, through: int) -> str:
    """The months from January on, by name."""
    first, last = months(language)[0], months(language)[through - 1]
    return first if through == 1 else f"{first} – {last}"
