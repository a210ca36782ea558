"""The left half of the house, in order: register and sources, indicators, disclosure, release."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis

from internationals import (
    __version__,
    disclosure,
    indicators,
    observing,
    planning,
    register,
    release,
)
from internationals.disclosure import Loss, Policy
from internationals.observing import Observed
from internationals.project import Project
from internationals.register import files
from internationals.settings import EditionSettings
from internationals.shapes import (
    Counts,
    FileReport,
    Frame,
    ProtectedTable,
    ReadingPlan,
    Register,
    Release,
    Tally,
)
from internationals.sources import Snapshot, Source
from internationals.swap import replacing

Progress = Callable[[str, float], None]
"""Told what is being done, and which part of the work (0 to 1) is behind us."""


@dataclass(frozen=True)
class Built:
    """A release that was made: where it is, its manifest, what became of every row that was read, and what it cost
    to protect each table."""

    folder: Path
    manifest: dict[str, Any]
    files: tuple[FileReport, ...]
    losses: tuple[Loss, ...]


def build(project: Project, edition: str, progress: Progress = lambda _what, _part: None) -> Built:
    """Make the release of an edition; the previous one stays until the new one is complete.

    A municipality without extracts makes one of what its sources say. Raises ConfigError when there is neither.
    """
    settings = project.edition(edition)
    previous = project.previous(edition)
    observed = observing.observe(project, edition)
    maps = observing.maps(project, observed)
    if observed.observations and not files.listed(project.extracts).any:
        plan = planning.without_register(settings, project, edition)
        counts: tuple[Counts, ...] = ()
        reports: tuple[FileReport, ...] = ()
    else:
        counts, read, plan = _count(project, edition, settings, progress)
        reports = read.files
    frame = planning.frame(project, edition, settings, plan)
    there = frozenset(each.card.id for each in counts)
    counts = (*counts, *indicators.compute_open(observed.observations, frame, there))
    progress("disclosure", 0.8)
    policy = policy_of(project)
    protected = disclosure.protect(
        counts, others(project, edition), policy, _key(project, counts), own_code(project)
    )
    progress("release", 0.95)
    facts = _facts(project, settings, frame, observed) | {
        "previous": previous,
        "policy": policy.described(),
        "audit": protected.audit.summary(),
        "loss": disclosure.total(protected.losses),
    }
    with replacing(project.release(edition)) as folder:
        manifest = release.write(folder, facts, protected.tables, maps)
    _report(project.report(edition), protected.losses)
    progress("release", 1)
    return Built(project.release(edition), dict(manifest), reports, protected.losses)


def policy_of(project: Project) -> Policy:
    """The disclosure policy, as strict as the municipality wants it."""
    return disclosure.policy(project.municipality.disclosure.model_dump(exclude_defaults=True))


def own_code(project: Project) -> str:
    """The four digits by which the rest of the country knows the municipality."""
    return project.municipality.code.removeprefix("GM")


def _key(project: Project, counts: Iterable[Counts]) -> bytes:
    """What decides the rounding: the key of the pseudonyms. Without a register there are none, and nothing to round."""
    return project.key() if any(isinstance(row[-1], Tally) for table in counts for row in table.rows) else b""


def others(project: Project, edition: str) -> tuple[Release, ...]:
    """The releases of all other editions: whoever attacks this one has them too."""
    return tuple(release.read(project.release(other)) for other in project.released() if other != edition)


def _report(path: Path, losses: Iterable[Loss]) -> None:
    """What protecting each table cost, for colleagues who may see the register."""
    rows = [loss.row() for loss in losses]
    if not rows:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    with beside.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0], lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
    beside.replace(path)


def candidate(
    project: Project, edition: str, source: Source, snapshot: Snapshot
) -> tuple[ProtectedTable, ...]:
    """The open tables of an edition, protected, as they would be with another snapshot of a source."""
    settings = project.edition(edition)
    observed = observing.observe(project, edition).observations
    observed[source.id] = observing.read(project, edition, source, snapshot)
    plan = planning.without_register(settings, project, edition)
    frame = planning.frame(project, edition, settings, plan)
    counts = indicators.compute_open(observed, frame, observing.REGISTER_TABLES)
    return disclosure.protect(counts, (), policy_of(project), b"", own_code(project)).tables


def count(
    project: Project, edition: str, progress: Progress = lambda _what, _part: None
) -> tuple[tuple[Counts, ...], tuple[FileReport, ...]]:
    """The tables of an edition before protection, for the register side only, and the report on its files."""
    counts, read, _ = _count(project, edition, project.edition(edition), progress)
    return counts, read.files


def check(
    project: Project, edition: str, progress: Progress = lambda _what, _part: None
) -> tuple[FileReport, ...]:
    """Read every extract of an edition and report on each, however bad it is; none where there is no register."""
    if not files.listed(project.extracts).any and observing.has_deliveries(project):
        return ()
    plan = planning.plan(project, edition, project.edition(edition), tolerant=True)
    return _read(plan, progress).files


def _count(
    project: Project, edition: str, settings: EditionSettings, progress: Progress
) -> tuple[tuple[Counts, ...], Register, ReadingPlan]:
    plan = planning.plan(project, edition, settings)
    read = _read(plan, progress)
    progress("indicators", 0.7)
    return indicators.compute(read, planning.frame(project, edition, settings, plan)), read, plan


def _read(plan: ReadingPlan, progress: Progress) -> Register:
    total = len(plan.stand_dates) + len(plan.event_years)
    done = []

    def advance(name: str) -> None:
        done.append(name)
        progress(name, 0.7 * len(done) / total)

    return register.read(ibis.duckdb.connect(), plan, advance)


def _facts(
    project: Project,
    settings: EditionSettings,
    frame: Frame,
    observed: Observed,
) -> dict[str, Any]:
    """What the manifest says about a release, apart from its tables."""
    municipality = project.municipality
    extracts = files.listed(project.extracts).used(frame.stand_dates, frame.event_years)
    inputs = [*extracts, *observing.map_files(project)]
    return {
        "edition": frame.edition,
        "municipality": {"code": municipality.code, "name": municipality.name},
        "region": _region(frame),
        "institution": frame.institution,
        "publisher": municipality.publisher,
        "contact": municipality.contact,
        "licence": municipality.licence,
        "languages": list(municipality.languages),
        "invented": municipality.invented,
        "reference_date": settings.reference_date.isoformat(),
        "extracted": settings.extracted.isoformat() if settings.extracted else None,
        "stand_dates": [at.isoformat() for at in frame.stand_dates],
        "event_years": list(frame.event_years),
        "software": __version__,
        **({"site_url": f"{url}{frame.edition}/site/"} if (url := municipality.public_url) else {}),
        "sources": [_source(observed, name) for name in sorted(observed.snapshots)],
        "inputs": [{"file": path.name, "sha256": _checksum(path)} for path in inputs],
    }


def _region(frame: Frame) -> dict[str, Any] | None:
    """The region of comparison, None where there is none."""
    if not frame.region:
        return None
    return {"id": frame.region, "name": dict(frame.region_name), "members": list(frame.region_members)}


def _source(observed: Observed, name: str) -> dict[str, Any]:
    """Which snapshot a source was read from. When a file was handed over is left out: it changes no figure."""
    card = observed.snapshots[name].provenance
    found = observed.observations.get(name)
    return {
        "source": name,
        "snapshot": card.snapshot,
        "dataset": card.dataset,
        "version": card.version,
        "modified": card.modified,
        "query": card.query,
        "rows": card.rows,
        "licence": card.licence,
        "reference": found.reference if found else None,
    }


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
