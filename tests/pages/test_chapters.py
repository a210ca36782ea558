"""The chapter of a page: the part of the monitor under which it is listed."""

from __future__ import annotations

from pathlib import Path

import yaml

from internationals import texts
from internationals.pages import compose
from internationals.pages.folders import BUILT_IN
from tests.pages.releases import leiden
from tests.pages.test_for_each import PAGE
from tests.pages.test_refusals import SPEC, project


def chapters(overrides: Path | None = None) -> dict[str, str]:
    return {page.id: page.chapter for page in compose(leiden(), overrides=overrides)}


def test_a_page_is_of_the_chapter_that_it_names(tmp_path: Path) -> None:
    named = project(tmp_path, spec=SPEC.replace("page: 40\n", "page: 40\nchapter: children\n"))
    assert chapters(named)["40-dutch"] == "children"


def test_a_page_that_names_none_is_of_no_chapter(tmp_path: Path) -> None:
    assert chapters(project(tmp_path))["40-dutch"] == ""


def test_every_copy_of_a_page_is_of_its_chapter(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "60-own"
    folder.mkdir(parents=True)
    spec = PAGE.replace("page: 60\n", "page: 60\nchapter: nationalities\n") % '["0001", $listed]'
    (folder / "page.yml").write_text(spec, encoding="utf-8")
    for language in ("nl", "en"):
        (folder / f"{language}.md").write_text("{{ this }}.", encoding="utf-8")
    made = {name: chapter for name, chapter in chapters(tmp_path / "pages").items() if name.startswith("60")}
    assert made == dict.fromkeys(("60-own-0001", "60-own-0055", "60-own-0064"), "nationalities")


def test_every_built_in_page_has_a_chapter_and_those_of_one_stand_together() -> None:
    found = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in BUILT_IN.glob("*/page.yml")]
    in_order = [spec["chapter"] for spec in sorted(found, key=lambda spec: spec["page"])]
    begun = [name for at, name in enumerate(in_order) if at == 0 or in_order[at - 1] != name]
    assert len(begun) == len(set(begun))
    assert {*begun, "other"} == set(texts.under("nl", "chapter"))
