"""A mutation extract, typed and judged: one row per event, with the reason when it is not used."""

from __future__ import annotations

from internationals.definitions import flows
from internationals.register import rules, sql

FIRST_REJECTED = 1
COLUMNS = (
    "row BIGINT, year SMALLINT, person UBIGINT, date INTEGER, kind VARCHAR, counterpart_municipality SMALLINT, "
    "counterpart_country SMALLINT, birth INTEGER, sex VARCHAR, birth_country SMALLINT, nationalities VARCHAR, "
    "nationalities_after VARCHAR, neighbourhood INTEGER"
)


def typed_sql(relation: str, year: int, own: tuple[str, ...], restore: bool) -> str:
    """SELECT with the columns of `Events` plus `reason` (rule number, 0 used) and `warned` (bits).

    Needs the tables of `sql.prepare`, `privacy.pseudonymise` `sql.nationality_sets` and
    `sql.known_areas`.
    """
    ours = ", ".join(f"'{code}'" for code in own)
    kinds = ", ".join(f"'{kind}'" for kind in flows.EventKind)
    municipality, area = (
        (f"restored({name}, {digits})" if restore else name)
        for name, digits in (("gemeente_tegenpartij", 4), ("buurt", 8))
    )
    moves = "soort IN ('vestiging', 'vertrek')"
    tests = {
        "lost_zeros_counterpart": "municipality_lost",
        "lost_zeros_nationality": "before_lost",
        "lost_zeros_nationality_after": "after_lost",
        "no_person": "persoon = ''",
        "unknown_kind": f"soort NOT IN ({kinds})",
        "impossible_date": "date IS NULL OR date % 100 = 0",
        "other_year": f"date // 10000 <> {year}",
        "wrong_year": f"jaar <> '' AND jaar <> '{year}'",
        "unknown_nationality": "before_unknown",
        "unknown_nationality_after": "after_unknown",
        "impossible_birth_date": "birth IS NULL",
        "birth_after_event": "birth > 0 AND earliest(birth) > date",
        "two_counterparts": f"{moves} AND counterpart NOT IN ('', '0000') AND country NOT IN ('', '0000')",
        "own_municipality": f"{moves} AND counterpart IN ({ours})",
    }
    numbered = [
        (rules.number_of(rules.EVENT_REJECTED, name, FIRST_REJECTED), test) for name, test in tests.items()
    ]
    unknown = [
        "birth_code <> '' AND birth_country IS NULL",
        "raw_sex NOT IN ('M', 'V', 'O')",
        "area <> '' AND neighbourhood IS NULL",
        f"{moves} AND counterpart <> '' AND counterpart_municipality IS NULL",
        f"{moves} AND country <> '' AND counterpart_country IS NULL",
        f"NOT {moves} AND (counterpart <> '' OR country <> '')",
    ]
    return f"""
    WITH typed AS (
      SELECT r.row, r.persoon, s.person, r.soort, r.jaar, register_date(datum) AS date,
        {municipality} AS counterpart, m.value AS counterpart_municipality,
        {"false" if restore else "lost_zeros(gemeente_tegenpartij, 4)"} AS municipality_lost,
        r.land_tegenpartij AS country, c.value AS counterpart_country,
        register_date(geboortedatum) AS birth, geslacht AS raw_sex,
        r.geboorteland AS birth_code, b.value AS birth_country,
        n.value AS nationalities, n.unknown AS before_unknown, n.lost AS before_lost,
        a.value AS nationalities_after, a.unknown AS after_unknown, a.lost AS after_lost,
        {area} AS area,
        w.value AS neighbourhood
      FROM {relation} r
      JOIN pseudonyms s ON r.persoon = s.number
      LEFT JOIN sets_{relation} n ON r.nationaliteiten = n.text
      LEFT JOIN sets_{relation} a ON r.nationaliteiten_na = a.text
      LEFT JOIN known_municipality m ON {municipality} = m.code
      LEFT JOIN known_country c ON r.land_tegenpartij = c.code
      LEFT JOIN areas_{relation} w ON {area} = w.code
      LEFT JOIN known_country b ON r.geboorteland = b.code)
    SELECT row, CAST({year} AS SMALLINT) AS year, person, date,
      soort AS kind,
      CASE WHEN {moves} THEN coalesce(counterpart_municipality, 0) ELSE 0 END::SMALLINT AS counterpart_municipality,
      CASE WHEN {moves} THEN coalesce(counterpart_country, 0) ELSE 0 END::SMALLINT AS counterpart_country,
      birth, CASE WHEN raw_sex IN ('M', 'V') THEN raw_sex ELSE 'O' END::sex AS sex,
      coalesce(birth_country, 0::SMALLINT) AS birth_country, nationalities, nationalities_after,
      coalesce(neighbourhood, 0) AS neighbourhood,
      {sql.first_that_applies(numbered)} AS reason, {sql.bits(unknown)} AS warned
    FROM typed"""
