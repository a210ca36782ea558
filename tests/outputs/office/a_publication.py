"""Small publications to write in tests: a town's tables and pages, and tables as awkward as real ones can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from internationals.pages import compose
from internationals.shapes import (
    Card,
    Cell,
    Chart,
    Dimension,
    Figure,
    Method,
    Nature,
    Page,
    ProtectedTable,
    Protection,
    Publication,
    Release,
    Status,
    by_id,
)
from tests.figures.charts import EVERY_STATUS, LONG, chart, flows, mapped
from tests.outputs.a_site import MANIFEST, figures, page
from tests.pages.releases import Cells, leiden

YEARS = ("2019", "2020", "2021", "2022")
SAME = {"1": "Same", "2": "Same"}
FORMULAS = ("=1+1", "+31", "-5", "@SUM(A1)", '=HYPERLINK("x")')


def town(**tables: Cells) -> Publication:
    """The published figures of Leiden with their pages; a table given by name replaces cells of that table."""
    return published(leiden(**tables))


def published(release: Release) -> Publication:
    """A release with the pages that can be made of it."""
    composed = compose(release)
    whole = replace(release, manifest={**MANIFEST, **release.manifest})
    return Publication(whole, tuple(composed), figures(composed))


def awkward() -> Publication:
    """Every status, texts that look like formulas, long names, doubles, and a table without cells."""
    charts = {language: _charts(language) for language in ("nl", "en")}
    pages = [page("flows", 9, language, charts[language]) for language in charts]
    return Publication(
        Release(MANIFEST, by_id(tables())),
        tuple(pages),
        {name: _figure(found) for name, found in _keyed(pages)},
    )


def tables() -> list[ProtectedTable]:
    """One table for each kind of awkwardness."""
    statuses = {("2022", str(at)): cell for at, cell in enumerate(EVERY_STATUS)}
    rounded = {
        (year, code): Cell(5 * at, Status.ROUNDED) for at, (year, code) in enumerate(_pairs(YEARS, "abc"))
    }
    del rounded["2020", "b"]
    formulas = {(year, text): Cell(7) for year in YEARS for text in FORMULAS}
    shares = {(year, "a"): Cell(11.25 + at) for at, year in enumerate(YEARS)}
    shares["2019", "a"] = Cell(None, Status.SUPPRESSED)
    sparse = {(year, f"{year}{code}"): Cell(3) for year, code in _pairs(YEARS, "abcde")}
    return [
        table("residents_group", {(year, "a"): Cell(1) for year in YEARS}, ("a",)),
        table("statuses", statuses, [str(at) for at in range(10)], years=("2022",)),
        table(
            "rounded", rounded, "abcd", protection=Protection(Method.ROUNDED, 5), breaks={"2021": text("Anders.")}
        ),
        table("formulas", formulas, FORMULAS, title="=1+1"),
        table("shares", shares, "a", unit="percent", decimals=1, nature=Nature.SURVEY),
        table("sparse", sparse, [f"{year}{code}" for year, code in _pairs(YEARS, "abcde")]),
        table("empty", {}, "ab"),
        table("r1c1", {("2022", "a"): Cell(2)}, "a", years=("2022",)),
        table("a_name_that_is_too_long_for_a_sheet_one", {("2022", "a"): Cell(2)}, "a"),
        table("a_name_that_is_too_long_for_a_sheet_two", {("2022", "a"): Cell(2)}, "a"),
        table("doubles", {(year, code): Cell(float(code)) for year, code in _pairs(YEARS, "12")}, SAME),
        table("long", {("2022", "a"): Cell(1)}, {"a": LONG * 3 + "\x07"}, title=LONG * 3),
    ]  # fmt: skip


def table(
    name: str,
    cells: Mapping[tuple[str, ...], Cell],
    codes: Sequence[str] | Mapping[str, str],
    *,
    years: Sequence[str] = YEARS,
    title: str = "Een titel & <meer>",
    unit: str = "persons",
    decimals: int = 0,
    nature: Nature = Nature.COUNTS,
    protection: Protection | None = None,
    breaks: Mapping[str, Mapping[str, str]] | None = None,
) -> ProtectedTable:
    """A table by year and something else."""
    labels = codes if isinstance(codes, Mapping) else {code: code for code in codes}
    dimensions = (
        Dimension("year", text("Jaar"), {year: text(year) for year in years}),
        Dimension("thing", text("Ding"), {code: text(label) for code, label in labels.items()}),
    )
    units = {"persons": {"nl": "personen", "en": "persons"}, "percent": {"nl": "procent", "en": "per cent"}}
    card = Card(
        id=name, title=text(title), definition=text("=Wat is geteld"), unit=units[unit], dimensions=dimensions,
        source=text("Bron & co"), reference=text("1 januari 2022"), notes=(text("@Een opmerking"),),
        decimals=decimals, breaks=breaks or {}, subject="residents",
    )  # fmt: skip
    return ProtectedTable(card, cells, nature, protection or Protection(Method.EXACT, hidden_at_most=20))


def text(words: str) -> dict[str, str]:
    """The same words in both languages."""
    return {"nl": words, "en": words}


def _charts(language: str) -> tuple[Chart, ...]:
    statuses = chart(
        "lines", YEARS * 2 + ("x", "y"), [("=Reeks", EVERY_STATUS)], identity="statuses", language=language,
        title="=1+1", notes=("+Noot",),
    )  # fmt: skip
    two = (("@A", EVERY_STATUS[:5]), ("-B", EVERY_STATUS[:5]))
    bars = chart("grouped_bars", FORMULAS, two, identity="bars", language=language)
    nothing = chart(
        "ranked_bars", ["a", LONG], [("A", [EVERY_STATUS[1]] * 2)], identity="nothing", language=language
    )
    places = mapped("bubble_map", [Cell(at) for at in range(12)], identity="places", language=language)
    return (flows(language), statuses, bars, replace(nothing, alternative="a\x07b"), places)


def _keyed(pages: Sequence[Page]) -> list[tuple[str, Chart]]:
    return [(found.key, found) for each in pages for found in each.charts]


def _figure(found: Chart) -> Figure:
    """Without a drawing: office files draw for themselves."""
    return Figure(found, "", "", (), ())


def _pairs(years: Sequence[str], codes: str) -> list[tuple[str, str]]:
    return [(year, code) for year in years for code in codes]
