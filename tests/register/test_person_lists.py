"""Person lists in LO BRP elements become stands and events: every rule on a list written by hand.

A list is written as rows of `element=value`; what is not named has the value of `SETTLER`: a woman born in
1980, German, who settled in Leiden (0546) from Germany on 1 January 2010.
"""

import gzip
from datetime import date
from pathlib import Path

import pytest

from internationals.register.person_lists import Unrolled, looks_like, unroll
from internationals.shapes import ConfigError, DataError

COLUMNS = (
    "label 01.01.10 01.01.20 01.02.40 01.03.10 01.03.30 01.04.10 01.84.10 01.85.10 01.H 02.03.30 02.04.10 "
    "02.84.10 02.85.10 02.H 03.03.30 03.04.10 03.H 04.05.10 04.64.10 04.65.10 04.84.10 04.85.10 04.H 06.88.10 "
    "06.88.10 07.67.10 07.67.20 07.H 08.09.10 08.09.20 08.10.30 08.11.80 08.13.10 08.13.20 08.14.10 08.14.20 "
    "08.84.10 08.85.10 08.H 10.39.10 10.39.20 10.84.10 10.85.10 10.H blank"
)
HEADER = COLUMNS.split()
SETTLER = (
    "label=P 01.01.10=1234567890 01.02.40=Sørensen 01.03.10=19800315 01.03.30=9089 01.04.10=V 01.85.10=19800315 "
    "04.05.10=0055 04.85.10=19800315 08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.14.10=9089 "
    "08.14.20=20100101 08.85.10=20100101"
)


def values(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


def person(first: str = "", *below: str) -> list[list[str]]:
    rows = [values(SETTLER) | values(first), *map(values, below)]
    assert {name for row in rows for name in row} <= set(HEADER)
    return [[row.get(name, "") for name in HEADER] for row in rows]


def write(
    folder: Path, *persons: list[list[str]], delimiter: str = ";", encoding: str = "utf-8", end: str = "\n"
) -> Path:
    header = ["" if name in ("label", "blank") else name for name in HEADER]
    lines = [delimiter.join(row) for row in [header, *(row for rows in persons for row in rows)]]
    path = folder / "lists.csv"
    path.write_bytes((end.join(lines) + end).encode(encoding))
    return path


def read(path: Path, *days: str, years: tuple[int, ...] = (), **options: object) -> Unrolled:
    settings = {"municipality": "0546", "former_codes": (), **options}
    dates = tuple(map(date.fromisoformat, days))
    return unroll(path, dates=dates, years=years, **settings)


def at(path: Path, day: str, **options: object) -> dict[str, str]:
    """The only row of the stand of that day."""
    (row,) = read(path, day, **options).stands[date.fromisoformat(day)].to_pylist()
    return row


def happened(path: Path, *years: int, **options: object) -> list[tuple[str, ...]]:
    """What happened in those years: day, kind, municipality and country of the counterpart, nationalities."""
    found = read(path, years=years, **options)
    columns = ("datum", "soort", "gemeente_tegenpartij", "land_tegenpartij")
    columns += ("nationaliteiten", "nationaliteiten_na")
    return [tuple(row[name] for name in columns) for year in years for row in found.events[year].to_pylist()]


# --- the file ------------------------------------------------------------------------------------------


def test_a_person_becomes_one_row_with_the_columns_of_the_extract(tmp_path: Path) -> None:
    assert at(write(tmp_path, person()), "2022-01-01") == {
        "persoon": "1234567890",
        "geboortedatum": "19800315",
        "geslacht": "V",
        "geboorteland": "9089",
        "geboorteland_ouder_1": "",
        "geboorteland_ouder_2": "",
        "geslacht_ouder_1": "",
        "geslacht_ouder_2": "",
        "nationaliteiten": "0055",
        "gemeente": "0546",
        "buurt": "",
        "datum_vestiging_gemeente": "20100101",
        "datum_adres": "20100101",
        "land_vanwaar_gevestigd": "9089",
        "datum_vestiging_nederland": "20100101",
        "verblijfstitel": "",
        "verblijfstitel_einde": "",
        "opschorting": "",
        "rij": "2",
    }


@pytest.mark.parametrize(
    "dialect",
    [
        {"delimiter": ","},
        {"encoding": "utf-8-sig"},
        {"encoding": "cp1252"},
        {"end": "\r\n"},
    ],
)
def test_separator_encoding_and_line_ends_make_no_difference(tmp_path: Path, dialect: dict[str, str]) -> None:
    expected = at(write(tmp_path, person()), "2022-01-01")
    path = write(tmp_path, person(), **dialect)
    assert looks_like(path)
    assert at(path, "2022-01-01") == expected


@pytest.mark.parametrize("shorter", [lambda name: name.replace(".", ""), lambda name: name.lstrip("0")])
def test_element_numbers_may_lack_their_points_or_leading_zero(tmp_path: Path, shorter: object) -> None:
    path = write(tmp_path, person())
    header, rest = path.read_text().split("\n", 1)
    path.write_text(";".join(map(shorter, header.split(";"))) + "\n" + rest)
    assert looks_like(path)
    assert at(path, "2022-01-01")["gemeente"] == "0546"


def test_a_packed_file_reads_the_same(tmp_path: Path) -> None:
    packed = tmp_path / "lists.csv.gz"
    packed.write_bytes(gzip.compress(write(tmp_path, person()).read_bytes()))
    assert at(packed, "2022-01-01")["persoon"] == "1234567890"


def test_a_register_extract_and_an_empty_file_do_not_look_like_person_lists(tmp_path: Path) -> None:
    extract, empty = tmp_path / "stand_2022-01-01.csv", tmp_path / "empty.csv"
    extract.write_text("persoon;geboortedatum;gemeente\n1;19800101;0546\n")
    empty.write_text("")
    assert not looks_like(extract)
    assert not looks_like(empty)
    assert not looks_like(tmp_path / "absent.csv")


def test_a_missing_element_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, person())
    path.write_text(path.read_text().replace("08.85.10", "08.99.99"))
    with pytest.raises(DataError, match=r"lists\.csv, row 1: no column for element 08\.85\.10\."):
        read(path)


