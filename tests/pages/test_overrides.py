"""A project's own pages, the guide for editors, and the folders that are found."""

from __future__ import annotations

import re
from pathlib import Path

from internationals.definitions.thresholds import thresholds
from internationals.pages import check, compose
from internationals.pages.operations import operations
from tests.pages.releases import leiden
from tests.pages.test_published_figures import text

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "write-a-page.md"
EXAMPLE = re.compile(r"^`(pages/[^`]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_a_project_replaces_one_file_of_a_built_in_page(tmp_path: Path) -> None:
    built_in = {page.language: page for page in compose(leiden()) if page.number == 16}
    folder = tmp_path / "pages" / "16-nationalities"
    folder.mkdir(parents=True)
    source = Path(compose.__code__.co_filename).parent / "built_in" / "16-nationalities" / "nl.md"
    own = source.read_text(encoding="utf-8").replace("onder hen", "onder deze inwoners")
    (folder / "nl.md").write_text(own, encoding="utf-8")
    made = {
        page.language: page for page in compose(leiden(), overrides=tmp_path / "pages") if page.number == 16
    }
    assert "onder deze inwoners" in made["nl"].body and "onder deze inwoners" not in built_in["nl"].body
    assert made["en"] == built_in["en"]


def test_an_override_that_forgets_a_figure_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "16-nationalities"
    folder.mkdir(parents=True)
    (folder / "nl.md").write_text("Niets.\n", encoding="utf-8")
    (problem,) = check(leiden(), overrides=tmp_path / "pages")
    assert problem.file == "pages/16-nationalities/nl.md" and "nl lacks" in problem.sentence


def test_an_unknown_file_and_an_unfit_folder_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pages" / "16-nationalities").mkdir(parents=True)
    (tmp_path / "pages" / "16-nationalities" / "nl.markdown").write_text("x", encoding="utf-8")
    (tmp_path / "pages" / "Nationalities").mkdir()
    files = [problem.file for problem in check(leiden(), overrides=tmp_path / "pages")]
    assert files == ["pages/16-nationalities/nl.markdown", "pages/Nationalities"]


def test_a_page_that_lacks_a_language_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "40-half"
    folder.mkdir(parents=True)
    (folder / "page.yml").write_text("page: 40\n", encoding="utf-8")
    (folder / "nl.md").write_text("Niets.\n", encoding="utf-8")
    (problem,) = check(leiden(), overrides=tmp_path / "pages")
    assert problem.file == "40-half/en.md"


def test_a_pages_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert compose(leiden(), overrides=tmp_path / "pages") == compose(leiden())


def test_the_example_of_the_guide_is_a_page(tmp_path: Path) -> None:
    files = EXAMPLE.findall(GUIDE.read_text(encoding="utf-8"))
    assert [name.rpartition("/")[2] for name, _ in files] == ["page.yml", "nl.md", "en.md"]
    for name, content in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    made = {
        page.language: page for page in compose(leiden(), overrides=tmp_path / "pages") if page.number == 40
    }
    assert made["nl"].headline == "Het aantal Nederlanders in Leiden steeg naar 110.565"
    assert "Since 2017, that number has risen by 1.0%." in text(made["en"])


def test_the_guide_names_every_operation_and_no_other() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    tables = {part.partition("\n")[0]: part for part in guide.split("\n### ")}
    values = set(re.findall(r"`\{(\w+):", tables["Values"]))
    rows = [line.split("|")[1] for line in tables["Claims"].splitlines() if line.startswith("| `")]
    claims = set(re.findall(r"`(\w+)`(?! *\))", " ".join(re.sub(r"\(.*?\)", "", row) for row in rows)))
    assert values == set(operations("values"))
    assert claims == set(operations("claims"))


def test_the_guide_names_the_thresholds_that_hold() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    known = thresholds()
    assert (
        f"under {known['slight_below']:.0f}%" in guide and f"is {known['strong_from']:.0f}% or more" in guide
    )
    assert f"above {known['mainly_above']:.0f}%, or {known['vast_majority_from']:.0f}% or more" in guide
