"""From a reading plan to the register: every file read, judged and accounted for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from internationals.register import events as event_rows
from internationals.register import files, judge, stand
from internationals.register.assemble import Assembly
from internationals.register.columns import EVENTS, STAND
from internationals.register.person_lists import Unrolled, unroll
from internationals.register.pseudonyms import Pseudonyms
from internationals.register.raw import Raw
from internationals.shapes import DataError, Events, FileReport, Persons, ReadingPlan, Register

Progress = Callable[[str], None]


def read(backend: Any, plan: ReadingPlan, progress: Progress = lambda _: None) -> Register:
    """Read every extract of the plan on an Ibis backend of DuckDB.

    Raises DataError when a file is missing or unreadable, or when more rows are rejected than the plan
    allows; the rejected rows are in the quarantine folder by then.
    """
    found = files.listed(plan.extracts)
    stands: Mapping[date, Path | pa.Table] = found.stands
    mutations: Mapping[int, Path | pa.Table] = found.events
    reports: list[FileReport] = []
    if found.person_lists:
        unrolled = _unroll(plan, found.person_lists)
        stands, mutations = unrolled.stands, unrolled.events
        reports.append(_report(found.person_lists, plan, unrolled))
    absent = [f"stand_{at}" for at in plan.stand_dates if at not in stands]
    absent += [f"mutaties_{year}" for year in plan.event_years if year not in mutations]
    if absent:
        raise DataError(
            f"Missing in {plan.extracts.name}/: {', '.join(absent)} (.csv, .csv.gz or .parquet). "
            "Add the file, or leave its year out of the edition."
        )
    pseudonyms = Pseudonyms(plan.key)
    jobs = [_stand_job(plan, pseudonyms, at, stands[at]) for at in plan.stand_dates]
    jobs += [_event_job(plan, pseudonyms, year, mutations[year]) for year in plan.event_years]

    def work(job: judge.Job) -> judge.Judged:
        judged = judge.run(job)
        progress(job.file)
        return judged

    judged = [work(job) for job in jobs]
    reports += [one.report for one in judged]
    judge.refuse_too_many(reports, plan)
    half = len(plan.stand_dates)
    years = judged[half:] or [_no_events(plan, pseudonyms)]
    persons, events = pseudonyms.replace([_together(judged[:half]), _together(years)])
    return Register(
        Persons(_table(backend, "persons", persons), plan.stand_dates),
        Events(_table(backend, "events", events), plan.event_years),
        tuple(reports),
    )


def _unroll(plan: ReadingPlan, path: Path) -> Unrolled:
    return unroll(
        path,
        municipality=plan.municipality,
        former_codes=plan.former_codes,
        dates=plan.stand_dates,
        years=plan.event_years,
    )


def _report(path: Path, plan: ReadingPlan, unrolled: Unrolled) -> FileReport:
    """What became of the person lists themselves; their rows are accounted for per stand and per year."""
    return FileReport(
        file=path.name,
        kind="persoonslijsten",
        year=max(plan.stand_dates).year,
        read=unrolled.persons_read,
        used=unrolled.delivered,
        excluded={},
        rejected=dict(unrolled.rejected),
        warnings={},
        findings=unrolled.findings,
    )


def _stand_job(plan: ReadingPlan, pseudonyms: Pseudonyms, at: date, source: Path | pa.Table) -> judge.Job:
    def assemble(opened: Raw) -> Assembly:
        return stand.assemble(opened, at, plan)

    return judge.Job("stand", f"stand_{at}", source, at.year, STAND, assemble, plan, pseudonyms)


def _event_job(plan: ReadingPlan, pseudonyms: Pseudonyms, year: int, source: Path | pa.Table) -> judge.Job:
    def assemble(opened: Raw) -> Assembly:
        return event_rows.assemble(opened, year, plan)

    return judge.Job("mutaties", f"mutaties_{year}", source, year, EVENTS, assemble, plan, pseudonyms)


def _no_events(plan: ReadingPlan, pseudonyms: Pseudonyms) -> judge.Judged:
    """A year of events in which nothing happened, for an edition that has only a stand."""
    empty = pa.table({name: pa.array([], pa.string()) for name in (*(c.name for c in EVENTS), "rij")})
    return judge.run(_event_job(plan, pseudonyms, plan.stand_dates[0].year, empty))


def _together(judged: list[judge.Judged]) -> pa.Table:
    """The used rows of several extracts."""
    return pa.concat_tables([one.table for one in judged]).unify_dictionaries()


def _table(backend: Any, name: str, rows: pa.Table) -> Any:
    """Rows as a table of the backend, without a copy."""
    backend.con.register(name, rows)
    return backend.table(name)
