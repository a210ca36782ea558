"""D25: districts and neighbourhoods."""

import pytest

from internationals.definitions.codes import areas
from internationals.definitions.geography import area_name, district_of, is_neighbourhood
from internationals.shapes import DataError
from tests.spec.spec_table import Examples

DISTRICT = Examples(
    "D25",
    "In which district does a neighbourhood of Leiden lie?",
    ("neighbourhood",),
    (
        ("Groenoord lies in Leiden-Noord", "05460300", "Leiden-Noord"),
        ("Noorderkwartier lies in Leiden-Noord", "05460301", "Leiden-Noord"),
        ("De Kooi lies in Leiden-Noord", "05460302", "Leiden-Noord"),
        ("Haagweg-Zuid lies in Bos- en Gasthuisdistrict", "05460506", "Bos- en Gasthuisdistrict"),
        ("Lage Mors lies in Morsdistrict", "05460601", "Morsdistrict"),
        ("Hoge Mors lies in Morsdistrict", "05460602", "Morsdistrict"),
        ("Slaaghwijk lies in Merenwijkdistrict", "05460800", "Merenwijkdistrict"),
        ("Pieterswijk lies in the southern inner city", "05460000", "Binnenstad-Zuid"),
        ("Noordvest lies in the northern inner city", "05460105", "Binnenstad-Noord"),
    ),
)

NEIGHBOURHOOD = Examples(
    "D25",
    "Is this a neighbourhood of the municipality?",
    ("municipality", "code"),
    (
        ("Slaaghwijk of Leiden", "0546", "05460800", True),
        ("A neighbourhood of another municipality", "0546", "05470000", False),
        ("A district is no neighbourhood", "0546", "054608", False),
        ("A code that Leiden's list does not have", "0546", "05469999", False),
        ("Without a list the form decides", "0547", "05479999", True),
        ("Without a list it is still the own municipality's", "0547", "05460800", False),
        ("Nothing filled in", "0546", "", False),
        ("Letters", "0547", "0547000x", False),
    ),
)


@DISTRICT.run
def test_the_district_of_a_neighbourhood(neighbourhood, expected):
    assert area_name("0546", district_of(neighbourhood), "nl") == expected


@NEIGHBOURHOOD.run
def test_neighbourhoods(municipality, code, expected):
    assert is_neighbourhood(municipality, code) is expected


def test_leiden_has_ten_districts_and_fifty_four_neighbourhoods():
    levels = [area.level for area in areas("0546").values()]
    assert (levels.count("district"), levels.count("neighbourhood"), len(levels)) == (10, 54, 64)


def test_every_neighbourhood_lies_in_a_district_and_every_district_has_one():
    listed = areas("0546")
    districts = {code for code, area in listed.items() if area.level == "district"}
    assert {district_of(code) for code, area in listed.items() if area.level == "neighbourhood"} == districts


def test_names_in_both_languages():
    assert area_name("0546", "05460800", "nl") == "Slaaghwijk"
    assert area_name("0546", "05460800", "en") == "Slaaghwijk"


def test_a_municipality_without_a_list_shows_codes():
    assert areas("0547") == {}
    assert area_name("0547", "05470000", "nl") == "05470000"


@pytest.mark.parametrize("code", ["", "054608", "0546080", "054608000", "0546O800"])
def test_only_a_neighbourhood_has_a_district(code):
    with pytest.raises(DataError, match="is no neighbourhood"):
        district_of(code)


def test_an_area_or_a_language_that_is_not_there_is_refused():
    with pytest.raises(DataError, match="not an area"):
        area_name("0546", "05469999", "nl")
    with pytest.raises(DataError, match="no names in"):
        area_name("0546", "05460800", "fr")
