"""Pages 28 to 31: international workers who live or work here, their sectors and their children."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from internationals.pages import compose
from internationals.shapes import Cell, Dimension, Page, Release, Text, by_id
from tests.pages.releases import (
    SUPPRESSED,
    Cells,
    Key,
    card,
    only_years,
    release,
    replaced,
    table,
    withheld,
    years,
)
from tests.pages.test_published_figures import text

YEARS = ("2018", "2019", "2020")
REGION = {"id": "071", "name": {"nl": "Regio 071", "en": "Region 071"}, "members": ["0537", "0546"]}
LIVING, WORKING, SECTORS, CHILDREN = (
    "28-workers-living-here",
    "29-workers-working-here",
    "30-sectors",
    "31-workers-children",
)
TYPES = ("total", "knowledge", "labour")


def dimension(name: str, *codes: str, **labels: Text) -> Dimension:
    known = {code: labels.get(code, {"nl": code, "en": code}) for code in codes}
    return Dimension(name, {"nl": name, "en": name}, known)


def five(value: float) -> Cell:
    """A number in multiples of five."""
    return Cell(value, margin=2.5)


def by_year(figures: Mapping[tuple[str, ...], tuple[float, float, float]]) -> dict[tuple[str, ...], Cell]:
    return {
        (year, *key): five(value)
        for key, values in figures.items()
        for year, value in zip(YEARS, values, strict=True)
    }


WORKERS = by_year(
    {
        ("0546", "lives_in", "total"): (3920, 6520, 6315),
        ("0546", "lives_in", "knowledge"): (2000, 2900, 2840),
        ("0546", "lives_in", "labour"): (1920, 3620, 3475),
        ("0546", "works_in", "total"): (7790, 12835, 12375),
        ("0546", "works_in", "knowledge"): (3185, 3850, 3765),
        ("0546", "works_in", "labour"): (4605, 8985, 8610),
        ("071", "lives_in", "total"): (7000, 11200, 10850),
        ("071", "lives_in", "knowledge"): (3500, 4960, 4865),
        ("071", "lives_in", "labour"): (3500, 6240, 5985),
    }
)
RESIDENCE = {"0546": 2770, "0518": 1375, "0363": 935, "0537": 740, "elsewhere": 5630, "unknown": 925}
SECTOR = {
    "education": (770, 205),
    "agencies_and_secondment": (755, 5940),
    "business_services": (735, 430),
    "ict": (205, 35),
    "other": (1300, 2000),  # larger than any sector of the knowledge workers, and none itself
}
AGES = {"0-3": (775, 1255, 1220), "4-11": (1120, 1895, 1845), "12-17": (595, 1045, 1025)}


def workers(region: bool = True, limits: bool = True, **changes: Cells) -> Release:
    area, perspective = dimension("area", "0546", "071"), dimension("perspective", "lives_in", "works_in")
    of_type = dimension("worker_type", *TYPES)
    sectors = dimension(
        "sector",
        *SECTOR,
        education={"nl": "Onderwijs", "en": "Education"},
        agencies_and_secondment={"nl": "Uitzendbureaus en detachering", "en": "Agencies and secondment"},
        business_services={"nl": "Zakelijke dienstverlening", "en": "Business services"},
        ict={"nl": "ICT", "en": "ICT"},
    )
    residence = dimension("residence", *RESIDENCE, **{"0363": {"nl": "Amsterdam", "en": "Amsterdam"}})
    children = by_year({("071", "total", age): values for age, values in AGES.items()})
    children |= by_year(
        {
            ("0546", "total", "0-17"): (1265, 2125, 2070),
            ("0546", "knowledge", "0-17"): (890, 1365, 1330),
            ("0546", "labour", "0-17"): (375, 760, 740),
        }
    )
    of_sector: dict[Key, Cell] = {
        ("2020", "works_in", kind, sector): five(values[place])
        for sector, values in SECTOR.items()
        for place, kind in enumerate(("knowledge", "labour"))
    }
    made = [
        table(card("workers", years(YEARS), area, perspective, of_type), WORKERS),
        table(
            card("workers_residence", years(YEARS), residence, of_type),
            {("2020", code, "total"): five(value) for code, value in RESIDENCE.items()},
        ),
        table(card("workers_sector", years(("2020",)), perspective, of_type, sectors), of_sector),
        table(
            card("worker_children", years(YEARS), area, of_type, dimension("age", *AGES, "0-17")), children
        ),
    ]
    if limits:
        bands = dimension("age_band", "under_30", "30_plus")
        made.append(
            table(
                card("wage_limits", years(("2020",)), bands),
                {("2020", "under_30"): 30672, ("2020", "30_plus"): 41840},
            )
        )
    source = release(replaced(by_id(made), changes))
    return replace(source, manifest={**source.manifest, "region": REGION}) if region else source


def page(source: Release, name: str, language: str = "en") -> Page:
    return next(found for found in compose(source, chosen=[name]) if found.language == language)


@pytest.mark.parametrize(
    ("name", "language", "published"),
    [
        (
            LIVING,
            "en",
            ("70%", "€30,672", "under 30", "€41,840", "two age groups", "81%", "42%", "71%", "39%"),
        ),
        (
            LIVING,
            "nl",
            ("70%", "€ 30.672", "jonger is dan 30", "€ 41.840", "twee leeftijdsgroepen", "twee groepen"),
        ),
        (WORKING, "en", ("12,375", "7,790", "59%", "87%, from 4,605 to 8,610", "18%", "6,315", "Of 925")),
        (WORKING, "nl", ("12.375", "van 4.605 naar 8.610", "Amsterdam (935)", "Van 925")),
        (
            SECTORS,
            "en",
            ("education (20%)", "agencies and secondment (20%)", "business services (20%)", "69%"),
        ),
        (
            CHILDREN,
            "en",
            ("2,070 children", "740", "1,330", "6,315", "4-11 is the largest", "rose in every age"),
        ),
        (CHILDREN, "nl", ("in alle leeftijdsgroepen licht",)),
    ],
)
def test_the_published_figures_are_there(name: str, language: str, published: tuple[str, ...]) -> None:
    found = text(page(workers(), name, language))
    assert [figure for figure in published if figure not in found] == []


def test_the_headlines_are_those_of_the_figures() -> None:
    assert page(workers(), LIVING).headline.startswith("In 2020, the growth in the number of international")
    assert "mainly because of labour migrants" in page(workers(), WORKING).headline
    assert page(workers(), SECTORS).headline.startswith(
        "Labour migrants work mainly in agencies and secondment (69%)"
    )
    assert page(workers(), CHILDREN).headline == "Leiden has 2,070 children of international workers"


def test_a_rise_of_the_last_year_is_said_in_place_of_the_end_of_growth() -> None:
    rising = workers(workers={("2020", "0546", "lives_in", "total"): five(6800)})
    assert page(rising, LIVING).headline.startswith("More international workers live in Leiden")


def test_a_rise_within_the_rounding_is_not_said() -> None:
    near = workers(workers={("2020", "0546", "lives_in", "total"): five(6525)})
    assert "year earlier there were" not in text(page(near, LIVING))


def test_a_type_that_fell_is_said_to_have_fallen() -> None:
    fallen = workers(
        workers={
            ("2020", "0546", "works_in", "knowledge"): five(2500),
            ("2020", "0546", "lives_in", "knowledge"): five(1500),
        }
    )
    assert "The number of knowledge workers fell by 22%" in text(page(fallen, WORKING))
    assert "the number of knowledge workers fell by 25%" in text(page(fallen, LIVING))


def test_without_a_region_nothing_is_said_of_it_and_no_chart_of_it_is_drawn() -> None:
    alone = workers(region=False)
    for name in (LIVING, CHILDREN):
        assert "Region 071" not in text(page(alone, name))
        assert len(page(alone, name).charts) == 1


def test_without_the_salary_criterion_the_amounts_are_left_out_and_the_page_stays() -> None:
    found = text(page(workers(limits=False), LIVING))
    assert "€" not in found and "70%" in found


def test_sectors_that_rounding_cannot_tell_apart_are_not_ranked() -> None:
    near = workers(
        workers_sector={
            ("2020", "works_in", "knowledge", "business_services"): five(735),
            ("2020", "works_in", "knowledge", "ict"): five(735),
        }
    )
    assert "business services (" not in page(near, SECTORS).headline


@pytest.mark.parametrize("name", [LIVING, WORKING, SECTORS, CHILDREN])
@pytest.mark.parametrize(
    "source", [withheld(workers()), only_years(workers(), "2020")], ids=["withheld", "a single year"]
)
def test_other_releases_compose(source: Release, name: str) -> None:
    for language in ("nl", "en"):
        assert "None" not in text(page(source, name, language))


def test_a_withheld_number_withdraws_its_comparison() -> None:
    hidden = workers(workers={("2020", "0546", "lives_in", "total"): SUPPRESSED})
    assert "More international workers work in Leiden than live there" in text(page(workers(), WORKING))
    assert "than live there" not in text(page(hidden, WORKING))


@pytest.mark.parametrize(
    ("name", "other"),
    [(LIVING, "wage_limits"), (WORKING, "workers_residence"), (CHILDREN, "workers")],
)
def test_a_table_of_another_moment_does_not_stop_the_page(name: str, other: str) -> None:
    source = workers()
    dated = {
        key: replace(found, card=replace(found.card, moment="2021" if key == other else "2020"))
        for key, found in source.tables.items()
    }
    assert text(page(replace(source, tables=dated), name))
