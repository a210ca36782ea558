"""What the two kinds of map share: the ground, the legend beside or beneath it, the names of the largest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from internationals import texts
from internationals.figures import svg
from internationals.figures.area_labels import named, numbered
from internationals.figures.drawing import Drawing
from internationals.figures.errors import FigureError
from internationals.figures.horizontal import horizontal
from internationals.figures.legend import Entry, legend
from internationals.figures.map_signs import NO_CELL, sign
from internationals.figures.notes import LONGEST, status_notes
from internationals.figures.places import Ground, Point, fitted
from internationals.figures.slots import Slot
from internationals.shapes import Cell, Chart, Status

HEIGHT = {True: 500.0, False: 380.0}
"""The most that a map may be high, in a wide and in a narrow slot."""
BESIDE = 210.0
"""The width that a legend beside the map needs."""
NAMED = {True: 7, False: 4}
"""How many areas are named on the map itself."""
BARS = 15
"""How many areas are shown as bars where there is no map."""
GAP = 20.0

ABSENT = (Status.SUPPRESSED, Status.MISSING, Status.NOT_APPLICABLE, Status.NOT_YET)


@dataclass(frozen=True)
class Picture:
    """The markup of a map without its names, the sign that stands at every area, and the legend's entries.

    `discs` says that the signs are dark discs, in which a numeral can stand.
    """

    parts: list[str]
    signs: Mapping[str, tuple[Point, float]]
    entries: list[Entry]
    discs: bool


def drawn(
    chart: Chart, slot: Slot, picture: Callable[[Ground, Mapping[str, Cell], Mapping[str, str]], Picture]
) -> Drawing:
    """A map with its legend; bars of the largest areas where the chart has no areas to draw.

    `picture` gets the ground, the cell of every area and the hint of every area. Raises FigureError for more
    than one series and for a number below zero.
    """
    if len(chart.series) != 1:
        raise FigureError(
            f"Chart {chart.id!r}: a map shows one series, found {len(chart.series)}; make a map of each."
        )
    if any((cell.value or 0) < 0 for cell in chart.series[0].cells):
        raise FigureError(f"Chart {chart.id!r}: a map shows no numbers below zero; use ranked_bars.")
    if not chart.areas:
        return _bars(chart, slot)
    ground = fitted(chart.areas, slot.width, HEIGHT[slot.is_wide], margin=slot.text)
    cells = dict(zip(chart.categories, chart.series[0].cells, strict=True))
    labels = dict(zip(chart.categories, chart.labels, strict=True))
    here = {area.code: cells.get(area.code, NO_CELL) for area in chart.areas}
    hints = {code: _hint(chart, labels[code], here[code]) for code in here if code in labels}
    made = picture(ground, here, hints)
    beside = slot.width - ground.width >= BESIDE
    left, top = (ground.width + GAP, 0.0) if beside else (0.0, ground.height + 4)
    key, bottom = legend(
        chart.series[0].label, [*made.entries, *_absent(chart, here)], slot, left, top, slot.width - left
    )
    largest = _largest(chart, here, labels, slot)
    names = named(largest, ground, made.signs, slot, left or slot.width)
    if names is None:
        names = numbered([code for code, _ in largest], ground, made.signs, slot, made.discs)
        numerals = [
            Entry(partial(_numeral, str(at), slot), 14, text) for at, (_, text) in enumerate(largest, 1)
        ]
        heading = texts.word(chart.language, _among("chart.largest", here.values()))
        more, bottom = legend(heading, numerals, slot, left, bottom + 6, slot.width - left)
        key = [*key, *more]
    notes = (*_elsewhere(chart, here), *status_notes(chart, (Status.PROVISIONAL, Status.BREAK)))
    return Drawing((*made.parts, *names, *key), max(ground.height, bottom), notes)


def _numeral(numeral: str, slot: Slot, x: float, y: float) -> str:
    return svg.text(x, y + slot.text * 0.35, numeral, anchor="middle", weight="bold")


def highest(chart: Chart) -> float:
    """The number that the map's scale ends at: the one asked for, or the largest on the map itself."""
    codes = {area.code for area in chart.areas}
    cells = zip(chart.categories, chart.series[0].cells, strict=True)
    return chart.scale or max((cell.value or 0.0 for code, cell in cells if code in codes), default=0.0)


def _hint(chart: Chart, label: str, cell: Cell) -> str:
    written = texts.cell(chart.language, cell, chart.unit, chart.decimals)
    return texts.word(chart.language, "chart.area_value", area=label, value=written)


def _largest(
    chart: Chart, here: Mapping[str, Cell], labels: Mapping[str, str], slot: Slot
) -> list[tuple[str, str]]:
    """The codes of the largest areas with their names and numbers; of those that share the last place, none."""
    numbers = {code: cell.value for code, cell in here.items() if cell.value}
    order = sorted(numbers, key=lambda code: -numbers[code])
    shown, next_ones = order[: NAMED[slot.is_wide]], order[NAMED[slot.is_wide] :]
    limit = numbers[next_ones[0]] if next_ones else 0.0
    return [(code, _hint(chart, labels[code], here[code])) for code in shown if numbers[code] > limit]


def _among(key: str, cells: Iterable[Cell]) -> str:
    """The word for the largest, or for the largest of those that are shown: a withheld number may be larger."""
    return key if all(cell.value is not None for cell in cells) else f"{key}_shown"


def _absent(chart: Chart, here: Mapping[str, Cell]) -> list[Entry]:
    """An entry for every reason why there is no number that occurs on the map."""
    found = []
    for status in ABSENT:
        if any(cell.status is status for cell in here.values()):
            name = texts.word(chart.language, f"status.{status}")
            found.append(Entry(partial(sign, status), 14, name))
    return found


def _elsewhere(chart: Chart, here: Mapping[str, Cell]) -> tuple[str, ...]:
    """What the map can not show, such as residents of whom the neighbourhood is unknown; nothing when zero."""
    rows = zip(chart.categories, chart.labels, chart.series[0].cells, strict=True)
    left_over = [(label, cell) for code, label, cell in rows if code not in here and cell.value != 0]
    if not left_over:
        return ()
    which = "; ".join(_hint(chart, label, cell) for label, cell in left_over)
    if len(which) > LONGEST:
        which = texts.word(chart.language, "chart.rows_of_table", count=len(left_over))
    return (texts.word(chart.language, "chart.not_on_map", which=which),)


def _bars(chart: Chart, slot: Slot) -> Drawing:
    """The largest areas as bars, for a municipality without a map."""
    cells = chart.series[0].cells
    order = sorted(
        range(len(cells)), key=lambda at: -(-1.0 if cells[at].value is None else cells[at].value or 0)
    )
    shown = sorted(order[:BARS], key=order.index)
    shortened = replace(
        chart,
        categories=tuple(chart.categories[at] for at in shown),
        labels=tuple(chart.labels[at] for at in shown),
        series=(replace(chart.series[0], cells=tuple(cells[at] for at in shown)),),
    )
    parts, height = horizontal(shortened, slot, top=0)
    some = texts.word(chart.language, _among("chart.largest_only", cells), count=BARS)
    return Drawing(parts, height, (some,) if len(cells) > BARS else ())
