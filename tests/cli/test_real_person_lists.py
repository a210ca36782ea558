"""The whole job on the real register test set: from `new` to a site, for the municipality with most people."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from internationals.cli import run


@pytest.mark.real_data
def test_the_hague_from_new_to_a_site(
    real_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERNATIONALS_KEY", "a key of enough characters")
    folder = tmp_path / "den-haag"
    assert (
        run(["new", str(folder), "--code", "GM0518", "--name", "Den Haag", "--reference-date", "2022-01-01"])
        == 0
    )
    (source,) = (real_data / "brp-testset").glob("*.csv")
    shutil.copy(source, folder / "extracts" / "persoonslijsten.csv")
    # The file has invented municipality codes: too many rows to pass over in silence.
    assert run(["monitor", str(folder), "--edition", "2022"]) == 4
    assert "'1810'" in capsys.readouterr().err
    with (folder / "municipality.yml").open("a") as stream:
        stream.write("register: {max_rejected_share: 0.1}\n")
    assert run(["monitor", str(folder), "--edition", "2022"]) == 0
    groups = pq.read_table(folder / "releases/2022/tables/residents_group.parquet").to_pylist()
    now = {row["group"]: row["value"] for row in groups if row["year"] == "2022"}
    counted = tmp_path / "counts.csv"
    assert run(["counts", str(folder), "--edition", "2022", "--out", str(counted)]) == 0
    with counted.open(encoding="utf-8-sig", newline="") as stream:
        rows = {(row["table"], row["dimensions"]): row["value"] for row in csv.DictReader(stream)}
    exact = {
        group: int(rows["residents_group", f"year=2022;group={group}"])
        for group in ("total", "dutch", "international")
    }
    assert exact == {"total": 166, "dutch": 142, "international": 24}
    # Of so small a town little can be shown; what is shown is the true number.
    assert now["total"] == 166
    assert all(now[group] in (number, None) for group, number in exact.items())
    nationalities = pq.read_table(folder / "releases/2022/tables/residents_nationality.parquet").to_pylist()
    foreign = [row for row in nationalities if row["nationality"] != "0001"]
    shown = [row for row in foreign if row["conf_status"] == "F"]
    assert len(foreign) - len(shown) > 100
    assert all(row["value"] >= 5 for row in shown)
    assert all(row["value"] is None for row in foreign if row not in shown)
    page = (folder / "public/2022/site/en/nationalities/index.html").read_text(encoding="utf-8")
    assert "is not shown" in page
    written = b"".join(
        path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.parent.name != "extracts"
    )
    numbers = set(re.findall(rb"\b(?:\d{9}|\d{10})\b", source.read_bytes()))
    assert len(numbers) > 1000
    assert not [number for number in numbers if number in written]
