"""Lists of names: with a name behind each, without some, and names that a table may lack."""

from __future__ import annotations

from dataclasses import replace

from internationals import texts
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names
from internationals.pages.scope import Scope
from internationals.shapes import Status


def labelled(scope: Scope, line: str, *, by: str) -> Line:
    """The line with a name behind each label: *Oegstgeest – Italian*."""
    found, names = scope.line(line), scope.names(by)
    labels = {
        code: {language: f"{text[language]} – {names.labels[code][language]}" for language in scope.languages}
        if code in names.labels
        else text
        for code, text in found.labels.items()
    }
    return replace(found, labels=labels)


def listed(scope: Scope, names: str, *, by: str) -> Names:
    """The places of `names` each with the name at it between brackets: *Katwijk (Polish), Voorschoten (British)*."""
    places, found = scope.names(names), scope.names(by)
    if places.status is not Status.NORMAL:
        return places
    return Names(
        {
            code: {
                language: f"{text[language]} ({found.labels[code][language]})" for language in scope.languages
            }
            if code in found.labels
            else text
            for code, text in places.labels.items()
        }
    )


def grouped(scope: Scope, names: str, *, by: str) -> Names:
    """The names at several places, each once with those places: *Indonesia (Leiderdorp and Oegstgeest), Poland (Katwijk)*.

    The name of most places comes first; a place without a name is left out.
    """
    places, found = scope.names(names), scope.names(by)
    if places.status is not Status.NORMAL:
        return places
    groups: dict[str, list[str]] = {}
    for code in places.labels:
        if code in found.labels:
            groups.setdefault(found.labels[code][scope.first_language], []).append(code)
    order = sorted(groups, key=lambda name: (-len(groups[name]), name))
    return Names(
        {
            groups[name][0]: {
                language: f"{found.labels[groups[name][0]][language]} "
                f"({texts.join(language, [places.labels[code][language] for code in groups[name]])})"
                for language in scope.languages
            }
            for name in order
        }
    )


def without(scope: Scope, names: str, *, leave_out: str) -> Names:
    """Names without those of others."""
    found, others = scope.names(names), scope.names(leave_out)
    if found.status is not Status.NORMAL:
        return found
    return Names({code: text for code, text in found.labels.items() if code not in others.labels})


def those_in(scope: Scope, names: str, *, of: str) -> Names:
    """Names of which the code is among those of others: the places of which something is known."""
    found, others = scope.names(names), scope.names(of)
    if found.status is not Status.NORMAL:
        return found
    return Names({code: text for code, text in found.labels.items() if code in others.labels})


def code_of(scope: Scope, table: str, **code: str) -> Names:
    """A code that a table may lack: `{code_of: municipalities_group, group: migration_background}`.

    Missing, and so are all cells at it, where the card does not have it.
    """
    if len(code) != 1:
        raise UnfitError("`code_of` takes one dimension with its code.")
    ((dimension, wanted),) = code.items()
    known = next((d.codes for d in scope.table(table).card.dimensions if d.id == dimension), None)
    if known is None:
        raise UnfitError(f"{table} has no dimension {dimension!r}.")
    return Names({wanted: known[wanted]}) if wanted in known else Names({}, Status.MISSING)


def first_names(scope: Scope, names: str, *, k: int) -> Names:
    """The first k of several names, in the order that they have."""
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    found = scope.names(names)
    return replace(found, labels=dict(list(found.labels.items())[:k]))
