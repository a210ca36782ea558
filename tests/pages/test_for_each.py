"""A page that is made once for every code of a list."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.pages import check, compose
from internationals.shapes import Dimension, ProtectedTable, Release
from tests.pages.releases import NATIONALITIES, NATIONALITY, SUPPRESSED, card, leiden, release, years

PAGE = """
page: 60
for_each: {nationality: %s}
title: {nl: "De {{ this }} nationaliteit", en: "{{ this }} nationality"}
slug: {nl: inwoners, en: residents}
tables: [residents_nationality, residents_group]
values:
  all_of_them: {line: residents_nationality, along: nationality, leave_out: ["0001", "0499", "0000"]}
  listed: {top: all_of_them, k: 2, whole: internationals}
  internationals: {count: residents_group, group: international}
  number: {count: residents_nationality, nationality: $this}
  by_year: {line: residents_nationality, nationality: $this}
headline:
  - {nl: "{{ this }}: {{ number }}", en: "{{ this }}: {{ number }}"}
charts:
  - id: own
    kind: lines
    tables: [residents_nationality]
    series: [{line: by_year, label: {nationality: $this}}]
    title: {nl: "De {{ this }}", en: "The {{ this }}"}
    alternative: {nl: "Lijn.", en: "Line."}
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages" / "60-own"
    folder.mkdir(parents=True)
    (folder / "page.yml").write_text(PAGE % '["0001", $listed]', encoding="utf-8")
    for language in ("nl", "en"):
        (folder / f"{language}.md").write_text("{{ this }}: {{ number }}.", encoding="utf-8")
    return tmp_path / "pages"


def copies(source: Release, pages: Path) -> list[tuple[int, str, str, str]]:
    made = compose(source, overrides=pages)
    return [
        (p.number, p.id, p.slug, p.headline) for p in made if p.id.startswith("60") and p.language == "en"
    ]


def test_every_code_gets_a_page_a_number_an_address_and_a_chart(pages: Path) -> None:
    assert copies(leiden(), pages) == [
        (60, "60-own-0001", "residents-dutch", "Dutch: 110,565"),
        (61, "60-own-0064", "residents-italian", "Italian: 1,253"),
        (62, "60-own-0055", "residents-german", "German: 1,162"),
    ]
    charts = [c for p in compose(leiden(), overrides=pages) if p.id == "60-own-0055" for c in p.charts]
    assert {chart.id for chart in charts} == {"own-0055"}
    assert {chart.series[0].label for chart in charts} == {"Duitse", "German"}


def test_a_list_of_which_nothing_may_be_shown_adds_no_pages(pages: Path) -> None:
    hidden = leiden(residents_nationality={("2022", "0064"): SUPPRESSED}, residents_group={})
    assert [name for _, name, *_ in copies(hidden, pages)] == ["60-own-0001"]


def test_two_codes_with_one_label_have_different_addresses(pages: Path) -> None:
    labels = {**NATIONALITIES, "0331": NATIONALITIES["0055"]}
    twice = Dimension("nationality", NATIONALITY.label, labels)
    old = leiden().tables["residents_nationality"]
    doubled = ProtectedTable(card("residents_nationality", years(["2022"]), twice), old.cells)
    source = release({**leiden().tables, "residents_nationality": doubled})
    assert [slug for _, _, slug, _ in copies(source, pages)][2] == "residents-german-0055"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("[$number]", "There is no value 'this' on this page"),
        ("[$internationals]", "should be names or a line"),
        ('["9999"]', "has no nationality '9999'"),
        ('["0001"], age: [0-3]', "names one dimension and its codes"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_with_its_line(pages: Path, wrong: str, sentence: str) -> None:
    (pages / "60-own" / "page.yml").write_text(PAGE % wrong, encoding="utf-8")
    problems = [problem for problem in check(leiden(), overrides=pages) if "60-own" in problem.file]
    assert problems[0].line == 3 and sentence in problems[0].sentence


def test_a_dimension_that_no_table_has_is_refused(pages: Path) -> None:
    text = PAGE.replace("for_each: {nationality:", "for_each: {country:") % '["6030"]'
    (pages / "60-own" / "page.yml").write_text(text, encoding="utf-8")
    assert any("has the dimension 'country'" in p.sentence for p in check(leiden(), overrides=pages))
