"""Office files of a whole publication: complete, the same every time, and following the release."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

from internationals.outputs.office import write
from internationals.project import Project
from internationals.publish import publication
from internationals.shapes import Publication
from tests.outputs.office.a_publication import awkward, published, town
from tests.outputs.office.reading import HEADER, found, ods_rows, ods_values, released, xlsx_rows
from tests.pages.releases import leiden as published_figures
from tests.pages.releases import withheld

READERS = {"xlsx": xlsx_rows, "ods": ods_rows}


@pytest.fixture(scope="module")
def of_leiden(leiden: Project, tmp_path_factory: pytest.TempPathFactory) -> tuple[Publication, Path]:
    made = publication(leiden, "2022")
    folder = tmp_path_factory.mktemp("leiden")
    write(made, folder)
    return made, folder


def test_every_number_of_the_demo_stands_in_every_workbook_as_it_was_released(
    of_leiden: tuple[Publication, Path],
) -> None:
    made, folder = of_leiden
    expected = {name: released(table) for name, table in made.release.tables.items()}
    assert sum(map(len, expected.values())) > 200_000
    for kind, read in (("xlsx", xlsx_rows), ("ods", ods_values)):
        for language in made.languages:
            sheets = read(folder / f"tables.{language}.{kind}")
            for name, numbers in expected.items():
                there = found(made.release.tables[name], sheets[name[:31]], language)
                assert there.keys() <= numbers.keys()
                wrong = {key: value for key, value in numbers.items() if there.get(key, 0) != value}
                assert not wrong, f"{name} in tables.{language}.{kind}"


def test_every_figure_of_the_demo_has_a_slide_and_every_slide_another_title(
    of_leiden: tuple[Publication, Path],
) -> None:
    made, folder = of_leiden
    for language in made.languages:
        slides = Presentation(str(folder / f"slides.{language}.pptx")).slides
        titles = [slide.shapes.title.text_frame.text for slide in slides]
        assert len(set(titles)) == len(titles) == len(made.figures) // 2 + 2


def digests(folder: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.mark.parametrize("make", [town, awkward])
def test_the_same_publication_gives_the_same_bytes(make: object, tmp_path: Path) -> None:
    assert callable(make)
    for name in ("once", "again"):
        write(make(), tmp_path / name)
    assert digests(tmp_path / "once") == digests(tmp_path / "again")


def test_no_file_knows_when_it_was_made(awkward_office: Path) -> None:
    today = datetime.now(UTC).date().isoformat().encode()
    for path in awkward_office.iterdir():
        for name, moment, content in parts(path.read_bytes()):
            assert moment == (1980, 1, 1, 0, 0, 0), f"{name} of {path.name}"
            assert today not in content, f"{name} of {path.name}"


def parts(package: bytes) -> Iterator[tuple[str, tuple[int, ...], bytes]]:
    """Every part of a package with its moment, and those of the packages within it."""
    with ZipFile(BytesIO(package)) as opened:
        for entry in opened.infolist():
            content = opened.read(entry)
            yield entry.filename, entry.date_time, content
            if entry.filename.endswith(".xlsx"):
                yield from parts(content)


def test_a_number_that_changes_in_the_release_changes_in_every_file(
    town_office: Path, tmp_path: Path
) -> None:
    write(town(arrivals={("2021",): 4050.0}), tmp_path)
    before, after = digests(town_office), digests(tmp_path)
    assert all(before[name] != after[name] for name in before)
    for kind, read in READERS.items():
        rows = read(tmp_path / f"tables.nl.{kind}")["arrivals"]
        assert rows[-1][:2] == ("2021", 4050)
    values = [
        value
        for slide in Presentation(str(tmp_path / "slides.nl.pptx")).slides
        for shape in slide.shapes
        if shape.has_chart
        for series in shape.chart.plots[0].series
        for value in series.values
    ]
    assert 4050 in values and 4049 not in values


def test_a_town_where_nearly_everything_is_withheld_has_its_files(tmp_path: Path) -> None:
    made = published(withheld(published_figures(), keep=1))
    write(made, tmp_path)
    for kind, read in READERS.items():
        sheets = read(tmp_path / f"tables.nl.{kind}")
        for name, table in made.release.tables.items():
            numbers = released(table)
            there = found(table, sheets[name], "nl")
            assert {key: there.get(key, 0) for key in numbers} == numbers
    rows = xlsx_rows(tmp_path / "tables.nl.xlsx")["arrivals"]
    assert [row[1] for row in rows[HEADER + 1 :]] == [2747, *["[c]"] * 9]
    slides = Presentation(str(tmp_path / "slides.nl.pptx")).slides
    assert len(slides) == len([chart for page in made.pages_in("nl") for chart in page.charts]) + 2


def test_a_publication_in_one_language_has_files_in_one(tmp_path: Path) -> None:
    whole = town()
    manifest = {**whole.release.manifest, "languages": ["en"]}
    write(replace(whole, release=replace(whole.release, manifest=manifest)), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "slides.en.pptx",
        "tables.en.ods",
        "tables.en.xlsx",
    ]


def test_a_publication_without_figures_has_slides_with_what_it_is_and_a_workbook_of_tables(
    tmp_path: Path,
) -> None:
    write(replace(town(), pages=(), figures={}), tmp_path)
    assert len(Presentation(str(tmp_path / "slides.en.pptx")).slides) == 2
    assert "residents_group" in xlsx_rows(tmp_path / "tables.en.xlsx")
