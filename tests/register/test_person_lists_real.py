"""The public test set of person lists (RvIG, invented persons): what its awkward groups must become.

Every expected answer was read from the file by eye, and the large groups are counted once more here with
nothing but `csv`. Persons are named by the line on which their list starts, never by name or number.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import ibis
import pytest
from pyarrow import parquet

from internationals.register import read
from internationals.register.person_lists import Unrolled, looks_like, unroll
from internationals.shapes import ReadingPlan

pytestmark = pytest.mark.real_data

FOLDER = Path(os.environ.get("INTERNATIONALS_REAL_DATA", Path(__file__).parents[3] / "shared" / "real-data"))
FOUND = sorted((FOLDER / "brp-testset").glob("*.csv"))
THE_HAGUE = "0518"
NOW, EARLIER = date(2022, 1, 1), date(2012, 1, 1)
REJECTED = {899, 1569, 1692}


@pytest.fixture(autouse=True)
def _needs_the_file() -> None:
    if not FOUND:
        pytest.skip("the test set of person lists is not there")


def yearly(first: int, last: int) -> tuple[date, ...]:
    return tuple(date(year, 1, 1) for year in range(first, last + 1))


@cache
def unrolled() -> Unrolled:
    return unroll(
        FOUND[0],
        municipality=THE_HAGUE,
        former_codes=(),
        dates=yearly(2012, 2022),
        years=tuple(range(2012, 2022)),
    )


@cache
def stand(at: date) -> dict[int, dict[str, str]]:
    return {int(row["rij"]): row for row in unrolled().stands[at].to_pylist()}


@cache
def lists() -> dict[int, list[dict[str, str]]]:
    """The file with nothing but `csv`: rows under the line where their list starts (a label in column 1)."""
    persons: dict[int, list[dict[str, str]]] = {}
    with FOUND[0].open(encoding="utf-8-sig", newline="") as text:
        rows = csv.reader(text, delimiter=";")
        header = next(rows)
        for line, cells in enumerate(rows, start=2):
            if cells[0]:
                persons[line] = []
            persons[next(reversed(persons))].append(dict(zip(header, cells, strict=True)))
    return persons


def present_codes(rows: list[dict[str, str]]) -> list[str]:
    """Element 04.05.10 in the first row of every stack: rows that the row above announces with 04."""
    announced = ["04", *(row["04.H"] for row in rows)]
    return [
        row["04.05.10"] for row, how in zip(rows, announced, strict=False) if how == "04" and row["04.05.10"]
    ]


def lines(persons: dict[int, dict[str, str]], column: str, value: str) -> set[int]:
    return {line for line, row in persons.items() if row[column] == value}


def test_the_file_is_one_of_person_lists() -> None:
    assert looks_like(FOUND[0])


def test_687_persons_are_read_and_three_are_rejected() -> None:
    # 1569 has the birth date 19660013 (a day in no month), 899 the suspension date 00002014, and in the list
    # of 1692 three rows of category 04 have shifted one column: their 85.10 is empty.
    assert len(lists()) == unrolled().persons_read == 687
    assert unrolled().rejected == {"unreadable_value": 3}
    assert unrolled().delivered == len(stand(NOW)) == 684
    assert set(lists()) - set(stand(NOW)) == REJECTED
    assert {
        (finding.row, finding.column) for finding in unrolled().findings if finding.rule == "unreadable_value"
    } == {(899, "07.67.10"), (1569, "01.03.10"), (1692, "04.85.10")}


def test_suspended_persons_by_reason() -> None:
    # In the file E 56, O 20, R 20, M 1 and W 1; one R is the rejected 899.
    counted = Counter(rows[0]["07.67.20"] for line, rows in lists().items() if line not in REJECTED)
    found = Counter(row["opschorting"] for row in stand(NOW).values())
    assert found == counted == {"": 586 + 1, "E": 56, "O": 20, "R": 19, "M": 1, "W": 1}
    assert lines(stand(NOW), "opschorting", "M") == {1151}
    assert lines(stand(NOW), "opschorting", "W") == {604}


def test_residents_per_municipality_and_non_residents() -> None:
    # 08.09.10 of the first row: 72 times 1999 (one is 899); 's-Gravenhage has most, 166 not suspended.
    counted = Counter(
        rows[0]["08.09.10"]
        for line, rows in lists().items()
        if line not in REJECTED and not rows[0]["07.67.20"]
    )
    found = Counter(row["gemeente"] for row in stand(NOW).values() if not row["opschorting"])
    assert found == counted
    assert found.most_common(7) == [
        (THE_HAGUE, 166),
        ("0599", 137),
        ("0363", 114),
        ("0530", 39),
        ("0344", 30),
        ("1810", 29),
        ("0228", 10),
    ]
    assert len(lines(stand(NOW), "gemeente", "1999")) == 71
    assert "1999" not in found, "every non-resident's list is suspended as well"
    assert not lines(stand(NOW), "gemeente", "0546")


def test_nationalities_are_those_of_the_newest_rows_plus_the_special_status() -> None:
    # The file: 112 with nationalities but not the Dutch one, 19 with several (5 of them Dutch), 16 with none;
    # of those 16 three are treated as Dutch (B) and one is not Dutch (V), and 41 has V beside code 0334.
    special = {41: "0500", 300: "0002", 712: "0002", 925: "0500", 1216: "0002"}
    codes = {line: present_codes(rows) for line, rows in lists().items()}
    assert sum(bool(held) and "0001" not in held for held in codes.values()) == 112
    assert sum(len(held) > 1 for held in codes.values()) == 19
    assert sum(len(held) > 1 and "0001" in held for held in codes.values()) == 5
    assert sum(not held for held in codes.values()) == 16
    for line, row in stand(NOW).items():
        expected = {*codes[line], *([special[line]] if line in special else [])}
        assert set(row["nationaliteiten"].split()) == expected, line
    assert len(lines(stand(NOW), "nationaliteiten", "")) == 16 - 4


def test_ended_nationalities_were_still_held_before_their_end() -> None:
    # 54 lists have a row with a reason of loss (04.64.10). In 35 of them foreign nationalities ended on 31 January
    # 2015 (reason 404, 43 rows), so several nationalities were more common on 1 January 2015 than a year later.
    assert sum(any(row["04.64.10"] for row in rows) for rows in lists().values()) == 54
    several = {
        at.year: sum(" " in row["nationaliteiten"] for row in stand(at).values())
        for at in (date(2015, 1, 1), date(2016, 1, 1))
    }
    assert several == {2015: 48, 2016: 18}


ROW = (
    "geboortedatum geboorteland geboorteland_ouder_1 geboorteland_ouder_2 nationaliteiten gemeente "
    "datum_vestiging_gemeente datum_adres land_vanwaar_gevestigd datum_vestiging_nederland opschorting"
)


@pytest.mark.parametrize(
    ("line", "at", "expected"),
    [
        # Dutch beside 0251 and 0445, of unknown start; the conversion of 31 January 2015 ended those two.
        (363, EARLIER, "19611230 6030 6030 6030 0001+0251+0445 0599 19920508 19940508 8027 19930910 -"),
        (363, NOW, "19611230 6030 6030 6030 0001 0599 19920508 19940508 8027 19930910 -"),
        # Status B since 1957, and nothing else: code 0002.
        (300, NOW, "19460912 9030 9030 9030 0002 0518 19541012 19541012 6024 19541012 -"),
        # Status V since 2000 beside 0334, whose start is unknown; the year of birth is known, nothing more.
        (41, EARLIER, "19680000 7020 7020 7020 0334+0500 0518 19900507 19900507 6024 19900507 -"),
        # B, 0202 and 0111 until the conversion of 2015 ended the last two.
        (712, EARLIER, "19711213 6030 6030 6030 0002+0111+0202 0344 19750101 20090101 5003 19750101 -"),
        (712, NOW, "19711213 6030 6030 6030 0002 0344 19750101 20090101 5003 19750101 -"),
        # Left in 1994, when an emigrated list stayed in its municipality; back since 2016, with a nationality more.
        (1174, EARLIER, "19611002 5010 5010 5010 0052 0518 19871127 - - - E"),
        (1174, NOW, "19611002 5010 5010 5010 0052+0068 0518 20160816 20160816 5002 20120301 -"),
        # Nothing known but the municipality: registered from birth for all we know, suspended (W) since 2009.
        (604, EARLIER, "19711211 0000 - - - 0518 00000000 00000000 - - W"),
        # Unknown beside Dutch; an unknown settling date.
        (668, NOW, "19640209 0000 - - 0000+0001 0599 00000000 00000000 0000 19740000 -"),
        # Month of birth unknown; registered "since" the year before birth.
        (292, NOW, "19990000 6030 - - 0001 1681 19980101 - - - -"),
        # Emigrated in 2007 and moved to the register of non-residents in 2014.
        (418, EARLIER, "19650810 6030 6030 6030 0001 0363 19920508 - - - E"),
        (418, NOW, "19650810 6030 6030 6030 0001 1999 20140601 - - - E"),
        # The French nationality starts in 2016 only: the older row is marked incorrect.
        (705, EARLIER, "19870410 5002 5002 5002 - 0518 19900601 19900601 5002 19871212 -"),
        (705, NOW, "19870410 5002 5002 5002 0057 0518 20160816 20160816 5002 19871212 -"),
        # Stateless since 2019 after unknown; a stray value stands below the address history.
        (1910, NOW, "19851109 5112 - - 0499 1999 20200202 - - - E"),
    ],
)
def test_named_lines_become_these_rows(line: int, at: date, expected: str) -> None:
    row = stand(at)[line]
    written = (row[name].replace(" ", "+") or "-" for name in ROW.split())
    assert " ".join(written) == expected


def test_a_child_whose_first_nationality_row_is_incorrect_is_dutch_from_the_correction_on() -> None:
    # Line 1558: born 14 November 2018 in Amsterdam (0363); Dutch from birth is marked incorrect (O), Dutch
    # from 4 January 2019 stands.
    found = unroll(
        FOUND[0],
        municipality="0363",
        former_codes=(),
        dates=(date(2019, 1, 1), date(2020, 1, 1)),
        years=(2018, 2019),
    )
    held = [
        row["nationaliteiten"]
        for stand in found.stands.values()
        for row in stand.to_pylist()
        if row["rij"] == "1558"
    ]
    assert held == ["", "0001"]
    events = [
        (row["datum"], row["soort"], row["nationaliteiten"], row["nationaliteiten_na"])
        for year in (2018, 2019)
        for row in found.events[year].to_pylist()
        if row["rij"] == "1558"
    ]
    assert events == [
        ("20181114", "geboorte", "", ""),
        ("20190104", "nationaliteit_verkregen", "", "0001"),
    ]


def test_what_happened_in_the_hague() -> None:
    # Read from categories 04, 07 and 08 of its lists; nothing in the file happened there after 2020.
    counted = {
        year: dict(Counter(table["soort"].to_pylist()))
        for year, table in unrolled().events.items()
        if len(table)
    }
    assert counted[2019] == {
        "geboorte": 2,
        "overlijden": 1,
        "vertrek": 1,
        "verhuizing": 5,
        "nationaliteit_verkregen": 2,
    }
    assert counted[2015]["nationaliteit_verloren"] == 12
    assert list(counted) == [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020]
    assert [
        (row["datum"], row["soort"], row["nationaliteiten"], row["nationaliteiten_na"])
        for row in unrolled().events[2019].to_pylist()
        if row["rij"] in ("442", "949", "1766", "1963")
    ] == [
        ("20190218", "vertrek", "0057 0077 0100 0131", ""),
        ("20190317", "nationaliteit_verkregen", "0223", "0001"),
        ("20190428", "overlijden", "0001", ""),
        ("20190815", "nationaliteit_verkregen", "0040", "0001"),
    ]


def residents(rows: Iterable[dict[str, str]], own: tuple[str, ...]) -> dict[str, str]:
    return {
        row["rij"]: row["nationaliteiten"]
        for row in rows
        if row["gemeente"] in own and not row["opschorting"]
    }


@pytest.mark.parametrize("own", [(THE_HAGUE,), ("0363",), ("0530",), (THE_HAGUE, "0599", "0363", "0344")])
def test_the_events_of_a_year_turn_one_stand_into_the_next(own: tuple[str, ...]) -> None:
    # Person by person and set by set, which is stricter than the identity of the balance (D9).
    years = tuple(range(1985, 2022))
    found = unroll(FOUND[0], municipality=own[0], former_codes=own[1:], dates=yearly(1985, 2022), years=years)
    for year in years:
        held = residents(found.stands[date(year, 1, 1)].to_pylist(), own)
        for row in found.events[year].to_pylist():
            person, kind = row["rij"], row["soort"]
            if kind in ("vestiging", "geboorte"):
                assert person not in held
                held[person] = row["nationaliteiten"]
                continue
            assert held[person] == row["nationaliteiten"]
            if kind in ("vertrek", "overlijden", "correctie_af"):
                del held[person]
            elif kind != "verhuizing":
                assert row["nationaliteiten_na"] != held[person]
                held[person] = row["nationaliteiten_na"]
        assert held == residents(found.stands[date(year + 1, 1, 1)].to_pylist(), own), year


def test_without_its_labels_the_file_reads_the_same(tmp_path: Path) -> None:
    text = FOUND[0].read_text(encoding="utf-8-sig").split("\n")
    bare = tmp_path / "bare.csv"
    bare.write_text("\n".join(line.split(";", 1)[-1] for line in text), encoding="utf-8")
    found = unroll(bare, municipality=THE_HAGUE, former_codes=(), dates=(NOW,), years=(2019,))
    assert found.stands[NOW].equals(unrolled().stands[NOW])
    assert found.events[2019].equals(unrolled().events[2019])


def test_no_finding_quotes_a_value_of_a_person() -> None:
    told = repr(unrolled().findings)
    first = [rows[0] for rows in lists().values()]
    secrets = {row[name] for row in first for name in ("01.01.10", "01.01.20", "01.03.10") if row[name]}
    assert not {secret for secret in secrets if secret.strip("0") and secret in told}


def test_the_ordinary_reader_takes_the_rows(tmp_path: Path) -> None:
    # Excluded in its order: 1999 first, then other municipalities, then suspended lists of The Hague. 1810 is
    # an invented code, so that its 29 residents are rejected there.
    for at in (date(2021, 1, 1), NOW):
        parquet.write_table(unrolled().stands[at], tmp_path / f"stand_{at}.parquet")
    parquet.write_table(unrolled().events[2020], tmp_path / "mutaties_2020.parquet")
    plan = ReadingPlan(
        extracts=tmp_path,
        municipality=THE_HAGUE,
        former_codes=(),
        stand_dates=(date(2021, 1, 1), NOW),
        event_years=(2020,),
        columns={},
        leading_zeros="refuse",
        max_rejected_share=0.1,
        key=b"a key for this test only, 32 byte",
        quarantine=tmp_path / "quarantine",
    )
    files = {report.file: report for report in read(ibis.duckdb.connect(), plan).files}
    report = files["stand_2022-01-01.parquet"]
    assert (report.read, report.used) == (684, 166)
    assert dict(report.excluded) == {"non_resident": 71, "other_municipality": 408, "suspended": 10}
    assert dict(report.rejected) == {"unknown_municipality": 29}
    assert files["mutaties_2020.parquet"].used == len(unrolled().events[2020])
