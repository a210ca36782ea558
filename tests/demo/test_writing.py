"""The files: their names, columns, bytes and label."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from internationals.demo import generate
from internationals.demo.write import prepare, write
from internationals.shapes import ConfigError

STAND = [
    "persoon",
    "geboortedatum",
    "geslacht",
    "geboorteland",
    "geboorteland_ouder_1",
    "geboorteland_ouder_2",
    "geslacht_ouder_1",
    "geslacht_ouder_2",
    "nationaliteiten",
    "gemeente",
    "buurt",
    "datum_vestiging_gemeente",
    "datum_adres",
    "land_vanwaar_gevestigd",
    "datum_vestiging_nederland",
    "verblijfstitel",
    "verblijfstitel_einde",
    "opschorting",
]
MUTATIONS = [
    "jaar",
    "persoon",
    "datum",
    "soort",
    "gemeente_tegenpartij",
    "land_tegenpartij",
    "geboortedatum",
    "geslacht",
    "geboorteland",
    "nationaliteiten",
    "nationaliteiten_na",
    "buurt",
]


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "extracts").iterdir())
    }


def test_there_are_twelve_stands_eleven_years_of_mutations_and_a_label(folder: Path) -> None:
    names = [path.name for path in sorted((folder / "extracts").iterdir())]
    assert names == [
        "INVENTED.txt",
        *(f"mutaties_{year}.parquet" for year in range(2012, 2023)),
        *(f"stand_{year}-01-01.parquet" for year in range(2012, 2024)),
    ]


def test_every_column_is_text_and_named_as_in_the_layout(folder: Path) -> None:
    for name, columns in (("stand_2022-01-01", STAND), ("mutaties_2021", MUTATIONS)):
        found = duckdb.sql(f"DESCRIBE SELECT * FROM '{folder}/extracts/{name}.parquet'").fetchall()
        assert [(row[0], row[1]) for row in found] == [(column, "VARCHAR") for column in columns]


def test_row_groups_are_of_20_000_rows(folder: Path) -> None:
    groups = duckdb.sql(
        f"SELECT DISTINCT row_group_id, row_group_num_rows FROM "
        f"parquet_metadata('{folder}/extracts/stand_2022-01-01.parquet') ORDER BY 1"
    ).fetchall()
    assert [rows for _, rows in groups[:-1]] == [20_000] * (len(groups) - 1)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_people(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "again").mkdir()
    heard: list[float] = []
    generate(tmp_path / "again", progress=lambda _, share: heard.append(share))
    assert digests(tmp_path / "again") == digests(folder)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    generate(tmp_path / "again", seed=7)
    other, ours = digests(tmp_path / "again"), digests(folder)
    assert [name for name in ours if other[name] == ours[name]] == ["INVENTED.txt"]


def test_the_label_says_in_both_languages_that_nobody_here_exists(folder: Path) -> None:
    label = (folder / "extracts" / "INVENTED.txt").read_text(encoding="utf-8")
    assert "verzonnen mensen" in label
    assert "invented people" in label


def test_person_numbers_are_ten_digits_from_9_on_all_different(folder: Path) -> None:
    found = duckdb.sql(f"""
        SELECT count(*) - count(DISTINCT persoon), bool_and(regexp_full_match(persoon, '9[0-9]{{9}}'))
        FROM '{folder}/extracts/stand_2022-01-01.parquet'""").fetchall()
    assert found == [(0, True)]


TABLE = pa.table({"persoon": ["9000000001", "9000000002"], "buurt": ["05460800", ""]})
CSV = b"persoon;buurt\n9000000001;05460800\n9000000002;\n"


def test_csv_has_semicolons_and_no_byte_order_mark(tmp_path: Path) -> None:
    write(TABLE, tmp_path / "stand_2022-01-01", "csv")
    assert (tmp_path / "stand_2022-01-01.csv").read_bytes().replace(b'"', b"") == CSV


def test_packed_csv_holds_the_same_and_no_time_of_writing(tmp_path: Path) -> None:
    write(TABLE, tmp_path / "a", "csv.gz")
    packed = (tmp_path / "a.csv.gz").read_bytes()
    assert gzip.decompress(packed).replace(b'"', b"") == CSV
    assert packed[4:8] == b"\0\0\0\0"


def test_an_unknown_format_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"'xlsx'.*parquet, csv, csv\.gz"):
        prepare(tmp_path, "xlsx")
    assert list(tmp_path.iterdir()) == []


def test_extracts_that_may_be_real_are_never_overwritten(tmp_path: Path) -> None:
    real = tmp_path / "extracts" / "stand_2022-01-01.csv"
    real.parent.mkdir()
    real.write_text("persoon", encoding="utf-8")
    with pytest.raises(ConfigError, match="may be a real extract"):
        generate(tmp_path)
    assert real.read_text(encoding="utf-8") == "persoon"


def test_an_earlier_invented_register_gives_way_whatever_its_format(tmp_path: Path) -> None:
    write(TABLE, prepare(tmp_path, "csv") / "stand_2012-01-01", "csv")
    extracts = prepare(tmp_path, "parquet")
    assert [path.name for path in extracts.iterdir()] == ["INVENTED.txt"]
