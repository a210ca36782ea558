"""A small project of an editor: a release in its folder, three built-in pages, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from internationals import release
from internationals.pages.folders import BUILT_IN
from tests.outputs.a_site import MANIFEST
from tests.pages.releases import leiden

PAGES = ("05-nationality-background", "09-arrivals-departures", "16-nationalities")
PAGE = "16-nationalities"
OF_PAGE = {"nl": "nl/nationaliteiten/index.html", "en": "en/nationalities/index.html"}
OF_OTHER = {"nl": "nl/vestiging-en-vertrek/index.html", "en": "en/arrivals-and-departures/index.html"}


def project(folder: Path, pages: Sequence[str] | None = PAGES) -> Path:
    """Make the project in an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "municipality.yml", municipality())
    edition(folder, pages)
    made = leiden()
    facts = {**MANIFEST, **made.manifest, "publisher": "Gemeente Leiden"}
    release.write(folder / "releases" / "2022", facts, made.tables.values())
    return folder


def municipality() -> dict[str, Any]:
    return {
        "code": "GM0546",
        "name": {"nl": "Leiden", "en": "Leiden"},
        "publisher": "Gemeente Leiden",
        "contact": "onderzoek@example.org",
        "invented": True,
    }


def edition(folder: Path, pages: Sequence[str] | None) -> None:
    """The settings of the edition, with these pages."""
    chosen = {} if pages is None else {"pages": list(pages)}
    write(folder / "editions" / "2022.yml", {"reference_date": "2022-01-01", **chosen})


def write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def built_in(name: str, page: str = PAGE) -> str:
    """The text of a file of a built-in page."""
    return (BUILT_IN / page / name).read_text(encoding="utf-8")


def own(folder: Path, name: str, text: str, page: str = PAGE) -> Path:
    """Put the project's own file in the place of a built-in one."""
    path = folder / "pages" / page / name
    write(path, text)
    return path
