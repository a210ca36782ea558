"""The invented register is as awkward as a real one, in modest numbers."""

from __future__ import annotations

import pytest

from .conftest import Ask


@pytest.mark.parametrize(
    ("what", "condition"),
    [
        ("hold several foreign nationalities", "codes LIKE '____ ____' AND NOT dutch"),
        ("are British and Swiss", "codes = '0060 0081'"),
        ("are German and American", "codes = '0055 0223'"),
        ("are stateless", "codes = '0499'"),
        ("have no nationality entered", "codes = ''"),
        ("have an unknown nationality", "codes = '0000'"),
        ("are established non-Dutch", "codes = '0500'"),
        ("are treated as Dutch", "codes = '0002'"),
        ("are Yugoslav still", "codes = '0065'"),
        ("are Soviet still", "codes = '0075'"),
        ("were born in the Dutch East Indies", "geboorteland = '9030'"),
        ("were born on Curaçao", "geboorteland = '5107'"),
        ("have a parent of unknown birth country", "geboorteland_ouder_2 = '0000'"),
        ("have a parent without birth country", "geboorteland_ouder_2 = ''"),
        (
            "were born on an unknown day",
            "geboortedatum LIKE '______00' AND NOT geboortedatum LIKE '____0000'",
        ),
        ("were born in an unknown month", "geboortedatum LIKE '____0000' AND geboortedatum <> '00000000'"),
        ("were born in an unknown year", "geboortedatum = '00000000'"),
        ("have two mothers", "geslacht_ouder_1 = 'V' AND geslacht_ouder_2 = 'V'"),
        ("live in an unknown neighbourhood", "buurt = ''"),
        ("settled on an unknown day", "datum_vestiging_gemeente LIKE '%00'"),
        ("are neither man nor woman", "geslacht = 'O'"),
        ("have an expired title", "verblijfstitel_einde <> '' AND verblijfstitel_einde < today::VARCHAR"),
    ],
)
def test_some_residents(ask: Ask, what: str, condition: str) -> None:
    [(count,)] = ask(f"SELECT count(*) FROM resident WHERE {condition}")
    assert count > 0, f"nobody in any stand: residents who {what}"
    assert count < 0.05 * 12 * 125_000, f"too many residents who {what}"


def test_dutch_people_hold_another_nationality_only_until_the_register_stopped_keeping_them(ask: Ask) -> None:
    dual = dict(ask("SELECT year, count(*) FROM resident WHERE codes LIKE '0001 ____' GROUP BY year"))
    assert set(dual) == {2012, 2013, 2014, 2015}
    assert min(dual.values()) > 500


def test_no_other_nationality_is_kept_of_who_becomes_dutch_from_6_january_2014(ask: Ask) -> None:
    became = "soort = 'nationaliteit_verkregen' AND is_dutch(codes_after)"
    assert ask(
        f"SELECT count(*) FROM event WHERE {became} AND datum >= 20140106 AND codes_after <> '0001'"
    ) == [(0,)]
    assert ask(
        f"SELECT count(*) > 50 FROM event WHERE {became} AND datum < 20140106 AND codes_after <> '0001'"
    ) == [(True,)]


def test_the_british_leaving_the_union_reclassifies_who_holds_another_european_nationality(ask: Ask) -> None:
    [(count,)] = ask("""
        SELECT count(*) FROM resident a JOIN resident b ON b.persoon = a.persoon AND b.codes = a.codes
        WHERE a.year = 2020 AND b.year = 2021 AND counted_as(a.codes, 20200101) <> counted_as(b.codes, 20210101)""")
    assert 5 <= count <= 40


def test_rows_that_are_no_residents_stand_in_every_file_in_hundreds_at_most(ask: Ask) -> None:
    rows = ask("""
        SELECT year, count(*) FILTER (gemeente = '1999'), count(*) FILTER (gemeente NOT IN ('0546', '1999')),
               count(*) FILTER (gemeente = '0546' AND opschorting = 'O'), count(*) FILTER (opschorting = 'E'),
               count(*) FILTER (opschorting = 'M'), count(*) FILTER (gemeente <> '0546' OR opschorting <> '')
        FROM stand WHERE year > 2012 GROUP BY year""")
    assert len(rows) == 11
    assert all(min(row[1:]) >= 5 and row[-1] <= 400 for row in rows)


