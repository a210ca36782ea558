"""Charts resolved for one language: labels from the cards, cells from the values, nothing left to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from internationals.pages.problems import UnfitError, suggestion
from internationals.pages.quantities import Bundle, Line, Names
from internationals.pages.scope import Scope
from internationals.pages.spec import ChartSpec
from internationals.shapes import Card, Cell, Chart, Series, Status, Text

MAPS = ("bubble_map", "choropleth")
KINDS = ("lines", "grouped_bars", "ranked_bars", "stacked_bars", *MAPS)
LEVELS = {
    "neighbourhood": "neighbourhood",
    "district": "district",
    "counterpart": "municipality",
    "municipality": "municipality",
}
"""The map on which the codes of a dimension lie."""
NATIONAL = ("municipality",)
"""Dimensions with too many codes to be shown as bars: without a map there is no figure of them."""


@dataclass(frozen=True)
class Drawn:
    """One series of a chart before its language is chosen."""

    id: str
    label: Text
    line: Line
    emphasis: bool


def drawn_series(spec: ChartSpec, scope: Scope) -> tuple[Drawn, ...]:
    """The series of a chart. Empty when the release proves nothing to draw; then the chart is left out.

    Raises UnfitError for a series that page.yml describes wrongly.
    """
    if spec.kind not in KINDS:
        raise UnfitError(f"There is no kind of chart {spec.kind!r}. {suggestion(spec.kind, list(KINDS))}")
    if not spec.tables:
        raise UnfitError("`tables` lists the tables that the chart shows, and is empty.")
    for table in spec.tables:
        scope.table(table)
    if isinstance(spec.series, str):
        found = _bundled(spec.series, spec.emphasis, scope)
    elif isinstance(spec.series, list):
        found = tuple(_single(entry, spec, scope) for entry in spec.series)
    else:
        raise UnfitError("`series` is a list of lines, or the name of one value made with `lines`.")
    found = tuple(drawn for drawn in found if drawn.line.cells)
    if len({(drawn.line.unit, drawn.line.decimals, drawn.line.dimension) for drawn in found}) > 1:
        raise UnfitError(
            "The series of a chart share one unit, their decimals and the dimension along its axis."
        )
    if spec.kind in MAPS and (wrong := {drawn.line.dimension for drawn in found} - set(LEVELS)):
        raise UnfitError(f"A map shows a line along {', '.join(LEVELS)}, and not along {', '.join(wrong)}.")
    _scale(spec, scope)
    if (
        spec.kind in MAPS
        and found
        and found[0].line.dimension in NATIONAL
        and not _mapped(found[0].line, scope)
    ):
        return ()
    return found


def _mapped(line: Line, scope: Scope) -> bool:
    return LEVELS[line.dimension] in scope.geometry


def chart(
    spec: ChartSpec, series: tuple[Drawn, ...], scope: Scope, language: str, title: str, alternative: str
) -> Chart:
    """A chart in one language, its title and alternative text already rendered."""
    first = series[0].line
    categories = tuple(dict.fromkeys(code for drawn in series for code in drawn.line.cells))
    if first.dimension == "year":
        categories = tuple(sorted(categories))
    labels: dict[str, Text] = {code: text for drawn in series for code, text in drawn.line.labels.items()}
    cards = [scope.table(table).card for table in spec.tables]
    level = LEVELS.get(first.dimension, "") if spec.kind in MAPS else ""
    geometry = scope.geometry.get(level)
    credit = (geometry.source[language],) if geometry and language in geometry.source else ()
    return Chart(
        id=spec.id,
        kind=spec.kind,
        language=language,
        title=title,
        alternative=alternative,
        category_label=first.title[language],
        categories=categories,
        labels=tuple(labels[code].get(language, code) for code in categories),
        series=tuple(
            Series(drawn.id, drawn.label[language], _cells(drawn.line, categories), drawn.emphasis)
            for drawn in series
        ),
        unit=spec.unit or first.unit,
        decimals=first.decimals,
        source=distinct(card.source[language] for card in cards),
        reference=distinct(card.reference[language] for card in cards),
        notes=(*notes(cards, language), *credit),
        table_id=spec.tables[0],
        areas=geometry.areas if geometry else (),
        scale=_scale(spec, scope),
        highlight=tuple(scope.names(spec.highlight).labels) if spec.highlight else (),
    )


def distinct(texts: Any) -> str:
    """Texts without repetition, one after the other; a text can name several already."""
    return "; ".join(dict.fromkeys(part for text in texts for part in text.split("; ")))


def notes(cards: list[Card], language: str) -> tuple[str, ...]:
    """The caveats of the cards, and their breaks under the code at which they stand; each once."""
    found = [note[language] for card in cards for note in card.notes]
    found += [f"{code}: {text[language]}" for card in cards for code, text in card.breaks.items()]
    return tuple(dict.fromkeys(found))


def _scale(spec: ChartSpec, scope: Scope) -> float | None:
    """The largest of the numbers under `scale`; None when there is none, or it is withheld."""
    cells = [scope.number(name).cell for name in spec.scale]
    return max((cell.value for cell in cells if cell.value), default=None)


def _bundled(name: str, emphasis: str | None, scope: Scope) -> tuple[Drawn, ...]:
    bundle = scope.quantity(name)
    if not isinstance(bundle, Bundle):
        raise UnfitError(f"{name!r} should be a value made with `lines`, with a series for each code.")
    stressed: Names | None = None if emphasis is None else scope.names(emphasis)
    return tuple(
        Drawn(code, bundle.labels[code], line, stressed is not None and code in stressed.labels)
        for code, line in bundle.lines.items()
    )


def _single(entry: Any, spec: ChartSpec, scope: Scope) -> Drawn:
    if not isinstance(entry, Mapping) or not {"line", "label"} <= set(entry) <= {"line", "label", "emphasis"}:
        raise UnfitError(f"A series has `line`, `label` and perhaps `emphasis`, and this is {entry!r}.")
    return Drawn(
        str(entry["line"]),
        _label(entry["label"], spec, scope),
        scope.line(entry["line"]),
        entry.get("emphasis", False) is True,
    )


def _label(label: Any, spec: ChartSpec, scope: Scope) -> Text:
    """A label of a card (`{group: international}`), or one that page.yml writes in every language."""
    if not isinstance(label, Mapping):
        raise UnfitError(f"A label is {{dimension: code}} or a text per language, and this is {label!r}.")
    dimensions = {d.id: d for table in spec.tables for d in scope.table(table).card.dimensions}
    if len(label) == 1 and (dimension := next(iter(label))) in dimensions:
        codes, code = dimensions[dimension].codes, str(label[dimension])
        if code == "$this":
            code = next(iter(scope.names("this").labels))
        if code not in codes:
            raise UnfitError(
                f"There is no {dimension} {code!r} to name a series after. {suggestion(code, list(codes))}"
            )
        return codes[code]
    if missing := [language for language in scope.languages if language not in label]:
        raise UnfitError(f"The label {dict(label)!r} lacks {', '.join(missing)}.")
    return dict(label)


def _cells(line: Line, categories: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(line.cells.get(code, Cell(None, Status.MISSING)) for code in categories)