def test_an_element_that_is_used_may_not_stand_in_two_columns(tmp_path: Path) -> None:
    path = write(tmp_path, person())
    path.write_text(path.read_text().replace("01.02.40", "04.05.10", 1))
    with pytest.raises(DataError, match=r"element 04\.05\.10 stands in two columns, 4 and 19"):
        read(path)


def test_a_row_above_the_first_person_belongs_to_no_one(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"row 2: this row belongs to no person"):
        read(write(tmp_path, person("label= 01.01.10="), person()))


@pytest.mark.parametrize("closing", [";Q;", ';Q";'])
def test_a_quotation_mark_over_line_ends_stops_the_reading_as_it_may_hide_persons(
    tmp_path: Path, closing: str
) -> None:
    path = write(tmp_path, person("01.01.10=1"), person("01.02.40=Q"), person(), person("01.02.40=Q"))
    opening, rest = path.read_text().split(";Q;", 1)
    path.write_text(opening + ';"Q;' + rest.replace(";Q;", closing))
    with pytest.raises(DataError, match=r"row 3: a quotation mark"):
        read(path)


def test_a_municipality_that_is_no_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'546' is no municipality code"):
        read(write(tmp_path, person()), municipality="546")


def test_without_labels_a_new_number_starts_a_new_person(tmp_path: Path) -> None:
    # The first person's number changed once (announced by 51, same birth date) and a later row is announced
    # but absent, so the second person stands where an older version of the first was to be.
    changed = person(
        "label= 01.H=51", "01.01.10=1111111111 01.03.10=19800315 01.04.10=V 01.85.10=19800315 01.H=51"
    )
    other = person("label= 01.01.10=2222222222 01.03.10=19900101")
    rows = read(write(tmp_path, changed, other), "2022-01-01").stands[date(2022, 1, 1)].to_pylist()
    assert [(row["persoon"], row["rij"]) for row in rows] == [("1234567890", "2"), ("2222222222", "4")]


