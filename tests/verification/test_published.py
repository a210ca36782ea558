"""A file of published figures is read whole and strictly, or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.shapes import DataError
from internationals.verification import read_published
from tests.verification.town import published, row, written


@pytest.mark.parametrize(
    ("reference", "years"),
    [
        ("2022-01-01", ("2022",)),
        ("2020-01-01/2021-01-01", ("2020", "2021")),
        ("2012/2021", ("2012", "2021")),
        ("2012-01-01 (printed: 2021)", ("2012",)),
        ("2023-01-01 (inferred)", ("2023",)),
        ("several years to 2021", ("2021",)),
        ("recent years", ()),
    ],
)
def test_the_years_of_a_reference(tmp_path: Path, reference: str, years: tuple[str, ...]) -> None:
    (read,) = published(tmp_path, row(reference=reference))
    assert read.years == years


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ({"value": "14472"}, "14,472 persons"),
        ({"value": "11.6", "precision": "1", "unit": "percent"}, "11.6 percent"),
        ({"value": "800", "precision": "about"}, "about 800 persons"),
        ({"value": "2021", "unit": "year"}, "2021 year"),
        ({"breakdown": "test=increase;year=2020"}, "increase"),
    ],
)
def test_what_was_stated_in_words(tmp_path: Path, said: dict[str, str], stated: str) -> None:
    assert published(tmp_path, row(**said))[0].stated == stated


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"consistent": "maybe"}, "line 2: consistent is 'maybe'"),
        ({"precision": "roughly"}, "line 2: precision is 'roughly'"),
        ({"value": "many"}, "line 2: value is 'many'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, said: dict[str, str], wrong: str) -> None:
    with pytest.raises(DataError, match=wrong):
        published(tmp_path, row(**said))


def test_a_file_that_is_not_there_lacks_columns_or_repeats_an_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="There is no file"):
        read_published(tmp_path / "none.csv")
    (tmp_path / "other.csv").write_text("id,value\n1,2\n")
    with pytest.raises(DataError, match="lacks the columns edition, page"):
        read_published(tmp_path / "other.csv")
    with pytest.raises(DataError, match="the ids row stand there more than once"):
        read_published(written(tmp_path, [row(), row()]))
    (tmp_path / "bytes.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="no CSV in UTF-8"):
        read_published(tmp_path / "bytes.csv")
