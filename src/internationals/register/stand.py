"""A stand extract, typed and judged: one row per registered person, with the reason when it is not used."""

from __future__ import annotations

from datetime import date

from internationals.register import rules, sql

FIRST_REJECTED = len(rules.EXCLUDED) + 1


def typed_sql(relation: str, at: date, own: tuple[str, ...], restore: bool) -> str:
    """SELECT with the columns of `Persons` plus `row`, `reason` (rule number, 0 used) and `warned` (bits).

    Needs the tables of `sql.prepare`, `privacy.pseudonymise` `sql.nationality_sets` and
    `sql.known_areas`.
    """
    reference = at.year * 10000 + at.month * 100 + at.day
    ours = ", ".join(f"'{code}'" for code in own)
    municipality, area, title = (
        (f"restored({name}, {digits})" if restore else name)
        for name, digits in (("gemeente", 4), ("buurt", 8), ("verblijfstitel", 2))
    )
    before = {
        name: f"{name} > 0 AND earliest({name}) >= {reference}"
        for name in ("birth", "settled", "address_since", "settled_nl")
    }
    tests = {
        "lost_zeros_municipality": "municipality_lost",
        "lost_zeros_nationality": "nationality_lost",
        "no_person": "persoon = ''",
        "unknown_municipality": "municipality_known IS NULL",
        "unknown_nationality": "nationality_unknown",
        "wrong_reference_date": f"peildatum NOT IN ('', '{reference}', '{at}')",
        "impossible_birth_date": "birth IS NULL",
        "impossible_settling_date": "settled IS NULL",
        "impossible_address_date": "address_since IS NULL",
        "birth_not_before_reference": before["birth"],
        "settling_not_before_reference": before["settled"],
        "address_not_before_reference": before["address_since"],
        "settling_nl_not_before_reference": before["settled_nl"],
    }
    numbered = [
        (1, "municipality = '1999'"),
        (2, f"municipality_known IS NOT NULL AND municipality NOT IN ({ours})"),
        (3, "opschorting <> ''"),
        *(
            (rules.number_of(rules.STAND_REJECTED, name, FIRST_REJECTED), test)
            for name, test in tests.items()
        ),
    ]
    unknown = [
        "birth_code <> '' AND birth_country IS NULL",
        "parent1_code <> '' AND parent1_country IS NULL",
        "parent2_code <> '' AND parent2_country IS NULL",
        "from_code <> '' AND country_from IS NULL",
        "raw_sex NOT IN ('M', 'V', 'O')",
        "area <> '' AND neighbourhood IS NULL",
        "title_code <> '' AND title IS NULL",
        "settled_nl IS NULL",
        "title_end IS NULL",
    ]
    return f"""
    WITH typed AS (
      SELECT r.row, r.persoon, s.person, r.opschorting, r.peildatum,
        {municipality} AS municipality, m.value AS municipality_known,
        {"false" if restore else "lost_zeros(gemeente, 4)"} AS municipality_lost,
        n.value AS nationalities, n.unknown AS nationality_unknown, n.lost AS nationality_lost,
        register_date(geboortedatum) AS birth, geslacht AS raw_sex,
        r.geboorteland AS birth_code, b.value AS birth_country,
        r.geboorteland_ouder_1 AS parent1_code, p1.value AS parent1_country,
        r.geboorteland_ouder_2 AS parent2_code, p2.value AS parent2_country,
        geslacht_ouder_1 AS parent1_sex, geslacht_ouder_2 AS parent2_sex,
        {area} AS area,
        w.value AS neighbourhood,
        register_date(datum_vestiging_gemeente) AS settled, register_date(datum_adres) AS address_since,
        register_date(datum_vestiging_nederland) AS settled_nl,
        r.land_vanwaar_gevestigd AS from_code, f.value AS country_from,
        {title} AS title_code, t.value AS title, register_date(verblijfstitel_einde) AS title_end
      FROM {relation} r
      JOIN pseudonyms s ON r.persoon = s.number
      LEFT JOIN sets_{relation} n ON r.nationaliteiten = n.text
      LEFT JOIN known_municipality m ON {municipality} = m.code
      LEFT JOIN known_country b ON r.geboorteland = b.code
      LEFT JOIN known_country p1 ON r.geboorteland_ouder_1 = p1.code
      LEFT JOIN known_country p2 ON r.geboorteland_ouder_2 = p2.code
      LEFT JOIN known_country f ON r.land_vanwaar_gevestigd = f.code
      LEFT JOIN areas_{relation} w ON {area} = w.code
      LEFT JOIN known_title t ON {title} = t.code)
    SELECT row, CAST({at.year} AS SMALLINT) AS year, CAST({reference} AS INTEGER) AS at,
      person,
      birth, CASE WHEN raw_sex IN ('M', 'V') THEN raw_sex ELSE 'O' END::sex AS sex,
      coalesce(birth_country, 0::SMALLINT) AS birth_country,
      coalesce(parent1_country, 0::SMALLINT) AS parent1_country,
      coalesce(parent2_country, 0::SMALLINT) AS parent2_country,
      CASE WHEN parent1_sex IN ('M', 'V', 'O') THEN parent1_sex ELSE '' END::sex AS parent1_sex,
      CASE WHEN parent2_sex IN ('M', 'V', 'O') THEN parent2_sex ELSE '' END::sex AS parent2_sex,
      nationalities, coalesce(neighbourhood, 0) AS neighbourhood,
      settled, address_since, coalesce(settled_nl, 0) AS settled_nl,
      coalesce(country_from, 0::SMALLINT) AS country_from,
      coalesce(title, 0::SMALLINT) AS title, coalesce(title_end, 0) AS title_end,
      {sql.first_that_applies(numbered)} AS reason, {sql.bits(unknown)} AS warned
    FROM typed"""
