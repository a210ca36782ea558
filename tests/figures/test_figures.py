"""What holds for every figure, whatever is in it."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from internationals.figures import FigureError, draw
from internationals.figures.kinds import names
from internationals.shapes import Chart
from tests.figures.charts import (
    ARRIVALS,
    EVERY_STATUS,
    FLOW_YEARS,
    LONG,
    cells,
    chart,
    every,
    flows,
    ranked,
    shares,
)
from tests.figures.drawn import SVG, root, slot_width, texts_in, words

CHARTS = every()
BOTH = [(name, slot) for name in CHARTS for slot in ("wide", "narrow")]


def drawn(name: str, slot: str) -> str:
    svg: str = getattr(draw(CHARTS[name]), slot)
    return svg


@pytest.mark.parametrize(("name", "slot"), BOTH)
def test_no_text_touches_another_or_leaves_the_drawing(name: str, slot: str) -> None:
    svg = drawn(name, slot)
    boxes = texts_in(svg)
    touching = [(a.text, b.text) for a, b in itertools.combinations(boxes, 2) if a.touches(b)]
    assert touching == []
    height = float(root(svg).attrib["height"])
    outside = [
        b.text
        for b in boxes
        if b.left < -1 or b.right > slot_width(svg) + 1 or b.top < 0 or b.bottom > height
    ]
    assert outside == []


@pytest.mark.parametrize(("name", "slot"), BOTH)
def test_text_is_at_least_twelve_pixels_also_where_a_small_phone_shrinks_the_drawing(
    name: str, slot: str
) -> None:
    whole = root(drawn(name, slot))
    shown = {"wide": 720, "narrow": 296}[slot]  # 320 px less the page's margins
    sizes = [float(e.get("font-size", whole.attrib["font-size"])) for e in whole.iter(f"{SVG}text")]
    assert min(sizes) * shown / float(whole.attrib["width"]) >= 12


@pytest.mark.parametrize(("name", "slot"), BOTH)
def test_a_screen_reader_hears_one_image_with_a_name_and_a_sentence(name: str, slot: str) -> None:
    whole = root(drawn(name, slot))
    identities = {element.get("id"): element for element in whole.iter() if element.get("id")}
    assert whole.get("role") == "img"
    assert identities[whole.attrib["aria-labelledby"]].text == CHARTS[name].title
    assert identities[whole.attrib["aria-describedby"]].text == CHARTS[name].alternative
    assert [child.get("aria-hidden") for child in whole if child.tag == f"{SVG}g"] == ["true"]


@pytest.mark.parametrize("name", CHARTS)
def test_ids_are_unique_when_both_slots_stand_on_one_page(name: str) -> None:
    figure = draw(CHARTS[name])
    identities = re.findall(r'\bid="([^"]*)"', figure.wide + figure.narrow)
    assert len(identities) == len(set(identities))
    used = re.findall(r"url\(#([^)]*)\)", figure.wide + figure.narrow)
    assert set(used) <= set(identities)


@pytest.mark.parametrize(("name", "slot"), BOTH)
def test_nothing_needs_a_style_a_script_or_another_file(name: str, slot: str) -> None:
    svg = drawn(name, slot)
    assert not re.search(r"style=|<style|<script|href|\bon\w+=", svg)
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_chart_gives_the_same_bytes(name: str) -> None:
    assert draw(CHARTS[name]) == draw(CHARTS[name])


def test_every_kind_that_is_discovered_is_tested_here() -> None:
    assert set(names()) == {chart.kind for chart in CHARTS.values()}


def test_markup_in_a_label_stays_text() -> None:
    title = 'Meer <b>dan</b> "één" & \x00 <script>alert(1)</script>'
    figure = draw(replace(ranked(), title=title, labels=(LONG, *ranked().labels[1:])))
    assert "<script" not in figure.wide
    assert root(figure.wide)[0].text == title.replace("\x00", "")
    assert "<dan>" in " ".join(words(figure.wide))


@pytest.mark.parametrize("sample", [flows(), shares(), ranked()], ids=lambda sample: sample.id)
def test_the_table_holds_what_the_drawing_shows(sample: Chart) -> None:
    figure = draw(sample)
    assert figure.header == (sample.category_label, *(series.label for series in sample.series))
    assert [row[0] for row in figure.rows] == list(sample.labels)
    last = figure.rows[-1][1:]
    for svg in (figure.wide, figure.narrow):
        said = " ".join(words(svg))
        assert all(number in said for number in last)


def test_numbers_follow_the_language() -> None:
    assert draw(flows("nl")).rows[0] == ("2012", "2.747", "2.282")
    assert draw(flows("en")).rows[0] == ("2012", "2,747", "2,282")
    assert draw(shares("nl")).rows[-1][1] == "11,6%"
    assert draw(shares("en")).rows[-1][1] == "11.6%"


def test_the_table_writes_a_status_as_a_word_and_zero_as_zero() -> None:
    sample = chart("lines", [*FLOW_YEARS, "2022"], [("A", (*EVERY_STATUS, *cells([0])))])
    assert [row[1] for row in draw(sample).rows] == [
        "120", "afgeschermd", "140", "150 (voorlopig)", "geen gegevens",
        "160", "170 (reeksbreuk)", "175", "niet van toepassing", "nog niet bekend", "0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (replace(flows(), kind="pie"), "'pie'.*grouped_bars, lines, ranked_bars"),
        (replace(flows(), id='a"b'), "letter followed"),
        (replace(flows(), series=()), "0 series"),
        (replace(flows(), categories=(), labels=()), "0 categories"),
        (replace(flows(), labels=flows().labels[1:]), "10 categories but 9 labels"),
        (chart("lines", FLOW_YEARS, [("A", cells(ARRIVALS[:3]))]), "3 cells.*10 categories"),
        (replace(flows(), kind="ranked_bars"), "one series, found 2"),
    ],
)
def test_a_chart_that_can_not_be_drawn_is_refused_in_a_sentence(wrong: Chart, sentence: str) -> None:
    with pytest.raises(FigureError, match=sentence):
        draw(wrong)
