"""Which tables there are, by the names and dimensions on which pages and downloads rely, and what they are called."""

import pkgutil
from datetime import date

import pytest

from internationals.indicators import families
from internationals.indicators.areas import district_code, neighbourhood_code
from internationals.indicators.cards import cards_of
from internationals.indicators.labels import with_areas_found
from internationals.shapes import Card, Counts, Frame

CONTRACT = {
    "residents_group": "year group",
    "residents_nationality": "year nationality",
    "residents_origin": "year origin",
    "residents_origin2022": "year origin born",
    "residents_origin2022_country": "year origin born",
    "residents_age": "year group age",
    "residents_sex": "year group sex",
    "residents_district": "year group district",
    "residents_neighbourhood": "year group neighbourhood",
    "residents_nationality_age": "year nationality age",
    "residents_nationality_sex": "year nationality sex",
    "residents_nationality_district": "year nationality district",
    "residents_nationality_neighbourhood": "year nationality neighbourhood",
    "arrivals": "year",
    "arrivals_age": "year age",
    "arrivals_counterpart": "year counterpart",
    "arrivals_country": "year country",
    "arrivals_gross": "year",
    "arrivals_nationality": "year nationality",
    "arrivals_persons": "year",
    "departures": "year",
    "departures_age": "year age",
    "departures_counterpart": "year counterpart",
    "departures_gross": "year",
    "departures_nationality": "year nationality",
    "departures_persons": "year",
    "out_and_back": "year",
    "duration_settled": "year duration",
    "duration_settled_age": "year age duration",
    "duration_settled_nationality": "year nationality duration",
    "duration_address": "year duration",
    "duration_address_age": "year age duration",
    "duration_address_nationality": "year nationality duration",
    "repats": "year",
    "repats_age": "year age",
    "repats_caribbean": "year",
    "children": "year age",
    "children_nationality": "year nationality age",
    "children_neighbourhood": "year neighbourhood age",
    "children_born_nl": "year age",
    "status_holders": "year",
    "status_holders_sex": "year sex",
    "status_holders_nationality": "year nationality",
    "status_holders_district": "year district",
    "balance": "year population item",
    "balance_nationality": "year nationality item",
    "quality": "year item",
    "accounting": "year file item",
}


def frame(municipality: str = "GM0546") -> Frame:
    """An edition of two stands and the year between them."""
    name = {"nl": "Leiden", "en": "Leiden"}
    days = (date(2021, 1, 1), date(2022, 1, 1))
    return Frame("2022", municipality, name, days[1], None, days, (2021,))


def all_cards(municipality: str = "GM0546") -> dict[str, Card]:
    return {
        name: card
        for module in pkgutil.iter_modules(families.__path__)
        for name, card in cards_of(module.name, frame(municipality)).items()
    }


def labels(table: str, dimension: str, language: str, municipality: str = "GM0546") -> dict[str, str]:
    (found,) = (each for each in all_cards(municipality)[table].dimensions if each.id == dimension)
    return {code: text[language] for code, text in found.codes.items()}


def test_every_table_of_the_contract_is_there_with_its_dimensions():
    found = {
        name: " ".join(dimension.id for dimension in card.dimensions) for name, card in all_cards().items()
    }
    assert {name: found.get(name) for name in CONTRACT} == CONTRACT


@pytest.mark.parametrize("card", all_cards().values(), ids=lambda card: card.id)
def test_a_card_says_everything_in_both_languages(card):
    texts = [card.title, card.definition, card.unit, card.source, card.reference, *card.notes]
    texts += [dimension.label for dimension in card.dimensions]
    for text in texts:
        assert {"nl", "en"} <= set(text) and all(text.values())
    assert card.title["nl"] != card.title["en"]
    assert card.definition["nl"] != card.definition["en"]


def test_ages_run_from_young_to_unknown():
    ages = list(labels("residents_age", "age", "en"))
    assert ages == ["0-3", "4-11", "12-17", "18-26", "27-39", "40-54", "55-64", "65-74", "75+", "unknown"]


def test_places_have_their_names():
    assert labels("residents_district", "district", "nl")["054608"] == "Merenwijkdistrict"
    assert labels("residents_neighbourhood", "neighbourhood", "en")["05460800"] == "Slaaghwijk"
    assert labels("arrivals_counterpart", "counterpart", "nl")["0518"] == "'s-Gravenhage"
    assert labels("arrivals_counterpart", "counterpart", "en")["abroad"] == "Abroad"
    assert labels("arrivals_country", "country", "nl")["6038"] == "Oekraïne"


def test_unknown_comes_last():
    for table, dimension in (("residents_district", "district"), ("arrivals_counterpart", "counterpart")):
        assert list(labels(table, dimension, "en"))[-1] == "unknown"


def test_non_residents_are_no_place_to_come_from():
    assert not {"0000", "1999"} & labels("arrivals_counterpart", "counterpart", "nl").keys()


def test_a_municipality_without_a_list_shows_the_areas_that_occur_by_their_codes():
    card = all_cards("GM0537")["children_neighbourhood"]
    rows = (("2022", "05370105", "0-3", 7), ("2022", "unknown", "0-3", 1), ("2022", "05370001", "0-3", 9))
    area = with_areas_found(Counts(card, rows)).card.dimensions[1]
    assert {code: text["nl"] for code, text in area.codes.items()} == {
        "05370001": "05370001",
        "05370105": "05370105",
        "unknown": "Onbekend",
    }


def test_the_areas_of_a_merged_municipality_stand_beside_the_listed_ones():
    counts = Counts(all_cards()["residents_district"], (("2022", "total", "054701", 9),))
    codes = list(with_areas_found(counts).card.dimensions[2].codes)
    assert codes[-2:] == ["054701", "unknown"]
    assert "054608" in codes


def test_the_codes_of_other_dimensions_are_never_added():
    counts = Counts(all_cards()["residents_sex"], (("2022", "total", "Q", 9),))
    assert "Q" not in with_areas_found(counts).card.dimensions[2].codes


@pytest.mark.parametrize(
    ("number", "neighbourhood", "district"),
    [(5460800, "05460800", "054608"), (12340001, "12340001", "123400"), (0, "unknown", "unknown")],
)
def test_the_number_of_a_neighbourhood_is_its_code(number, neighbourhood, district):
    assert (neighbourhood_code(number), district_code(number)) == (neighbourhood, district)
