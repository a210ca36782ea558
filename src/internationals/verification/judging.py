"""Each published row held against a release: computed by its measure or its test, and given an outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from internationals.shapes import Release
from internationals.verification.claims import test_named
from internationals.verification.lookup import Lookup
from internationals.verification.mapping import mapping
from internationals.verification.measures import MEASURES
from internationals.verification.problems import NotAStatisticError, NotComputableError, WithheldError
from internationals.verification.published import Published
from internationals.verification.readings import ways as readings
from internationals.verification.results import Outcome, Result
from internationals.verification.selections import Selection
from internationals.verification.view import Finding, View

# Of several ways to read a row the one that agrees counts, and one that could not be computed only for want of another.
_PREFERRED = ((Outcome.REPRODUCED,), (Outcome.DIFFERS, Outcome.WITHHELD))


def verify(release: Release, rows: Sequence[Published]) -> tuple[Result, ...]:
    """What became of every row, in the order of the rows.

    A row that the publication contradicts elsewhere (`consistent` no) is an error of the publication, unless
    it is a figure and the release shows exactly that. Rows of sources and years that the release lacks are not
    computable.
    """
    return tuple(_judged(release, row, tuple(rows)) for row in rows)


def _judged(release: Release, row: Published, rows: tuple[Published, ...]) -> Result:
    try:
        _about_people(row, release)
        ways = readings(row, _municipality(release))
        answers = [_answer(release, row, rows, way) for way in ways]
    except NotAStatisticError as reason:
        return _without_answer(row, Outcome.NOT_A_STATISTIC, f"It is no statistic: {reason}.")
    except NotComputableError as reason:
        return _without_answer(row, Outcome.NOT_COMPUTABLE, str(reason))
    if row.consistent == "no":
        return _contradicted(row, answers)
    return next((answer for kind in _PREFERRED for answer in answers if answer.outcome in kind), answers[0])


def _answer(
    release: Release, row: Published, rows: tuple[Published, ...], way: tuple[Selection, ...]
) -> Result:
    """The outcome for one way to read a row; every selection of it must agree."""
    lookup = Lookup(release)
    compute = _computation(row)
    try:
        findings = [compute(View(row, rows, lookup.resolved(selection), lookup)) for selection in way]
    except NotAStatisticError as reason_of_it:
        return Result(row, Outcome.NOT_A_STATISTIC, reason=f"It is no statistic: {reason_of_it}.")
    except WithheldError as withheld:
        reason = str(withheld)
        return Result(row, Outcome.WITHHELD, tables=tuple(lookup.used), reason=reason)
    except NotComputableError as problem:
        return Result(row, Outcome.NOT_COMPUTABLE, tables=tuple(lookup.used), reason=str(problem))
    outcome = Outcome.REPRODUCED if all(found.holds for found in findings) else Outcome.DIFFERS
    return Result(row, outcome, "; ".join(found.said for found in findings), tuple(lookup.used))


def _about_people(row: Published, release: Release) -> None:
    """Raises the reason why a row is not to be computed from this release, if there is one."""
    known = mapping()
    if row.measure in known.not_statistics:
        raise NotAStatisticError(known.not_statistics[row.measure])
    if row.measure == "count" and row.subject in known.not_counted:
        raise NotAStatisticError(known.not_counted[row.subject])
    if row.test in known.definitions:
        raise NotAStatisticError("a definition")
    if row.test in known.facts:
        raise NotAStatisticError(known.other_sources["municipality"])
    for reasons in (known.not_in_register, known.not_delivered):
        if row.test in reasons:
            raise NotComputableError(f"{reasons[row.test].capitalize()}.")
    name = release.manifest["municipality"]["name"].values()
    named = row.breakdown.get("municipality")
    if row.source in known.register and named is not None and named not in name:
        raise NotComputableError(f"The release is not about {named}.")


def _computation(row: Published) -> Callable[[View], Finding]:
    found = test_named(row.test) if row.measure == "claim" else MEASURES.get(row.measure)
    if found is None:
        what = f"the test {row.test}" if row.measure == "claim" else f"the measure {row.measure}"
        raise NotComputableError(f"There is no rule for {what}.")
    return found


def _contradicted(row: Published, answers: Sequence[Result]) -> Result:
    """A row that the publication itself contradicts: by the definition it is right, or the release corrects it."""
    first, *variants = answers
    # A claim that is contradicted errs in its words, also where the numbers behind it are so.
    of_numbers = row.measure != "claim" and "year_printed" not in row.breakdown
    if first.outcome is Outcome.REPRODUCED and of_numbers:
        reason = f"The publication contradicts it elsewhere, and this release agrees with it: {row.notes}"
        return Result(row, Outcome.REPRODUCED, first.found, first.tables, reason)
    also = "".join(f" By {', '.join(other.tables)}: {other.found}." for other in variants if other.found)
    reason = f"{row.notes}{also}" if first.found else f"{row.notes} {first.reason}{also}"
    return Result(row, Outcome.PUBLICATION_ERROR, first.found, first.tables, reason)


def _without_answer(row: Published, outcome: Outcome, reason: str) -> Result:
    if row.consistent == "no":
        return Result(row, Outcome.PUBLICATION_ERROR, reason=f"{row.notes} {reason}")
    return Result(row, outcome, reason=reason)


def _municipality(release: Release) -> str:
    return str(release.manifest["municipality"]["code"]).removeprefix("GM")
