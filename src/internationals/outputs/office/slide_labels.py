"""What is written at the points of a native chart: values, the names of lines where they end, and signs."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from internationals.outputs.office.charting import Form, Look
from internationals.outputs.office.shorthand import number_format
from internationals.shapes import Cell, Chart, Series, Status, palette

SMALL_SEGMENT = 0.045
"""The share of the longest bar below which a segment holds no number."""
NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_SHOWN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def labels(chart: Chart, series: Series, at: int, chosen: Look, *, names: bool) -> str:
    """What is written at the points of a series.

    Bars have their values, single lines too; of several lines the last point has the name of its line. A number with
    a status is written with its sign wherever it is.
    """
    statuses = [cell.status for cell in series.cells if cell.value is not None]
    usual = max(statuses, key=statuses.count, default=Status.NORMAL)
    lines = chosen.form is Form.LINES
    everywhere = not lines or len(chart.series) == 1
    last = max((place for place, cell in enumerate(series.cells) if cell.value is not None), default=-1)
    points = []
    for place, cell in enumerate(series.cells):
        notation = number_format(cell.status, chart.unit, chart.decimals)
        if cell.value is None:
            continue
        if chosen.form is Form.STACKED and _is_small(chart, cell):
            points.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
        elif names and place == last:
            points.append(_label(place, notation, "r", palette.series(at), ("SerName", "Val"), bold=True))
        elif cell.status is not usual or (not everywhere and cell.status is not Status.NORMAL):
            points.append(_label(place, notation, *_written(chosen), ("Val",)))
    rest = _label(
        None, number_format(usual, chart.unit, chart.decimals), *_written(chosen), ("Val",) * everywhere
    )
    return f"<c:dLbls {NAMESPACES}>{''.join(points)}{rest}</c:dLbls>"


def _written(chosen: Look) -> tuple[str, str]:
    """Where a value stands at its point, and in which colour."""
    if chosen.form is Form.STACKED:
        return "ctr", palette.PAPER
    return ("t" if chosen.form is Form.LINES else "outEnd"), palette.INK


def _label(
    place: int | None, notation: str, position: str, colour: str, shown: Sequence[str], *, bold: bool = False
) -> str:
    """The label of one point, or (None) of all others of its series."""
    switches = "".join(f'<c:show{name} val="{int(name in shown)}"/>' for name in _SHOWN)
    inner = (
        f'<c:numFmt formatCode="{escape(notation, {chr(34): "&quot;"})}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr><a:defRPr b="{int(bold)}"><a:solidFill>'
        f'<a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>'
        f'<c:dLblPos val="{position}"/>{switches}<c:separator> </c:separator>'
    )
    return inner if place is None else f'<c:dLbl><c:idx val="{place}"/>{inner}</c:dLbl>'


def _is_small(chart: Chart, cell: Cell) -> bool:
    bars = [sum(s.cells[at].value or 0 for s in chart.series) for at in range(len(chart.categories))]
    return (cell.value or 0) < SMALL_SEGMENT * max(bars)
