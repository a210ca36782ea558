"""What the site refuses to write, and that it then writes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from internationals.outputs.site import SiteError
from internationals.shapes import Page
from internationals.texts import TextError
from tests.outputs.a_site import MANIFEST, figures, pages, write

FIRST, *REST = pages()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ([replace(FIRST, slug="../up"), *REST], r"'\.\./up'.*lower-case letters"),
        ([replace(FIRST, slug="nationality"), *REST], "share the slug 'nationality'"),
        (
            [replace(FIRST, alternates={"nl": "nergens", "en": "arrivals"}), *REST],
            "'nergens' as its 'nl' version",
        ),
        ([replace(FIRST, alternates={"en": "arrivals"}), *REST], "None as its 'nl' version"),
        (REST, "'arrivals' as its 'en' version, but there is no such page"),
        ([replace(FIRST, slug="twice"), *pages()], "two pages 'flows'"),
        ([replace(FIRST, language="fr"), *REST], "'fr', but this release has nl, en"),
    ],
)
def test_pages_that_do_not_fit_together(changed: list[Page], sentence: str, tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=sentence):
        write(changed, figures(pages()), MANIFEST, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"languages": []}, "names no language"),
        ({"reference_date": "1 januari"}, "'1 januari'"),
        ({"site_url": "http://example.org"}, "https:// to a closing slash"),
        ({"municipality": {"code": "GM0546", "name": {"nl": "Leiden"}}}, "not in 'en'"),
    ],
)
def test_a_manifest_that_says_something_impossible(
    changes: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(SiteError, match=sentence):
        write(pages(), figures(pages()), {**MANIFEST, **changes}, tmp_path / "site")


@pytest.mark.parametrize("key", MANIFEST)
def test_a_manifest_that_lacks_a_key_is_never_guessed_at(key: str, tmp_path: Path) -> None:
    lacking = {name: value for name, value in MANIFEST.items() if name != key}
    with pytest.raises(SiteError, match=f"lacks {key}"):
        write(pages(), figures(pages()), lacking, tmp_path / "site")


def test_a_figure_that_was_not_drawn(tmp_path: Path) -> None:
    drawn = figures(pages())
    del drawn["flows.en"]
    with pytest.raises(SiteError, match=r"'flows\.en', but that figure was not drawn"):
        write(pages(), drawn, MANIFEST, tmp_path / "site")


def test_two_charts_with_one_id(tmp_path: Path) -> None:
    drawn = figures(pages())
    drawn["flows.en"] = replace(drawn["flows.en"], chart=replace(drawn["flows.en"].chart, title="Another"))
    with pytest.raises(SiteError, match="Two charts share an id"):
        write(pages(), drawn, MANIFEST, tmp_path / "site")


def test_a_language_without_interface_words(tmp_path: Path) -> None:
    french = replace(FIRST, language="fr", slug="flux", alternates={"fr": "flux"})
    charts = tuple(replace(chart, language="fr") for chart in french.charts)
    drawn = {
        f"{new.id}.fr": replace(figures(pages())[f"{old.id}.en"], chart=new)
        for old, new in zip(FIRST.charts, charts, strict=True)
    }
    manifest = {**MANIFEST, "languages": ["fr"], "municipality": {"code": "GM0546", "name": {"fr": "Leyde"}}}
    with pytest.raises(TextError, match="'fr'"):
        write([replace(french, charts=charts)], drawn, manifest, tmp_path / "site")


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("older")
    with pytest.raises(SiteError, match="not empty"):
        write(pages(), figures(pages()), MANIFEST, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_text() == "older"