def test_without_labels_and_without_01h_nothing_says_where_a_person_starts(tmp_path: Path) -> None:
    path = write(tmp_path, person("label="))
    path.write_text(path.read_text().replace("01.H", "01.X"))
    with pytest.raises(DataError, match="nothing says where a person list starts"):
        read(path)


def test_the_bsn_stands_in_for_a_missing_a_number(tmp_path: Path) -> None:
    path = write(tmp_path, person("01.01.10= 01.01.20=999999990"))
    assert at(path, "2022-01-01")["persoon"] == "999999990"


# --- what cannot be read rejects the person, is counted, and does not tell who it is -----------------------


@pytest.mark.parametrize(
    ("wrong", "element", "found"),
    [
        ("01.03.10=19660013", "01.03.10", "'99999999'"),  # a day in an unknown month
        ("01.03.10=00002014", "01.03.10", "'99999999'"),  # a year 0000 with a day
        ("01.03.10=20210230", "01.03.10", "'99999999'"),
        ("04.85.10=", "04.85.10", "nothing"),
        ("04.05.10=55", "04.05.10", "'99'"),
        ("04.05.10= 04.65.10=X", "04.65.10", "'a'"),
        ("04.65.10=B", "04.65.10", "'a'"),
        ("04.64.10=404", "04.64.10", "'999'"),
        ("07.67.10=2014-5", "07.67.10", "'9999-9'"),
        ("08.09.10=", "08.09.10", "nothing"),
        ("08.09.10=Jansen", "08.09.10", "'aaaaaa'"),
        ("08.85.10=", "08.85.10", "nothing"),
        ("08.14.20=20101301", "08.14.20", "'99999999'"),
        ("10.39.10=21 10.85.10=20100101 10.39.20=soon", "10.39.20", "'aaaa'"),
        ("01.01.10=", "01.01.10", "nothing"),
    ],
)
def test_an_unreadable_value_rejects_the_person_and_no_other(
    tmp_path: Path, wrong: str, element: str, found: str
) -> None:
    path = write(tmp_path, person("01.01.10=1"), person(wrong), person("01.01.10=3"))
    unrolled = read(path, "2022-01-01")
    assert unrolled.stands[date(2022, 1, 1)]["persoon"].to_pylist() == ["1", "3"]
    assert unrolled.rejected == {"unreadable_value": 1}
    assert (unrolled.persons_read, unrolled.delivered) == (3, 2)
    (finding,) = unrolled.findings
    assert (finding.file, finding.row, finding.column) == ("lists.csv", 3, element)
    assert finding.found == found


@pytest.mark.parametrize("change", [lambda row: row[:-1], lambda row: [*row, ""]])
def test_a_ragged_row_rejects_its_whole_person(tmp_path: Path, change: object) -> None:
    broken = person("08.H=58", "08.09.10=0599 08.85.10=20000101")
    broken[1] = change(broken[1])
    unrolled = read(write(tmp_path, broken, person("01.01.10=3")), "2022-01-01")
    assert unrolled.stands[date(2022, 1, 1)]["persoon"].to_pylist() == ["3"]
    assert unrolled.rejected == {"ragged_row": 1}
    assert [finding.row for finding in unrolled.findings] == [3]


def test_every_person_read_has_a_row_is_absent_or_is_rejected(tmp_path: Path) -> None:
    path = write(tmp_path, person("01.01.10=1"), person("01.03.10=x"), person("01.01.10=3 08.85.10=20200101"))
    unrolled = read(path, "2009-01-01", "2022-01-01")
    for day, stand in unrolled.stands.items():
        accounted = stand.num_rows + unrolled.absent[day] + sum(unrolled.rejected.values())
        assert accounted == unrolled.persons_read == 3
    assert list(unrolled.absent.values()) == [2, 0]


