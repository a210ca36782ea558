"""What an accessibility statement may claim, by Dutch law.

The Decree on digital accessibility of government bodies (Besluit digitale toegankelijkheid overheid, since July 2023
under the Digital Government Act) asks for a statement in a fixed form. Its status follows from what was examined, as
the ministry's guidance DigiToegankelijk divides them:

- A, meets all: a full evaluation of less than three years ago, and nothing is known that does not meet a requirement;
- B, meets in part: such an evaluation, and of everything that does not meet a requirement it is known why, what it
  means, what is being done and by when;
- C, first measures taken: no such evaluation, but one is planned within six months of the statement;
- D, does not meet: neither; E: no statement was adopted.

The requirements are the success criteria of EN 301 549 V3.2.1, which are those of WCAG 2.1 at levels A and AA.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from internationals.definitions.success_criteria import criteria
from internationals.shapes import (
    PARTS,
    AutomaticCheck,
    Because,
    Compliance,
    Declared,
    Judgement,
    Part,
    Statement,
)
from internationals.shapes.accessibility import Evaluation

VALID_YEARS = 3
"""How long a full evaluation supports a status."""
PLANNED_MONTHS = 6
"""Within how many months of a statement an evaluation has to be planned for status C."""
REVIEW_MONTHS = 12
"""How often a statement is to be looked at again."""


def later(day: date, months: int) -> date:
    """The same day of the month so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def judge(declared: Declared, check: AutomaticCheck | None) -> Judgement:
    """The status that follows from what was recorded, on the day of the last thing that was.

    Never on the day of asking: the same records give the same statement. `until` says how long it can hold.
    """
    adopted = declared.adopted
    if adopted is None:
        return Judgement(
            Compliance.NO_STATEMENT, (Because("not_adopted"),), check.date if check else None, None
        )
    on = max(adopted.confirmed, check.date) if check else adopted.confirmed
    valid = [each for each in declared.evaluations if on < ends(each.date)]
    missing = tuple(part for part in PARTS if not any(part in each.covers for each in valid))
    if missing:
        return _without_evaluation(declared, on, missing)
    unexplained, unplanned = _unexplained(declared, valid, check), _unplanned(declared, on)
    if unexplained or unplanned:
        found = {"unexplained": unexplained, "unplanned": unplanned}
        because = tuple(Because(key, criteria=listed) for key, listed in found.items() if listed)
        return Judgement(Compliance.NOT, because, on, None)
    over = min(max(ends(each.date) for each in valid if part in each.covers) for part in PARTS)
    until = over - timedelta(days=1)
    because = (Because("evaluated", min(each.date for each in valid)),)
    known = _known(declared)
    if not known:
        return Judgement(Compliance.FULL, because, on, until)
    until = min([until, *(day for each in known if (day := each.planned))])
    listed = tuple(dict.fromkeys(each.criterion for each in known))
    return Judgement(Compliance.PARTIAL, (*because, Because("explained", criteria=listed)), on, until)


def ends(evaluated: date) -> date:
    """The first day on which an evaluation of a day is too old."""
    return later(evaluated, 12 * VALID_YEARS)


def _without_evaluation(declared: Declared, on: date, missing: tuple[Part, ...]) -> Judgement:
    """C when a full evaluation is soon to be made, else D."""
    if declared.adopted is None:
        raise AssertionError("a statement that nobody adopted is judged before")
    partly = len(missing) < len(PARTS)
    because = [Because("evaluated_in_part", parts=missing) if partly else Because("not_evaluated")]
    if not partly and declared.evaluations:
        because = [Because("evaluated_too_long_ago", max(each.date for each in declared.evaluations))]
    planned = declared.planned_evaluation
    if planned is None:
        return Judgement(Compliance.NOT, (*because, Because("nothing_planned")), on, None)
    if planned < on:
        return Judgement(Compliance.NOT, (*because, Because("planned_and_not_made", planned)), on, None)
    if planned > later(declared.adopted.date, PLANNED_MONTHS):
        return Judgement(Compliance.NOT, (*because, Because("planned_too_late", planned)), on, None)
    return Judgement(Compliance.FIRST_MEASURES, (*because, Because("planned", planned)), on, planned)


