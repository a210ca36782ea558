"""The office files of the small publications, written once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from internationals.outputs.office import write
from tests.outputs.office.a_publication import awkward, town


@pytest.fixture(scope="session")
def awkward_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("awkward") / "office"
    write(awkward(), folder)
    return folder


@pytest.fixture(scope="session")
def town_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("town") / "office"
    write(town(), folder)
    return folder


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice; tests that need it are skipped where it is not."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("no LibreOffice on this machine")
    return found