@pytest.mark.parametrize(
    ("first", "below", "rule"),
    [
        ("04.H=04", (), "announced_row_absent"),
        ("", ("04.05.10=0064 04.85.10=20000101",), "unannounced_row"),
    ],
)
def test_a_nationality_announced_but_absent_or_there_unannounced_rejects_the_person(
    tmp_path: Path, first: str, below: tuple[str, ...], rule: str
) -> None:
    assert read(write(tmp_path, person(first, *below))).rejected == {rule: 1}


def test_an_unannounced_address_is_history_and_one_without_a_date_is_a_stray_value(tmp_path: Path) -> None:
    history = person("", "08.09.10=0599 08.09.20=20000101 08.85.10=20000101")
    stray = person("01.01.10=2", "08.14.10=5010")
    unrolled = read(write(tmp_path, history, stray), "2005-01-01")
    assert unrolled.stands[date(2005, 1, 1)]["gemeente"].to_pylist() == ["0599"]
    assert [(f.rule, f.row) for f in unrolled.findings] == [("unannounced_row", 3), ("stray_value", 5)]
    assert unrolled.rejected == {}


# --- nationalities ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "below", "day", "expected"),
    [
        ("04.85.10=20150101", (), "2015-01-01", ""),  # started on the day: not yet held before its events
        ("04.85.10=20150101", (), "2015-01-02", "0055"),
        ("04.85.10=00000000", (), "2010-01-02", "0055"),  # unknown start: held from the beginning
        ("04.85.10=20150000", (), "2015-07-01", ""),  # unknown month: 1 July
        ("04.85.10=20150000", (), "2015-07-02", "0055"),
        ("04.H=04", ("04.05.10=0064 04.85.10=00000000",), "2022-01-01", "0055 0064"),
        ("04.05.10=0064 04.H=04", ("04.05.10=0055 04.85.10=0",), "2022-01-01", "0055 0064"),
        ("04.05.10=0055 04.H=04", ("04.05.10=0055 04.85.10=0",), "2022-01-01", "0055"),
        ("04.05.10= 04.65.10=B", (), "2022-01-01", "0002"),
        ("04.05.10= 04.65.10=V", (), "2022-01-01", "0500"),
        ("04.05.10=", (), "2022-01-01", ""),
        (
            "04.05.10= 04.64.10=404 04.85.10=20150131 04.H=54",
            ("04.05.10=0055 04.85.10=19800315",),
            "2015-01-31",
            "0055",
        ),
        (
            "04.05.10= 04.64.10=404 04.85.10=20150131 04.H=54",
            ("04.05.10=0055 04.85.10=19800315",),
            "2015-02-01",
            "",
        ),
        # An incorrect version counts for nothing, also when it is the oldest.
        (
            "04.05.10=0001 04.85.10=20190104 04.H=54",
            ("04.05.10=0001 04.84.10=O 04.85.10=00000000",),
            "2019-01-04",
            "",
        ),
        # The newer version has an unknown start: it replaced the older one altogether.
        (
            "04.05.10=0039 04.85.10=00000000 04.H=54",
            ("04.64.10=401 04.85.10=20110101",),
            "2022-01-01",
            "0039",
        ),
    ],
)
def test_nationalities_are_those_valid_before_the_day(
    tmp_path: Path, first: str, below: tuple[str, ...], day: str, expected: str
) -> None:
    assert at(write(tmp_path, person(first, *below)), day)["nationaliteiten"] == expected


def test_naturalisation_and_the_end_of_the_old_nationality_on_one_day_are_one_event(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "04.05.10=0001 04.85.10=20180601 04.H=04",
            "04.64.10=404 04.85.10=20180601 04.H=54",
            "04.05.10=0055 04.85.10=19800315",
        ),
    )
    assert happened(path, 2018) == [("20180601", "nationaliteit_verkregen", "", "", "0055", "0001")]


