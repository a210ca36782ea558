"""The left half of the house, in order: register, indicators, disclosure, release."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import ibis

from internationals import __version__, disclosure, geometry, indicators, register, release
from internationals.project import Project
from internationals.register import files
from internationals.settings import EditionSettings
from internationals.shapes import ConfigError, Counts, FileReport, Frame, ReadingPlan, Register
from internationals.swap import replacing

YEARS_FROM_PERSON_LISTS = 10
"""How many years back person lists are unrolled, when the edition does not list its years."""

Progress = Callable[[str, float], None]
"""Told what is being done, and which part of the work (0 to 1) is behind us."""


@dataclass(frozen=True)
class Built:
    """A release that was made: where it is, its manifest, and what became of every row that was read."""

    folder: Path
    manifest: dict[str, Any]
    files: tuple[FileReport, ...]


def build(project: Project, edition: str, progress: Progress = lambda _what, _part: None) -> Built:
    """Make the release of an edition; the previous one stays until the new one is complete."""
    settings = project.edition(edition)
    previous = project.previous(edition)
    maps = geometry.read(project.geometry, project.municipality.code.removeprefix("GM"))
    counts, read, plan = _count(project, edition, settings, progress)
    progress("disclosure", 0.9)
    threshold = project.municipality.disclosure.threshold
    protected = disclosure.protect(counts, threshold)
    progress("release", 0.95)
    facts = _facts(project, edition, settings, plan, threshold) | {"previous": previous}
    with replacing(project.release(edition)) as folder:
        manifest = release.write(folder, facts, protected, maps)
    progress("release", 1)
    return Built(project.release(edition), dict(manifest), read.files)


def count(
    project: Project, edition: str, progress: Progress = lambda _what, _part: None
) -> tuple[tuple[Counts, ...], tuple[FileReport, ...]]:
    """The tables of an edition before protection, for the register side only, and the report on its files."""
    counts, read, _ = _count(project, edition, project.edition(edition), progress)
    return counts, read.files


def check(
    project: Project, edition: str, progress: Progress = lambda _what, _part: None
) -> tuple[FileReport, ...]:
    """Read every extract of an edition and report on each, however bad it is."""
    plan = _plan(project, edition, project.edition(edition), tolerant=True)
    return _read(plan, progress).files


def _count(
    project: Project, edition: str, settings: EditionSettings, progress: Progress
) -> tuple[tuple[Counts, ...], Register, ReadingPlan]:
    plan = _plan(project, edition, settings)
    read = _read(plan, progress)
    progress("indicators", 0.7)
    return indicators.compute(read, _frame(project, edition, settings, plan)), read, plan


def _read(plan: ReadingPlan, progress: Progress) -> Register:
    total = len(plan.stand_dates) + len(plan.event_years)
    done = []

    def advance(name: str) -> None:
        done.append(name)
        progress(name, 0.7 * len(done) / total)

    return register.read(ibis.duckdb.connect(), plan, advance)


def _plan(project: Project, edition: str, settings: EditionSettings, tolerant: bool = False) -> ReadingPlan:
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


def _frame(project: Project, edition: str, settings: EditionSettings, plan: ReadingPlan) -> Frame:
    return Frame(
        edition=edition,
        municipality=project.municipality.code,
        name=project.municipality.name,
        reference_date=settings.reference_date,
        extracted=settings.extracted,
        stand_dates=plan.stand_dates,
        event_years=plan.event_years,
    )


def _facts(
    project: Project, edition: str, settings: EditionSettings, plan: ReadingPlan, threshold: int
) -> dict[str, Any]:
    """What the manifest says about a release, apart from its tables."""
    municipality = project.municipality
    extracts = files.listed(project.extracts).used(plan.stand_dates, plan.event_years)
    inputs = [*extracts, *geometry.files(project.geometry).values()]
    return {
        "edition": edition,
        "municipality": {"code": municipality.code, "name": municipality.name},
        "publisher": municipality.publisher,
        "contact": municipality.contact,
        "licence": municipality.licence,
        "languages": list(municipality.languages),
        "invented": municipality.invented,
        "reference_date": settings.reference_date.isoformat(),
        "extracted": settings.extracted.isoformat() if settings.extracted else None,
        "stand_dates": [at.isoformat() for at in plan.stand_dates],
        "event_years": list(plan.event_years),
        "software": __version__,
        "policy": {"threshold": threshold, "methods": ["primary suppression"]},
        "inputs": [{"file": path.name, "sha256": _checksum(path)} for path in inputs],
    }


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
