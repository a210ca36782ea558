"""Maps: signs as large as their numbers, one sign per reason, names only where they are clear."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from xml.etree import ElementTree

import pytest

from internationals.figures import FigureError, draw
from internationals.figures.classes import bounds, class_of
from internationals.figures.kinds.bubble_map import examples
from internationals.figures.map_signs import HALF
from internationals.figures.places import centre, fitted
from internationals.shapes import AreaOutline, Cell, Chart, Status, palette
from tests.figures.charts import (
    CHILDREN,
    NEIGHBOURHOODS,
    SUPPRESSED,
    cells,
    children,
    mapped,
    spread,
    squares,
)
from tests.figures.drawn import SVG, root, texts_in, words

MAPS = ("bubble_map", "choropleth")


def circles(svg: str) -> list[float]:
    """The radii of all discs that stand for a number above zero on the map, which say whose they are."""
    return [float(c.attrib["r"]) for c in root(svg).iter(f"{SVG}circle") if c.find(f"{SVG}title") is not None]


def hints(svg: str) -> dict[str, ElementTree.Element]:
    """Everything on the map that says its name when pointed at."""
    return {
        title.text or "": element
        for element in root(svg).iter()
        if element.tag in (f"{SVG}path", f"{SVG}circle")
        for title in element.findall(f"{SVG}title")
    }


def fills(svg: str) -> dict[str, str]:
    return {text.split(":")[0]: element.get("fill", "") for text, element in hints(svg).items()}


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_the_area_of_a_circle_follows_its_number(slot: str) -> None:
    radii = circles(getattr(draw(children()), slot))
    assert len(radii) == len(CHILDREN)
    per_child = [
        radius**2 / number for radius, number in zip(radii, sorted(CHILDREN, reverse=True), strict=True)
    ]
    assert per_child == pytest.approx([per_child[0]] * len(CHILDREN), rel=0.01)


def test_small_circles_lie_on_top_of_large_ones() -> None:
    radii = circles(draw(children()).wide)
    assert radii == sorted(radii, reverse=True)


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_two_maps_of_one_scale_draw_a_number_equally_large(slot: str) -> None:
    def radius_of_seven(others: float) -> float:
        content = cells([7, *[others] * 11])
        svg = getattr(draw(replace(mapped("bubble_map", content), scale=200.0)), slot)
        return min(circles(svg))

    assert radius_of_seven(20) == radius_of_seven(190)


@pytest.mark.parametrize("kind", MAPS)
def test_two_maps_of_one_scale_have_one_legend(kind: str) -> None:
    def legend(numbers: Sequence[float]) -> list[str]:
        svg = draw(replace(mapped(kind, cells(numbers)), scale=200.0)).wide
        return list(takewhile(lambda word: word != "Hoogste", (w for w in words(svg) if w not in "1234567")))

    assert legend([1] * 12) == legend(CHILDREN)


@pytest.mark.parametrize("kind", MAPS)
@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_zero_and_every_reason_have_a_sign_of_their_own_and_a_word_in_the_legend(
    kind: str, slot: str
) -> None:
    reasons = {
        Status.SUPPRESSED: "afgeschermd",
        Status.MISSING: "geen gegevens",
        Status.NOT_APPLICABLE: "niet van toepassing",
        Status.NOT_YET: "nog niet bekend",
    }
    drawn = {}
    for cell in (Cell(0), Cell(90), *(Cell(None, status) for status in reasons)):
        svg = getattr(draw(mapped(kind, (cell, *cells([100] * 11)))), slot)
        drawn[cell] = "".join(
            ElementTree.tostring(part, encoding="unicode") for part in root(svg)[-1]
        ).replace(palette.RULE, "")
        said = set(words(svg))
        assert {word for word in (*reasons.values(), "nul") if word in said} == {
            *(["nul"] if cell.value == 0 else []),
            *([reasons[cell.status]] if cell.value is None else []),
        }
    assert len(set(drawn.values())) == len(drawn)


def test_a_suppressed_area_is_hatched_and_an_area_without_a_cell_has_no_colour() -> None:
    sample = mapped("choropleth", (SUPPRESSED, *cells([5] * 10)))
    sample = replace(sample, areas=squares(NEIGHBOURHOODS))
    svg = draw(sample).wide
    assert fills(svg)["Pieterswijk"] == "url(#chart-nl-wide-hatch)"
    unnamed = [p for p in root(svg).iter(f"{SVG}path") if p.find(f"{SVG}title") is None]
    assert [path.get("fill") for path in unnamed] == [palette.LAND]
    assert "geen gegevens" in words(svg)


def test_zero_is_white_and_not_the_lightest_class() -> None:
    found = fills(draw(mapped("choropleth", cells([0, 1, 100]))).wide)
    assert [found[name] for name in NEIGHBOURHOODS[:3]] == [
        palette.PAPER,
        palette.CLASSES[0],
        palette.CLASSES[4],
    ]


def test_what_is_not_on_the_map_is_said_beneath_it() -> None:
    assert "Niet op de kaart: Onbekend: 3" in words(draw(children()).wide)
    nobody = mapped("bubble_map", cells((*CHILDREN, 0)))
    assert not any("Niet op de kaart" in word for word in words(draw(nobody).wide))
    elsewhere = replace(children(), areas=squares(["Elders"]))
    assert "Niet op de kaart: 13 rijen van de tabel" in words(draw(elsewhere).wide)


@pytest.mark.parametrize("kind", MAPS)
def test_the_table_lists_every_area_and_what_is_unknown(kind: str) -> None:
    figure = draw(replace(children(), kind=kind))
    assert [row[0] for row in figure.rows] == [*NEIGHBOURHOODS, "Onbekend"]


def test_names_that_would_reach_into_a_neighbour_become_numerals_with_a_list() -> None:
    said = words(draw(children()).narrow)
    assert {"1", "2", "3", "4", "Hoogste", "Levendaal-Oost: 163", "De Camp: 90"} <= set(said)
    assert "Waardeiland: 5" not in said


def test_names_that_are_clear_stand_in_full_upon_their_own_areas() -> None:
    sample = chart_of({"Noord": 12, "Zuid": 7})
    boxes = {box.text: box for box in texts_in(draw(sample).wide)}
    assert {"Noord: 12", "Zuid: 7"} <= set(boxes)
    assert "Hoogste" not in boxes
    assert boxes["Noord: 12"].bottom < boxes["Zuid: 7"].top


def chart_of(numbers: dict[str, float]) -> Chart:
    sample = mapped("choropleth", cells(list(numbers.values())))
    names = tuple(numbers)
    return replace(sample, categories=names, labels=names, areas=squares(names, columns=1))


def test_where_a_number_is_withheld_the_list_does_not_claim_to_hold_the_highest() -> None:
    said = words(draw(mapped("bubble_map", (SUPPRESSED, *cells(CHILDREN[1:])))).wide)
    assert "Hoogste van de getoonde cijfers" in said
    assert "Hoogste" not in said


def test_of_areas_that_share_the_last_place_none_is_listed() -> None:
    said = words(draw(mapped("bubble_map", cells([9, 8, 7, 5, 5, 5, 5, 5, 1]))).wide)
    assert [word for word in said if word.endswith((": 9", ": 8", ": 7"))]
    assert not [word for word in said if word.endswith(": 5")]


@pytest.mark.parametrize("kind", MAPS)
def test_without_a_map_the_largest_are_bars(kind: str) -> None:
    figure = draw(replace(children(), kind=kind, areas=()))
    said = words(figure.wide)
    assert said[:2] == ["Levendaal-Oost", "163"]
    assert len(figure.rows) == 13
    many = [f"Buurt {at}" for at in range(30)]
    sample = replace(mapped(kind, cells([1])), categories=tuple(many), labels=tuple(many), areas=())
    sample = replace(sample, series=(replace(sample.series[0], cells=cells(range(30))),))
    said = words(draw(sample).wide)
    assert "De figuur toont de 15 grootste; de tabel toont alles." in said
    assert "Buurt 29" in said and "Buurt 14" not in said


def test_bounds_of_classes_are_round_and_reach_the_highest_number() -> None:
    assert bounds(27.6, whole=False) == (0, 6, 12, 18, 24)
    assert bounds(50, whole=False) == (0, 10, 20, 30, 40)
    assert bounds(3, whole=True) == (0, 1, 2, 3, 4)
    assert bounds(0, whole=True) == (0, 1, 2, 3, 4)


def test_a_number_is_in_the_class_of_what_is_printed() -> None:
    lows = (0.0, 10.0, 20.0, 30.0, 40.0)
    assert [class_of(value, lows, 1) for value in (9.94, 9.96, 10, 39.9, 99)] == [0, 1, 1, 3, 4]


def test_the_legend_of_classes_says_where_each_begins_and_ends() -> None:
    said = words(draw(spread()).wide)
    expected = ["onder 6%", "6% tot 12%", "12% tot 18%", "18% tot 24%", "24% of meer"]
    assert [word for word in said if word in expected] == expected
    assert "6% to under 12%" in words(draw(spread("en")).wide)


def test_the_circles_of_the_legend_are_round_numbers() -> None:
    assert examples(163, whole=True) == (100, 20, 5)
    assert examples(3, whole=True) == (2, 1)
    assert examples(0.5, whole=False) == (0.5, 0.1, 0.02)


def test_a_map_keeps_its_proportions_and_north_is_up() -> None:
    ground = fitted(squares(["nw", "ne", "sw", "se", "sww", "see"], columns=2), 400, 300, margin=10)
    assert (ground.width, ground.height) == pytest.approx((20 + 280 * 2 / 3, 300))
    assert ground.centres["nw"][1] < ground.centres["sw"][1]
    assert ground.centres["nw"][0] < ground.centres["ne"][0]


def test_the_centre_of_an_area_lies_within_it() -> None:
    horseshoe = (
        (0.0, 0.0),
        (9.0, 0.0),
        (9.0, 9.0),
        (8.0, 9.0),
        (8.0, 1.0),
        (1.0, 1.0),
        (1.0, 9.0),
        (0.0, 9.0),
    )
    x, y = centre((horseshoe,))
    assert (0 < x < 1 or 8 < x < 9) and 0 < y < 9
    assert centre((((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)),)) == pytest.approx((2, 1))
    assert math.isfinite(sum(centre((((1.0, 1.0), (2.0, 2.0), (3.0, 3.0)),))))


def test_a_hole_in_an_area_shows_what_lies_in_it() -> None:
    hole = ((20.0, -80.0), (20.0, -20.0), (80.0, -20.0), (80.0, -80.0))
    (solid,) = squares(["a"])
    sample = mapped("choropleth", cells([5]))
    sample = replace(sample, areas=(AreaOutline(NEIGHBOURHOODS[0], (*solid.rings, hole)),))
    outer = next(group for group in root(draw(sample).wide).iter(f"{SVG}g") if group.get("fill-rule"))
    assert outer.get("fill-rule") == "evenodd"
    assert outer[0].attrib["d"].count("M") == 2


@pytest.mark.parametrize("kind", MAPS)
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"series": (*children().series, *children().series)}, "shows one series, found 2"),
        ({"scale": 0.0}, "should be above zero"),
    ],
)
def test_a_map_that_can_not_be_drawn_is_refused(kind: str, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(FigureError, match=sentence):
        draw(replace(children(), kind=kind, **change))
    with pytest.raises(FigureError, match="no numbers below zero"):
        draw(mapped(kind, cells([-1, 2])))


def test_the_sign_of_zero_is_smaller_than_the_numeral_beside_it() -> None:
    assert min(circles(draw(mapped("bubble_map", cells([100, 0]))).wide)) > HALF