def test_losing_one_of_two_nationalities_is_a_loss(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person("04.H=04", "04.64.10=404 04.85.10=20180601 04.H=54", "04.05.10=0001 04.85.10=19800315"),
    )
    assert happened(path, 2018) == [("20180601", "nationaliteit_verloren", "", "", "0001 0055", "0055")]


# --- where and when ---------------------------------------------------------------------------------------


def test_settling_and_moving_on_the_reference_date_are_in_the_next_stand(tmp_path: Path) -> None:
    path = write(tmp_path, person())
    unrolled = read(path, "2010-01-01", "2010-01-02")
    assert [stand.num_rows for stand in unrolled.stands.values()] == [0, 1]


def test_the_address_history_gives_the_municipality_of_each_moment_and_the_moves(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.09.20=20120501 08.10.30=20150601 08.85.10=20150601 08.14.10= 08.14.20= 08.H=58",
            "08.09.10=0546 08.09.20=20120501 08.10.30=20120501 08.85.10=20120501 08.H=58",
            "08.09.10=0599 08.09.20=20080101 08.10.30=20080101 08.85.10=20080101",
        ),
    )
    assert [at(path, f"{year}-01-01")["gemeente"] for year in (2012, 2013, 2016)] == ["0599", "0546", "0546"]
    assert at(path, "2015-01-01")["datum_adres"] == "20120501"
    assert happened(path, 2008, 2012, 2015) == [
        ("20120501", "vestiging", "0599", "", "0055", ""),
        ("20150601", "verhuizing", "", "", "0055", ""),
    ]


def test_a_technical_change_of_the_address_is_no_move(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.85.10=20111101 08.H=58", "08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.85.10=20100101"
        ),
    )
    assert happened(path, 2011) == []


def test_a_merger_of_municipalities_is_no_arrival(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.09.20=20140101 08.10.30=20050301 08.85.10=20140101 08.H=58",
            "08.09.10=1000 08.09.20=20050301 08.10.30=20050301 08.85.10=20050301",
        ),
    )
    assert happened(path, 2014, former_codes=("1000",)) == []
    assert happened(path, 2014) == [("20140101", "vestiging", "1000", "", "0055", "")]


def test_who_left_the_country_and_came_back_has_a_departure_and_an_arrival(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.09.20=20200901 08.10.30=20200901 08.85.10=20200901 08.14.10=5002 08.14.20=20200901 08.H=58",
            "08.09.10=1999 08.09.20=20180301 08.13.10=6029 08.13.20=20180301 08.85.10=20180301 08.H=58",
            "08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.14.10=9089 08.14.20=20100101 08.85.10=20100101",
        ),
    )
    assert happened(path, 2010, 2018, 2020) == [
        ("20100101", "vestiging", "", "9089", "0055", ""),
        ("20180301", "vertrek", "", "6029", "0055", ""),
        ("20200901", "vestiging", "", "5002", "0055", ""),
    ]
    assert [at(path, f"{year}-01-01")["gemeente"] for year in (2018, 2019, 2021)] == ["0546", "1999", "0546"]


def test_who_came_to_the_country_earlier_came_from_an_unknown_municipality(tmp_path: Path) -> None:
    path = write(tmp_path, person("08.14.20=20050101"))
    assert happened(path, 2010) == [("20100101", "vestiging", "", "", "0055", "")]


def test_an_incomplete_date_of_immigration_agrees_with_the_settling(tmp_path: Path) -> None:
    path = write(tmp_path, person("08.14.20=20100000"))
    assert happened(path, 2010) == [("20100101", "vestiging", "", "9089", "0055", "")]


def test_a_return_from_a_country_that_is_not_named_is_an_arrival_from_abroad(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.09.20=20200901 08.10.30=20200901 08.85.10=20200901 08.14.10= 08.14.20= 08.H=58",
            "08.09.10=1999 08.09.20=20180301 08.13.10=6029 08.13.20=20180301 08.85.10=20180301",
        ),
    )
    assert happened(path, 2020) == [("20200901", "vestiging", "", "0000", "0055", "")]