def test_some_people_are_out_and_back_over_new_year(ask: Ask) -> None:
    [(count,)] = ask("""
        SELECT count(*) FROM event d JOIN event a ON a.persoon = d.persoon AND a.year = d.year + 1
        WHERE d.soort = 'vertrek' AND a.soort = 'vestiging' AND d.datum % 10000 > 1200 AND a.datum % 10000 < 131
          AND strptime(a.datum::VARCHAR, '%Y%m%d') - strptime(d.datum::VARCHAR, '%Y%m%d') <= INTERVAL 30 DAY""")
    assert 10 <= count <= 300


@pytest.mark.parametrize("days", [0, 30, 31])
def test_absences_of_exactly_the_boundary_occur(ask: Ask, days: int) -> None:
    [(count,)] = ask(f"""
        SELECT count(*) FROM (
            SELECT soort, datum, lead(soort) OVER w AS next_kind, lead(datum) OVER w AS next
            FROM event WHERE soort IN ('vertrek', 'vestiging')
            WINDOW w AS (PARTITION BY year, persoon ORDER BY row))
        WHERE soort = 'vertrek' AND next_kind = 'vestiging'
          AND strptime(next::VARCHAR, '%Y%m%d') - strptime(datum::VARCHAR, '%Y%m%d') = INTERVAL {days} DAY""")
    assert count >= 11


def test_some_people_arrive_twice_in_a_year(ask: Ask) -> None:
    [(count,)] = ask("""
        SELECT count(*) FROM (SELECT 1 FROM flow WHERE soort = 'vestiging' GROUP BY year, persoon
                              HAVING count(*) > 1)""")
    assert count > 10


def test_people_come_back_in_a_later_year_under_their_own_number(ask: Ask) -> None:
    [(count,)] = ask("""
        SELECT count(*) FROM flow d JOIN flow a USING (persoon)
        WHERE d.soort = 'vertrek' AND a.soort = 'vestiging' AND a.year > d.year""")
    assert count > 1000


def test_a_counterpart_is_a_country_or_a_municipality_and_only_of_arrivals_and_departures(ask: Ask) -> None:
    assert ask("SELECT count(*) FROM event WHERE gemeente_tegenpartij <> '' AND land_tegenpartij <> ''") == [
        (0,)
    ]
    assert ask("SELECT count(*) FROM event WHERE gemeente_tegenpartij = '0546'") == [(0,)]
    assert ask("""
        SELECT count(*) FROM event WHERE soort NOT IN ('vestiging', 'vertrek')
        AND gemeente_tegenpartij || land_tegenpartij <> ''""") == [(0,)]
    for condition in (
        "gemeente_tegenpartij = '1999'",
        "land_tegenpartij = '0000'",
        "gemeente_tegenpartij || land_tegenpartij = ''",
    ):
        [(count,)] = ask(
            f"SELECT count(*) FROM event WHERE soort IN ('vestiging', 'vertrek') AND {condition}"
        )
        assert count > 10


def test_children_are_born_to_international_parents_every_year(ask: Ask) -> None:
    rows = ask("SELECT count(*) FROM event WHERE soort = 'geboorte' AND NOT is_dutch(codes) GROUP BY year")
    assert len(rows) == 11
    assert all(100 <= count <= 200 for (count,) in rows)


def test_titles_of_before_2001_end_in_january_2014(ask: Ask) -> None:
    years = {year for (year,) in ask("SELECT DISTINCT year FROM stand WHERE verblijfstitel IN ('91', '92')")}
    assert years == {2012, 2013, 2014}


def test_every_code_is_known_in_its_table(ask: Ask) -> None:
    from internationals.definitions.codes import countries, municipalities, nationalities, residence_titles

    codes = {
        c
        for (text,) in ask("SELECT DISTINCT codes FROM stand UNION SELECT codes_after FROM event")
        for c in text.split()
    }
    assert codes <= set(nationalities())
    lands = ask("""SELECT geboorteland FROM stand UNION SELECT geboorteland_ouder_1 FROM stand
        UNION SELECT geboorteland_ouder_2 FROM stand UNION SELECT land_vanwaar_gevestigd FROM stand
        UNION SELECT land_tegenpartij FROM event""")
    assert {code for (code,) in lands} - {""} <= set(countries())
    towns = ask("SELECT gemeente FROM stand UNION SELECT gemeente_tegenpartij FROM event")
    assert {code for (code,) in towns} - {""} <= set(municipalities())
    titles = ask("SELECT DISTINCT verblijfstitel FROM stand")
    assert {code for (code,) in titles} - {""} <= set(residence_titles())
