"""The other sources from the command line: files by hand, a project without a register, and a fetch without a network."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import yaml

from internationals import cli
from internationals.sources import Net
from internationals.sources.net import Patience
from internationals.sources.templates import templates

NOWHERE = "http://127.0.0.1:9/nothing"
RESIDENTS = "jaar;groep;aantal\n" + "".join(
    f"{year};{group};{number}\n"
    for year, total, foreign in ((2021, 27100, 1400), (2022, 27300, 1500))
    for group, number in (("totaal", total), ("internationals", foreign), ("nederlanders", total - foreign))
)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town that has no register to read, and knows how many live there."""
    folder = tmp_path / "town"
    assert cli.run(["new", str(folder), "--code", "GM0547", "--reference-date", "2022-01-01"]) == 0
    (folder / "deliveries" / "own_residents.csv").write_text(RESIDENTS, encoding="utf-8")
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def error(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_a_new_project_has_an_empty_file_of_every_source_where_none_is_read(town: Path) -> None:
    folder = town / "deliveries" / "sjablonen"
    assert {path.stem for path in folder.glob("*.csv")} == {*templates(), "survey"}
    assert (folder / "own_residents.csv").read_text(encoding="utf-8") == "jaar;groep;aantal\n"
    assert "ENGLISH" in (folder / "LEESMIJ-README.txt").read_text(encoding="utf-8")
    ignored = (town / ".gitignore").read_text(encoding="utf-8")
    assert "/sources/survey/" in ignored
    assert "/deliveries/survey.*" in ignored


def test_a_town_without_a_register_publishes_what_its_sources_say(town: Path) -> None:
    assert cli.run(["check", str(town), "--edition", "2022"]) == 0
    assert cli.run(["monitor", str(town), "--edition", "2022"]) == 0
    manifest = json.loads((town / "releases" / "2022" / "manifest.json").read_text(encoding="utf-8"))
    assert [table["id"] for table in manifest["tables"]] == ["residents_group"]
    assert [source["source"] for source in manifest["sources"]] == ["own_residents"]
    page = (town / "public/2022/site/en/nationality-and-background/index.html").read_text(encoding="utf-8")
    assert "1,500" in page


def test_a_town_without_a_register_needs_no_key_for_the_counts_of_its_expat_centre(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTERNATIONALS_KEY", raising=False)
    rows = "".join(
        f"{year};{month};0547;{employer};{number}\n"
        for year in (2020, 2021)
        for month in range(1, 13)
        for employer, number in (("Een groot bedrijf", 4), ("Een klein bedrijf", int(month < 3)))
        if number
    )
    header = "jaar;maand;gemeente;werkgever;aantal\n"
    (town / "deliveries" / "expat_centre.csv").write_text(header + rows, encoding="utf-8")
    assert cli.run(["build", str(town), "--edition", "2022"]) == 0
    tables = town / "releases/2022/tables"
    employers, everyone = (
        [
            row["value"]
            for row in pq.read_table(tables / f"{name}.parquet").to_pylist()
            if row["year"] == "2021"
        ]
        for name in ("expat_employers_top", "expat_registrations")
    )
    # 48 and 2, together 50: of the three one more has to go.
    assert None in employers and (48 not in employers or everyone == [None])


def test_the_same_files_by_hand_give_the_same_release(town: Path) -> None:
    assert cli.run(["build", str(town), "--edition", "2022"]) == 0
    first = digests(town / "releases")
    assert cli.run(["build", str(town), "--edition", "2022"]) == 0
    assert digests(town / "releases") == first


def test_a_mistake_in_a_file_stops_a_build_and_leaves_the_release(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["build", str(town), "--edition", "2022"]) == 0
    before = digests(town / "releases")
    (town / "deliveries" / "own_residents.csv").write_text(
        RESIDENTS.replace("27300", "veel").replace("internationals", "expats"), encoding="utf-8"
    )
    capsys.readouterr()
    for command in ("build", "check"):
        assert cli.run([command, str(town), "--edition", "2022"]) == 4
        said = error(capsys)
        assert "row 5, column aantal: found 'veel'" in said
        assert "row 3, column groep: found 'expats'" in said
    assert digests(town / "releases") == before


def test_a_check_takes_nothing_into_use(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["check", str(town), "--edition", "2022", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["deliveries"]
    assert (found["rows"], found["first_year"], found["last_year"]) == (6, "2021", "2022")
    assert not (town / "sources").exists()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"sources": {"own_residents": "2021-07-01"}}, "expected a first of January, as 2021-01-01"),
        ({"sources": {"own_resident": "2021"}}, "there is no source own_resident"),
        ({"snapshots": {"own_residents": "0123456789abcdef"}}, "there is no snapshot '0123456789abcdef'"),
    ],
)
def test_what_an_edition_says_of_a_source_is_held_against_what_there_is(
    town: Path, capsys: pytest.CaptureFixture[str], settings: dict[str, object], sentence: str
) -> None:
    path = town / "editions" / "2022.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(content | settings), encoding="utf-8")
    assert cli.run(["build", str(town), "--edition", "2022"]) in (3, 4)
    assert sentence in error(capsys)
    assert not (town / "releases").exists() or not any((town / "releases").iterdir())


def test_an_edition_uses_nothing_later_than_it_declares(town: Path) -> None:
    path = town / "editions" / "2022.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(content | {"sources": {"own_residents": "2021-01-01"}}), encoding="utf-8")
    assert cli.run(["build", str(town), "--edition", "2022"]) == 0
    card = json.loads((town / "releases/2022/cards/residents_group.json").read_text(encoding="utf-8"))
    assert card["moment"] == "2021-01-01"
    assert list(card["dimensions"][0]["codes"]) == ["2021"]


def test_a_fetch_without_a_network_says_what_failed_and_what_is_left(
    town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = town / "municipality.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content["sources"] = {"cbs_nationality": {"options": {"cbs": {"base_url": NOWHERE}}}}
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    quick = Patience(attempts=2, connect=1, read=1, first_wait=0.01, longest_wait=0.02, pause=0)
    begin = Net.__init__
    monkeypatch.setattr(Net, "__init__", lambda net: begin(net, quick))
    assert cli.run(["fetch", str(town), "cbs_nationality", "--json"]) == 7
    out = capsys.readouterr()
    (found,) = json.loads(out.out)
    assert found["state"] == "failed"
    assert "There is no earlier snapshot of it." in found["why"]
    assert "Unavailable: cbs_nationality" in out.err
    assert not list((town / "sources").glob("cbs_nationality/[0-9a-f]*"))


def test_only_what_can_be_fetched_is_fetched(town: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["fetch", str(town), "welcome"]) == 3
    assert "The source welcome comes by hand only" in error(capsys)
    assert cli.run(["fetch", str(town), "nothing"]) == 3
    assert "There is no source 'nothing'" in error(capsys)
