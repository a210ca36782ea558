"""What can be taken of a figure: its numbers as CSV and workbook, its drawing as SVG and PNG."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from internationals.outputs.site.downloads import csv_bytes
from internationals.outputs.site.figure_workbook import xlsx_bytes
from internationals.outputs.site.pictures import pictures
from internationals.outputs.site.plan import Plan
from internationals.shapes import Figure

KINDS = ("csv", "xlsx", "svg", "png")
"""The endings of what every figure has in `data/`, in the order in which they are offered."""


def small_files(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The numbers of every figure as CSV, and its picture as SVG."""
    for key, figure in _figures(plan):
        yield f"data/{key}.csv", csv_bytes(figure.chart, plan.manifest)
        yield f"data/{key}.svg", figure.picture.encode("utf-8")


def large_files(
    plan: Plan, cache: Path | None = None, language: str | None = None
) -> Iterator[tuple[str, bytes]]:
    """The numbers of every figure (of one language) as a workbook, and its picture as PNG.

    `cache` keeps pictures between runs.
    """
    figures = [(key, figure) for key, figure in _figures(plan) if language in (None, figure.chart.language)]
    for key, figure in figures:
        yield f"data/{key}.xlsx", xlsx_bytes(figure, plan.manifest)
    for key, png in pictures(((key, figure.picture) for key, figure in figures), cache):
        yield f"data/{key}.png", png


def large_file(plan: Plan, path: str) -> bytes | None:
    """One of the large files by its path in the site, for who wants no others; None when there is no such file."""
    key, _, kind = path.removeprefix("data/").rpartition(".")
    figure = dict(_figures(plan)).get(key) if path.startswith("data/") else None
    if figure is None or kind not in ("xlsx", "png"):
        return None
    if kind == "xlsx":
        return xlsx_bytes(figure, plan.manifest)
    return next(content for _, content in pictures([(key, figure.picture)]))


def _figures(plan: Plan) -> Iterable[tuple[str, Figure]]:
    charts = {chart.key for pages in plan.pages.values() for page in pages for chart in page.charts}
    return ((key, figure) for key, figure in plan.figures.items() if key in charts)
