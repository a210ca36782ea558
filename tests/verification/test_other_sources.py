"""Rows of other sources than the register: whose numbers they mean, of which moment, and among whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from internationals.shapes import Cell, Release, Status, by_id
from internationals.verification import Outcome
from tests.verification.elsewhere import (
    CHINA,
    GERMANY,
    GREECE,
    KATWIJK,
    LEIDEN,
    SHARE,
    claim,
    countries,
    municipalities,
    students,
    workers,
)
from tests.verification.town import HIDDEN, judged, line, row, table, town

CENTRE_2022 = {"source": "ECL", "reference": "2022 first months"}
HELP = "willing_to_organise_neighbourhood_activities_but_not_yet"
GROWN = {"reference": "2019/2020", "value": "5", "unit": "percent"}
WELCOMED = {"reference": "month before publication", "source": "municipality", "value": "774"}
SECTORS = {"education": 20, "ict": 69, "other": 11}


def cbs(measure: str, subject: str = "internationals", breakdown: str = "", **other: str) -> str:
    return row(measure, subject, breakdown, **{"source": "CBS", "reference": "2021-01-01", **other})


def decisio(measure: str, subject: str, breakdown: str = "", **other: str) -> str:
    return row(measure, subject, breakdown, **{"source": "Decisio", "reference": "2020", **other})


def nuffic(measure: str, breakdown: str, **other: str) -> str:
    said = {"source": "Nuffic", "topic": "students", "reference": "study year 2021/2022", **other}
    return row(measure, "international_students", breakdown, **said)


def ecl(measure: str, subject: str = "ecl_registrations", breakdown: str = "", **other: str) -> str:
    return row(measure, subject, breakdown, **{"source": "ECL", "reference": "2021", **other})


def survey(measure: str, subject: str, breakdown: str = "", **other: str) -> str:
    said = {"source": "survey", "reference": "latest survey", "unit": "percent", **other}
    return row(measure, subject, breakdown, **said)


PLACES = municipalities(m0546=120, m0537=20, m0518=300, m0981=400)
STUDENTS = town(
    students(
        "students_universities", "institution", {"Universiteit Leiden": 184, "Universiteit Maastricht": 501}
    ),
    students("students_applied_sciences", "institution", {"21RI": 4}),
    students("students_sector", "sector", {"wo": 235, "hbo": 71}),
    table("students_region", "region", {("2021", "eea"): 73, ("2021", "other"): 27}),
    countries({GERMANY: 9, CHINA: 3, GREECE: 4}, {GERMANY: 1, CHINA: 5, GREECE: 1}),
)
SECTOR_TABLE = town(
    table(
        "workers_sector",
        "perspective worker_type sector",
        {("2020", "works_in", "labour", code): number for code, number in SECTORS.items()},
    )
)
ANSWERS = town(
    table(
        "survey_shares",
        "item group",
        {
            ("2022", "home_language_other", "all"): 20.4,
            ("2022", "willing_to_help", "non_dutch"): 33,
            ("2022", "willing_to_help", "dutch"): 14,
        },
    ),
    table("survey_respondents", "group", {("2022", "non_dutch"): 9.9, ("2022", "dutch"): 90.1}),
)
EMPLOYERS = {("2021", "Universiteit Leiden"): 9, ("2021", "LUMC"): 8, ("2021", "other"): 99}
CENTRE = town(
    line("expat_registrations", 2020, 318, 450),
    line("expat_registrations_same_months", 2020, 97, 99, 166),
    line("expat_employers", 2021, 51),
    table(
        "expat_registrations_municipality",
        "residence",
        {("2021", LEIDEN): 226, ("2021", KATWIJK): 134, ("2021", "unknown"): 90},
    ),
    table(
        "expat_employers_top",
        "employer",
        {("2021", "Universiteit Leiden"): 9, ("2021", "LUMC"): 8, ("2021", "other"): 99},
    ),
    table("welcome_students", "month", {("2022", "08"): 774, ("2022", "09"): 700, ("2022", "unknown"): 900}),
)
LIMITS = town(table("wage_limits", "age_band", {("2020", "under_30"): 30672, ("2020", "30_plus"): 41840}))


@pytest.mark.parametrize(
    ("said", "release", "found"),
    [
        (cbs("share", breakdown="municipality=Leiden", value="12", unit="percent"), PLACES, "12.0%"),
        (cbs("count", "municipalities", "country=Netherlands", value="4"), PLACES, "4 in 2021"),
        (
            cbs("count", "municipalities", "condition=share_internationals_gt_35", value="1"),
            PLACES,
            "1: 0981",
        ),
        (decisio("growth_pct", "labour_migrants", "perspective=works_in;area=Leiden", **GROWN),
            workers(works_labour=[100, 105]), "5.0%"),
        (decisio("share", "labour_migrants", "perspective=works_in;sector=ict", value="69", unit="percent"),
         SECTOR_TABLE, "69.0%"),
        (decisio("threshold", "knowledge_workers", "age=0-29;period=year", unit="euro", value="30672"), LIMITS, "30,672"),
        (decisio("threshold", "knowledge_workers", "age=30+;period=year", unit="euro", value="41840"), LIMITS, "41,840"),
        (decisio("count", "municipalities", "area=Region071", value="6"), town(), "6 in the region"),
        (nuffic("share", "institution=Leiden University", value="18.4", precision="1", unit="percent"), STUDENTS, "18.4%"),
        (nuffic("count", "institution=21RI", value="4"), STUDENTS, "4"),
        (nuffic("share", "sector=research_universities", value="23.5", precision="1", unit="percent"), STUDENTS, "23.5%"),
        (nuffic("share", "origin=EU", reference="2021", value="73", unit="percent"), STUDENTS, "73.0%"),
        (ecl("count", value="450", precision="about"), CENTRE, "450"),
        (ecl("count", "employers", value="50", precision="more than"), CENTRE, "51"),
        (ecl("count", "international_students", "event=warm_welcome_bsn;period=month", **WELCOMED), 
         CENTRE, "774 in 08 2022"),
        (survey("ratio", "residents", "language_at_home=other_than_dutch", unit="one_in", value="5"),
         ANSWERS, "one in 5 (20.4%)"),
        (survey("share", "respondents", "nationality=non_dutch", value="10"), ANSWERS, "9.9%"),
        (survey("share", "dutch_respondents", f"item={HELP}", value="14"), ANSWERS, "14.0%"),
    ],
)  # fmt: skip
def test_a_figure_is_that_of_its_source(said: str, release: Release, found: str, tmp_path: Path) -> None:
    result = judged(tmp_path, release, said)
    assert (result.outcome, result.found) == (Outcome.REPRODUCED, found)


@pytest.mark.parametrize(
    ("said", "release", "right"),
    [
        (partial(cbs, "rank", "internationals", f"{SHARE};municipality=Leiden;within=Region071"), PLACES, 1),
        (
            partial(cbs, "rank", "internationals", f"{SHARE};municipality=Leiden;within=Netherlands"),
            PLACES,
            3,
        ),
        (partial(cbs, "rank", "internationals", f"{SHARE};municipality=Leiden;border=no"), PLACES, 2),
        (
            partial(nuffic, "rank", f"institution=Leiden University;{SHARE};among=research_universities"),
            STUDENTS,
            2,
        ),
        (partial(nuffic, "rank", "origin=Greece;level=all", reference="2021"), STUDENTS, 3),
        (partial(nuffic, "rank", "origin=Greece;level=bachelor", reference="2021"), STUDENTS, 2),
    ],
)
def test_a_place_is_among_those_that_the_row_means(
    said: Callable[..., str], release: Release, right: int, tmp_path: Path
) -> None:
    for value in (1, 2, 3):
        stated = judged(tmp_path, release, said(value=str(value)))
        assert (stated.outcome is Outcome.REPRODUCED) == (value == right), stated.found


def test_employers_that_are_named_all_lead_and_the_rest_has_no_place(tmp_path: Path) -> None:
    both = claim("rank_top_2", "employer=Leiden University,LUMC", "employers", source="ECL", reference="2021")
    one = claim("rank_top_1", "employer=Leiden University,LUMC", "employers", source="ECL", reference="2021")
    assert judged(tmp_path, CENTRE, both).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, CENTRE, one).outcome is Outcome.DIFFERS


def test_part_of_a_year_is_compared_with_the_same_months_only(tmp_path: Path) -> None:
    said = claim(
        "increase",
        "year=2022;period=first_months",
        "ecl_registrations",
        source="ECL",
        reference="2022 first months",
    )
    result = judged(tmp_path, CENTRE, said)
    assert (result.outcome, result.found) == (Outcome.REPRODUCED, "99 (2021) to 166 (2022), +67.7%")


def test_part_of_a_year_against_a_whole_one_is_an_error_that_tells_the_equal_months(tmp_path: Path) -> None:
    said = claim(
        "gt_year_2020",
        "year=2021,2022",
        "ecl_registrations",
        source="ECL",
        reference="2020/2022",
        consistent="no",
    )
    result = judged(tmp_path, CENTRE, said)
    assert result.outcome is Outcome.PUBLICATION_ERROR
    assert "has no 2022. By expat_registrations_same_months: 2020: 97, 2021: 99, 2022: 166." in result.reason


def test_a_majority_is_of_all_places_also_the_unknown(tmp_path: Path) -> None:
    said = claim("majority", "municipality=Leiden", "ecl_registrations", source="ECL", reference="2021")
    assert judged(tmp_path, CENTRE, said).found == "50.2%"
    places = {("2021", LEIDEN): 226, ("2021", KATWIJK): HIDDEN}
    hidden = table("expat_registrations_municipality", "residence", places)
    withheld = town(hidden, line("expat_registrations", 2021, 452))
    # What is withheld elsewhere does not hide the whole, which is released; half is no majority.
    assert judged(tmp_path, withheld, said).found == "50.0%"
    assert judged(tmp_path, withheld, said).outcome is Outcome.DIFFERS


def test_a_claim_that_errs_in_its_words_is_an_error_although_its_numbers_hold(tmp_path: Path) -> None:
    said = claim(
        "works_gt_lives", "", "international_workers", source="Decisio", reference="2020", consistent="no"
    )
    release = workers(lives_total=[100], works_total=[105])
    result = judged(tmp_path, release, said)
    assert (result.outcome, result.found) == (Outcome.PUBLICATION_ERROR, "105 work and 100 live there")


def test_a_rise_within_what_the_source_rounds_off_is_no_rise(tmp_path: Path) -> None:
    def rounded(last: float) -> Release:
        cells = {
            (year, LEIDEN, "lives_in", "total"): Cell(number, Status.NORMAL, 2.5)
            for year, number in (("2019", 100.0), ("2020", last))
        }
        return town(table("workers", "area perspective worker_type", cells))

    said = claim("increase", "", "international_workers", source="Decisio", reference="2019/2020")
    assert judged(tmp_path, rounded(110), said).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, rounded(105), said).outcome is Outcome.DIFFERS


def test_both_groups_and_both_areas_of_a_row_must_agree(tmp_path: Path) -> None:
    said = claim("increase", "group=knowledge_workers,refugees", "internationals", reference="recent years")
    up, down = line("status_holders", 2020, 5, 8, 7), line("status_holders", 2020, 7, 5, 6)
    grown = workers(lives_knowledge=[1, 9]).tables["workers"]
    assert judged(tmp_path, town(grown, up), said).outcome is Outcome.REPRODUCED
    assert judged(tmp_path, town(grown, down), said).outcome is Outcome.DIFFERS


def test_four_times_is_nearly_five_and_a_guessed_year_does_not_count(tmp_path: Path) -> None:
    cells = {
        ("2006", "Universiteit Leiden", "international"): 38,
        ("2006", "Universiteit Leiden", "all"): 1000,
    }
    cells |= {
        ("2021", "Universiteit Leiden", "international"): 184,
        ("2021", "Universiteit Leiden", "all"): 1000,
    }
    release = town(
        table("students_universities", "institution students", cells),
        table(
            "students_sector", "sector students", {(year, "wo", of): n for (year, _, of), n in cells.items()}
        ),
    )
    times = nuffic(
        "ratio", f"institution=Leiden University;{SHARE}", reference="13 years to 2021/2022", unit="times",
        value="4", precision="about", consistent="no",
    )  # fmt: skip
    years = nuffic("period", "", reference="2008?/2021", unit="years", value="13", consistent="no")
    assert judged(tmp_path, release, times).found == "4.84 times, 2006 to 2021"
    assert judged(tmp_path, release, years).found == "15, 2006 to 2021"
    assert judged(tmp_path, release, years).outcome is Outcome.PUBLICATION_ERROR


def test_the_reference_date_of_a_source_is_that_of_its_newest_figures(tmp_path: Path) -> None:
    tables = [
        replace(released, card=replace(released.card, moment=moment))
        for released, moment in (
            (PLACES.tables["municipalities_group"], "2021-01-01"),
            (STUDENTS.tables["students_sector"], "2021/2022"),
        )
    ]
    release = Release(town().manifest, by_id(tables))
    for said, outcome in (
        (cbs("reference_date", "CBS", "scope=latest"), Outcome.REPRODUCED),
        (cbs("reference_date", "monitor", "scope=national_comparison", value="2021", unit="year"), Outcome.REPRODUCED),
        (cbs("reference_date", "monitor", "scope=national_comparison", value="2022", unit="year"), Outcome.DIFFERS),
        (decisio("reference_date", "Nuffic", "scope=latest", value="2021", unit="year"), Outcome.REPRODUCED),
        (decisio("reference_date", "Decisio", "scope=latest", value="2020", unit="year"), Outcome.NOT_COMPUTABLE),
    ):  # fmt: skip
        assert judged(tmp_path, release, said).outcome is outcome


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (cbs("share", breakdown="municipality=Atlantis"), "The list of municipalities has no Atlantis."),
        (
            cbs("rank", "internationals", "municipality=Leiden;within=Atlantis"),
            "The list of regions has no Atlantis.",
        ),
        (cbs("count", "martian"), "No table of municipalities counts martian."),
        (decisio("count", "martians"), "The release does not know the worker type martians."),
        (nuffic("count", "origin=Atlantis"), "The list of countries has no Atlantis."),
        (claim("often_has_children", source="Decisio"), "but not how many workers have children."),
        (ecl("count", "martians"), "No table of registrations counts martians."),
    ],
)
def test_what_a_source_does_not_have_is_not_computable_and_says_why(
    said: str, reason: str, tmp_path: Path
) -> None:
    result = judged(tmp_path, PLACES, said)
    assert result.outcome is Outcome.NOT_COMPUTABLE
    assert reason in result.reason


@pytest.mark.parametrize(
    "said",
    [
        claim("classified_by_income", "", "international_workers", source="Decisio"),
        claim("present_in_leiden", "", "institutions", source="Nuffic"),
        row("count", "city_links", source="municipality", value="3"),
        claim("one_source_per_page", "", "monitor", source="report"),
        decisio("threshold", "knowledge_workers", "bound=age", value="30", unit="years"),
        decisio("count", "worker_groups", value="2"),
        cbs("threshold", "migration_background", "condition=share_gt", value="50", unit="percent"),
    ],
)
def test_a_definition_or_a_fact_of_the_place_is_no_statistic(said: str, tmp_path: Path) -> None:
    assert judged(tmp_path, PLACES, said).outcome is Outcome.NOT_A_STATISTIC


def test_a_welcome_in_a_month_that_nobody_wrote_down_counts_when_there_is_no_other(tmp_path: Path) -> None:
    unnamed = town(table("welcome_students", "month", {("2022", "unknown"): 774, ("2021", "09"): 5}))
    said = ecl("count", "international_students", "event=warm_welcome_bsn;period=month", **WELCOMED)
    result = judged(tmp_path, unnamed, said)
    assert (result.outcome, result.found) == (Outcome.REPRODUCED, "774 in 2022, in a month that is not known")


def test_the_rank_of_the_previous_year_is_that_of_its_own_edition(tmp_path: Path) -> None:
    cells = {
        (year, code, group): number
        for year, leiden in (("2020", 30), ("2021", 10))
        for code, international in ((LEIDEN, leiden), (KATWIJK, 20))
        for group, number in (("total", 1000), ("international", international))
    }
    both = table("municipalities_group", "municipality group", cells)
    said = cbs("rank", breakdown=f"{SHARE};municipality=Leiden", reference="previous year", value="1")
    assert judged(tmp_path, town(both), said).outcome is Outcome.REPRODUCED
    later = judged(tmp_path, town(both, edition="2023"), said)
    assert later.reason == "It is about edition 2022, and the release is of 2023."
