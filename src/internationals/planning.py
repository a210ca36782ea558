"""What an edition is made of: which extracts it reads, and what its tables are about."""

from __future__ import annotations

from datetime import date

from internationals.definitions import regions
from internationals.project import Project
from internationals.register import files
from internationals.settings import EditionSettings
from internationals.shapes import ConfigError, Frame, ReadingPlan

YEARS_FROM_PERSON_LISTS = 10
"""How many years back person lists are unrolled, when the edition does not list its years."""


def plan(project: Project, edition: str, settings: EditionSettings, tolerant: bool = False) -> ReadingPlan:
    """What the register room is asked to read; a tolerant plan is not stopped by rejected rows."""
    stands, events = _years(project, edition, settings)
    rules = project.municipality.register_
    return ReadingPlan(
        extracts=project.extracts,
        municipality=project.municipality.code.removeprefix("GM"),
        former_codes=tuple(project.municipality.former_codes),
        stand_dates=stands,
        event_years=events,
        columns=rules.columns,
        leading_zeros=rules.leading_zeros,
        max_rejected_share=1.0 if tolerant else rules.max_rejected_share,
        key=project.key(),
        quarantine=project.folder / "quarantine" / edition,
    )


def _years(
    project: Project, edition: str, settings: EditionSettings
) -> tuple[tuple[date, ...], tuple[int, ...]]:
    """The stands and the years of events of an edition: as listed, or all up to its reference date."""
    last = settings.reference_date
    if settings.years:
        stands = tuple(date(year, last.month, last.day) for year in sorted(settings.years.stands))
        return stands, tuple(sorted(settings.years.events))
    extracts = files.listed(project.extracts)
    if extracts.person_lists:
        first = last.year - YEARS_FROM_PERSON_LISTS
        stands = tuple(date(year, last.month, last.day) for year in range(first, last.year + 1))
        return stands, tuple(range(first, last.year))
    stands = tuple(
        at for at in extracts.stands if at <= last and (at.month, at.day) == (last.month, last.day)
    )
    events = tuple(year for year in extracts.events if year < last.year)
    if last not in stands:
        raise ConfigError(
            f"editions/{edition}.yml: there is no stand_{last} in extracts/. "
            "Add it, or correct reference_date."
        )
    for kind, years in (("stand", [at.year for at in stands]), ("mutaties", list(events))):
        gaps = sorted(set(range(min(years, default=0), max(years, default=-1) + 1)) - set(years))
        if gaps:
            raise ConfigError(
                f"extracts/: no {kind} file for {', '.join(map(str, gaps))}, between files that are there. "
                f"Add it, or list the years to use under 'years:' in editions/{edition}.yml."
            )
    return stands, events


def without_register(settings: EditionSettings, project: Project, edition: str) -> ReadingPlan:
    """The plan of an edition that has no register to read."""
    return ReadingPlan(
        extracts=project.extracts,
        municipality=project.municipality.code.removeprefix("GM"),
        former_codes=tuple(project.municipality.former_codes),
        stand_dates=(),
        event_years=(),
        columns={},
        leading_zeros="refuse",
        max_rejected_share=0,
        key=b"",
        quarantine=project.folder / "quarantine" / edition,
    )


def frame(project: Project, edition: str, settings: EditionSettings, plan: ReadingPlan) -> Frame:
    """What the tables of an edition are about."""
    municipality, code = project.municipality, project.municipality.code.removeprefix("GM")
    region, name = municipality.region, regions.region_of(code)
    return Frame(
        edition=edition,
        municipality=project.municipality.code,
        name=project.municipality.name,
        reference_date=settings.reference_date,
        extracted=settings.extracted,
        stand_dates=plan.stand_dates,
        event_years=plan.event_years,
        region=region.id if region else name or "",
        region_name=region.name if region else regions.names().get(name or "", {}),
        region_members=tuple(region.municipalities) if region else regions.regions().get(name or "", ()),
        institution=municipality.students.institution,
        student_definition=municipality.students.definition,
    )
