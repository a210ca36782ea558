"""Addresses that were given out keep working: every link of an edition, when the next one has been published."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from internationals.project import Project, open_project
from tests.editing.a_project import municipality, write

_LINK = re.compile(r'(?:href|src|action)="([^"]*)"')
_SCHEME = re.compile(r"[a-z]+:")


@pytest.fixture(scope="module")
def public(leiden: Project) -> Path:
    """What stands on a host: two editions, the newest last."""
    return leiden.folder / "public"


def targets(document: Path) -> list[tuple[Path, str]]:
    """The files and places that a page links to or loads, apart from other hosts and mail."""
    found = []
    for link in _LINK.findall(document.read_text(encoding="utf-8")):
        address, _, place = unescape(link).partition("#")
        if not _SCHEME.match(address):
            path = unquote(address.partition("?")[0])
            found.append(((document.parent / path).resolve() if path else document, place))
    return found


@pytest.mark.parametrize("edition", ["2022", "2023"])
def test_every_link_of_an_edition_leads_somewhere(public: Path, edition: str) -> None:
    documents = list((public / edition / "site").rglob("*.html"))
    assert len(documents) > 60
    ids: dict[Path, str] = {}
    broken = []
    for document in documents:
        if document.name == "404.html":  # its links hold at the root of a host, wherever it is shown
            continue
        for target, place in targets(document):
            if not target.is_file():
                broken.append((document, target))
            elif place and target.suffix == ".html":
                text = ids.setdefault(target, target.read_text(encoding="utf-8"))
                if f'id="{place}"' not in text:
                    broken.append((document, Path(f"{target}#{place}")))
    assert not broken, broken[:5]


def test_every_page_of_every_edition_has_an_address_that_leads_to_the_newest(public: Path) -> None:
    newest = {path.relative_to(public / "2023") for path in (public / "2023" / "site").rglob("*.html")}
    older = {path.relative_to(public / "2022") for path in (public / "2022" / "site").rglob("*.html")}
    for path in newest | older:
        if path.name == "404.html":
            continue
        (target,) = [to for to, _ in targets(public / "latest" / path) if to.suffix == ".html"]
        expected = public / ("2023" if path in newest else "2022") / path
        assert target == expected.resolve()


def test_the_start_of_the_host_leads_to_the_newest_edition(public: Path) -> None:
    leading = [to for to, _ in targets(public / "index.html")]
    assert (public / "2023" / "site" / "index.html").resolve() in leading
    assert all(to.is_file() for to in leading)


def test_an_edition_whose_release_is_kept_elsewhere_is_still_among_the_published(tmp_path: Path) -> None:
    for edition in ("2021", "2022", "2023"):
        write(tmp_path / "editions" / f"{edition}.yml", {"reference_date": f"{edition}-01-01"})
    write(tmp_path / "municipality.yml", municipality())
    for edition in ("2022", "2021"):
        (tmp_path / "public" / edition / "site").mkdir(parents=True)
    assert open_project(tmp_path).published() == ["2021", "2022"]
