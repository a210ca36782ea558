"""The invented town meets the published figures, counted from the files with nothing but SQL."""

from __future__ import annotations

import itertools

import pytest

from .conftest import Ask

NINE = ("0064", "0055", "0072", "0060", "0307", "0057", "0077", "0223", "0336")
ARRIVALS = (2747, 2921, 2934, 3315, 3706, 3979, 4149, 4378, 3452, 4049)
DEPARTURES = (2282, 2278, 2469, 2497, 3003, 3461, 3308, 3323, 3774, 2989)


@pytest.mark.parametrize(
    ("year", "international", "dutch"), [(2012, 11315, 108913), (2022, 14472, 110565), (2023, 16643, 110436)]
)
def test_residents_are_as_many_as_published(ask: Ask, year: int, international: int, dutch: int) -> None:
    found = ask(
        f"SELECT count(*) FILTER (NOT dutch), count(*) FILTER (dutch) FROM resident WHERE year = {year}"
    )
    assert found == [(international, dutch)]


def test_internationals_were_13993_on_1_january_2021(ask: Ask) -> None:
    assert ask("SELECT count(*) FROM resident WHERE year = 2021 AND NOT dutch") == [(13993,)]


@pytest.mark.parametrize(
    ("year", "persons", "share"), [(2012, 34145, 28.4), (2022, 41109, 32.9), (2023, 43837, 34.5)]
)
def test_people_with_a_migration_background(ask: Ask, year: int, persons: int, share: float) -> None:
    found = ask(
        f"SELECT count(*) FILTER (background), round(100 * avg(background::INT), 1) FROM resident WHERE year = {year}"
    )
    assert found == [(persons, share)]


def test_dutch_people_with_background_are_21_3_percent_in_2022(ask: Ask) -> None:
    assert ask("SELECT round(100 * avg((dutch AND background)::INT), 1) FROM resident WHERE year = 2022") == [
        (21.3,)
    ]


def test_hardly_any_international_lacks_a_background_but_some_do(ask: Ask) -> None:
    counts = ask("SELECT count(*) FROM resident WHERE NOT dutch AND NOT background GROUP BY year")
    assert len(counts) == 12
    assert all(5 <= count < 0.0005 * 120_000 for (count,) in counts)


def test_the_share_of_internationals_rises_every_year_but_the_corona_year(ask: Ask) -> None:
    shares = [
        share for (share,) in ask("SELECT avg((NOT dutch)::INT) FROM resident GROUP BY year ORDER BY year")
    ]
    rises = [year for year, (a, b) in enumerate(itertools.pairwise(shares), 2013) if b > a]
    assert rises == [year for year in range(2013, 2024) if year != 2021]


def test_the_dip_of_2020_is_slight(ask: Ask) -> None:
    (before,), (after,) = ask(
        "SELECT count(*) FROM resident WHERE NOT dutch AND year IN (2020, 2021) GROUP BY year ORDER BY year"
    )
    assert 0.95 * before < after < before


def test_the_share_with_background_rises_every_year(ask: Ask) -> None:
    shares = [
        share for (share,) in ask("SELECT avg(background::INT) FROM resident GROUP BY year ORDER BY year")
    ]
    assert shares == sorted(set(shares))


def test_arrivals_and_departures_of_internationals_are_as_published(ask: Ask) -> None:
    found = ask("""
        SELECT count(*) FILTER (soort = 'vestiging'), count(*) FILTER (soort = 'vertrek')
        FROM flow WHERE NOT is_dutch(codes) AND year <= 2021 GROUP BY year ORDER BY year""")
    assert found == list(zip(ARRIVALS, DEPARTURES, strict=True))


def test_people_who_are_out_and_back_within_30_days_are_in_the_files_beside_the_published_flows(
    ask: Ask,
) -> None:
    per_year = ask("""
        SELECT p.year, count(*) FROM pair p JOIN event d ON d.year = p.year AND d.row = p.departure
        WHERE NOT is_dutch(d.codes) GROUP BY 1""")
    assert len(per_year) == 11
    assert all(10 <= count <= 50 for _, count in per_year)


