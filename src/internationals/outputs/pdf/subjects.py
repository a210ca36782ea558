"""Pages and figures as the templates take them: plain data, every text cleaned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from internationals import texts
from internationals.outputs.pdf import drawings
from internationals.outputs.pdf.rich_text import Target, clean, line, pieces, plain, rich_text
from internationals.shapes import Chart, Figure, Page, Publication

Numbers = Mapping[str, int]
"""Which number the figure of a chart (by its id), and so its table, has in a document; none where it has no table."""


def subject(publication: Publication, page: Page, target: Target, numbers: Numbers) -> dict[str, Any]:
    """A page with its charts."""
    where = f"Page {page.id!r} in {page.language!r}"
    body = rich_text(page.body, target, where)
    notes = dict.fromkeys((*page.notes, *(note for chart in page.charts for note in chart.notes)))
    return {
        "id": page.id,
        "title": clean(page.title),
        "headline": line(rich_text(page.headline, target, where)),
        "body": pieces(body),
        "length": len(plain(body)),
        "source": clean(page.source),
        "reference": clean(page.reference),
        "notes": [clean(note) for note in notes],
        "charts": [_chart(figure, page, numbers) for figure in publication.figures_of(page)],
    }


def tables(title: str, figures: Sequence[Figure], numbers: Numbers) -> dict[str, Any]:
    """The numbers of figures as tables under a title; what they have in common is said once, above them."""
    found = [_table(figure, numbers[figure.chart.id]) for figure in figures]
    common = {
        name: found[0][name]
        for name in ("source", "reference")
        if len({(each["source"], each["reference"]) for each in found}) == 1
    }
    own = [{name: said for name, said in each.items() if name not in common} for each in found]
    return {"title": clean(title), "tables": own, **common}


def _table(figure: Figure, number: int) -> dict[str, Any]:
    chart = figure.chart
    return {
        "id": chart.id,
        "table": texts.word(chart.language, "pdf.table", number=number),
        "title": clean(chart.title),
        "header": [clean(name) for name in figure.header],
        "rows": [_row(figure, at) for at in range(len(figure.rows))],
        "unit": _unit(chart),
        "source": clean(chart.source),
        "reference": clean(chart.reference),
    }


def _row(figure: Figure, at: int) -> list[dict[str, Any]]:
    label, *numbers = figure.rows[at]
    without = (series.cells[at].value is None for series in figure.chart.series)
    return [
        {"written": clean(label), "no-number": False},
        *(
            {"written": clean(number), "no-number": absent}
            for number, absent in zip(numbers, without, strict=True)
        ),
    ]


def _chart(figure: Figure, page: Page, numbers: Numbers) -> dict[str, Any]:
    chart = figure.chart
    number = numbers.get(chart.id)
    return {
        "id": chart.id,
        "title": clean(chart.title),
        "alternative": _alternative(chart, number),
        "table": None if number is None else texts.word(chart.language, "pdf.table", number=number),
        "own-source": _own_source(chart, page),
        "wide": drawings.size(figure.wide),
        "narrow": drawings.size(figure.narrow),
    }


def _alternative(chart: Chart, number: int | None) -> str:
    said = clean(chart.alternative)
    if number is None:
        return texts.word(chart.language, "pdf.alternative_alone", title=clean(chart.title), alternative=said)
    return texts.word(chart.language, "pdf.alternative", alternative=said, number=number)


def _own_source(chart: Chart, page: Page) -> str | None:
    """Of where and when a chart's numbers are, as far as the page as a whole does not say the same."""
    said = [
        own
        for own, whole in ((chart.source, page.source), (chart.reference, page.reference))
        if own and own != whole
    ]
    return clean(", ".join(said)) if said else None


def _unit(chart: Chart) -> str | None:
    """The unit in the reader's language; none where every number bears its sign."""
    if chart.unit in ("percent", "points"):
        return None
    key = f"unit.{chart.unit}"
    return texts.word(chart.language, key) if texts.has(chart.language, key) else clean(chart.unit)
