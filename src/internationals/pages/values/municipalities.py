"""Municipalities beside each other: which exist, which lie at the border, and what leads in each."""

from __future__ import annotations

from dataclasses import replace

from internationals.definitions import borders, measures
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Line, Names
from internationals.pages.scope import Scope
from internationals.pages.values.cells import line as line_of
from internationals.shapes import Status, Text


def existing(scope: Scope, line: str) -> Line:
    """The municipalities of which the source has a number: one that was merged, or is still to come, has none."""
    found = scope.line(line)
    return _only(found, [code for code, cell in found.cells.items() if cell.value is not None])


def at_border(scope: Scope, line: str) -> Line:
    """The municipalities of a line with a land border."""
    found = scope.line(line)
    return _only(found, [code for code in found.cells if borders.is_border(code)])


def inland(scope: Scope, line: str) -> Line:
    """The municipalities of a line without a land border."""
    found = scope.line(line)
    return _only(found, [code for code in found.cells if not borders.is_border(code)])


def with_own(scope: Scope, line: str, *, of: str) -> Line:
    """A line of some of another line's codes, and after them that of the own municipality, if it is not there."""
    found, every = scope.line(line), scope.line(of)
    more = [code for code in scope.names("own").labels if code in every.cells and code not in found.cells]
    codes = [*found.cells, *more]
    return replace(
        found,
        labels={code: every.labels[code] for code in codes},
        cells={code: every.cells[code] for code in codes},
    )


def lowest(scope: Scope, line: str, *, k: int) -> Names:
    """The k smallest of a line, with all that share the last place; nothing when a number is not shown."""
    found = scope.line(line)
    if any(cell.value is None for cell in found.cells.values()):
        return Names({}, Status.MISSING)
    turned = {
        code: replace(cell, value=-cell.value) for code, cell in found.cells.items() if cell.value is not None
    }
    return Names({code: found.labels[code] for code in measures.top(turned, k)})


def leading_each(scope: Scope, table: str, *, along: str, each: str, of: str) -> Names:
    """What leads in each of several places: `{leading_each: t, along: nationality, each: municipality, of: $region}`.

    The names are those of what leads, by the code of the place; several share the lead with a stroke between them.
    A place of which nothing is known is not among them.
    """
    places = scope.codes(scope.table(table), each, of)
    if isinstance(places, Status):
        return Names({}, places)
    labels: dict[str, Text] = {}
    for place in places:
        if place not in next(d.codes for d in scope.table(table).card.dimensions if d.id == each):
            continue
        found = line_of(scope, table, along=along, **{each: place})
        numbered = {code: cell for code, cell in found.cells.items() if cell.value}
        leaders = measures.top(numbered, 1)
        if leaders:
            labels[place] = {
                language: " / ".join(found.labels[code][language] for code in leaders)
                for language in scope.languages
            }
    return Names(labels, Status.NORMAL if labels else Status.MISSING)


def at(scope: Scope, names: str, *, place: str) -> Names:
    """The name at one place: `{at: leaders, place: own}`."""
    found, where = scope.names(names), scope.names(place)
    code = next(iter(where.labels), "")
    if code not in found.labels:
        return Names({}, Status.MISSING)
    return Names({code: found.labels[code]})


def sharing(scope: Scope, names: str, *, place: str, among: str) -> Names:
    """The other places with the same name as one place has, by what the places are called in `among`."""
    found, where, places = scope.names(names), scope.names(place), scope.names(among)
    code = next(iter(where.labels), "")
    if code not in found.labels:
        return Names({}, Status.MISSING)
    same = [other for other in found.labels if other != code and found.labels[other] == found.labels[code]]
    return Names({other: places.labels[other] for other in same if other in places.labels})


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


def distinct(scope: Scope, names: str) -> Names:
    """Each of several names once, the most frequent first."""
    found = scope.names(names)
    if found.status is not Status.NORMAL:
        return found
    texts = [tuple(text[language] for language in scope.languages) for text in found.labels.values()]
    order = sorted(dict.fromkeys(texts), key=lambda text: -texts.count(text))
    return Names({text[0]: dict(zip(scope.languages, text, strict=True)) for text in order})


def without(scope: Scope, names: str, *, leave_out: str) -> Names:
    """Names without those of others."""
    found, others = scope.names(names), scope.names(leave_out)
    if found.status is not Status.NORMAL:
        return found
    return Names({code: text for code, text in found.labels.items() if code not in others.labels})


def first_names(scope: Scope, names: str, *, k: int) -> Names:
    """The first k of several names."""
    if not isinstance(k, int) or k < 1:
        raise UnfitError(f"`k` is a whole number from 1, and here it is {k!r}.")
    found = scope.names(names)
    return replace(found, labels=dict(list(found.labels.items())[:k]))


def _only(line: Line, codes: list[str]) -> Line:
    return replace(
        line,
        labels={code: line.labels[code] for code in codes},
        cells={code: line.cells[code] for code in codes},
        status=line.status if codes else Status.MISSING,
    )


def at_all(scope: Scope, names: str, *, places: str) -> Names:
    """The names at several places, each under its place."""
    found, where = scope.names(names), scope.names(places)
    if where.status is not Status.NORMAL:
        return where
    return Names({code: found.labels[code] for code in where.labels if code in found.labels})
