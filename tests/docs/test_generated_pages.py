"""The generated pages of the documentation are current."""

from __future__ import annotations

import pytest

from tests.docs.reading import DOCS, generator

PAGES = generator().pages()


def test_the_reference_has_no_page_that_nobody_writes() -> None:
    assert {f"reference/{path.name}" for path in (DOCS / "reference").iterdir()} == set(PAGES)


@pytest.mark.parametrize("place", sorted(PAGES))
def test_a_page_in_the_repository_is_what_the_project_would_write_now(place: str) -> None:
    committed = (DOCS / place).read_text(encoding="utf-8")
    assert committed == PAGES[place], "run python docs/generate.py"


@pytest.mark.parametrize("place", sorted(PAGES))
def test_a_page_says_that_it_is_written_by_the_project(place: str) -> None:
    assert "written by `python docs/generate.py`" in " ".join(PAGES[place].split())[:700]