def _known(declared: Declared) -> list[Any]:
    """The shortcomings that count against a requirement of the law."""
    return [
        each
        for each in declared.shortcomings
        if each.ground != "outside_the_law" and criteria()[each.criterion].required
    ]


def _unexplained(
    declared: Declared, valid: Sequence[Evaluation], check: AutomaticCheck | None
) -> tuple[str, ...]:
    """Criteria that an evaluation or axe-core found broken, and of which no shortcoming tells."""
    found = {criterion for each in valid for criterion in each.not_met} | (check.broken if check else set())
    told = {each.criterion for each in declared.shortcomings}
    return tuple(code for code, each in criteria().items() if each.required and code in found - told)


def _unplanned(declared: Declared, on: date) -> tuple[str, ...]:
    """Criteria that are not met and of which nothing says what is being done, or by which day that is still to come."""
    found = {
        each.criterion
        for each in _known(declared)
        if each.ground == "not_met" and (each.measure is None or each.planned is None or each.planned < on)
    }
    return tuple(code for code in criteria() if code in found)


def mistakes(declared: Declared, languages: Sequence[str], today: date) -> Iterator[str]:
    """What cannot be in a record, as sentences: future dates, unknown criteria, texts that lack a language."""
    adopted = declared.adopted.date if declared.adopted else None
    if adopted and adopted > today:
        yield f"adopted, date: {adopted} has yet to come; record a statement when it was adopted."
    if adopted and declared.adopted and (reviewed := declared.adopted.reviewed):
        if reviewed > today:
            yield f"adopted, reviewed: {reviewed} has yet to come; record a review when it was done."
        if reviewed < adopted:
            yield f"adopted, reviewed: {reviewed} is before the statement was adopted, {adopted}. Leave it out."
    examined: list[tuple[str, Any]] = [
        (f"evaluations, entry {at}", each) for at, each in enumerate(declared.evaluations, 1)
    ]
    examined += [(f"manual_checks, entry {at}", each) for at, each in enumerate(declared.manual_checks, 1)]
    for where, each in examined:
        if each.date > today:
            yield f"{where}, date: {each.date} has yet to come; record only what was examined."
        elif adopted and each.date > adopted:
            yield (
                f"{where}, date: {each.date} is later than the day on which the statement was adopted, {adopted}. "
                "Have the statement adopted again, and record that day."
            )
    entries = [
        *([("adopted", declared.adopted)] if declared.adopted else []),
        *examined,
        *((f"shortcomings, entry {at}", e) for at, e in enumerate(declared.shortcomings, 1)),
    ]
    for where, each in entries:
        for name, value in each:
            listed = value if name in ("criteria", "not_met") else [value] if name == "criterion" else ()
            for code in listed:
                if code not in criteria():
                    yield (
                        f"{where}, {name}: there is no success criterion {code!r} at level A or AA. Expected a "
                        "number of WCAG 2.1 or 2.2, as 1.4.3."
                    )
            if isinstance(value, dict):
                lacking = [language for language in languages if not value.get(language, "").strip()]
                if lacking:
                    yield f"{where}, {name}: the text lacks {', '.join(lacking)}; the site is in {', '.join(languages)}."


def due(statement: Statement, today: date) -> Iterator[str]:
    """What a statement asks of its municipality today, as sentences; nothing of one that nobody adopted."""
    judgement, adopted = statement.judgement, statement.declared.adopted
    if adopted is None:
        return
    if judgement.until is not None and judgement.until < today:
        yield (
            f"The accessibility statement has status {judgement.status}, which could hold until {judgement.until}. "
            "Have the site evaluated, record what came out in accessibility.yml, and have the statement adopted again."
        )
    elif (again := later(adopted.confirmed, REVIEW_MONTHS)) <= today:
        yield (
            f"The accessibility statement was last looked at on {adopted.confirmed}, and had to be again before {again}. "
            "Do so, and record the day in accessibility.yml, under adopted: reviewed."
        )
    if statement.check and statement.changed:
        yield (
            f"The site is no longer as it was checked on {statement.check.date}, and the accessibility statement says "
            "so. Check it again with 'internationals accessibility', and publish."
        )
