"""What is written, what it claims to be, and that others find it so."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

import tests
from internationals.outputs.pdf import PdfError, write
from internationals.outputs.pdf.typesetting import FILES, fonts
from internationals.shapes import Publication
from tests.outputs.pdf import publications
from tests.outputs.pdf.checkers import faults
from tests.outputs.pdf.publications import in_dutch, page, publication

NAMES = [f"{kind}.{language}.pdf" for kind in ("report", "summary") for language in ("nl", "en")]


def test_every_language_has_a_report_and_a_summary_and_a_news_item_where_there_is_one(
    small_pdfs: Path, withheld_pdfs: Path
) -> None:
    assert {path.name for path in small_pdfs.iterdir()} == set(NAMES)
    assert {path.name for path in withheld_pdfs.iterdir()} == {*NAMES, "news.nl.pdf", "news.en.pdf"}


@pytest.mark.parametrize("name", NAMES)
def test_the_checkers_have_nothing_to_say(small_pdfs: Path, name: str) -> None:
    assert faults(small_pdfs / name) == []


@pytest.mark.parametrize(
    "name", ["report.nl.pdf", "report.en.pdf", "summary.nl.pdf", "news.nl.pdf", "news.en.pdf"]
)
def test_nor_about_a_town_of_which_nothing_can_be_shown(withheld_pdfs: Path, name: str) -> None:
    assert faults(withheld_pdfs / name) == []


@pytest.mark.parametrize("name", ["report.nl.pdf", "summary.nl.pdf"])
def test_awkward_documents_conform_as_well(awkward_pdfs: Path, name: str) -> None:
    for profile in ("ua1", "2a"):
        assert page_validation.validate_pdf(awkward_pdfs / name, profile=profile).failures == []


def test_a_document_says_what_it_is(small_pdfs: Path) -> None:
    with pikepdf.open(small_pdfs / "report.en.pdf") as document, document.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        assert said["dc:title"] == "International residents of Leiden. Monitor, 2022 edition (invented data)"
        assert said["dc:creator"] == ["Gemeente Leiden & co"]
        assert str(document.Root.Lang) == "en"
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_real_data_is_not_called_invented(read: object, tmp_path: Path) -> None:
    write(publication([page("een")], languages=["nl"], invented=False), tmp_path)
    with pikepdf.open(tmp_path / "report.nl.pdf") as document:
        assert str(document.docinfo.Title) == "Internationale inwoners van Leiden. Monitor, editie 2022"


def test_its_date_is_the_reference_date_and_it_names_no_machine(small_pdfs: Path) -> None:
    for path in small_pdfs.iterdir():
        with pikepdf.open(path) as document:
            told = {str(key): str(value) for key, value in document.docinfo.items()}
        assert told.pop("/CreationDate") == told.pop("/ModDate") == "D:20220101000000Z"
        assert told.pop("/Creator").startswith("Typst ")
        assert told.pop("/Author") == "Gemeente Leiden & co"
        assert set(told) == {"/Title", "/Subject"}


def test_the_letters_are_our_own(small_pdfs: Path) -> None:
    for path in small_pdfs.iterdir():
        with pikepdf.open(path) as document:
            found = {
                str(each.FontName)
                for each in document.objects
                if isinstance(each, pikepdf.Dictionary) and "/FontName" in each
            }
        families = {re.sub(r"^/[A-Z]{6}\+", "", name).partition("-")[0] for name in found}
        assert families <= {"NotoSans", "DejaVuSansMono"}, path.name
        assert "NotoSans" in families


def test_equal_input_gives_equal_bytes_in_another_folder_and_process(
    small_pdfs: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from internationals.outputs.pdf import write;"
        "from tests.outputs.pdf.publications import small; write(small(), Path(sys.argv[1]))"
    )
    root = Path(tests.__file__).parent.parent
    path = os.pathsep.join([str(root / "src"), str(root)])
    subprocess.run(
        [sys.executable, "-c", code, tmp_path / "elsewhere"],
        check=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7"},
    )  # fmt: skip
    for made in small_pdfs.iterdir():
        assert (tmp_path / "elsewhere" / made.name).read_bytes() == made.read_bytes(), made.name


def test_missing_fonts_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / FILES[0]).touch()
    with pytest.raises(PdfError, match=r"NotoSans-Bold\.ttf.* is not in .*Run 'make assets'"):
        fonts(tmp_path)


def test_a_letter_that_no_font_has_is_named(tmp_path: Path) -> None:
    for text in ("Een 漢 in de tekst", "Een \ue000 in de tekst"):
        with pytest.raises(PdfError, match="none of the fonts of the PDFs has that letter"):
            write(in_dutch(page("een", body=f"<p>{text}</p>")), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_edition_without_pages_still_says_what_it_is(read, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write(publication([], languages=["nl"]), tmp_path)
    assert "InternationaleinwonersvanLeiden" in read.text(tmp_path / "report.nl.pdf")
    assert len(read.pages(tmp_path / "summary.nl.pdf")) == 1


def test_a_publication_is_left_as_it_was(small: Publication) -> None:
    assert small == publications.small()