def test_nationalities_of_2022_are_as_published(ask: Ask) -> None:
    found = dict(
        ask("""
        SELECT n.nationality, count(*) FROM resident JOIN nationality n USING (codes, year)
        WHERE year = 2022 AND NOT dutch GROUP BY 1""")
    )
    assert tuple(found[code] for code in NINE) == (1253, 1162, 1002, 949, 798, 725, 689, 446, 398)
    others = {code: count for code, count in found.items() if code not in NINE}
    assert sum(others.values()) == 7050
    assert max(others.values()) < 398
    assert 140 <= len(others) <= 175


def test_ten_years_of_growth(ask: Ask) -> None:
    rows = ask("""
        SELECT n.nationality, count(*) FILTER (year = 2012), count(*) FILTER (year = 2022)
        FROM resident JOIN nationality n USING (codes, year) GROUP BY 1""")
    counts = {code: (start, end) for code, start, end in rows}
    growth = {code: 100 * (counts[code][1] / counts[code][0] - 1) for code in NINE}
    assert (counts["0064"][0], round(growth["0064"])) == (667, 88)
    assert (counts["0055"][0], round(growth["0055"])) == (790, 47)
    assert min(growth, key=lambda code: growth[code]) == "0060"
    assert counts["0336"][0] < 50


def test_arrivals_by_nationality_tell_the_published_story(ask: Ask) -> None:
    rows = ask("""
        SELECT counted_as(codes, datum) AS code, year, count(*) FROM flow
        WHERE soort = 'vestiging' AND year <= 2021 GROUP BY ALL""")
    arrivals = {(code, year): count for code, year, count in rows if code in NINE}
    assert max(arrivals.values()) <= 350
    change = {code: arrivals[code, 2021] - arrivals[code, 2020] for code in NINE}
    assert max(change, key=lambda code: change[code]) == "0072"
    assert [code for code in NINE if change[code] < 0] == ["0060"]
    assert max(range(2012, 2022), key=lambda year: arrivals.get(("0336", year), 0)) == 2016


def test_more_than_800_people_come_from_ukraine_in_2022(ask: Ask) -> None:
    [(count,)] = ask(
        "SELECT count(*) FROM flow WHERE year = 2022 AND soort = 'vestiging' AND land_tegenpartij = '6038'"
    )
    assert 800 < count < 1200


def test_478_dutch_people_come_from_abroad_in_2021_of_whom_82_are_minors(ask: Ask) -> None:
    found = ask("""
        SELECT count(*), count(*) FILTER (age < 18), count(*) FILTER (age BETWEEN 40 AND 54) FROM (
            SELECT (datum - geboortedatum::INT) // 10000 AS age FROM flow
            WHERE year = 2021 AND soort = 'vestiging' AND is_dutch(codes) AND land_tegenpartij NOT IN ('', '0000'))""")
    assert found == [(478, 82, 95)]


def test_repats_fall_four_years_in_a_row_after_2017(ask: Ask) -> None:
    rows = ask("""
        SELECT count(*) FROM flow WHERE year BETWEEN 2017 AND 2021 AND soort = 'vestiging' AND is_dutch(codes)
        AND land_tegenpartij NOT IN ('', '0000') GROUP BY year ORDER BY year""")
    assert [count for (count,) in rows] == sorted({count for (count,) in rows}, reverse=True)


def test_international_children_of_2022_are_as_published(ask: Ask) -> None:
    found = ask("""
        SELECT count(*) FILTER (age <= 3), count(*) FILTER (age BETWEEN 4 AND 11),
               count(*) FILTER (age BETWEEN 12 AND 17), avg((geboorteland = '6030')::INT) > 0.5
        FROM (SELECT *, (20220101 - geboortedatum::INT) // 10000 AS age FROM resident
              WHERE year = 2022 AND NOT dutch AND NOT geboortedatum LIKE '%00')
        WHERE age < 18""")
    assert found == [(446, 787, 408, True)]


def test_italian_children_of_2022_are_as_published(ask: Ask) -> None:
    found = ask("""
        SELECT count(*) FILTER (age <= 3), count(*) FILTER (age BETWEEN 4 AND 11)
        FROM (SELECT *, (20220101 - geboortedatum::INT) // 10000 AS age FROM resident
              WHERE year = 2022 AND NOT geboortedatum LIKE '%00') JOIN nationality n USING (codes, year)
        WHERE n.nationality = '0064'""")
    assert found == [(43, 98)]


