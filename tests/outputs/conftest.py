"""The small site, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.a_site import MANIFEST, figures, pages, write


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public") / "site"
    write(pages(), figures(pages()), MANIFEST, folder)
    return folder
