"""Every link within the repository leads somewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.reading import REPOSITORY, anchors, links, markdown


def broken(file: Path, text: str) -> list[str]:
    """The links of a text, standing in this file, that lead to no file or to no heading."""
    wrong = []
    for link in links(text):
        if link.startswith(("https://", "http://", "mailto:")):
            continue
        place, _, anchor = unquote(link).partition("#")
        target = (file.parent / place).resolve() if place else file
        there = target.exists() and target.is_relative_to(REPOSITORY)
        if there and anchor:
            there = anchor in anchors(target.read_text(encoding="utf-8") if place else text)
        if not there:
            wrong.append(link)
    return wrong


@pytest.mark.parametrize("file", markdown(), ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_lead_to_a_file_and_a_heading_that_exist(file: Path) -> None:
    assert not broken(file, file.read_text(encoding="utf-8"))


def test_a_link_to_nothing_is_found() -> None:
    text = (
        "# Here\n\n[a](nowhere.md) [b](README.md) [c](README.md#no-such-heading) [d](#here) [e](#there)\n"
        "`[f](code.md)`\n\n```sh\n[g](fenced.md)\n```\n[h](../outside.md) [i](https://example.org/x)\n"
    )
    assert broken(REPOSITORY / "README.md", text.replace("README.md#no", "CHANGELOG.md#no")) == [
        "nowhere.md",
        "CHANGELOG.md#no-such-heading",
        "#there",
        "../outside.md",
    ]


def test_headings_make_the_anchors_that_forges_make() -> None:
    assert anchors("# D1 · A `code_x` (b)\n\n## Same\n\n## Same\n") == {"d1--a-code_x-b", "same", "same-1"}
