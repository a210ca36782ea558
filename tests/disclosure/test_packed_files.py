"""The search of what is published looks into packed files: a person's number in one of them is found."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pikepdf
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from internationals import auditing
from internationals.project import open_project
from tests.projects import project

NUMBER = "3710048291"
NAMES = (
    "numbers.xlsx",
    "numbers.ods",
    "slides.pptx",
    "report.pdf",
    "table.parquet",
    "table.json.gz",
    "page.html",
)
PARTS = {".xlsx": "xl/sharedStrings.xml", ".ods": "content.xml", ".pptx": "ppt/slides/slide1.xml"}


def written(file: Path, said: str) -> None:
    """A file of a kind, packed as programs pack it, that says something."""
    if file.suffix in PARTS:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("[Content_Types].xml", "<Types/>")
            packed.writestr(PARTS[file.suffix], f"<part><t>{said}</t></part>" * 20)
    elif file.suffix == ".pdf":
        with pikepdf.new() as document:
            text = f"BT /F1 12 Tf ({said}) Tj ET\n" * 20
            page = document.add_blank_page(page_size=(200, 200))
            page.Contents = document.make_stream(text.encode())
            document.save(file, compress_streams=True, recompress_flate=True)
    elif file.suffix == ".parquet":
        pq.write_table(pa.table({"who": [int(said) if said.isdigit() else 0] * 20}), file, compression="zstd")
    elif file.suffix == ".gz":
        file.write_bytes(gzip.compress(f'{{"who": "{said}"}}'.encode() * 20))
    else:
        file.write_text(f"<p>{said}</p>", encoding="utf-8")


@pytest.fixture
def published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with a file of every kind, of which the number of one person is known; its public folder."""
    folder = project(tmp_path / "leiden")
    (folder / "releases" / "2022").mkdir(parents=True)
    public = folder / "public" / "2022"
    public.mkdir(parents=True)
    monkeypatch.setattr(auditing, "_secrets", lambda *_: (frozenset({NUMBER.encode()}), ()))
    monkeypatch.setattr(auditing, "_unexplained", lambda *_: ())
    return public


def searched(public: Path) -> list[str]:
    """The files in which a trace is found."""
    opened = open_project(public.parent.parent)
    return [Path(trace.file).name for trace in auditing.search(opened, "2022").traces]


@pytest.mark.parametrize("name", NAMES)
def test_a_persons_number_is_found_in_a_file_of_every_kind(published: Path, name: str) -> None:
    for each in NAMES:
        written(published / each, NUMBER if each == name else "nobody in here")
    if name != "page.html":
        assert NUMBER.encode() not in (published / name).read_bytes(), "it has to be looked for inside"
    assert searched(published) == [name]


def test_nothing_is_found_where_no_file_says_it(published: Path) -> None:
    for each in NAMES:
        written(published / each, "nobody in here")
    assert searched(published) == []


def test_what_the_footer_of_a_parquet_file_says_is_found_too(published: Path) -> None:
    table = pa.table({"who": [0]}).replace_schema_metadata({"made for": NUMBER})
    pq.write_table(table, published / "table.parquet")
    assert searched(published) == ["table.parquet"]
