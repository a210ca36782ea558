"""Lines made fit for a sentence or a chart: names with their numbers, names in small letters, nothing that is empty."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import measures
from internationals.pages.quantities import Line, Names, Number, without_number
from internationals.pages.scope import Scope
from internationals.pages.wording import write
from internationals.shapes import Status, Text


def with_numbers(scope: Scope, line: str) -> Names:
    """The codes of a line, each with its number: *The Hague (1,375), Amsterdam (935)*."""
    found = scope.line(line)
    if not found.cells:
        return Names({}, Status.MISSING if found.status is Status.NORMAL else found.status)
    reason = without_number(found.cells.values())
    if reason is not None:
        return Names({}, reason)
    labels: dict[str, Text] = {}
    for code, cell in found.cells.items():
        number = Number(cell, found.unit, found.decimals)
        labels[code] = {
            language: f"{found.labels[code][language]} ({write(language, number)})"
            for language in scope.languages
        }
    return Names(labels)


def in_small_letters(scope: Scope, names: str) -> Names:
    """Names as they stand within a sentence: *education*, and *ICT* as it was."""
    found = scope.names(names)
    return replace(
        found,
        labels={
            code: {language: _small(text) for language, text in label.items()}
            for code, label in found.labels.items()
        },
    )


def shown(scope: Scope, line: str) -> Line:
    """The line, or one without any code when it has not a single number: a chart of it is then left out."""
    found = scope.line(line)
    if any(cell.value is not None for cell in found.cells.values()):
        return found
    reason = without_number(found.cells.values()) or found.status
    return replace(found, labels={}, cells={}, status=Status.MISSING if reason is Status.NORMAL else reason)


def reported(scope: Scope, line: str) -> Line:
    """The codes of a line that the source reports on in the year: one that merged or closed has no number.

    One of which the number is withheld, or is still to come, stays.
    """
    found = scope.line(line)
    codes = [
        code
        for code, cell in found.cells.items()
        if cell.status not in (Status.MISSING, Status.NOT_APPLICABLE) or cell.value is not None
    ]
    return replace(
        found,
        labels={code: found.labels[code] for code in codes},
        cells={code: found.cells[code] for code in codes},
        status=found.status if codes or found.status is not Status.NORMAL else Status.MISSING,
    )


def exceeding(scope: Scope, line: str, *, than: str) -> Names:
    """The codes at which one line is above another for certain: the countries with more master than bachelor students.

    Why there are none, when a number of either is not shown.
    """
    found, other = scope.line(line), scope.line(than)
    there = {code: other.cells[code] for code in found.cells if code in other.cells}
    reason = without_number([*(found.cells[code] for code in there), *there.values()])
    if reason is not None:
        return Names({}, reason)
    return Names(
        {code: found.labels[code] for code, cell in there.items() if measures.above(found.cells[code], cell)}
    )


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
