"""Colours: contrast by WCAG's formula, and how they look to the colour-blind."""

from __future__ import annotations

import itertools

import pytest

from internationals.figures.markers import marker
from internationals.shapes import palette
from tests.figures.colour import DEFICIENCIES, contrast, difference

CLEARLY_DIFFERENT = 15  # CIELAB; about seven times what is just noticeable


def shape(position: int) -> str:
    return marker(position, 0, 0)


def test_the_formula_agrees_with_known_pairs() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colour", [*palette.SERIES, palette.INK, palette.QUIET])
def test_every_colour_of_text_has_contrast_for_text(colour: str) -> None:
    assert contrast(colour, palette.PAPER) >= 4.5


def test_axes_and_outlines_have_contrast_for_graphics() -> None:
    assert contrast(palette.RULE, palette.PAPER) >= 3


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_any_two_series_differ_in_marker_or_clearly_in_colour(deficiency: str | None) -> None:
    alike = [
        pair
        for pair in itertools.combinations(range(len(palette.SERIES)), 2)
        if shape(pair[0]) == shape(pair[1])
        and difference(palette.series(pair[0]), palette.series(pair[1]), deficiency) < CLEARLY_DIFFERENT
    ]
    assert alike == []


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_the_first_three_colours_which_bars_use_differ_clearly(deficiency: str | None) -> None:
    for one, other in itertools.combinations(palette.SERIES[:3], 2):
        assert difference(one, other, deficiency) >= CLEARLY_DIFFERENT


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_the_classes_of_a_map_go_from_light_to_dark_in_clear_steps(deficiency: str | None) -> None:
    for lighter, darker in itertools.pairwise(palette.CLASSES):
        assert contrast(lighter, palette.PAPER) < contrast(darker, palette.PAPER)
        assert difference(lighter, darker, deficiency) >= CLEARLY_DIFFERENT
