"""A municipality's theme: its tokens hold for the site, nothing else of its file does, and all can read them."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from internationals import cli
from internationals.outputs import office, pdf
from internationals.outputs.site import SiteError, theme
from internationals.outputs.site.style import assets, built_in_theme
from internationals.shapes import HouseStyle
from tests.editing.a_project import project
from tests.extracts import put, resident
from tests.outputs.office.a_publication import town
from tests.outputs.pdf.publications import small

INK = "--basis-color-default-color-document"
PAPER = "--basis-color-default-bg-document"
LINK = "--nl-link-color"
BRAND = "--basis-color-action-2-color-default"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "theme.css"


def test_without_a_file_the_built_in_theme_holds_and_everybody_can_read_it(file: Path) -> None:
    assert theme.read(file) == "" and theme.mistakes(file) == ()
    assert list(theme.problems(theme.tokens(built_in_theme()))) == []


def test_tokens_count_under_any_selector_and_the_last_of_a_name_wins(file: Path) -> None:
    file.write_text(
        f".leiden-theme {{ {LINK}: #00497a; }} /* then */ html, .x > p:hover {{ {LINK}: #003366 !important; --own: 1px }}"
    )
    assert theme.read(file) == f":root{{{LINK}:#003366;--own:1px}}"


def test_nothing_but_tokens_is_taken(file: Path) -> None:
    file.write_text(
        "@import 'https://example.org/x.css'; @font-face { font-family: X; src: url(https://example.org/x) }\n"
        "body { display: none; background: url(https://example.org/x.png); --own: 1px }\n"
        "@media print { :root { --own: 2px } } main { .inner { --own: 3px } }"
    )
    assert theme.read(file) == ":root{--own:1px}"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("url(https://example.org/x)", "--own has an address"),
        ("url('https://example.org/x')", "--own uses url\\(\\)"),
        ("U\\72L(https://example.org/x)", "--own"),
        ("image-set('https://example.org/x' 1x)", "--own uses image-set"),
        ("calc(1px + src('https://example.org/x'))", "--own uses src"),
        ("{ display: none }", "--own has a block in braces"),
        ("'not closed", "--own has a quote or bracket"),
        ("1px )", "--own has a quote or bracket"),
        ("1px; --a\\}b: 1px", "is no name of a token"),
    ],
)
def test_a_value_that_fetches_or_ends_or_swallows_something_is_refused(
    file: Path, value: str, said: str
) -> None:
    file.write_text(f":root {{ --own: {value} }}")
    with pytest.raises(SiteError, match=said):
        theme.read(file)


def test_a_brace_that_closes_the_rule_too_early_adds_no_rule(file: Path) -> None:
    file.write_text(":root { --own: 1px } body { display: none } } p { color: red }")
    assert theme.read(file) == ":root{--own:1px}"


@pytest.mark.parametrize("css", ["", "body { color: red }", "no style sheet", "/* --own: 1px"])
def test_a_file_without_tokens_says_what_is_expected(file: Path, css: str) -> None:
    file.write_text(css)
    with pytest.raises(SiteError, match=r"theme\.css holds no design tokens; expected lines such as"):
        theme.read(file)


def test_too_little_contrast_names_both_tokens_and_the_ratio(file: Path) -> None:
    file.write_text(f":root {{ --grey: #767677; {INK}: var(--grey); {PAPER}: #eeeeee }}")
    (said,) = theme.mistakes(file)
    assert f"{INK} on {PAPER} has a contrast of 3.91; at least 4.5 is needed." in said


@pytest.mark.parametrize("colour", ["bluish", "rgb(0 0 0 / 50%)", "var(--nowhere)", "var(--nl-link-color)"])
def test_a_colour_that_cannot_be_told_is_named(file: Path, colour: str) -> None:
    file.write_text(f":root {{ {LINK}: {colour} }}")
    (said,) = theme.mistakes(file)
    assert f"{LINK}: {colour!r} is no colour" in said


def test_the_published_style_has_the_tokens_after_the_built_in_ones(file: Path) -> None:
    file.write_text(f":root {{ {LINK}: #003366 }}")
    style = dict(assets(theme.read(file)))["assets/style.css"].decode()
    assert style.index(built_in_theme()) < style.index(f":root{{{LINK}:#003366}}")
    assert theme.tokens(style)[LINK] == "#003366"


def test_files_on_paper_take_the_colours_of_the_theme_as_far_as_white_bears_them(file: Path) -> None:
    assert theme.house_style(file) == HouseStyle()
    file.write_text(f":root {{ {BRAND}: rgb(128 0 64); {LINK}: #cccccc; --own: 1px }}")
    assert theme.house_style(file) == HouseStyle(brand="#800040")


def test_the_pdf_the_workbooks_and_the_slides_are_in_the_colours_of_the_house(tmp_path: Path) -> None:
    style = HouseStyle(ink="#221100", brand="#800040", link="#660077")
    pdf.write(replace(small(), style=style), tmp_path)
    office.write(replace(town(), style=style), tmp_path)
    with pikepdf.open(tmp_path / "summary.nl.pdf") as summary:
        drawn = b"".join(bytes(part) for page in summary.pages for part in painted(page))
    assert b"0.5019608 0 0.2509804" in drawn
    assert b"FF800040" in part_of(tmp_path / "tables.nl.xlsx", "xl/styles.xml")
    assert b'fo:color="#800040"' in part_of(tmp_path / "tables.nl.ods", "content.xml")
    slides = part_of(tmp_path / "slides.nl.pptx", "ppt/theme/theme1.xml")
    assert re.search(rb'<a:accent1>\s*<a:srgbClr val="800040"', slides)
    assert re.search(rb'<a:hlink>\s*<a:srgbClr val="660077"', slides)


def painted(page: pikepdf.Page) -> list[bytes]:
    """What a page paints."""
    parts = page.obj.Contents if isinstance(page.obj.Contents, pikepdf.Array) else [page.obj.Contents]
    return [part.read_bytes() for part in parts]


def part_of(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as packed:
        return packed.read(name)


def test_check_reports_a_theme_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "leiden")
    put(folder / "extracts" / "stand_2022-01-01.csv", [resident(number) for number in range(20)])
    (folder / "theme.css").write_text(f":root {{ {LINK}: #cccccc }}")
    assert cli.run(["check", str(folder), "-e", "2022", "--json"]) == 6
    said = capsys.readouterr()
    assert LINK in json.loads(said.out)["pages"][0]
