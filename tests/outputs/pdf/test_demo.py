"""The PDFs of the demo: whole, in order, and without a fault in either language."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from internationals import texts
from internationals.outputs.pdf import write
from internationals.project import Project
from internationals.publish import publication
from internationals.shapes import Page, Publication
from tests.outputs.pdf.checkers import faults
from tests.outputs.pdf.reading import Reader, plain

LANGUAGES = ("nl", "en")


@pytest.fixture(scope="module")
def edition(leiden: Project) -> Publication:
    return publication(leiden, "2022")


@pytest.fixture(scope="module")
def folder(edition: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("demo") / "pdf"
    write(edition, target)
    return target


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checkers_have_nothing_to_say(folder: Path, language: str) -> None:
    for kind in ("report", "summary", "news"):
        assert faults(folder / f"{kind}.{language}.pdf") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_whole_before_the_next_begins(
    read: Reader, edition: Publication, folder: Path, language: str
) -> None:
    said = without_footers(read.pages(folder / f"report.{language}.pdf"), language)
    pages = edition.pages_in(language)
    begins = [first_of(said, page) for page in pages]
    assert begins == sorted(set(begins))
    for page, (begin, end) in zip(pages, pairwise([*begins, len(said)]), strict=True):
        text = "".join(said[begin:end])
        for expected in (page.title, *words_of(page.headline), *words_of(page.body), *page.notes):
            assert plain(expected) in text, (page.id, expected)
        for chart in page.charts:
            assert plain(chart.title) in text
            assert any(plain(label) in text for label in chart.labels)


def without_footers(pages: list[str], language: str) -> list[str]:
    """The pages without the last words of each, which are those of its footer."""
    name = texts.word(language, "site.title", municipality="Leiden")
    foot = plain(f"{name} · {texts.word(language, 'site.tagline', edition='2022')}")
    return [page.rpartition(foot)[0] or page for page in pages]


def first_of(said: list[str], page: Page) -> int:
    """The number of the page on which a subject begins: with its title and then its headline."""
    opening = plain(page.title + words_of(page.headline)[0])
    return next(at for at, text in enumerate(said) if text.startswith(opening))


def words_of(html: str) -> list[str]:
    """The runs of words of a piece of HTML."""
    runs = (unescape(run).strip() for run in re.split("<[^>]*>", html))
    return [run for run in runs if run]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_every_figure_stands_in_its_table(
    read: Reader, edition: Publication, folder: Path, language: str
) -> None:
    said = read.text(folder / f"report.{language}.pdf")
    for page in edition.pages_in(language):
        for figure in edition.figures_of(page):
            assert plain("".join("".join(row) for row in figure.rows[:8])) in said, figure.chart.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_goes_beyond_the_edge_or_stands_on_another(read: Reader, folder: Path, language: str) -> None:
    for kind in ("report", "summary", "news"):
        path = folder / f"{kind}.{language}.pdf"
        assert read.beyond_the_edge(path) == []
        assert read.collisions(path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_one_page(read: Reader, folder: Path, language: str) -> None:
    assert len(read.pages(folder / f"summary.{language}.pdf")) == 1


def test_the_report_is_a_booklet_and_not_a_book(read: Reader, folder: Path) -> None:
    assert all(len(read.pages(folder / f"report.{language}.pdf")) < 90 for language in LANGUAGES)
