"""The small publication, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.outputs import opendata
from tests.outputs.opendata.a_publication import BEFORE, publication


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of the small publication."""
    target = tmp_path_factory.mktemp("opendata") / "data"
    opendata.write(publication(), target)
    return target


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, when everybody in it is invented and there was an edition before."""
    target = tmp_path_factory.mktemp("opendata") / "data"
    opendata.write(publication(invented=True, before=BEFORE), target)
    return target
