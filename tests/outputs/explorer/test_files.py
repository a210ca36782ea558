"""The files that the explorer reads, and the page without a script."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from html import unescape

import pytest

from internationals.outputs.downloads import downloads
from internationals.outputs.opendata.documents import documents as opendata_documents
from internationals.outputs.site import documents, table_files
from internationals.outputs.site.bases import base_of
from internationals.outputs.site.explorer import catalogue, outlines
from internationals.outputs.site.plan import planned
from internationals.shapes import AreaOutline, Dimension, Geometry
from tests.browser.an_explorer import publication


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    made = publication()
    return dict(documents(planned(made, downloads(made))))


def test_there_is_a_page_and_one_to_embed_in_every_language_and_what_they_read(
    files: dict[str, bytes],
) -> None:
    for path in ("nl/explorer/index.html", "en/explorer/index.html", "nl/explorer/insluiten/index.html",
                 "en/explorer/embed/index.html", "explorer/tables.nl.json.gz", "explorer/tables.en.json.gz",
                 "explorer/geometry/district.json"):  # fmt: skip
        assert files[path]


def test_the_page_allows_no_style_or_script_but_its_files(files: dict[str, bytes]) -> None:
    page = unescape(files["en/explorer/index.html"].decode())
    assert "script-src 'self'" in page and "unsafe" not in page
    assert "style=" not in page and "<style" not in page
    assert "<" not in page.partition('id="explorer-facts">')[2].partition("</script>")[0]
    json.loads(page.partition('id="explorer-facts">')[2].partition("</script>")[0])


def test_the_list_of_tables_says_what_a_dimension_is(files: dict[str, bytes]) -> None:
    tables = {
        entry["id"]: entry for entry in json.loads(gzip.decompress(files["explorer/tables.nl.json.gz"]))
    }
    assert next(iter(tables)) == "residents_group"
    dimensions = {each["id"]: each for each in tables["residents_district"]["dimensions"]}
    assert tables["residents_district"]["rounded"] == 5
    assert dimensions["group"] == {"id": "group", "total": "total", "first": "international"}
    assert dimensions["district"]["map"] == "district"
    assert dimensions["district"]["base"] == {"table": "residents_group", "codes": {}}


def test_a_total_comes_only_from_a_table_of_the_same_unit_with_all_other_dimensions() -> None:
    tables = publication().release.tables
    cards = {name: table.card for name, table in tables.items()}
    card = cards["residents_nationality"]
    nationality = card.dimensions[1]
    assert base_of(card, nationality, cards, "0546") == {
        "table": "residents_group",
        "codes": {"group": "total"},
    }
    assert base_of(card, card.dimensions[0], cards, "0546") is None
    other = replace(cards["residents_group"], unit={"nl": "%", "en": "%"})
    assert base_of(card, nationality, {**cards, "residents_group": other}, "0546") is None
    assert base_of(card, nationality, {}, "0546") is None


def test_outlines_are_whole_numbers_from_the_top_left() -> None:
    square = AreaOutline("01", (((10.0, 10.0), (20.0, 10.0), (20.0, 30.0), (10.0, 30.0)),))
    assert outlines(Geometry("district", (square,))) == {
        "level": "district",
        "source": {},
        "width": 2000,
        "height": 4000,
        "areas": [{"code": "01", "rings": [[0, 4000, 2000, 0, 0, -4000, -2000, 0]]}],
    }


def test_a_table_without_codes_is_not_offered_and_no_tables_make_no_explorer() -> None:
    made = publication()
    table = made.release.tables["quality"]
    empty = replace(
        table, cells={}, card=replace(table.card, dimensions=(Dimension("year", {"nl": "J", "en": "Y"}, {}),))
    )
    with_empty = replace(
        made, release=replace(made.release, tables={**made.release.tables, "quality": empty})
    )
    assert "quality" not in {entry["id"] for entry in catalogue(planned(with_empty), "en")}
    none = planned(replace(made, release=replace(made.release, tables={"quality": empty})))
    assert "explorer" not in none.own
    assert not [path for path, _ in documents(none) if "explorer/" in path]
    assert not list(table_files(replace(made.release, tables={"quality": empty})))


def test_the_tables_are_those_of_the_open_data_packed() -> None:
    made = publication()
    published = dict(opendata_documents(made))
    packed = dict(table_files(made.release))
    assert set(packed) == {
        f"explorer/tables/{name}.{language}.json.gz"
        for name in made.release.tables
        for language in ("nl", "en")
    }
    for path, content in packed.items():
        name = path.removeprefix("explorer/").removesuffix(".gz")
        assert gzip.decompress(content) == published[name]
        assert len(content) < len(published[name])


def test_the_same_publication_gives_the_same_files(files: dict[str, bytes]) -> None:
    made = publication()
    assert dict(documents(planned(made, downloads(made)))) == files
    assert dict(table_files(made.release)) == dict(table_files(made.release))
