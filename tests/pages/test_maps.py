"""Maps on a page: the outlines come from the release, and the scale from a value."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals import pages
from internationals.shapes import AreaOutline, Cell, Chart, ClaimError, Dimension, Geometry, Release
from tests.pages.releases import GROUP, SUPPRESSED, card, release, table, years

AREAS = {"05460000": "Pieterswijk", "05460001": "Academiewijk", "unknown": "Onbekend"}
NEIGHBOURHOOD = Dimension(
    "neighbourhood",
    {"nl": "Buurt", "en": "Neighbourhood"},
    {code: {"nl": n, "en": n} for code, n in AREAS.items()},
)
COUNTS = {"2021": (120, 30, 4), "2022": (100, 50, 8)}
MAP = Geometry(
    "neighbourhood",
    (
        AreaOutline("05460000", (((0, 0), (1, 0), (1, 1)),)),
        AreaOutline("05460001", (((1, 0), (2, 0), (2, 1)),)),
    ),
    {"nl": "Grenzen: wie ze maakte", "en": "Boundaries: who made them"},
)
PAGE = """\
page: 60
title: {nl: Waar internationals wonen, en: Where internationals live}
slug: {nl: buurten, en: neighbourhoods}
tables: [residents_neighbourhood]
values:
  now: {line: residents_neighbourhood, along: neighbourhood, group: international}
  before: {line: residents_neighbourhood, along: neighbourhood, group: international, year: previous}
  most_now: {highest: now}
  most_before: {highest: before}
  by_year: {line: residents_neighbourhood, neighbourhood: "05460000", group: international}
headline:
  - {nl: Waar internationals wonen, en: Where internationals live}
charts:
  - id: map
    kind: KIND
    tables: [residents_neighbourhood]
    SCALE
    series: [{line: LINE, label: {group: international}}]
    title: {nl: Internationals per buurt, en: Internationals by neighbourhood}
    alternative: {nl: Een kaart., en: A map.}
"""


def made(geometry: bool = True, withheld: str | None = None) -> Release:
    counts = {
        (year, "international", code): SUPPRESSED if year == withheld else Cell(number)
        for year, numbers in COUNTS.items()
        for code, number in zip(AREAS, numbers, strict=True)
    }
    found = table(card("residents_neighbourhood", years(COUNTS), GROUP, NEIGHBOURHOOD), counts)
    plain = release({"residents_neighbourhood": found})
    return replace(plain, geometry={"neighbourhood": MAP}) if geometry else plain


def drawn(
    folder: Path, source: Release, kind: str = "bubble_map", line: str = "now", scale: str = ""
) -> Chart:
    page = folder / "pages" / "60-map"
    page.mkdir(parents=True)
    text = (
        PAGE.replace("KIND", kind).replace("LINE", line).replace("SCALE", f"scale: {scale}" if scale else "")
    )
    (page / "page.yml").write_text(text)
    for language in ("nl", "en"):
        (page / f"{language}.md").write_text("Tekst.")
    found = pages.compose(source, overrides=folder / "pages")
    (chart,) = (chart for page in found if page.language == "nl" for chart in page.charts)
    return chart


@pytest.mark.parametrize("kind", ["bubble_map", "choropleth"])
def test_a_map_takes_its_outlines_and_their_maker_from_the_release(tmp_path: Path, kind: str) -> None:
    chart = drawn(tmp_path, made(), kind)
    assert chart.kind == kind
    assert chart.areas == MAP.areas
    assert chart.categories == tuple(AREAS)
    assert "Grenzen: wie ze maakte" in chart.notes


def test_without_a_map_in_the_release_there_are_no_outlines_and_no_maker(tmp_path: Path) -> None:
    chart = drawn(tmp_path, made(geometry=False))
    assert chart.areas == ()
    assert not any("Grenzen" in note for note in chart.notes)


def test_bars_have_no_outlines_even_where_the_release_has_a_map(tmp_path: Path) -> None:
    assert drawn(tmp_path, made(), "ranked_bars").areas == ()


def test_the_largest_of_the_values_named_is_the_end_of_the_scale(tmp_path: Path) -> None:
    assert drawn(tmp_path, made(), scale="[most_now, most_before]").scale == 120


def test_without_values_or_when_they_are_withheld_a_map_has_a_scale_of_its_own(tmp_path: Path) -> None:
    assert drawn(tmp_path / "none", made()).scale is None
    assert drawn(tmp_path / "withheld", made(withheld="2022"), scale="[most_now]").scale is None


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            {"line": "by_year"},
            "A map shows a line along neighbourhood, district, counterpart, municipality, and not along year",
        ),
        ({"scale": "[most]"}, "most"),
        ({"scale": "most_now"}, "`scale` should be a list"),
        ({"kind": "globe"}, "no kind of chart 'globe'"),
    ],
)
def test_what_page_yml_says_wrongly_about_a_map_is_refused(
    tmp_path: Path, options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ClaimError, match=sentence):
        drawn(tmp_path, made(), **options)