def test_settling_from_abroad_on_that_very_day_outweighs_the_municipality_before(tmp_path: Path) -> None:
    # The list lacks the departure from 0599; it does say from which country the person came back.
    path = write(
        tmp_path,
        person("08.H=58", "08.09.10=0599 08.09.20=20000101 08.10.30=20000101 08.85.10=20000101"),
    )
    assert happened(path, 2010) == [("20100101", "vestiging", "", "9089", "0055", "")]


def test_a_technical_change_on_the_oldest_row_does_not_hide_since_when_the_address_was_held(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, person("08.85.10=20111101"))
    assert at(path, "2011-01-01")["datum_adres"] == "20100101"
    assert happened(path, 2011) == []


def test_a_list_that_does_not_go_back_to_the_settling_implies_an_earlier_stay(tmp_path: Path) -> None:
    path = write(tmp_path, person("08.10.30=20160301 08.85.10=20160301"))
    assert at(path, "2015-01-01")["datum_adres"] == "00000000"
    assert at(path, "2017-01-01")["datum_adres"] == "20160301"
    assert happened(path, 2010, 2016) == [
        ("20100101", "vestiging", "", "9089", "0055", ""),
        ("20160301", "verhuizing", "", "", "0055", ""),
    ]


def test_an_older_row_dated_after_the_newer_one_counts_from_its_address_date(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "08.H=58",
            "08.09.10=0599 08.09.20=20020101 08.10.30=20020101 08.85.10=20110501",
        ),
    )
    unrolled = read(path, "2005-01-01")
    assert unrolled.stands[date(2005, 1, 1)]["gemeente"].to_pylist() == ["0599"]
    assert [finding.rule for finding in unrolled.findings] == ["history_out_of_order"]


def test_an_incorrect_address_counts_for_nothing(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person("08.H=58", "08.09.10=0599 08.84.10=O 08.09.20=20020101 08.10.30=20020101 08.85.10=20020101"),
    )
    assert read(path, "2005-01-01").absent == {date(2005, 1, 1): 1}


def test_a_child_registered_from_its_birth_is_born_here(tmp_path: Path) -> None:
    born = "01.03.10=20160229 01.03.30=6030 08.14.10= 08.14.20= 04.85.10=20160229 "
    path = write(tmp_path, person(born + "08.09.20=20160229 08.10.30=20160229 08.85.10=20160229"))
    assert happened(path, 2016) == [("20160229", "geboorte", "", "", "0055", "")]
    assert [stand.num_rows for stand in read(path, "2016-02-29", "2016-03-01").stands.values()] == [0, 1]


def test_no_one_is_registered_before_birth(tmp_path: Path) -> None:
    born = "01.03.10=20160229 01.03.30=6030 08.14.10= 08.14.20= "
    path = write(tmp_path, person(born + "08.09.20=20160228 08.10.30=20160228 08.85.10=20160228"))
    assert happened(path, 2016)[0][:2] == ("20160229", "geboorte")


def test_a_registration_of_unknown_date_counts_from_birth(tmp_path: Path) -> None:
    path = write(tmp_path, person("08.09.20=00000000 08.10.30=00000000 08.85.10=00000000 08.14.20=00000000"))
    assert at(path, "1980-03-16")["datum_vestiging_gemeente"] == "00000000"
    assert read(path, "1980-03-15").absent == {date(1980, 3, 15): 1}


def test_someone_born_abroad_is_not_born_here_when_the_settling_is_unknown(tmp_path: Path) -> None:
    unknown = "08.09.20=00000000 08.10.30=00000000 08.85.10=00000000 08.14.10= 08.14.20="
    path = write(tmp_path, person(unknown))
    assert happened(path, 1980) == [("19800315", "vestiging", "", "", "0055", "")]


