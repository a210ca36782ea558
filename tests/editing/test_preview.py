"""What an editor sees while writing: the changed text at once, a mistake in place of its page, all else as it was."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from internationals import figures, publish
from internationals.pages.page import Draft
from internationals.preview import Preview
from internationals.project import open_project
from internationals.shapes import ClaimError
from tests.editing.a_project import OF_OTHER, OF_PAGE, PAGE, PAGES, built_in, edition, own, project, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project(tmp_path / "leiden")


@pytest.fixture
def preview(folder: Path) -> Preview:
    return Preview(folder, "2022")


def text(preview: Preview, path: str) -> str:
    return preview.renew().documents[path].decode()


def test_the_preview_is_the_site_that_would_be_published(folder: Path, preview: Preview) -> None:
    published = publish.publish(open_project(folder), "2022").site
    files = {
        path.relative_to(published).as_posix(): path.read_bytes()
        for path in published.rglob("*")
        if path.is_file() and path.suffix not in (".xlsx", ".png")
    }
    assert dict(preview.renew().documents) == files


def test_workbooks_and_pictures_are_those_that_would_be_published(folder: Path, preview: Preview) -> None:
    published = publish.publish(open_project(folder), "2022").site
    shown = preview.renew()
    large = [path for path in sorted((published / "data").iterdir()) if path.suffix in (".xlsx", ".png")]
    assert {path.suffix for path in large} == {".xlsx", ".png"}
    for path in large[:4] + large[-4:]:
        assert shown.when_asked(f"data/{path.name}") == path.read_bytes()
    assert shown.when_asked("data/nothing.en.png") is None
    assert shown.when_asked(f"elsewhere/{large[0].name}") is None


def test_nothing_is_written(folder: Path, preview: Preview) -> None:
    before = sorted(folder.rglob("*"))
    preview.renew()
    assert sorted(folder.rglob("*")) == before


def test_a_text_of_ones_own_takes_the_place_of_a_built_in_one(folder: Path, preview: Preview) -> None:
    before = preview.renew().documents
    own(folder, "nl.md", built_in("nl.md") + "\nDit schreef de redactie.\n")
    after = preview.renew().documents
    assert b"Dit schreef de redactie." in after[OF_PAGE["nl"]]
    found_by_the_search = "nl/zoeken/entries.js"
    assert {path for path in after if after[path] != before[path]} == {OF_PAGE["nl"], found_by_the_search}


def test_a_changed_text_is_shown_well_within_a_second(folder: Path, preview: Preview) -> None:
    preview.renew()
    own(folder, "nl.md", built_in("nl.md") + "\nDit schreef de redactie.\n")
    began = time.perf_counter()
    preview.renew()
    assert time.perf_counter() - began < 0.5


def test_only_the_page_that_changed_is_made_again_and_no_figure_is_drawn_again(
    folder: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview.renew()
    made: list[str] = []
    pages = Draft.pages
    monkeypatch.setattr(Draft, "pages", lambda draft: made.append(draft.folder.id) or pages(draft))
    monkeypatch.setattr(figures, "draw", lambda chart: made.append(chart.id))
    own(folder, "nl.md", built_in("nl.md") + "\nDit schreef de redactie.\n")
    preview.renew()
    assert made == [PAGE]


def test_a_mistake_stands_on_its_page_with_file_and_line_and_the_others_stay(
    folder: Path, preview: Preview
) -> None:
    before = preview.renew().documents
    lines = built_in("nl.md").rstrip().count("\n") + 1
    own(folder, "nl.md", built_in("nl.md").rstrip() + "\n\nEr zijn 7 <redenen>.\n")
    shown = preview.renew()
    where = f"pages/{PAGE}/nl.md, line {lines + 2}: "
    assert [mistake.startswith(where) for mistake in shown.mistakes] == [True]
    for path in OF_PAGE.values():
        page = shown.documents[path].decode()
        assert where in page and "<figure" not in page
    assert "kan zo niet worden gepubliceerd" in shown.documents[OF_PAGE["nl"]].decode()
    assert "cannot be published" in shown.documents[OF_PAGE["en"]].decode()
    assert all(shown.documents[path] == before[path] for path in OF_OTHER.values())
    assert shown.elsewhere == ()


def test_a_mistake_that_is_mended_is_gone(folder: Path, preview: Preview) -> None:
    before = preview.renew()
    path = own(folder, "nl.md", "Er zijn 7.\n")
    assert preview.renew().mistakes
    path.unlink()
    assert preview.renew() == before


def test_a_page_that_never_was_right_has_the_address_of_its_folder(folder: Path, preview: Preview) -> None:
    edition(folder, [*PAGES, "40-half"])
    write(folder / "pages" / "40-half" / "page.yml", "page: x\n")
    shown = preview.renew()
    assert "40-half/nl.md, line 1: The page has no text" in shown.documents["nl/half/index.html"].decode()
    assert OF_PAGE["nl"] in shown.documents


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("facts.yml", "vision: x\n", "facts.yml, line 1: The fact 'vision' should have"),
        ("editions/2022.yml", "reference_date: 2022-01-01\nsides: []\n", "Unknown key 'sides'"),
        ("editions/2022.yml", "reference_date: 2022-01-01\npages: [99-x]\n", "chooses the page '99-x'"),
        ("municipality.yml", "code: [\n", "municipality.yml, line 2: this is not YAML"),
        ("releases/2022/manifest.json", '{"format": 0}', "has format 0"),
    ],
)
def test_a_mistake_that_belongs_to_no_page_leaves_the_site_as_it_was(
    folder: Path, preview: Preview, file: str, content: str, said: str
) -> None:
    before = preview.renew().documents
    (folder / file).write_text(content, encoding="utf-8")
    shown = preview.renew()
    assert shown.documents == before
    assert [said in sentence for sentence in shown.elsewhere] == [True]


def test_a_file_in_another_encoding_is_a_mistake_with_its_line(folder: Path, preview: Preview) -> None:
    own(folder, "nl.md", "").write_bytes("Goed.\n\nGeïnd.\n".encode("cp1252"))
    assert f"pages/{PAGE}/nl.md, line 3: The file is not UTF-8. Save it as UTF-8." in preview.renew().mistakes


def test_another_release_is_read_again(folder: Path, preview: Preview) -> None:
    preview.renew()
    manifest = folder / "releases" / "2022" / "manifest.json"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("Gemeente Leiden", "Gemeente Elders"), encoding="utf-8"
    )
    assert "Gemeente Elders" in text(preview, "nl/index.html")


def test_a_fact_is_cited_with_its_source_also_without_a_folder_of_pages(folder: Path) -> None:
    write(
        folder / "facts.yml",
        {
            "vision": {
                "nl": "17 september 2020",
                "en": "17 September 2020",
                "date": "2022-01-31",
                "owner": "Team X",
                "source": "Notulen",
            }
        },
    )
    assert not (folder / "pages").exists()
    publish.publish(open_project(folder), "2022")
    own(folder, "nl.md", built_in("nl.md") + '\nVastgesteld op {{ fact("vision") }}.\n')
    own(folder, "en.md", built_in("en.md") + '\nAdopted on {{ fact("vision") }}.\n')
    site = publish.publish(open_project(folder), "2022").site
    assert "“17 september 2020”: Notulen; nagegaan op 31 januari 2022 door Team X." in (
        site / OF_PAGE["nl"]
    ).read_text(encoding="utf-8")
    assert "“17 September 2020”: Notulen; checked on 31 January 2022 by Team X." in (
        site / OF_PAGE["en"]
    ).read_text(encoding="utf-8")
    assert "Notulen" not in (site / OF_OTHER["nl"]).read_text(encoding="utf-8")


def test_an_unfit_facts_file_is_refused_without_a_folder_of_pages(folder: Path) -> None:
    write(folder / "facts.yml", "vision: x\n")
    with pytest.raises(ClaimError, match=r"facts\.yml, line 1"):
        publish.publish(open_project(folder), "2022")
