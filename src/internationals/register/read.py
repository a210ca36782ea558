"""From a reading plan to the register: every file read, judged and accounted for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from internationals.register import events, files, judge, raw, rules, sql, stand
from internationals.register.columns import EVENTS, STAND
from internationals.register.person_lists import Unrolled, unroll
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
    sql.prepare(backend.con)
    jobs = [_stand_job(plan, at, stands[at]) for at in plan.stand_dates]
    jobs += [_event_job(plan, year, mutations[year]) for year in plan.event_years]

    def work(job: judge.Job) -> FileReport:
        report = judge.run(backend.con.cursor(), job)
        progress(job.file)
        return report

    with ThreadPoolExecutor(max_workers=2) as pool:
        reports += pool.map(work, jobs)
    backend.con.execute("DROP TABLE pseudonyms")
    judge.refuse_too_many(reports, plan)
    half = len(plan.stand_dates)
    return Register(
        Persons(_union(backend, "persons", jobs[:half]), plan.stand_dates),
        Events(_union(backend, "events", jobs[half:]), plan.event_years),
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


def _stand_job(plan: ReadingPlan, at: date, source: Path | pa.Table) -> judge.Job:
    own, restore = (plan.municipality, *plan.former_codes), plan.leading_zeros == "restore"
    return judge.Job(
        kind="stand",
        extract=f"stand_{at}",
        source=source,
        year=at.year,
        columns=STAND,
        sets_of=("nationaliteiten",),
        select=stand.typed_sql(raw.relation_of(f"stand_{at}"), at, own, restore),
        reasons=rules.EXCLUDED + rules.STAND_REJECTED,
        exclusions=len(rules.EXCLUDED),
        warnings=rules.STAND_WARNINGS,
        plan=plan,
    )


def _event_job(plan: ReadingPlan, year: int, source: Path | pa.Table) -> judge.Job:
    own, restore = (plan.municipality, *plan.former_codes), plan.leading_zeros == "restore"
    return judge.Job(
        kind="mutaties",
        extract=f"mutaties_{year}",
        source=source,
        year=year,
        columns=EVENTS,
        sets_of=("nationaliteiten", "nationaliteiten_na"),
        select=events.typed_sql(raw.relation_of(f"mutaties_{year}"), year, own, restore),
        reasons=rules.EVENT_REJECTED,
        exclusions=0,
        warnings=rules.EVENT_WARNINGS,
        plan=plan,
    )


def _union(backend: Any, name: str, jobs: list[judge.Job]) -> Any:
    """The used rows of all files as one table of the backend."""
    if not jobs:
        backend.con.execute(f"CREATE OR REPLACE TABLE {name} ({events.COLUMNS})")
        return backend.table(name)
    selects = [f"SELECT * EXCLUDE (reason, warned) FROM {job.judged} WHERE reason = 0" for job in jobs]
    backend.con.execute(f"CREATE OR REPLACE VIEW {name} AS {' UNION ALL '.join(selects)}")
    return backend.table(name)
