"""An edition chooses its pages and their order; a page that it does not choose is not even read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals.pages import check, compose
from internationals.shapes import ConfigError, Release
from tests.pages.releases import leiden

FIRST, SECOND = "16-nationalities", "05-nationality-background"


def in_languages(*languages: str) -> Release:
    made = leiden()
    return replace(made, manifest={**made.manifest, "languages": list(languages)})


def test_the_chosen_pages_come_in_the_order_of_the_list_and_are_numbered_by_it() -> None:
    pages = compose(leiden(), chosen=[FIRST, SECOND])
    assert [(page.id, page.language, page.number) for page in pages] == [
        (FIRST, "nl", 1),
        (FIRST, "en", 1),
        (SECOND, "nl", 2),
        (SECOND, "en", 2),
    ]


def test_the_text_of_a_page_does_not_depend_on_the_choice() -> None:
    chosen = {(page.id, page.language): page for page in compose(leiden(), chosen=[SECOND])}
    for page in compose(leiden(), chosen=[FIRST, SECOND]):
        if page.id == SECOND:
            assert replace(page, number=1) == chosen[page.id, page.language]


def test_a_page_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(ConfigError, match=rf"'16-nationality'.*There are: .*{SECOND}.*{FIRST}"):
        compose(leiden(), chosen=["16-nationality"])


def test_a_page_cannot_be_chosen_twice() -> None:
    with pytest.raises(ConfigError, match=f"chooses {FIRST} more than once"):
        compose(leiden(), chosen=[FIRST, SECOND, FIRST])


def test_a_page_of_the_project_can_be_chosen(tmp_path: Path) -> None:
    (tmp_path / "pages" / "40-own").mkdir(parents=True)
    problems = check(leiden(), overrides=tmp_path / "pages", chosen=["40-own"])
    assert {problem.file for problem in problems} == {"40-own/page.yml", "40-own/nl.md", "40-own/en.md"}


def test_what_is_wrong_with_a_page_that_is_not_chosen_harms_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "40-own"
    folder.mkdir(parents=True)
    (folder / "page.yml").write_text("page: [", encoding="utf-8")
    assert check(leiden(), overrides=tmp_path / "pages", chosen=[FIRST]) == ()


def test_without_a_page_there_is_an_empty_site() -> None:
    assert compose(leiden(), chosen=[]) == ()


def test_a_site_in_one_language_can_use_pages_that_are_written_in_two() -> None:
    pages = compose(in_languages("en"), chosen=[FIRST, SECOND])
    assert [page.language for page in pages] == ["en", "en"]
    both = {(page.id, page.language): page.body for page in compose(leiden(), chosen=[FIRST, SECOND])}
    assert [page.body for page in pages] == [both[page.id, "en"] for page in pages]


def test_a_fact_in_more_languages_than_the_site_has_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text(
        "vision: {nl: toen, en: then, date: 2022-01-31, owner: Team, source: Notulen}\n", encoding="utf-8"
    )
    assert check(in_languages("nl"), overrides=tmp_path / "pages", chosen=[FIRST]) == ()


def test_a_fact_without_a_language_of_the_site_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "facts.yml").write_text(
        "vision: {nl: toen, date: 2022-01-31, owner: Team, source: Notulen}\n", encoding="utf-8"
    )
    (problem,) = check(leiden(), overrides=tmp_path / "pages", chosen=[FIRST])
    assert "'vision' should have date, en, nl, owner, source" in problem.sentence
