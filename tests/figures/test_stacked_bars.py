"""Stacked bars: segments as long as their numbers, together as long as the whole."""

from __future__ import annotations

import pytest

from internationals.figures import FigureError, draw
from internationals.shapes import Cell, Status, palette
from tests.figures.charts import DURATION, SUPPRESSED, cells, chart, duration
from tests.figures.drawn import SVG, bars, root, words

HATCH = "url(#chart-nl-wide-hatch)"


def lengths(svg: str, position: int) -> list[float]:
    return [length for length, _ in bars(svg, palette.series(position))]


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_shares_together_are_as_long_in_every_row(slot: str) -> None:
    svg = getattr(draw(duration()), slot)
    rows: dict[str, float] = {}
    for rect in root(svg).iter(f"{SVG}rect"):
        if rect.get("height") == "24":
            rows[rect.attrib["y"]] = rows.get(rect.attrib["y"], 0) + float(rect.attrib["width"])
    assert len(rows) == 10
    assert list(rows.values()) == pytest.approx([next(iter(rows.values()))] * 10, abs=0.5)


def test_counts_are_as_long_as_they_are_many() -> None:
    svg = draw(chart("stacked_bars", ["a", "b"], [("x", cells([100, 50])), ("y", cells([100, 25]))])).wide
    first, second = lengths(svg, 0)
    assert first == pytest.approx(second * 2, abs=0.2)
    assert lengths(svg, 1) == pytest.approx([first, first / 4], abs=0.2)


def test_a_number_stands_in_its_segment_only_where_it_fits() -> None:
    said = words(draw(duration()).wide)
    assert {"30,0%", "40,0%", "29,5%"} <= set(said)
    assert "0,5%" not in said
    assert draw(duration()).rows[0] == ("0-3", "30,0%", "40,0%", "29,5%", "0,5%")


def test_the_key_gives_the_segments_in_their_order() -> None:
    said = words(draw(duration()).wide)
    assert said[:5] == ["Van links naar rechts:", *DURATION]
    assert words(draw(duration("en")).narrow)[0] == "From left to right:"


def test_a_suppressed_segment_is_a_hatched_stub_of_one_size_with_a_note() -> None:
    def stub(other: float) -> list[tuple[float, float]]:
        return bars(
            draw(chart("stacked_bars", ["a"], [("x", cells([other])), ("y", (SUPPRESSED,))])).wide, HATCH
        )

    assert stub(5) == stub(5000) == [(26, 24)]
    said = words(draw(chart("stacked_bars", ["a"], [("x", cells([5])), ("y", (SUPPRESSED,))])).wide)
    assert "× afgeschermd: y (a)" in said


@pytest.mark.parametrize(
    ("cell", "word"), [(Cell(0), "0"), (Cell(None, Status.MISSING), "geen gegevens")], ids=["zero", "missing"]
)
def test_a_bar_without_length_says_why(cell: Cell, word: str) -> None:
    series = [("x", (Cell(9), cell)), ("y", (Cell(3), cell))]
    svg = draw(chart("stacked_bars", ["a", "b"], series)).wide
    assert word in words(svg)
    assert len(lengths(svg, 0)) == 1


def test_a_number_below_zero_is_refused() -> None:
    with pytest.raises(FigureError, match="no numbers below zero"):
        draw(chart("stacked_bars", ["a"], [("x", cells([-5]))]))
