"""Pages 7 and 8: the place of the municipality in the country, and the municipalities at the top."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internationals.shapes import AreaOutline, Cell, Geometry, Page, Release, Status
from tests.pages.municipality_releases import PLACES, RESIDENTS, country, pages, shares, without_tables
from tests.pages.releases import only_years, years
from tests.pages.test_published_figures import text


def page(source: Release, language: str = "en") -> Page:
    return pages(source, "07-national-nationality", (language,))[0]


def background(source: Release, language: str = "en") -> Page:
    return pages(source, "08-national-background", (language,))[0]


def test_the_place_and_that_of_a_year_earlier_are_there() -> None:
    assert page(country()).headline == (
        "Leiden ranks fifth in the Netherlands by share of internationals; a year earlier it ranked fourth"
    )
    found = text(page(country()))
    assert "On 1 January 2021, 11.3% of the residents of Leiden are internationals" in found
    assert "ranks fifth among 8 municipalities" in found
    assert "one place lower than on 1 January 2020, when it ranked fourth with a share of 11.6%" in found
    assert "In the Netherlands as a whole the share is lower: 7%." in found


def test_the_same_is_said_in_dutch() -> None:
    found = text(page(country(), "nl"))
    assert "Leiden staat op plaats 5 van Nederland naar aandeel internationals" in found
    assert "een jaar eerder was dat plaats 4" in found
    assert "één plaats lager dan op 1 januari 2020, toen het plaats 4 was en het aandeel 11,6%" in found
    assert "In heel Nederland is het aandeel lager: 7%." in found
    assert (
        "Van de 8 gemeenten bovenaan liggen er twee aan de landsgrens: Vaals (Duitse) en Hulst (Belgische)"
        in found
    )
    assert "het hoogst in Amsterdam (Britse), Rotterdam (Poolse) en Leiden (Italiaanse)" in found


@pytest.mark.parametrize(
    ("before", "said", "dutch"),
    [
        (116, "one place lower than", "één plaats lager dan"),
        (105, "That is the same place as on 1 January 2020", "Dat is dezelfde plaats als op 1 januari 2020"),
        (20, "three places higher than", "drie plaatsen hoger dan"),
    ],
)
def test_a_place_lower_higher_or_the_same_is_called_so(before: float, said: str, dutch: str) -> None:
    source = country(municipalities_group=shares("0546", before, year="2020"))
    assert said in text(page(source))
    assert dutch in text(page(source, "nl"))
    called = [
        words for words in ("lower than on", "higher than on", "same place") if words in text(page(source))
    ]
    assert len(called) == 1


def test_a_share_below_that_of_the_country_is_called_so() -> None:
    assert "as a whole the share is higher: 7%" in text(page(country("0537")))
    equal = country(municipalities_group=shares("0546", 70))
    assert "In the Netherlands as a whole the share is 7%." in text(page(equal))


def test_the_border_is_told_apart_from_the_rest() -> None:
    found = text(page(country()))
    assert "two lie at the national border: Vaals (German) and Hulst (Belgian)" in found
    assert "In two of them, that is the nationality of a neighbouring country" in found
    assert "highest in Amsterdam (British), Rotterdam (Polish) and Leiden (Italian)" in found
    assert "Among those municipalities alone, Leiden ranks third" in found


def test_only_a_leading_neighbour_is_said_to_lead() -> None:
    source = country(municipalities_nationality={("2021", "0981", "0072"): 90.0})
    assert "Vaals (Polish) and Hulst (Belgian)" in text(page(source))
    assert "In Hulst, that is the nationality of a neighbouring country" in text(page(source))
    none = country(
        municipalities_nationality={("2021", "0981", "0072"): 90.0, ("2021", "0677", "0072"): 90.0}
    )
    assert "neighbouring country" not in text(page(none))
    shared = country(municipalities_nationality={("2021", "0981", "0072"): 50.0})
    assert "In Hulst, that is" in text(page(shared))


def test_a_municipality_at_the_border_has_no_place_among_the_others() -> None:
    found = text(page(country("0981")))
    assert "Vaals ranks first in the Netherlands" in found
    assert "Among those municipalities alone" not in found


def test_a_first_year_is_compared_with_nothing() -> None:
    source = only_years(country(), "2021")
    assert page(source).headline == "Leiden ranks fifth in the Netherlands by share of internationals"
    assert "1 January 2020" not in text(page(source)) and "2020" not in text(background(source))


def test_a_merged_municipality_has_no_place_and_takes_none() -> None:
    gone = {("2021", "0363", group): 0.0 for group in ("total", "international", "migration_background")}
    found = text(page(country(municipalities_group=gone)))
    assert "ranks fourth among 7 municipalities" in found


@pytest.mark.parametrize("place", ["0546", "0363"])
def test_an_unknown_share_of_any_municipality_makes_every_place_unknown(place: str) -> None:
    source = country(municipalities_group={("2021", place, "international"): Cell(None, Status.MISSING)})
    for language in ("en", "nl"):
        assert "5" not in page(source, language).headline and "fifth" not in page(source, language).headline
    assert page(source).headline == "Internationals in the municipalities of the Netherlands"
    assert "highest in" not in text(page(source))
    assert "not known" not in page(source).body


def test_the_own_municipality_is_drawn_and_stressed_wherever_it_stands() -> None:
    (bars,) = page(country("0537")).charts
    assert bars.highlight == ("0537",) and bars.labels[-1] == "Katwijk – Polish"
    assert bars.categories.count("0537") == 1


def test_the_map_is_drawn_only_when_the_release_has_one() -> None:
    assert [chart.kind for chart in page(country()).charts] == ["ranked_bars"]
    outline = (((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),)
    outlines = Geometry("municipality", tuple(AreaOutline(code, outline) for code in PLACES), {})
    source = replace(country(), geometry={"municipality": outlines})
    for made in (page(source), background(source)):
        assert [chart.kind for chart in made.charts] == ["ranked_bars", "choropleth"]
        assert len(made.charts[1].areas) == len(PLACES)


def test_page_7_needs_no_backgrounds_and_page_8_does() -> None:
    source = without_tables(country(), "municipalities_origin", "country_origin")
    assert text(page(source)) == text(page(country()))
    assert pages(source, "08-national-background") == ()


def test_the_place_by_background_and_the_country_are_there() -> None:
    assert background(country()).headline == (
        "Leiden ranks fourth in the Netherlands by share of residents with a migration background"
    )
    found = text(background(country()))
    assert "ranks fourth among 8 municipalities. That is the same place as on 1 January 2020" in found
    assert "as a whole the share is lower: 25%" in found
    assert "in the Netherlands is Turkey, followed by Morocco" in found


def test_majorities_are_counted_and_named() -> None:
    found = text(background(country()))
    assert "In three municipalities, a majority of the residents have" in found
    assert ": Amsterdam, Rotterdam and Vaals." in found
    assert "In drie gemeenten heeft een meerderheid" in text(background(country(), "nl"))
    exactly_half = shares("0981", 500, "migration_background")
    assert ": Amsterdam and Rotterdam." in text(background(country(municipalities_group=exactly_half)))


def test_one_majority_is_called_the_only_one() -> None:
    less = shares("0981", 400, "migration_background")
    less = {**less, **shares("0599", 400, "migration_background")}
    assert "Only in Amsterdam does a majority" in text(background(country(municipalities_group=less)))
    less = {**less, **shares("0363", 400, "migration_background")}
    assert "majority" not in text(background(country(municipalities_group=less)))


def test_one_municipality_is_not_several_of_the_largest() -> None:
    source = country()
    tables = {}
    for name, found in source.tables.items():
        dimensions = tuple(
            replace(one, codes={"0546": one.codes["0546"]}) if one.id == "municipality" else one
            for one in found.card.dimensions
        )
        cells = found.cells
        if "municipality" in (one.id for one in dimensions):
            cells = {key: cell for key, cell in cells.items() if key[1] == "0546"}
        tables[name] = replace(found, card=replace(found.card, dimensions=dimensions), cells=cells)
    alone = replace(source, tables=tables)
    assert "The share is highest in Leiden." in text(background(alone))
    assert "Het hoogst is het aandeel in Leiden." in text(background(alone, "nl"))


def test_the_highest_shares_are_of_the_largest_municipalities_only_when_they_are() -> None:
    found = text(background(country()))
    assert "The share is highest in Amsterdam, Rotterdam and Vaals" in found
    large = {
        ("2021", "0981", "total"): 700000.0,
        ("2021", "0981", "migration_background"): 700000 * 0.516,
    }
    larger = text(background(country(municipalities_group=large)))
    assert "in the three municipalities that are also the largest of the country" in larger


def test_origins_that_lead_most_often_lead_more_than_once_and_more_than_the_others() -> None:
    found = text(background(country()))
    # Four origins lead; three of them in two places each, and Poland in two as well: no three are the most frequent.
    assert "most often as the country of origin" not in found
    source = country(municipalities_origin={("2021", "0677", "7003"): 0.0, ("2021", "0677", "5022"): 50.0})
    assert "Morocco, Indonesia and Turkey come first most often" in text(background(source))


def test_the_second_country_of_origin_is_named_only_when_it_is_alone() -> None:
    shared = country(country_origin={("2021", "6024"): 414.0})
    assert "is Turkey." in text(background(shared)) and "followed by" not in text(background(shared))


def test_every_number_of_residents_in_these_releases_is_whole() -> None:
    cells = country().tables["municipalities_group"].cells
    assert all((cell.value or 0) == int(cell.value or 0) for cell in cells.values())
    assert set(RESIDENTS) == set(PLACES)


def test_a_year_that_is_left_out_is_no_year_earlier() -> None:
    source = country()
    renamed = {
        name: replace(
            found,
            card=replace(found.card, dimensions=(years(("2019", "2021")), *found.card.dimensions[1:])),
            cells={
                ("2019" if key[0] == "2020" else key[0], *key[1:]): cell for key, cell in found.cells.items()
            },
        )
        for name, found in source.tables.items()
        if found.card.dimensions[0].codes.keys() == {"2020", "2021"}
    }
    gap = replace(source, tables={**source.tables, **renamed})
    for made in (page(gap), background(gap)):
        assert "year earlier" not in made.headline and "2019" not in text(made)