def test_status_holders_of_2022_are_769_mostly_syrian_and_55_percent_men(ask: Ask) -> None:
    found = ask("""
        SELECT count(*), round(100 * avg((geslacht = 'M')::INT)), avg((n.nationality = '0336')::INT) > 0.5
        FROM resident JOIN nationality n USING (codes, year)
        WHERE year = 2022 AND NOT dutch AND verblijfstitel IN ('26', '27')
          AND (verblijfstitel_einde = '' OR TRY_CAST(verblijfstitel_einde AS INT) >= 20220101)""")
    assert found == [(769, 55.0, True)]


def test_internationals_arrive_at_the_published_ages_in_2021(ask: Ask) -> None:
    found = ask("""
        SELECT round(100 * avg((age < 18)::INT)), round(100 * avg((age BETWEEN 40 AND 54)::INT)),
               avg((age BETWEEN 18 AND 39)::INT) BETWEEN 0.75 AND 0.83
        FROM (SELECT (datum - geboortedatum::INT) // 10000 AS age FROM flow
              WHERE year = 2021 AND soort = 'vestiging' AND NOT is_dutch(codes))""")
    assert found == [(7.0, 10.0, True)]


def test_most_arrivals_are_18_to_26_and_most_departures_27_to_39(ask: Ask) -> None:
    rows = ask("""
        SELECT soort, count(*) FILTER (age BETWEEN 18 AND 26) > count(*) FILTER (age BETWEEN 27 AND 39)
        FROM (SELECT soort, (datum - geboortedatum::INT) // 10000 AS age FROM flow
              WHERE year = 2021 AND NOT is_dutch(codes)) GROUP BY soort""")
    assert dict(rows) == {"vestiging": True, "vertrek": False}


@pytest.mark.parametrize(
    ("nationality", "who"),
    [
        ("0064", "geslacht = 'M'"),
        ("0064", "age BETWEEN 27 AND 39"),
        ("0055", "age BETWEEN 18 AND 26"),
        ("0055", "geslacht = 'V'"),
        ("0072", "age BETWEEN 27 AND 39"),
        ("0060", "geslacht = 'M'"),
        ("0307", "age BETWEEN 18 AND 39"),
        ("0307", "buurt LIKE '054607%'"),
        ("0057", "(buurt LIKE '054600%' OR buurt LIKE '054601%')"),
        ("0077", "age BETWEEN 27 AND 39"),
        ("0336", "age < 18"),
        ("0336", "buurt LIKE '054603%'"),
        ("0336", "buurt = '05460800'"),
    ],
)
def test_a_nationality_has_relatively_many(ask: Ask, nationality: str, who: str) -> None:
    [(mine, city)] = ask(f"""
        SELECT avg(({who})::INT) FILTER (nationality = '{nationality}'), avg(({who})::INT)
        FROM (SELECT *, (20220101 - geboortedatum::INT) // 10000 AS age FROM resident
              JOIN nationality USING (codes, year) WHERE year = 2022)""")
    assert mine >= city + 0.03
    assert mine >= 1.1 * city


def test_italians_lead_among_the_youngest_and_syrians_among_the_oldest_children(ask: Ask) -> None:
    first = []
    for ages in ("0 AND 3", "4 AND 11", "12 AND 17"):
        rows = ask(f"""
            SELECT nationality FROM (SELECT *, (20220101 - geboortedatum::INT) // 10000 AS age FROM resident
            JOIN nationality USING (codes, year) WHERE year = 2022 AND NOT dutch)
            WHERE age BETWEEN {ages} GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""")
        first += [code for (code,) in rows]
    assert first == ["0064", "0064", "0336"]


def test_morocco_is_the_first_country_of_origin_by_the_parents(ask: Ask) -> None:
    rows = ask("""
        SELECT CASE WHEN abroad(geboorteland) THEN geboorteland WHEN abroad(geboorteland_ouder_1)
               THEN geboorteland_ouder_1 ELSE geboorteland_ouder_2 END AS origin
        FROM resident WHERE year = 2021 AND background GROUP BY 1 ORDER BY count(*) DESC LIMIT 1""")
    assert rows == [("5022",)]


def test_about_91_percent_of_the_minors_are_dutch(ask: Ask) -> None:
    assert (
        ask("""
        SELECT round(100 * avg(dutch::INT)) FROM resident
        WHERE year = 2022 AND geboortedatum <> '00000000' AND (20220101 - geboortedatum::INT) // 10000 < 18""")
        == [(91.0,)]
    )