def test_an_unknown_month_of_birth_does_not_delay_a_known_registration(tmp_path: Path) -> None:
    path = write(tmp_path, person("01.03.10=19990000 08.09.20=19990301 08.10.30=19990301 08.85.10=19990301"))
    assert at(path, "1999-04-01")["datum_adres"] == "19990301"


def test_the_neighbourhood_comes_from_the_dwelling_and_stays_the_last_one_at_departure(
    tmp_path: Path,
) -> None:
    path = write(
        tmp_path,
        person(
            "08.13.10=6029 08.10.30= 08.85.10=20180301 08.13.20=20180301 08.14.10= 08.14.20= 08.H=58",
            "08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.11.80=0546010000000001 08.85.10=20100101",
        ),
    )
    areas = {"0546010000000001": "05460203"}
    assert at(path, "2015-01-01", areas=areas)["buurt"] == "05460203"
    assert read(path, years=(2018,), areas=areas).events[2018]["buurt"].to_pylist() == ["05460203"]


# --- suspension -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("O", "overlijden"),
        ("E", "vertrek"),
        ("M", "vertrek"),
        ("R", "vertrek"),
        ("F", "correctie_af"),
        ("W", "correctie_af"),
    ],
)
def test_a_suspension_ends_the_residence_on_its_day(tmp_path: Path, reason: str, kind: str) -> None:
    path = write(tmp_path, person(f"07.67.10=20190510 07.67.20={reason}"))
    assert at(path, "2019-05-10")["opschorting"] == ""
    assert at(path, "2019-05-11")["opschorting"] == reason
    assert happened(path, 2019) == [("20190510", kind, "", "", "0055", "")]


def test_an_emigration_names_the_country_that_the_list_records_later(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "07.67.10=20141115 07.67.20=E 08.09.10=1999 08.13.10=7002 08.13.20=20190820 08.85.10=20190820 08.H=58",
            "08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.85.10=20100101",
        ),
    )
    assert happened(path, 2014, 2019) == [("20141115", "vertrek", "", "7002", "0055", "")]


def test_an_emigrated_list_that_stays_in_the_municipality_is_suspended(tmp_path: Path) -> None:
    # As lists were kept before there was a register of non-residents; the person has since come back.
    path = write(
        tmp_path,
        person(
            "08.10.30=20070615 08.14.10=5071 08.14.20=20070615 08.85.10=20070615 08.H=58",
            "08.09.10=0546 08.09.20=19890615 08.13.10=5071 08.13.20=19990615 08.85.10=19990615 08.H=58",
            "08.09.10=0546 08.09.20=19890615 08.10.30=19890615 08.85.10=19890615",
        ),
    )
    assert [at(path, f"{year}-01-01")["opschorting"] for year in (1999, 2000, 2008)] == ["", "E", ""]
    assert [row[:4] for row in happened(path, 1999, 2007)] == [
        ("19990615", "vertrek", "", "5071"),
        ("20070615", "vestiging", "", "5071"),
    ]


def test_the_dead_leave_by_death_even_when_the_list_moves_that_day(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "07.67.10=20151001 07.67.20=O 08.09.10=1999 08.13.10=7015 08.13.20=20151001 08.85.10=20151001 08.H=58",
            "08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.85.10=20100101",
        ),
    )
    assert happened(path, 2015) == [("20151001", "overlijden", "", "", "0055", "")]


def test_a_suspension_of_unknown_date_counts_at_every_date_and_is_reported(tmp_path: Path) -> None:
    path = write(tmp_path, person("07.67.10=00000000 07.67.20=E"))
    assert at(path, "2010-01-02")["opschorting"] == "E"
    assert happened(path, 2010) == []
    assert [finding.rule for finding in read(path).findings] == ["unknown_suspension_date"]


# --- the rest of the row ----------------------------------------------------------------------------------


