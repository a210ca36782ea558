"""The summary: the key figures of an edition and what changed in a year; what is not there is not missed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from internationals.pages import check, compose
from internationals.shapes import Page, Release, by_id
from tests.pages.people import people
from tests.pages.releases import (
    FLOW_YEARS,
    SUPPRESSED,
    Cells,
    card,
    leiden,
    only_years,
    release,
    replaced,
    table,
    withheld,
    years,
)
from tests.pages.test_published_figures import text
from tests.pages.test_students import students
from tests.pages.test_workers import workers

TABLES = (
    "residents_nationality",
    "arrivals",
    "departures",
    "children",
    "status_holders",
    "students_universities",
    "students_applied_sciences",
    "workers",
    "expat_registrations",
)
CHANGED = {"nl": "Wat veranderde", "en": "What changed"}


def edition(*without: str, municipality: str = "GM0546", **changes: Cells) -> Release:
    """Leiden with everything that the summary can use; a table given by name replaces its cells."""
    registrations = table(
        card("expat_registrations", years(FLOW_YEARS)),
        {(year,): 300.0 + place for place, year in enumerate(FLOW_YEARS)},
    )
    everything = {
        **people().tables,
        **students().tables,
        "workers": workers().tables["workers"],
        **by_id((registrations,)),
    }
    wanted = ("residents_group", *(name for name in TABLES if name not in without))
    made = release(replaced({name: everything[name] for name in wanted}, changes))
    own = {**made.manifest["municipality"], "code": municipality}
    return replace(made, manifest={**made.manifest, "municipality": own})


def page(source: Release, language: str = "en") -> Page:
    made = compose(source, chosen=["01-summary"])
    return next(found for found in made if found.language == language)


def bullets(found: Page) -> list[str]:
    """The lines of the lists, as they are read."""
    return [re.sub(r"<[^>]*>", "", line) for line in re.findall(r"<li>(.*?)</li>", found.body, re.DOTALL)]


def key_figures(found: Page) -> list[str]:
    return bullets(replace(found, body=found.body.split("<h2>")[0]))


def changes(found: Page) -> list[str]:
    return bullets(replace(found, body=found.body.partition("<h2>")[2]))


def test_the_summary_has_the_key_figures_of_the_edition() -> None:
    found = page(edition())
    assert found.headline == "About one in nine residents of Leiden is an international"
    assert "The position is that of 1 January 2022, unless another year is given." in text(found)
    assert key_figures(found) == [
        "14,472 internationals, 11.6% of all residents (about one in nine)",
        "23.6% of them have one of the three most common nationalities: "
        "Italian (1,253), German (1,162) and Polish (1,002)",
        "41,109 residents with a migration background, 32.9% of all residents",
        "4,049 arrivals and 2,989 departures of internationals in 2021",
        "1,641 international children aged 0 to 17 years",
        "769 status holders, with a residence permit after an asylum application",
        "6,216 international students at Universiteit Leiden in 2021/2022, 18.4% of all students there",
        "6,315 international workers living in Leiden in 2020",
        "309 registrations at the Expat Centre in 2021",
    ]


def test_the_summary_says_what_changed_since_a_year_before() -> None:
    assert CHANGED["en"] in text(page(edition()))
    assert changes(page(edition())) == [
        "479 more internationals than a year before: from 13,993 to 14,472",
        "597 more arrivals in 2021 than in 2020: from 3,452 to 4,049",
        "785 fewer departures in 2021 than in 2020: from 3,774 to 2,989",
        "124 fewer status holders than a year before: from 893 to 769",
        "616 more international students at Universiteit Leiden than a study year before: from 5,600 to 6,216",
    ]


def test_the_same_is_said_in_dutch() -> None:
    found = page(edition(), "nl")
    assert found.headline == "Ongeveer één op de negen inwoners van Leiden is international"
    assert (
        key_figures(found)[0] == "14.472 internationals, 11,6% van alle inwoners (ongeveer één op de negen)"
    )
    assert key_figures(found)[3] == "4.049 vestigingen en 2.989 vertrekken van internationals in 2021"
    assert changes(found)[0] == "479 internationals meer dan een jaar eerder: van 13.993 naar 14.472"
    assert len(bullets(found)) == len(bullets(page(edition()))) == 14


def test_every_line_begins_with_its_number_in_bold() -> None:
    for language, source in product(("nl", "en"), (edition(), edition(municipality="GM0547"))):
        lines = re.findall(r"<li>(.*?)</li>", page(source, language).body, re.DOTALL)
        assert lines
        assert [line for line in lines if not re.match(r"<strong>\d", line)] == []


def test_the_changes_follow_the_figures() -> None:
    turned = edition(
        residents_group={("2022", "international"): 13992},
        arrivals={("2021",): 3451},
        departures={("2021",): 3775},
        status_holders={("2022",): 894},
        students_universities={("2021", "21PB", "international"): 5599},
    )
    assert changes(page(turned)) == [
        "1 fewer international than a year before: from 13,993 to 13,992",
        "1 fewer arrival in 2021 than in 2020: from 3,452 to 3,451",
        "1 more departure in 2021 than in 2020: from 3,774 to 3,775",
        "1 more status holder than a year before: from 893 to 894",
        "1 fewer international student at Universiteit Leiden than a study year before: from 5,600 to 5,599",
    ]
    assert (
        changes(page(turned, "nl"))[0] == "1 international minder dan een jaar eerder: van 13.993 naar 13.992"
    )


def test_what_stayed_the_same_is_no_change() -> None:
    same = edition(
        residents_group={("2022", "international"): 13993},
        arrivals={("2021",): 3452},
        departures={("2021",): 3774},
        status_holders={("2022",): 893},
        students_universities={("2021", "21PB", "international"): 5600},
    )
    assert "<h2>" not in page(same).body


@pytest.mark.parametrize(
    ("without", "gone", "kept"),
    [
        ("residents_nationality", ("nationalities:",), "14,472 internationals"),
        ("arrivals", ("arrivals", "departures"), "769 status holders"),
        ("departures", ("departures",), "4,049 arrivals of internationals in 2021"),
        ("children", ("children",), "4,049 arrivals"),
        ("status_holders", ("status holders",), "1,641 international children"),
        ("workers", ("workers",), "6,216 international students"),
        ("expat_registrations", ("Expat Centre",), "6,315 international workers"),
    ],
)
def test_without_a_table_its_lines_fall_away(without: str, gone: tuple[str, ...], kept: str) -> None:
    whole, found = text(page(edition())), text(page(edition(without)))
    assert [words for words in gone if words not in whole] == []
    assert [words for words in gone if words in found] == []
    assert kept in found


def test_without_a_university_here_it_is_about_the_institution_of_applied_sciences() -> None:
    found = page(
        edition("students_universities", students_applied_sciences={("2020", "21RI", "international"): 60.0})
    )
    assert (
        "55 international students at Hogeschool Leiden in 2021/2022, 0.4% of all students there"
        in key_figures(found)
    )
    assert changes(found)[-1] == (
        "5 fewer international students at Hogeschool Leiden than a study year before: from 60 to 55"
    )


def test_a_town_without_any_other_source_has_a_summary_of_its_residents() -> None:
    found = page(edition(*TABLES, municipality="GM0547"))
    assert key_figures(found) == [
        "14,472 internationals, 11.6% of all residents (about one in nine)",
        "41,109 residents with a migration background, 32.9% of all residents",
    ]
    assert changes(found) == ["479 more internationals than a year before: from 13,993 to 14,472"]
    assert found.source == "Personal Records Database" and found.notes == ()


def test_a_town_without_an_institution_says_nothing_of_students() -> None:
    assert "student" not in text(page(edition(municipality="GM0547")))


def test_one_year_alone_has_no_changes() -> None:
    found = page(only_years(leiden(), "2022"))
    assert "14,472 internationals" in text(found) and CHANGED["en"] not in text(found)


def test_tables_whose_years_are_all_to_come_say_nothing_yet() -> None:
    source = edition()
    to_come = {name: found for name, found in only_years(source).tables.items() if name != "residents_group"}
    found = page(replace(source, tables={**source.tables, **to_come}))
    assert len(key_figures(found)) == 2 and len(changes(found)) == 1


def test_a_withheld_year_before_leaves_that_change_unsaid() -> None:
    hidden = edition(residents_group={("2021", "international"): SUPPRESSED})
    assert changes(page(hidden))[0].startswith("597 more arrivals")


def test_figures_of_another_day_than_the_residents_are_not_passed_off_as_of_that_day() -> None:
    source = edition()
    older = only_years(source, "2021")
    mixed = {
        **source.tables,
        "children": older.tables["children"],
        "status_holders": older.tables["status_holders"],
    }
    found = text(page(replace(source, tables=mixed)))
    assert "children" not in found and "status holders" not in found


def test_with_everything_withheld_the_summary_says_that_and_gives_no_figure() -> None:
    for language, said in (
        ("nl", "ter bescherming van personen niet getoond"),
        ("en", "to protect individuals"),
    ):
        found = page(withheld(edition()), language)
        assert said in text(found)
        assert bullets(found) == [] and CHANGED[language] not in text(found)
    assert page(withheld(edition())).headline == "The international residents of Leiden"


def test_nothing_is_wrong_with_the_summary_whatever_is_there() -> None:
    sources = [edition(*(set(TABLES) - {name})) for name in TABLES]
    sources += [edition(name) for name in TABLES]
    for source in (edition(), leiden(), *sources, withheld(edition()), withheld(edition(), keep=3)):
        assert list(check(source, chosen=["01-summary"])) == []
        for language in ("nl", "en"):
            assert "None" not in text(page(source, language))


def test_a_release_without_residents_has_no_summary() -> None:
    source = edition()
    rest = {name: found for name, found in source.tables.items() if name != "residents_group"}
    assert compose(replace(source, tables=rest), chosen=["01-summary"]) == ()


def test_the_institution_of_applied_sciences_does_not_stand_in_for_a_university_that_stayed_the_same() -> (
    None
):
    same = edition(
        students_universities={("2021", "21PB", "international"): 5600},
        students_applied_sciences={("2020", "21RI", "international"): 60.0},
    )
    assert "Hogeschool" not in text(page(same))


def test_the_heading_of_the_changes_is_there_with_a_change_of_students_alone() -> None:
    steady = {
        "residents_group": {("2022", "international"): 13993},
        "arrivals": {("2021",): 3452},
        "departures": {("2021",): 3774},
        "status_holders": {("2022",): 893},
    }
    assert len(changes(page(edition(**steady)))) == 1
    found = page(edition("students_universities", **steady))
    assert len(changes(found)) == 1 and "Hogeschool Leiden" in changes(found)[0]
    nothing = page(edition("students_universities", "students_applied_sciences", **steady))
    assert CHANGED["en"] not in text(nothing)
