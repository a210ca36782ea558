"""Which municipalities have a land border with another country (D21)."""

from __future__ import annotations

import pytest

from internationals.definitions import codes
from internationals.definitions.borders import border_municipalities, is_border


@pytest.mark.parametrize("name", ["Vaals", "Maastricht", "Hulst", "Kerkrade", "Winterswijk", "Oldambt"])
def test_these_touch_belgium_or_germany(name: str) -> None:
    (code,) = (c for c, place in codes.municipalities().items() if place.name == name and not place.valid_to)
    assert is_border(code)


@pytest.mark.parametrize("code", ["0362", "0518", "0363", "0546", "0917", "0268"])
def test_these_do_not(code: str) -> None:
    assert not is_border(code)


def test_every_border_municipality_exists_today_and_says_its_neighbour() -> None:
    for code, neighbour in border_municipalities().items():
        assert codes.municipalities()[code].valid_to is None
        assert neighbour in ("BE", "DE", "BE+DE")


def test_the_three_countries_meet_at_vaals() -> None:
    assert border_municipalities()["0981"] == "BE+DE"
