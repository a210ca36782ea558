"""The pieces of SQL that both kinds of extract are checked with."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from internationals.definitions import codes, nationality
from internationals.definitions.geography import is_neighbourhood

MACROS = """
-- NULL when no calendar has the date; the first line is for speed: it is what nearly every date is
CREATE OR REPLACE MACRO possible_date(v) AS
  CASE WHEN v % 100 BETWEEN 1 AND 28 AND (v // 100) % 100 BETWEEN 1 AND 12 THEN v
       WHEN v < 10000 THEN 0
       WHEN (v // 100) % 100 = 0 THEN (v // 10000) * 10000
       WHEN (v // 100) % 100 > 12 OR v % 100 > 31 THEN NULL
       WHEN (v // 100) % 100 IN (4, 6, 9, 11) THEN CASE WHEN v % 100 <= 30 THEN v END
       WHEN (v // 100) % 100 <> 2 OR v % 100 = 0 THEN v
       WHEN v % 100 = 29 AND (v // 10000) % 4 = 0
            AND ((v // 10000) % 100 <> 0 OR (v // 10000) % 400 = 0) THEN v
  END;
-- JJJJMMDD as a number, 0 when unknown
CREATE OR REPLACE MACRO register_date(x) AS
  CASE WHEN x = '' THEN 0
       WHEN regexp_full_match(x, '[0-9]{8}') THEN
         CASE WHEN x < '0001' THEN 0 ELSE possible_date(CAST(x AS INTEGER)) END END;
-- the first day that an incomplete date can be
CREATE OR REPLACE MACRO earliest(v) AS
  CASE WHEN v % 100 > 0 THEN v WHEN v % 10000 = 0 THEN v + 101 ELSE v + 1 END;
CREATE OR REPLACE MACRO lost_zeros(x, digits) AS
  x <> '' AND length(x) < digits AND regexp_full_match(x, '[0-9]+');
CREATE OR REPLACE MACRO restored(x, digits) AS
  CASE WHEN lost_zeros(x, digits) THEN lpad(x, digits, '0') ELSE x END;
"""


def prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Give a connection the macros and the code tables that rows are held against.

    Nothing of a raw file may reach a disk, so a connection may not spill.
    """
    con.execute("SET temp_directory = ''")
    con.execute(MACROS)
    con.execute("CREATE OR REPLACE TABLE pseudonyms (number VARCHAR, person UBIGINT)")
    con.execute("CREATE TYPE sex AS ENUM ('M', 'V', 'O', '')")
    for name, known in (
        ("known_country", codes.countries()),
        ("known_municipality", codes.municipalities()),
        ("known_title", codes.residence_titles()),
    ):
        listed = pa.table({"code": list(known), "value": pa.array([int(code) for code in known], pa.int16())})
        _keep(con, name, listed)


def nationality_sets(
    con: duckdb.DuckDBPyConnection, relation: str, columns: tuple[str, ...], restore: bool
) -> None:
    """Table `sets_<relation>`: every text in these columns, what it means, and what is wrong with it.

    `value` is the sorted set; `unknown` the first code that no table has; `lost` whether a code is short.
    """
    union = " UNION ".join(f"SELECT DISTINCT {column} AS text FROM {relation}" for column in columns)
    texts = [text for (text,) in con.execute(union).fetchall()]
    read = [_set(text, restore) for text in texts]
    _keep(
        con,
        f"sets_{relation}",
        pa.table(
            {
                "text": pa.array(texts, pa.string()),
                "value": pa.array([value for value, _, _ in read], pa.string()),
                "unknown": pa.array([unknown for _, unknown, _ in read], pa.bool_()),
                "lost": pa.array([lost for _, _, lost in read], pa.bool_()),
            }
        ),
    )


def _set(text: str, restore: bool) -> tuple[str, bool, bool]:
    tokens = text.split()
    lost = any(token.isascii() and token.isdigit() and len(token) < 4 for token in tokens)
    if restore:
        tokens = [token.zfill(4) if token.isascii() and token.isdigit() else token for token in tokens]
        lost = False
    clean = " ".join(tokens)
    unknown = bool(nationality.unknown_codes(clean))
    return ("" if unknown else " ".join(sorted(nationality.parse(clean)))), unknown, lost


def known_areas(con: duckdb.DuckDBPyConnection, relation: str, own: tuple[str, ...], restore: bool) -> None:
    """Table `areas_<relation>`: the neighbourhoods of our own that occur in a relation, with their number."""
    area = "restored(buurt, 8)" if restore else "buurt"
    found = [text for (text,) in con.execute(f"SELECT DISTINCT {area} FROM {relation}").fetchall()]
    ours = [code for code in found if any(is_neighbourhood(municipality, code) for municipality in own)]
    listed = {
        "code": pa.array(ours, pa.string()),
        "value": pa.array([int(code) for code in ours], pa.int32()),
    }
    _keep(con, f"areas_{relation}", pa.table(listed))


def _keep(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    con.register("incoming", table)
    con.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM incoming")
    con.unregister("incoming")


def first_that_applies(tests: list[tuple[int, str]]) -> str:
    """A CASE that gives the number of the first test that holds, else 0."""
    whens = " ".join(f"WHEN {test} THEN {number}" for number, test in tests)
    return f"CAST(CASE {whens} ELSE 0 END AS TINYINT)"


def bits(tests: list[str]) -> str:
    """A sum with one bit for each test that holds, in their order."""
    return (
        "CAST("
        + " + ".join(f"(CASE WHEN {test} THEN {1 << n} ELSE 0 END)" for n, test in enumerate(tests))
        + " AS INTEGER)"
    )
