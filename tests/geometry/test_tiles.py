"""Our own layout of Leiden: every area once, each in its own place, north up."""

from __future__ import annotations

import pytest

from internationals.definitions import codes


@pytest.mark.parametrize("digits", [6, 8])
def test_every_area_has_a_tile_and_no_tile_has_two(digits: int) -> None:
    tiles = {code: place for code, place in codes.tiles("0546").items() if len(code) == digits}
    assert set(tiles) == {code for code in codes.areas("0546") if len(code) == digits}
    assert len(set(tiles.values())) == len(tiles)


def test_what_lies_north_or_west_in_town_does_so_on_the_tiles() -> None:
    tiles = {codes.areas("0546")[code].nl: place for code, place in codes.tiles("0546").items()}
    for north, south in (("Slaaghwijk", "De Kooi"), ("Vogelwijk", "Boshuizen"), ("Vreewijk", "Oostvliet")):
        assert tiles[north][1] < tiles[south][1]
    for west, east in (
        ("Schenkwijk", "Pieterswijk"),
        ("Pieterswijk", "De Waard"),
        ("Leeuwenhoek", "Groenoord"),
    ):
        assert tiles[west][0] < tiles[east][0]
    assert tiles["Merenwijkdistrict"][1] < tiles["Leiden-Noord"][1] < tiles["Roodenburgerdistrict"][1]


def test_a_municipality_without_a_layout_has_no_tiles() -> None:
    assert codes.tiles("0518") == {}
