"""Bars: as long as their numbers, from zero; an absent number is a word or a sign, never a bar."""

from __future__ import annotations

import pytest

from internationals.figures import draw
from internationals.shapes import Cell, Status, palette
from tests.figures.charts import (
    ARRIVALS,
    DEPARTURES,
    FLOW_YEARS,
    NATIONALITIES,
    STOCK,
    SUPPRESSED,
    YEARS,
    cells,
    chart,
    flows,
    ranked,
)
from tests.figures.drawn import bars, root, texts_in, words


def proportional(lengths: list[float], numbers: list[float]) -> bool:
    """Whether lengths divided by numbers is one constant, within the rounding of coordinates."""
    scale = max(lengths) / max(abs(n) for n in numbers)
    return all(
        abs(length - abs(number) * scale) <= 0.15 for length, number in zip(lengths, numbers, strict=True)
    )


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_ranked_bars_are_as_long_as_their_numbers(slot: str) -> None:
    lengths = [width for width, _ in bars(getattr(draw(ranked()), slot), palette.series(0))]
    assert proportional(lengths, list(STOCK))


def test_grouped_bars_are_as_tall_as_their_numbers_where_they_stand() -> None:
    svg = draw(flows()).wide
    heights = [height for colour in (0, 1) for _, height in bars(svg, palette.series(colour))]
    assert proportional(heights, [*ARRIVALS, *DEPARTURES])


def test_grouped_bars_are_as_long_as_their_numbers_where_they_lie() -> None:
    svg = draw(flows()).narrow
    lengths = [width for colour in (0, 1) for width, _ in bars(svg, palette.series(colour))]
    assert proportional(lengths, [*ARRIVALS, *DEPARTURES])


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_every_value_is_readable_in_every_slot(slot: str) -> None:
    said = words(getattr(draw(flows()), slot))
    assert {"2.747", "4.378", "3.774", "2.989"} <= set(said)
    assert len([word for word in said if "." in word]) == 20


def test_values_too_wide_to_stand_side_by_side_lie_down() -> None:
    millions = [n * 1000 for n in ARRIVALS]
    sample = chart("grouped_bars", FLOW_YEARS, [("A", cells(millions)), ("B", cells(millions))])
    assert "A (bovenste staaf)" in words(draw(sample).wide)
    assert "Vestiging (linkerstaaf)" in words(draw(flows()).wide)


def test_the_key_tells_bars_apart_by_place_as_well_as_by_colour() -> None:
    assert words(draw(flows()).narrow)[:2] == ["Vestiging (bovenste staaf)", "Vertrek (onderste staaf)"]
    three = chart("grouped_bars", YEARS[:2], [(name, cells([1, 2])) for name in "ABC"])
    assert words(draw(three).wide)[:3] == ["A (staaf 1 van 3)", "B (staaf 2 van 3)", "C (staaf 3 van 3)"]


def test_a_suppressed_number_is_a_hatched_stub_with_the_word() -> None:
    svg = draw(chart("ranked_bars", ["Italiaanse", "Duitse"], [("Aantal", (*cells([9]), SUPPRESSED))])).wide
    stubs = bars(svg, "url(#chart-nl-wide-hatch)")
    assert [width for width, _ in stubs] == [26]
    assert "afgeschermd" in words(svg)
    assert len(bars(svg, palette.series(0))) == 1


def test_the_stub_of_a_suppressed_number_is_the_same_beside_any_numbers() -> None:
    def stub(other: float) -> list[tuple[float, float]]:
        svg = draw(chart("ranked_bars", ["a", "b"], [("Aantal", (*cells([other]), SUPPRESSED))])).wide
        return bars(svg, "url(#chart-nl-wide-hatch)")

    assert stub(5) == stub(5000)


def test_zero_is_written_as_zero_and_has_no_bar() -> None:
    svg = draw(chart("ranked_bars", ["Italiaanse", "Duitse"], [("Aantal", cells([9, 0]))])).wide
    assert words(svg)[-1] == "0"
    assert len(bars(svg, palette.series(0))) == 1


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.MISSING, "geen gegevens"),
        (Status.NOT_APPLICABLE, "niet van toepassing"),
        (Status.NOT_YET, "nog niet bekend"),
    ],
)
def test_other_reasons_are_words_without_a_stub(status: Status, word: str) -> None:
    svg = draw(chart("ranked_bars", ["a", "b"], [("Aantal", (Cell(9), Cell(None, status)))])).wide
    assert word in words(svg)
    assert "hatch" not in svg


def test_upright_bars_explain_their_signs_in_a_note() -> None:
    found = (*cells([10]), SUPPRESSED, Cell(8, Status.PROVISIONAL))
    svg = draw(chart("grouped_bars", YEARS[:3], [("Italiaanse", found)])).wide
    assert {"×", "8*", "× afgeschermd: Italiaanse (2013)", "* voorlopig: Italiaanse (2014)"} <= set(
        words(svg)
    )


def test_negative_bars_stand_on_the_other_side_of_zero() -> None:
    svg = draw(chart("ranked_bars", ["a", "b"], [("Saldo", cells([50, -50]))])).wide
    up, down = [rect for rect in root(svg).iter() if rect.get("fill") == palette.series(0)]
    assert float(down.attrib["x"]) + float(down.attrib["width"]) == pytest.approx(
        float(up.attrib["x"]), abs=0.11
    )
    assert "−50" in words(svg)


def test_ranked_bars_keep_the_order_of_the_page() -> None:
    sample = chart("ranked_bars", [*NATIONALITIES, "overige"], [("Aantal", cells([*STOCK, 7050]))])
    boxes = [box for box in texts_in(draw(sample).wide) if box.text in sample.labels]
    assert [box.text for box in sorted(boxes, key=lambda box: box.top)] == list(sample.labels)
