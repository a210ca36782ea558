"""The news item: a short article from the edition, whose paragraphs each need their own source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals.pages import check, compose
from internationals.shapes import Card, Dimension, Page, ProtectedTable, Release, Text, by_id
from tests.pages.releases import (
    DUTCH,
    FLOW_YEARS,
    SUPPRESSED,
    Cells,
    card,
    leiden,
    release,
    replaced,
    table,
    withheld,
    years,
)
from tests.pages.test_published_figures import text

PERCENT: Text = {"nl": "procent", "en": "per cent"}
AGES = ("0-3", "4-11", "12-17", "18-26", "27-39", "40-54")
FACTS = """\
schools:
  nl: In Leiden zijn twee internationale basisscholen.
  en: Leiden has two international primary schools.
  date: 2023-01-31
  owner: Education team
  source: School guide
"""


def named(dimension: str, **names: str) -> Dimension:
    labels: dict[str, Text] = {code: {"nl": name, "en": name} for code, name in names.items()}
    return Dimension(dimension, {"nl": dimension, "en": dimension}, labels)


ITEM = named("item", home_language_other="Other language?", willing_to_help="Willing to help?")
RESPONDENT = named("group", all="All", dutch="Dutch nationals", non_dutch="Internationals")
BOUND = named("bound", low="Low", high="High")
MONTHS = Dimension("month", {"nl": "Maand", "en": "Month"}, {m: {"nl": m, "en": m} for m in ("08", "09")})
AGE = Dimension("age", {"nl": "Leeftijd", "en": "Age"}, {age: {"nl": age, "en": age} for age in AGES})


def at(of: Card, moment: str, unit: Text | None = None) -> Card:
    dated = replace(of, moment=moment, reference={"nl": moment, "en": moment})
    return dated if unit is None else replace(dated, unit=unit, decimals=1)


def survey() -> tuple[ProtectedTable, ...]:
    year = years(["2022"])
    shares: Cells = {
        ("2022", "home_language_other", "all"): 19.98,
        ("2022", "willing_to_help", "non_dutch"): 33.0,
        ("2022", "willing_to_help", "dutch"): 14.0,
    }
    bounds: Cells = {
        ("2022", "willing_to_help", "non_dutch", "low"): 29.0,
        ("2022", "willing_to_help", "non_dutch", "high"): 37.0,
        ("2022", "willing_to_help", "dutch", "low"): 13.0,
        ("2022", "willing_to_help", "dutch", "high"): 15.0,
    }
    return (
        table(at(card("survey_shares", year, ITEM, RESPONDENT), "2022", PERCENT), shares),
        table(at(card("survey_intervals", year, ITEM, RESPONDENT, BOUND), "2022", PERCENT), bounds),
        table(
            at(card("survey_respondents", year, RESPONDENT), "2022", PERCENT), {("2022", "non_dutch"): 10.0}
        ),
    )


def edition(*without: str, **changes: Cells) -> Release:
    """Leiden with everything that the article can use; a table given by name replaces its cells."""
    counted = (
        table(
            at(card("expat_registrations", years(FLOW_YEARS)), "2021"),
            {(year,): 300.0 + position for position, year in enumerate(FLOW_YEARS)},
        ),
        table(
            at(card("welcome_students", years(["2022"]), MONTHS), "2022"),
            {("2022", "08"): 700, ("2022", "09"): 74},
        ),
        table(
            card("arrivals_age", years(FLOW_YEARS), AGE),
            {
                (year, age): count
                for year, young in (("2019", 1800), ("2020", 1500), ("2021", 1900))
                for age, count in zip(AGES, (60, 180, 70, young, 1300, 400), strict=True)
            },
        ),
    )
    base = leiden()
    tables = {**base.tables, **by_id((*counted, *survey()))}
    kept = {name: found for name, found in tables.items() if name not in without}
    return release(replaced(kept, changes))


def page(source: Release, language: str = "en", overrides: Path | None = None) -> Page:
    made = compose(source, chosen=["90-news"], overrides=overrides)
    return next(found for found in made if found.language == language)


def test_the_article_says_all_that_the_edition_knows() -> None:
    found = page(edition())
    assert (
        found.headline
        == "Leiden is becoming more international: about one in nine residents is an international"
    )
    said = text(found)
    for sentence in (
        "On 1 January 2022, Leiden counts 14,472 internationals. That is 11.6% of all residents, about one in nine.",
        "A year earlier the share was still 11.3%.",
        "the number of internationals rose by 479",
        "In 2021, Leiden counted 4,049 arrivals of internationals. That is more than in 2020, when there were 3,452.",
        "Most newcomers are young: 79% are 18 to 39 years old. Since 2019, their number has risen from 3,100 to 3,200.",
        "these: Italian (280), German (270) and Polish (230).",
        "The Expat Centre had a record year in 2021: 309 registrations",
        "In 2022, 774 international students were given a warm welcome",
        "about one in five (also) speak a language other than Dutch at home: 20%.",
        "Asked ‘Willing to help?’, 33% of internationals answered yes, against 14% of Dutch nationals.",
        "So internationals said yes more often",
        "10% were internationals; that is less than their share of all residents, 11.6%. The results are weighted.",
    ):
        assert sentence in said


def test_the_same_is_said_in_dutch() -> None:
    found = page(edition(), "nl")
    assert (
        found.headline == "Leiden wordt internationaler: ongeveer één op de negen inwoners is international"
    )
    said = text(found)
    for sentence in (
        "Dat is 11,6% van alle inwoners, ongeveer één op de negen. Een jaar eerder was het aandeel nog 11,3%.",
        "In 2021 telde Leiden 4.049 vestigingen van internationals.",
        "De meeste nieuwkomers zijn jong: 79% is 18 tot en met 39 jaar.",
        "Het Expat Centre had in 2021 een recordjaar: 309 inschrijvingen",
        "was er in 2022 voor 774 internationale studenten",
        "spreekt ongeveer één op de vijf thuis (ook) een andere taal dan Nederlands: 20%.",
        "antwoordde 33% van de internationals ja, tegen 14% van de Nederlanders.",
        "was 10% international; dat is minder dan hun aandeel onder alle inwoners, 11,6%.",
    ):
        assert sentence in said


def test_without_any_other_source_the_article_is_about_the_stock_alone() -> None:
    source = edition()
    alone = replace(source, tables={"residents_group": source.tables["residents_group"]})
    said = text(page(alone))
    assert "14,472 internationals" in said
    for absent in ("arrivals", "Expat Centre", "survey", "welcome", "Asked"):
        assert absent not in said


def test_a_smaller_share_is_no_growing_city() -> None:
    source = edition(residents_group={("2022", "international"): 12000, ("2022", "total"): 12000 + DUTCH[-1]})
    assert page(source).headline == "The share of internationals in Leiden fell from 11.3% to 9.8%"
    said = text(page(source))
    assert "A year earlier the share was higher: 11.3%." in said
    assert "the number of internationals fell by 1,993" in said


def test_the_record_is_one_of_the_whole_series_only() -> None:
    higher_once = edition(residents_group={("2020", "international"): 14900, ("2020", "total"): 125000})
    assert "higher than at any time" not in text(page(higher_once))
    most = edition(residents_group={("2022", "international"): 16643, ("2022", "total"): 127079})
    assert "It is now higher than at any time since the series began in 2012." in text(page(most))


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (15.2, 50.0, "said yes more often"),
        (15.0, 50.0, None),
        (2.0, 13.0, None),
        (2.0, 12.8, "said yes less often"),
    ],
)
def test_only_a_difference_beyond_the_margins_is_one(low: float, high: float, said: str | None) -> None:
    bounds: Cells = {
        ("2022", "willing_to_help", "non_dutch", "low"): low,
        ("2022", "willing_to_help", "non_dutch", "high"): high,
    }
    found = text(page(edition(survey_intervals=bounds)))
    assert "33% of internationals answered yes, against 14%" in found
    assert ("said yes" in found) == (said is not None)
    assert said is None or said in found


def test_a_share_of_too_few_respondents_is_not_in_the_news() -> None:
    few = edition(survey_shares={("2022", "willing_to_help", "non_dutch"): SUPPRESSED})
    assert "Asked" not in text(page(few))
    assert "20%" in text(page(few))


def test_a_survey_without_a_question_says_nothing_of_it() -> None:
    source = edition()
    shares = source.tables["survey_shares"]
    only = replace(shares.card, dimensions=(years(["2022"]), named("item", other="Other?"), RESPONDENT))
    cells = {("2022", "other", group): cell for (_, _, group), cell in shares.cells.items()}
    found = text(
        page(
            replace(
                source, tables={**source.tables, "survey_shares": replace(shares, card=only, cells=cells)}
            )
        )
    )
    assert "at home" not in found
    assert "Asked" not in found


def test_groups_that_grew_strongly_are_named_when_others_did_not() -> None:
    before = {("2019", "0064"): 200.0, ("2019", "0055"): 260.0, ("2019", "0072"): 100.0}
    found = text(page(edition(arrivals_nationality=before)))
    assert (
        "Since 2019, arrivals have risen strongly of people with this nationality: Polish and Italian."
        in found
    )
    everyone = {("2019", "0064"): 200.0, ("2019", "0055"): 160.0, ("2019", "0072"): 100.0}
    found = text(page(edition(arrivals_nationality=everyone)))
    assert "Arrivals of each of them have risen strongly since 2019." in found


def test_an_article_of_withheld_figures_has_neither_figures_nor_news() -> None:
    found = page(withheld(edition()))
    assert found.headline == "The international residents of Leiden"
    assert "withheld" not in text(found)
    assert "risen" not in text(found)


def test_a_fact_is_told_where_the_project_has_it(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    without = page(edition(), overrides=tmp_path / "pages")
    (tmp_path / "facts.yml").write_text(FACTS, encoding="utf-8")
    found = page(edition(), overrides=tmp_path / "pages")
    assert "two international primary schools" not in text(without)
    assert "Leiden has two international primary schools." in text(found)
    assert any("School guide" in note and "Education team" in note for note in found.notes)


OWN = """\
page: 95
title: {nl: Eigen, en: Own}
slug: {nl: eigen, en: own}
tables: [residents_group]
facts: [schools]
claims:
  there: {stated: CITED}
headline: [{nl: Eigen, en: Own}]
charts: []
"""


def own(tmp_path: Path, cited: str, words: str) -> Path:
    folder = tmp_path / "pages" / "95-own"
    folder.mkdir(parents=True)
    (folder / "page.yml").write_text(OWN.replace("CITED", cited), encoding="utf-8")
    for language in ("nl", "en"):
        (folder / f"{language}.md").write_text(words, encoding="utf-8")
    return tmp_path / "pages"


def test_a_fact_that_may_be_absent_is_cited_behind_a_claim(tmp_path: Path) -> None:
    (problem, *_) = check(leiden(), overrides=own(tmp_path, "schools", '{{ fact("schools") }}\n'))
    assert "The project has no fact 'schools'" in str(problem)


def test_a_fact_that_the_page_does_not_list_is_a_mistake(tmp_path: Path) -> None:
    (problem, *_) = check(leiden(), overrides=own(tmp_path, "schoolz", "Tekst.\n"))
    assert "There is no fact 'schoolz'" in str(problem)
    assert "Did you mean 'schools'?" in str(problem)
