"""Surveys by hand: weighted shares of the respondents, with interval and base (D26), never the respondents.

For every item there are `share`, `low` and `high` in percent and `base`, the number who answered, for all and by
nationality. The item `respondents` says who answered at all: unweighted shares of all respondents. Whose nationality is
not known is among all, and in neither group. On fewer than 30 nothing is said, the base itself included; and as the
other group could be taken from all to find the small one, nothing is said of that one either.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from internationals.definitions.surveys import SMALLEST_BASE, survey_share
from internationals.shapes import Cell, ConfigError, Observations, Status
from internationals.sources.respondents import SPSS, Options, Respondent, respondents
from internationals.sources.source import Place, Source, unproven
from internationals.sources.tabular import SUFFIXES as TABLES

SUFFIXES = (*TABLES, SPSS)
GROUPS = ("all", "dutch", "non_dutch")
RESPONDENTS = "respondents"
_HIDDEN = Cell(None, Status.SUPPRESSED)
Key = tuple[str, ...]


def read(folder: Path, source: Source, place: Place) -> Observations:
    """The shares in the survey of a snapshot. Raises DataError with everything that is wrong in the file."""
    options = _options(source)
    path = next(each for each in sorted(folder.iterdir()) if each.suffix.lower() in SUFFIXES)
    everybody = respondents(path, options, place)
    cells: dict[Key, Cell] = {}
    for year in sorted({each.year for each in everybody}):
        of_year = [each for each in everybody if each.year == year]
        cells |= _composition(year, of_year)
        for item in options.asked:
            cells |= _shares(year, item, of_year)
    labels = {"item": {name: item.labels for name, item in options.asked.items()}}
    proof = unproven(source, rows=len(everybody))
    return Observations(source.id, ("year", "item", "group", "measure"), cells, proof, labels=labels)


def _options(source: Source) -> Options:
    try:
        options = Options.model_validate(source.options.get("survey", {}))
    except ValidationError as problem:
        error = problem.errors()[0]
        where = ": ".join(map(str, error["loc"]))
        raise ConfigError(
            f"municipality.yml, sources: {source.id}: options: survey: {where}: {error['msg']}. Correct it."
        ) from problem
    if not options.asked or RESPONDENTS in options.asked:
        raise ConfigError(
            f"municipality.yml, sources: {source.id}: options: survey: items: expected at least one item, and none "
            f"called {RESPONDENTS}."
        )
    return options


def _shares(year: str, item: str, everybody: Iterable[Respondent]) -> dict[Key, Cell]:
    answered = [each for each in everybody if item in each.answers]
    found = _bases(year, item, answered)
    for group in GROUPS:
        share = survey_share((each.weight, each.answers[item]) for each in _of(group, answered))
        for measure, cell in (("share", share.share), ("low", share.low), ("high", share.high)):
            withheld = found[year, item, group, "base"].value is None
            found[year, item, group, measure] = _HIDDEN if withheld else cell
    return found


def _composition(year: str, everybody: list[Respondent]) -> dict[Key, Cell]:
    """Who answered. A share of all would give away a base that is suppressed, so it is suppressed with it."""
    found = _bases(year, RESPONDENTS, everybody)
    for group in GROUPS:
        number = found[year, RESPONDENTS, group, "base"].value
        share = _HIDDEN if number is None else Cell(100 * number / len(everybody))
        found[year, RESPONDENTS, group, "share"] = share
    return found


def _bases(year: str, item: str, answered: list[Respondent]) -> dict[Key, Cell]:
    """The number of respondents per group; a small one takes the other group with it, against subtraction."""
    sizes = {group: len(_of(group, answered)) for group in GROUPS}
    small = any(sizes[group] < SMALLEST_BASE for group in GROUPS[1:])
    hidden = {"all": sizes["all"] < SMALLEST_BASE, "dutch": small, "non_dutch": small}
    return {
        (year, item, group, "base"): _HIDDEN if hidden[group] else Cell(size) for group, size in sizes.items()
    }


def _of(group: str, among: Iterable[Respondent]) -> list[Respondent]:
    return [each for each in among if group in ("all", each.group)]
