"""The stands and the mutations of the invented register agree with each other, person by person."""

from __future__ import annotations

from .conftest import Ask

ENTER = "('vestiging', 'geboorte', 'correctie_bij')"
LEAVE = "('vertrek', 'overlijden', 'correctie_af')"
NATIONALITY = "('nationaliteit_verkregen', 'nationaliteit_verloren')"


def test_every_year_balances_for_every_set_of_nationalities(ask: Ask) -> None:
    residual = ask(f"""
        SELECT year, codes, sum(n) FROM (
            SELECT year, codes, 1 AS n FROM resident WHERE year < 2023
            UNION ALL SELECT year - 1, codes, -1 FROM resident WHERE year > 2012
            UNION ALL SELECT year, codes, 1 FROM event WHERE soort IN {ENTER}
            UNION ALL SELECT year, codes, -1 FROM event WHERE soort IN {LEAVE}
            UNION ALL SELECT year, codes, -1 FROM event WHERE soort IN {NATIONALITY}
            UNION ALL SELECT year, codes_after, 1 FROM event WHERE soort IN {NATIONALITY})
        GROUP BY year, codes HAVING sum(n) <> 0""")
    assert residual == []


def test_the_people_of_a_stand_are_those_of_the_one_before_with_who_came_and_without_who_went(
    ask: Ask,
) -> None:
    astray = ask(
        f"""
        WITH last AS (
            SELECT year, persoon, arg_max(soort, row) AS soort FROM event
            WHERE soort IN {ENTER} OR soort IN {LEAVE} GROUP BY ALL),
        expected AS (
            SELECT r.year + 1 AS year, r.persoon FROM resident r
            WHERE NOT EXISTS (SELECT 1 FROM last WHERE last.year = r.year AND last.persoon = r.persoon)
            UNION ALL SELECT year + 1, persoon FROM last WHERE soort IN {ENTER}),
        found AS (SELECT year, persoon FROM resident WHERE year > 2012),
        due AS (SELECT year, persoon FROM expected WHERE year <= 2023)
        (FROM found EXCEPT FROM due) UNION ALL (FROM due EXCEPT FROM found)"""
    )
    assert astray == []


def test_nobody_enters_who_is_there_and_nobody_leaves_who_is_not(ask: Ask) -> None:
    wrong = ask(f"""
        SELECT year, persoon, soort, before FROM (
            SELECT e.year, e.persoon, e.soort, e.row,
                   coalesce(lag(e.soort IN {ENTER}) OVER (PARTITION BY e.year, e.persoon ORDER BY e.row),
                            r.persoon IS NOT NULL) AS before
            FROM event e LEFT JOIN resident r USING (year, persoon)
            WHERE e.soort IN {ENTER} OR e.soort IN {LEAVE})
        WHERE before = (soort IN {ENTER})""")
    assert wrong == []


def test_events_of_one_person_continue_each_other(ask: Ask) -> None:
    broken = ask(f"""
        SELECT * FROM (
            SELECT e.*, coalesce(
                lag(CASE WHEN e.soort IN {NATIONALITY} THEN e.codes_after ELSE e.codes END)
                    OVER (PARTITION BY e.year, e.persoon ORDER BY e.row), r.codes) AS before
            FROM event e LEFT JOIN resident r USING (year, persoon))
        WHERE before <> codes""")
    assert broken == []


def test_a_stand_shows_what_the_last_event_left_behind(ask: Ask) -> None:
    wrong = ask(f"""
        SELECT r.year, r.persoon FROM resident r JOIN (
            SELECT year + 1 AS year, persoon, arg_max(buurt, row) AS buurt,
                   arg_max(CASE WHEN soort IN {NATIONALITY} THEN codes_after ELSE codes END, row) AS codes,
                   max(CASE WHEN soort IN ('verhuizing', 'vestiging', 'geboorte') THEN datum END) AS moved,
                   max(CASE WHEN soort IN ('vestiging', 'geboorte') THEN datum END) AS settled
            FROM event GROUP BY ALL) last USING (year, persoon)
        WHERE r.buurt <> last.buurt OR r.codes <> last.codes
           OR coalesce(r.datum_adres <> last.moved::VARCHAR, false)
           OR coalesce(r.datum_vestiging_gemeente <> last.settled::VARCHAR, false)""")
    assert wrong == []


def test_who_has_no_event_stays_the_same(ask: Ask) -> None:
    changed = ask("""
        SELECT b.year, b.persoon FROM resident a JOIN resident b ON b.year = a.year + 1 AND b.persoon = a.persoon
        WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.year = a.year AND e.persoon = a.persoon)
          AND (a.codes <> b.codes OR a.buurt <> b.buurt OR a.datum_adres <> b.datum_adres
               OR a.datum_vestiging_gemeente <> b.datum_vestiging_gemeente)""")
    assert changed == []


def test_a_person_is_the_same_in_every_file(ask: Ask) -> None:
    twofold = ask("""
        SELECT persoon FROM (
            SELECT persoon, geboortedatum, geslacht, geboorteland FROM stand
            UNION SELECT persoon, geboortedatum, geslacht, geboorteland FROM event)
        GROUP BY persoon HAVING count(*) > 1""")
    assert twofold == []


def test_nobody_settles_or_has_an_event_before_birth_or_after_the_reference_date(ask: Ask) -> None:
    assert ask("""
        SELECT count(*) FROM stand WHERE geboortedatum::INT >= today OR datum_vestiging_gemeente::INT >= today
        OR datum_adres::INT >= today
        OR (datum_vestiging_gemeente < geboortedatum AND NOT datum_vestiging_gemeente LIKE '%00')""") == [
        (0,)
    ]
    assert ask("""
        SELECT count(*) FROM event WHERE geboortedatum::INT > datum OR datum // 10000 <> year
        OR (soort = 'geboorte') <> (geboortedatum::INT = datum)""") == [(0,)]


def test_a_stand_has_every_person_once(ask: Ask) -> None:
    assert ask("SELECT year, persoon FROM stand GROUP BY ALL HAVING count(*) > 1") == []


def test_nobody_has_an_event_or_lives_here_after_death(ask: Ask) -> None:
    assert ask("""
        SELECT count(*) FROM event d JOIN event e USING (persoon)
        WHERE d.soort = 'overlijden' AND (e.year > d.year OR (e.year = d.year AND e.row > d.row))""") == [
        (0,)
    ]
    assert ask("""
        SELECT count(*) FROM event d JOIN resident r USING (persoon)
        WHERE d.soort = 'overlijden' AND r.year > d.year""") == [(0,)]


def test_most_moves_lead_to_another_neighbourhood(ask: Ask) -> None:
    [(share,)] = ask("""
        SELECT avg((r.buurt <> e.buurt)::INT) FROM resident r JOIN (
            SELECT year, persoon, min_by(buurt, row) AS buurt FROM event WHERE soort = 'verhuizing' GROUP BY ALL) e
        USING (year, persoon)""")
    assert share > 0.9
