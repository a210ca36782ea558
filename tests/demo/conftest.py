"""The invented register, made once, and read back with nothing but SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from internationals.demo import generate

Ask = Callable[[str], list[tuple[Any, ...]]]

# Classes of the priority rule for the codes that occur beside another code in the demo.
EU = {"0055", "0057", "0059", "0062", "0064", "0072", "0073", "0077"}
OTHER_EUROPE = {"0029", "0041", "0050", "0081"}
BRITISH = {"0060", "0083", "0085", "0429", "0450"}


def counted_as(text: str, date: int) -> str:
    """The nationality of a set at a date (JJJJMMDD), by the published rule, written here once more."""

    def place(code: str) -> int:
        if code in ("0052", "0067"):
            return 1
        if code in EU or (code == "0060" and date < 20200201) or (code == "0043" and date >= 20130701):
            return 2
        return 3 if code in OTHER_EUROPE | {"0060", "0043"} else 4

    codes = {"0060" if code in BRITISH else code for code in text.split()}
    if codes & {"0001", "0002"}:
        return "0001"
    codes -= {"0000", "0500"}
    codes = codes - {"0499"} or codes
    return min(codes, key=lambda code: (place(code), code), default="0000")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the invented extracts."""
    made = tmp_path_factory.mktemp("leiden")
    generate(made)
    return made


@pytest.fixture(scope="session")
def ask(folder: Path) -> Iterator[Ask]:
    """Answers SQL over `stand` (every row), `resident` and `event` (dates and years as numbers), and over
    `person`, `arrival` and `departure` with the one nationality and the age in completed years."""
    with duckdb.connect() as connection:
        connection.create_function("counted_as", counted_as, ["VARCHAR", "INTEGER"], "VARCHAR")
        files = folder / "extracts"
        connection.execute(f"""
            CREATE TABLE stand AS
            SELECT *, regexp_extract(filename, 'stand_(....)', 1)::INT AS year,
                   year * 10000 + 101 AS today,
                   array_to_string(list_sort(string_split(nationaliteiten, ' ')), ' ') AS codes
            FROM read_parquet('{files}/stand_*.parquet', filename = true);
            CREATE MACRO is_dutch(codes) AS contains(codes, '0001') OR contains(codes, '0002');
            CREATE MACRO abroad(country) AS country NOT IN ('', '0000', '9999', '6030');
            CREATE MACRO unknown(country) AS country IN ('', '0000', '9999');
            CREATE TABLE resident AS
            SELECT *, is_dutch(codes) AS dutch,
                   CASE WHEN unknown(geboorteland_ouder_1) AND unknown(geboorteland_ouder_2)
                        THEN abroad(geboorteland)
                        ELSE abroad(geboorteland_ouder_1) OR abroad(geboorteland_ouder_2)
                   END AS background
            FROM stand WHERE gemeente = '0546' AND opschorting = '';
            CREATE TABLE event AS
            SELECT * REPLACE (datum::INT AS datum),
                   regexp_extract(filename, 'mutaties_(....)', 1)::INT AS year,
                   file_row_number AS row,
                   array_to_string(list_sort(string_split(nationaliteiten, ' ')), ' ') AS codes,
                   array_to_string(list_sort(string_split(nationaliteiten_na, ' ')), ' ') AS codes_after
            FROM read_parquet('{files}/mutaties_*.parquet', filename = true, file_row_number = true);
            CREATE TABLE nationality AS
            SELECT codes, year, counted_as(codes, today) AS nationality
            FROM (SELECT DISTINCT codes, year, today FROM resident);
            CREATE TABLE pair AS  -- a departure and the next arrival, at most 30 days later in the same year
            SELECT year, row AS departure, next_row AS arrival FROM (
                SELECT year, row, soort, datum,
                       lead(row) OVER w AS next_row, lead(soort) OVER w AS next_kind,
                       lead(datum) OVER w AS next_date
                FROM event WHERE soort IN ('vestiging', 'vertrek')
                WINDOW w AS (PARTITION BY year, persoon ORDER BY row))
            WHERE soort = 'vertrek' AND next_kind = 'vestiging'
              AND strptime(next_date::VARCHAR, '%Y%m%d') - strptime(datum::VARCHAR, '%Y%m%d')
                  <= INTERVAL 30 DAY;
            CREATE TABLE flow AS
            SELECT e.* FROM event e
            WHERE soort IN ('vestiging', 'vertrek') AND NOT EXISTS (
                SELECT 1 FROM pair p WHERE p.year = e.year AND e.row IN (p.departure, p.arrival));
            -- An unknown day is the first of the month, an unknown month July.
            CREATE MACRO born(text) AS CASE
                WHEN text = '00000000' THEN NULL
                WHEN text LIKE '%0000' THEN text::INT + 701
                WHEN text LIKE '%00' THEN text::INT + 1
                ELSE text::INT END;
            CREATE TABLE person AS
            SELECT *, (today - born(geboortedatum)) // 10000 AS age, left(buurt, 6) AS district,
                   (today - datum_adres::INT) // 10000 AS years_at_address,
                   (today - born(datum_vestiging_gemeente)) // 10000 AS years_settled,
                   NOT dutch AND verblijfstitel IN ('26', '27') AND
                   (verblijfstitel_einde = '' OR verblijfstitel_einde >= today::VARCHAR) AS status_holder
            FROM resident JOIN nationality USING (codes, year);
            CREATE TABLE arrival AS
            SELECT *, (datum - born(geboortedatum)) // 10000 AS age, is_dutch(codes) AS dutch,
                   counted_as(codes, datum) AS nationality,
                   is_dutch(codes) AND land_tegenpartij NOT IN ('', '0000') AS repat
            FROM flow WHERE soort = 'vestiging';
            CREATE TABLE departure AS
            SELECT *, (datum - born(geboortedatum)) // 10000 AS age, is_dutch(codes) AS dutch
            FROM flow WHERE soort = 'vertrek';
        """)

        def answer(query: str) -> list[tuple[Any, ...]]:
            return connection.execute(query).fetchall()

        yield answer