def test_the_residence_title_is_the_one_of_that_moment(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "10.39.10=27 10.85.10=20180101 10.H=60",
            "10.39.10=26 10.39.20=20180101 10.85.10=20130101 10.H=60",
            "10.39.10=33 10.84.10=O 10.85.10=20120101",
        ),
    )
    found = [at(path, f"{year}-01-01") for year in (2013, 2014, 2019)]
    assert [(row["verblijfstitel"], row["verblijfstitel_einde"]) for row in found] == [
        ("", ""),
        ("26", "20180101"),
        ("27", ""),
    ]


def test_parents_hold_from_birth_and_change_when_the_list_says_so(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "02.03.30=6030 02.04.10=V 02.85.10=20150101 02.H=52 03.03.30=7015 03.04.10=M",
            "02.03.30=5010 02.04.10=V 02.85.10=20120101",
        ),
    )
    found = [at(path, f"{year}-06-01") for year in (2010, 2016)]
    assert [(row["geboorteland_ouder_1"], row["geslacht_ouder_1"]) for row in found] == [
        ("5010", "V"),
        ("6030", "V"),
    ]
    assert [(row["geboorteland_ouder_2"], row["geslacht_ouder_2"]) for row in found] == [("7015", "M")] * 2


def test_sex_is_that_of_the_moment_and_the_birth_date_the_corrected_one(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "01.04.10=M 01.85.10=20140101 01.H=51",
            "01.01.10=1234567890 01.03.10=19800316 01.03.30=9089 01.04.10=V 01.85.10=19800315",
        ),
    )
    found = [at(path, f"{year}-06-01") for year in (2013, 2014)]
    assert [(row["geslacht"], row["geboortedatum"]) for row in found] == [
        ("V", "19800315"),
        ("M", "19800315"),
    ]


def test_events_of_a_year_stand_in_the_order_of_their_days(tmp_path: Path) -> None:
    late = person("01.01.10=1 08.09.20=20200901 08.10.30=20200901 08.85.10=20200901")
    early = person("01.01.10=2 08.09.20=20200301 08.10.30=20200301 08.85.10=20200301")
    events = read(write(tmp_path, late, early), years=(2020,)).events[2020]
    assert events["persoon"].to_pylist() == ["2", "1"]


def test_on_one_day_a_move_comes_before_a_change_of_nationality(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        person(
            "04.05.10=0001 04.85.10=20180601 04.H=54 08.10.30=20180601 08.85.10=20180601 08.H=58",
            "04.05.10=0055 04.85.10=19800315 08.09.10=0546 08.09.20=20100101 08.10.30=20100101 08.85.10=20100101",
        ),
    )
    assert happened(path, 2018) == [
        ("20180601", "verhuizing", "", "", "0055", ""),
        ("20180601", "nationaliteit_verkregen", "", "", "0055", "0001"),
    ]


def test_who_arrives_brings_the_nationality_of_that_day_and_who_leaves_takes_the_one_before(
    tmp_path: Path,
) -> None:
    change = "04.05.10=0001 04.H=54"
    before = "04.05.10=0055 04.85.10=19800315"
    arriving = write(tmp_path, person(f"{change} 04.85.10=20100101", before))
    assert happened(arriving, 2010) == [("20100101", "vestiging", "", "9089", "0001", "")]
    leaving = write(tmp_path, person(f"{change} 04.85.10=20190510 07.67.10=20190510 07.67.20=E", before))
    assert happened(leaving, 2019) == [("20190510", "vertrek", "", "", "0055", "")]


def test_nothing_that_is_reported_tells_who_a_person_is(tmp_path: Path) -> None:
    shifted = person("01.03.10=Sørensen 01.01.20=999999990")
    incomplete = person("01.01.10=2 07.67.10=20190500 07.67.20=O")
    told = repr(read(write(tmp_path, shifted, incomplete)).findings)
    assert "incomplete_date" in told
    assert not any(secret in told for secret in ("Sørensen", "1234567890", "999999990", "19800315"))
