"""Page 27: registrations in full years and in equal months, where people settle, and for which employers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internationals.pages import compose
from internationals.shapes import Card, Cell, Dimension, Page, ProtectedTable, Release, Text, by_id
from tests.pages.municipality_releases import without_tables
from tests.pages.people import SMALL_ONLY, promising
from tests.pages.releases import SUPPRESSED, Cells, card, only_years, release, replaced, table, years
from tests.pages.test_published_figures import text

FULL = {"2017": 430, "2018": 468, "2019": 505, "2020": 318, "2021": 450}
SAME = {"2020": 97, "2021": 99, "2022": 166}
EMPLOYERS = {"university": 183, "hospital": 102, "third": 27, "small": SUPPRESSED, "smaller": SUPPRESSED}
NAMES = {
    "university": "Universiteit Leiden",
    "hospital": "LUMC",
    "third": "Derde",
    "small": "A",
    "smaller": "B",
}
PLACES = {"0546": 279.0, "0579": 41.0, "0537": SUPPRESSED, "unknown": 22.0}
PLACE_NAMES = {"0546": "Leiden", "0579": "Oegstgeest", "0537": "Katwijk", "unknown": "Onbekend"}


def moment(of: Card, when: str) -> Card:
    return replace(of, moment=when, reference={"nl": when, "en": when})


def named(dimension: str, names: dict[str, str]) -> Dimension:
    labels: dict[str, Text] = {code: {"nl": name, "en": name} for code, name in names.items()}
    return Dimension(dimension, {"nl": dimension, "en": dimension}, labels)


def centre(own: str = "0546", **changes: Cells) -> Release:
    """The release of a municipality with the registrations of a centre; a table given by name replaces its cells."""
    full, same = years(FULL), years(SAME)
    employers, places = named("employer", NAMES), named("residence", PLACE_NAMES)

    def made(name: str, cells: Cells, *more: Dimension, over: Dimension = full) -> ProtectedTable:
        return table(moment(card(name, over, *more), "2022-04" if over is same else "2021"), cells)

    tables = (
        made("expat_registrations", {(year,): count for year, count in FULL.items()}),
        made("expat_registrations_same_months", {(year,): n for year, n in SAME.items()}, over=same),
        made("expat_registrations_municipality", {("2021", c): n for c, n in PLACES.items()}, places),
        made("expat_employers", {("2020",): 41, ("2021",): 53}),
        made("expat_employers_top", {("2021", code): n for code, n in EMPLOYERS.items()}, employers),
    )
    found = release(replaced(by_id(tables), changes), name=PLACE_NAMES.get(own, own))
    name = PLACE_NAMES.get(own, own)
    manifest = {
        **found.manifest,
        "municipality": {"code": f"GM{own}", "name": {"nl": name, "en": name}},
    }
    return promising(replace(found, manifest=manifest), SMALL_ONLY)


def page(source: Release, language: str = "en") -> Page:
    made = compose(source, chosen=["27-expat-centre"])
    return next(found for found in made if found.language == language)


def test_the_published_figures_are_there() -> None:
    found = text(page(centre()))
    assert page(centre()).headline == (
        "More registrations at the Expat Centre in 2021 than in 2020, "
        "and in the first months of 2022 more than a year earlier as well"
    )
    assert "counts 450 registrations. That is more than in 2020, when there were 318" in found
    assert "In 2020, the number of registrations fell strongly: from 505 in 2019 to 318" in found
    assert "there were 166 registrations, more than in the same months of 2021, when there were 99" in found
    assert "Most registrations in 2021 are of people who settle in Leiden: 62%" in found
    assert "from more than 50 employers; 53 to be exact" in found
    assert "are Universiteit Leiden and LUMC, together accounting for 63%" in found


def test_the_same_is_said_in_dutch() -> None:
    found = text(page(centre(), "nl"))
    assert (
        "Meer inschrijvingen bij het Expat Centre in 2021 dan in 2020, en ook in de eerste maanden" in found
    )
    assert "Over 2021 telt het Expat Centre 450 inschrijvingen. Dat zijn er meer dan in 2020" in found
    assert "In 2020 daalde het aantal inschrijvingen sterk: van 505 in 2019 naar 318" in found
    assert "166 inschrijvingen, meer dan in dezelfde maanden van 2021: toen waren het er 99" in found
    assert "van meer dan 50 werkgevers; om precies te zijn 53" in found
    assert "zijn Universiteit Leiden en LUMC, samen goed voor 63%" in found


@pytest.mark.parametrize(
    ("so_far", "said", "headline"),
    [
        (98, "98 registrations, fewer than in the same months of 2021", "450 against 318"),
        (99, "99 registrations, as many as in the same months of 2021", "450 against 318"),
        (100, "100 registrations, more than in the same months of 2021", "as well"),
    ],
)
def test_part_of_a_year_is_compared_with_the_same_part(so_far: int, said: str, headline: str) -> None:
    source = centre(expat_registrations_same_months={("2022",): so_far})
    assert said in text(page(source))
    assert page(source).headline.endswith(headline)


def test_part_of_a_year_is_never_set_against_a_full_one() -> None:
    # 166 in four months is fewer than 450 in twelve, and is said to be more than 99.
    found = text(page(centre()))
    assert "166" in found and "fewer" not in found


@pytest.mark.parametrize(
    ("last", "said", "headline"),
    [
        (317, "fewer than in 2020, when there were 318", "317 against 318"),
        (318, "as many as in 2020", "318 registrations at the Expat Centre in 2021"),
        (612, "highest number in the series, which begins in 2017", "as well"),
        (250, "lowest number in the series, which begins in 2017", "250 against 318"),
    ],
)
def test_a_year_is_compared_with_the_year_before(last: int, said: str, headline: str) -> None:
    source = centre(expat_registrations={("2021",): last})
    assert said in text(page(source))
    assert page(source).headline.endswith(headline)


def test_after_a_full_year_there_are_no_equal_months_to_speak_of() -> None:
    source = only_years(centre(), *FULL)
    assert [chart.id for chart in page(source).charts] == ["registrations", "registrations-employers"]
    assert "same months" not in text(page(source)) and "dezelfde maanden" not in text(page(source, "nl"))
    assert page(source).headline.endswith("450 against 318")


def test_a_first_year_is_compared_with_nothing() -> None:
    source = only_years(centre(), "2021")
    assert page(source).headline == "450 registrations at the Expat Centre in 2021"
    for language in ("en", "nl"):
        assert "2020" not in text(page(source, language))


def test_another_municipality_reads_its_own_share() -> None:
    found = text(page(centre("0579")))
    assert "Of the registrations in 2021, 9% are of people who settle in Oegstgeest" in found
    assert "is 9% van mensen die zich in Oegstgeest vestigen" in text(page(centre("0579"), "nl"))
    # Suppressed, or not in the file at all: then nothing is said of it.
    for own in ("0537", "0363"):
        assert "Where people settle" not in text(page(centre(own)))


def test_the_largest_part_that_is_no_majority_is_not_called_one() -> None:
    source = centre(expat_registrations_municipality={("2021", "0546"): 200})
    assert "No other municipality has as many registrations in 2021 as Leiden: 44%" in text(page(source))
    less = centre(expat_registrations_municipality={("2021", "0546"): 40})
    assert "No other municipality" not in text(page(less))


@pytest.mark.parametrize(
    ("employers", "said"),
    [
        (50, "come from 50 employers"),
        (51, "from more than 50 employers; 51 to be exact"),
        (59, "from more than 50 employers; 59 to be exact"),
        (9, "come from 9 employers"),
        (1, "come from 1 employer."),
    ],
)
def test_a_round_number_of_employers_is_exceeded_or_not(employers: int, said: str) -> None:
    assert said in text(page(centre(expat_employers={("2021",): employers})))


def test_a_withheld_number_of_employers_is_not_spoken_of() -> None:
    found = text(page(centre(expat_employers={("2021",): SUPPRESSED})))
    assert "employers;" not in found and "withheld" not in found


def test_small_employers_are_not_drawn_and_never_named() -> None:
    drawn = next(chart for chart in page(centre()).charts if chart.id == "registrations-employers")
    assert drawn.labels == ("Universiteit Leiden", "LUMC", "Derde")
    hidden = centre(expat_employers_top={("2021", code): SUPPRESSED for code in EMPLOYERS})
    assert "registrations-employers" not in [chart.id for chart in page(hidden).charts]
    assert "employers with the most" not in text(page(hidden))


def test_a_place_that_is_shared_names_all_who_share_it() -> None:
    source = centre(expat_employers_top={("2021", "third"): 102})
    assert "are Universiteit Leiden, LUMC and Derde, together accounting for 86%" in text(page(source))


def test_a_withheld_year_is_not_spoken_of() -> None:
    source = centre(expat_registrations={("2021",): SUPPRESSED})
    assert page(source).headline == "Registrations at the Expat Centre"
    assert "counts" not in page(source).body and "withheld" not in page(source).body
    before = centre(expat_registrations={("2020",): SUPPRESSED})
    assert "counts 450 registrations" in text(page(before)) and "That is" not in text(page(before))


def test_without_a_centre_there_is_no_page() -> None:
    source = without_tables(centre(), "expat_registrations", "expat_employers")
    assert compose(source, chosen=["27-expat-centre"]) == ()


@pytest.mark.parametrize("number", [Cell(49.0, margin=2.5), Cell(51.0, margin=2.5)])
def test_a_rounded_number_near_the_limit_is_not_said_to_exceed_it(number: Cell) -> None:
    assert "from more than" not in text(page(centre(expat_employers={("2021",): number})))
