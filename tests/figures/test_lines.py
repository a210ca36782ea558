"""Lines: labelled where they end, broken where a number is absent."""

from __future__ import annotations

import pytest

from internationals.figures import draw
from internationals.shapes import Cell, Status, palette
from tests.figures.charts import (
    EVERY_STATUS,
    FLOW_YEARS,
    LONG,
    SUPPRESSED,
    YEARS,
    cells,
    chart,
    nine_lines,
    shares,
)
from tests.figures.drawn import strokes, texts_in, words


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_a_gap_is_never_bridged(slot: str) -> None:
    found = (
        *cells([10, 20]),
        SUPPRESSED,
        *cells([40, 50]),
        SUPPRESSED,
        *cells([70]),
        Cell(None, Status.MISSING),
    )
    svg = getattr(draw(chart("lines", YEARS[:8], [("A", found)])), slot)
    pieces = strokes(svg, palette.series(0))
    assert [len(piece) for piece in pieces] == [2, 2]
    full = getattr(draw(chart("lines", YEARS[:8], [("A", cells([10, 20, 30, 40, 50, 60, 70, 80]))])), slot)
    (unbroken,) = strokes(full, palette.series(0))
    assert len(unbroken) == 8


def test_a_line_does_not_run_into_a_break_in_its_series() -> None:
    found = (*cells([10, 20]), Cell(30, Status.BREAK), *cells([40]))
    pieces = strokes(draw(chart("lines", YEARS[:4], [("A", found)])).wide, palette.series(0))
    assert [len(piece) for piece in pieces] == [2, 2]


def test_every_status_has_its_sign_at_its_year_and_a_note_that_explains_it() -> None:
    svg = draw(chart("lines", FLOW_YEARS, [("Italiaanse", EVERY_STATUS)])).wide
    for note in (
        "× afgeschermd: Italiaanse (2013)",
        "* voorlopig: Italiaanse (2015)",
        "– geen gegevens: Italiaanse (2016)",
        "† reeksbreuk: Italiaanse (2018)",
        "/ niet van toepassing: Italiaanse (2020)",
        "… nog niet bekend: Italiaanse (2021)",
    ):
        assert note in words(svg)
    signs = {
        box.text: (box.left + box.right) / 2
        for box in texts_in(svg)
        if len(box.text) == 1 and box.text != "0"
    }
    years = {box.text: (box.left + box.right) / 2 for box in texts_in(svg)}
    assert signs["×"] == pytest.approx(years["2013"], abs=0.2)
    assert signs["…"] == pytest.approx(years["2021"], abs=0.2)


def test_a_label_says_of_which_year_its_number_is_when_the_line_ends_early() -> None:
    svg = draw(chart("lines", YEARS[:3], [("Britse", (*cells([10, 20]), SUPPRESSED))])).wide
    assert "Britse 20 (2013)" in words(svg)


def test_lines_without_any_number_say_so() -> None:
    svg = draw(chart("lines", YEARS[:2], [("Britse", (SUPPRESSED, SUPPRESSED))])).narrow
    assert words(svg) == ["Van deze gegevens is geen enkel cijfer te tonen.", "× afgeschermd: Britse (alle)"]


def test_nine_lines_that_end_together_are_all_named_in_the_order_in_which_they_end() -> None:
    sample = nine_lines()
    boxes = [
        box for box in texts_in(draw(sample).wide) if any(box.text.startswith(s.label) for s in sample.series)
    ]
    assert [box.text.split()[0] for box in sorted(boxes, key=lambda box: -box.top)] == [
        s.label for s in sample.series
    ]


def test_names_too_long_for_the_end_of_a_line_stand_above_the_plot_and_are_not_cut() -> None:
    said = words(draw(chart("lines", YEARS[:2], [(LONG, cells([1, 2])), ("Kort", cells([1, 2]))])).narrow)
    assert said[0].startswith("Personen zonder")
    assert "nietnederlandstaligenintegratievoorzieningen" in said
    assert "Kort" in said


def test_the_axis_begins_at_zero_when_the_numbers_are_anywhere_near_it() -> None:
    assert "0%" in words(draw(shares()).wide)


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    said = words(draw(chart("lines", YEARS[:3], [("A", cells([108913, 109500, 110565]))])).wide)
    assert "0" not in said
    assert "De verticale as begint niet bij nul, maar bij 108.500." in said


def test_counts_of_persons_have_no_ticks_at_halves() -> None:
    said = words(draw(chart("lines", YEARS[:2], [("A", cells([1, 2]))])).wide)
    assert not [label for label in said if "," in label]
