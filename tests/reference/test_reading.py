"""The reference on the rows of the extracts: which count, and what becomes of the others."""

from pathlib import Path

import pytest

from tests import reference
from tests.reference.dialects import Dialect
from tests.reference.examples import AT, account, event, event_account, read, resident
from tests.reference.files import RefusedError


def test_a_row_in_order_is_used() -> None:
    assert account([resident()]) == {"read": 1, "used": 1}


@pytest.mark.parametrize(
    ("item", "changes"),
    [
        ("excluded_non_resident", {"gemeente": "1999"}),
        ("excluded_other_municipality", {"gemeente": "0518"}),
        ("excluded_suspended", {"opschorting": "O"}),
        ("excluded_non_resident", {"gemeente": "1999", "opschorting": "E"}),
        ("excluded_other_municipality", {"gemeente": "0518", "opschorting": "E"}),
        ("excluded_suspended", {"opschorting": "E", "geboortedatum": "19991301"}),
    ],
)
def test_a_person_who_is_no_resident_counts_under_the_first_reason(
    item: str, changes: dict[str, str]
) -> None:
    assert account([resident(**changes)]) == {"read": 1, item: 1}


def test_a_former_code_is_our_own() -> None:
    assert account([resident(gemeente="0547")], former_codes=("0547",)) == {"read": 1, "used": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"gemeente": "9876"},
        {"gemeente": "546"},
        {"gemeente": ""},
        {"nationaliteiten": "0064 9998"},
        {"nationaliteiten": "64"},
        {"geboortedatum": "19991301"},
        {"datum_vestiging_gemeente": "20150231"},
        {"datum_adres": "gisteren"},
        {"datum_adres": "20210101"},
        {"datum_adres": "20210100"},
        {"datum_vestiging_gemeente": "20210000"},
        {"geboortedatum": "20250101"},
        {"peildatum": "2020-01-01"},
        {"persoon": ""},
    ],
)
def test_a_bad_row_is_rejected(changes: dict[str, str]) -> None:
    assert account([resident(**changes)]) == {"read": 1, "rejected": 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"geboorteland": "9876"},
        {"geboorteland_ouder_1": ""},
        {"buurt": "05180000"},
        {"geslacht": "X"},
        {"verblijfstitel": "77"},
        {"verblijfstitel_einde": "20990101"},
        {"geboortedatum": "00000000"},
        {"peildatum": "20210101"},
        {"datum_adres": "20201231"},
        {"datum_adres": "20201200"},
        {"datum_adres": "20200000"},
        {"nationaliteiten": "0065"},
        {"nationaliteiten": ""},
        {"geboorteland": "9049"},
    ],
)
def test_a_row_with_something_unknown_or_ended_is_used(changes: dict[str, str]) -> None:
    assert account([resident(**changes)]) == {"read": 1, "used": 1}


def test_equal_rows_count_once() -> None:
    first = resident(nationaliteiten="0064 0055")
    second = resident(nationaliteiten=" 0055  0064 ", geslacht=" V")
    assert account([first, second, first]) == {"read": 3, "used": 1, "rejected": 2}


def test_different_rows_of_one_person_are_all_rejected() -> None:
    rows = [resident(), resident(), resident(buurt="05460800"), resident("9000000002")]
    assert account(rows) == {"read": 4, "used": 1, "rejected": 3}


def test_a_bad_row_contradicts_a_good_one() -> None:
    assert account([resident(), resident(geboortedatum="19991301")]) == {"read": 2, "rejected": 2}


def test_an_excluded_row_contradicts_nobody() -> None:
    rows = [resident(), resident(opschorting="O")]
    assert account(rows) == {"read": 2, "used": 1, "excluded_suspended": 1}


def test_an_event_in_order_is_used() -> None:
    assert event_account([event("vestiging", "2020-02-29")]) == {"read": 1, "used": 1}


@pytest.mark.parametrize(
    "bad",
    [
        event("verhuisd", "2020-05-01"),
        event("vestiging", "2019-12-31", jaar="2020"),
        event("vestiging", "2021-01-01", jaar="2020"),
        event("vestiging", "2020-05-00"),
        event("vestiging", "2020-02-30"),
        event("vestiging", "2020-05-01", jaar="2019"),
        event("vestiging", "2020-05-01", nationaliteiten="9998"),
        event("nationaliteit_verkregen", "2020-05-01", nationaliteiten_na="9998"),
        event("vestiging", "2020-05-01", gemeente_tegenpartij="0518"),
        event("vertrek", "2020-05-01", gemeente_tegenpartij="0546", land_tegenpartij=""),
        event("verhuizing", "2020-05-01", geboortedatum="19991301"),
    ],
)
def test_a_bad_event_is_rejected(bad: dict[str, str]) -> None:
    assert event_account([bad]) == {"read": 1, "rejected": 1}


@pytest.mark.parametrize(
    ("municipality", "country"),
    [("0518", ""), ("", "7044"), ("1999", ""), ("0000", ""), ("", "0000"), ("", "")],
)
def test_one_counterpart_or_an_unknown_one_is_used(municipality: str, country: str) -> None:
    row = event("vertrek", "2020-05-01", gemeente_tegenpartij=municipality, land_tegenpartij=country)
    assert event_account([row]) == {"read": 1, "used": 1}


def test_equal_events_count_once() -> None:
    row = event("verhuizing", "2020-05-01")
    other = event("verhuizing", "2020-05-01", buurt="05460800")
    assert event_account([row, other, row]) == {"read": 3, "used": 2, "rejected": 1}


@pytest.mark.parametrize(
    "dialect",
    [
        Dialect(),
        Dialect(delimiter=",", encoding="utf-8-sig", newline="\r\n", quote_all=True, newline_at_end=False),
        Dialect(encoding="cp1252", extra_columns=True, shuffled=True, seed=3),
        Dialect(ending=".csv.gz", extra_columns=True, spaces=True, seed=4),
        Dialect(ending=".parquet", nulls=True, shuffled=True, without_optional=True),
    ],
)
def test_the_dialect_of_the_file_makes_no_difference(dialect: Dialect) -> None:
    rows = [resident(f"900000000{n}", opschorting="O" if n == 3 else "") for n in range(5)]
    stands, _ = read(stands={2021: rows}, dialect=dialect)
    assert stands.accounting[AT] == {"read": 5, "used": 4, "excluded_suspended": 1, "rejected": 0}
    assert {one.person for one in stands.residents} == {row["persoon"] for row in rows} - {"9000000003"}


def test_a_missing_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stand_2021-01-01.csv").write_text("persoon;gemeente\n1;0546\n")
    with pytest.raises(RefusedError, match=r"stand_2021-01-01\.csv: no column geboortedatum, "):
        reference.read(tmp_path, reference_dates=[AT], years=[])


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="mutaties_2020: expected one file"):
        reference.read(tmp_path, reference_dates=[], years=[2020])


def test_a_row_with_too_few_fields_is_rejected(tmp_path: Path) -> None:
    row = resident()
    lines = [";".join(row), ";".join(row.values()), ";".join(row.values()).rpartition(";")[0], ""]
    (tmp_path / "stand_2021-01-01.csv").write_text("\n".join(lines))
    stands, _ = reference.read(tmp_path, reference_dates=[AT], years=[])
    assert stands.accounting[AT] == {"read": 2, "used": 1, "rejected": 1}
