"""Small PDFs written once, and the program that reads them aloud as text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from internationals.outputs.pdf import write
from internationals.shapes import Publication
from tests.outputs.pdf import publications
from tests.outputs.pdf.reading import Reader


@pytest.fixture(scope="session")
def read() -> Reader:
    """Reads a PDF with pdftotext; tests that need it are skipped where there is none."""
    found = shutil.which("pdftotext")
    if found is None:
        pytest.skip("no pdftotext on this machine (Debian: poppler-utils)")
    return Reader(found)


@pytest.fixture(scope="session")
def small() -> Publication:
    return publications.small()


@pytest.fixture(scope="session")
def small_pdfs(small: Publication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(small, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def withheld_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(publications.withheld(), tmp_path_factory.mktemp("withheld"))


@pytest.fixture(scope="session")
def awkward_pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(publications.awkward(), tmp_path_factory.mktemp("awkward"))


def written(publication: Publication, folder: Path) -> Path:
    write(publication, folder / "pdf")
    return folder / "pdf"
