"""The invented editions of Leiden: nobody is found in them, and without protection hundreds would be."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from internationals import auditing, build, release
from internationals.cli import run
from internationals.disclosure import audit, policy
from internationals.disclosure.door import assembled
from internationals.disclosure.places import Place, Reader
from internationals.disclosure.state import state_of
from internationals.project import Project
from internationals.register.identifiers import identifiers
from internationals.shapes import Cell, Counts, Method, Nature, ProtectedTable, Status

OWN = "0546"


@pytest.fixture(scope="module")
def counts(leiden: Project) -> tuple[Counts, ...]:
    """The counts of 1 January 2022, before the door."""
    every, _ = build.count(leiden, "2022")
    tier = policy().tier
    return tuple(
        replace(table, rows=tuple(row for row in table.rows if row[0] == "2022"))
        for table in every
        if tier(table.card.id) in ("exact", "rounded")
    )


def places(tables: Iterable[ProtectedTable]) -> dict[Place, set[Cell]]:
    """What is shown at every place, of all tables that speak of it."""
    found: dict[Place, set[Cell]] = defaultdict(set)
    for table in tables:
        if table.nature is Nature.COUNTS and not policy().rule(table.card.id).anew:
            reader = Reader(policy(), table.card)
            for codes, cell in table.cells.items():
                place = reader.place(codes)
                if place is not None:
                    found[place].add(cell)
    return found


def test_nobody_is_found_in_either_edition_with_the_other_at_hand(leiden: Project) -> None:
    for edition in ("2022", "2023"):
        found = auditing.attack(leiden, edition)
        assert found.passed, found.sentences()[:5]
        assert found.tried > 20_000 and found.compared > 10_000 and found.estimated > 10_000
        kept = release.manifest_of(leiden.release(edition))["audit"]
        assert (kept["exact"], kept["narrowed"], kept["untested"]) == (0, 0, 0)


def test_the_same_people_have_the_same_number_in_all_tables_of_both_editions(leiden: Project) -> None:
    both = [release.read(leiden.release(edition)).tables.values() for edition in ("2022", "2023")]
    found = places(table for tables in both for table in tables)
    assert len(found) > 50_000
    for place, cells in found.items():
        shown = {cell.value for cell in cells if cell.value is not None}
        assert len(shown) <= 1, (place, cells)


def test_what_is_withheld_in_one_table_is_withheld_in_all_and_stays_so_in_the_next_edition(
    leiden: Project,
) -> None:
    both = [release.read(leiden.release(edition)).tables.values() for edition in ("2022", "2023")]
    exact = [[table for table in tables if table.protection.method is Method.EXACT] for tables in both]
    before, now = places(exact[0]), places(exact[1])
    withheld = {
        place for place, cells in before.items() if any(cell.status is Status.SUPPRESSED for cell in cells)
    }
    assert len(withheld) > 5_000
    for place in withheld:
        assert all(cell.value is None for cell in before[place] | now.get(place, set())), place


def test_no_count_from_one_to_four_is_shown_and_every_rounded_number_is_near_the_true_one(
    leiden: Project, counts: tuple[Counts, ...]
) -> None:
    tables = release.read(leiden.release("2022")).tables
    apart = []
    for table in counts:
        shown = tables[table.card.id]
        for *codes, count in table.rows:
            if any(code not in d.codes for code, d in zip(codes, shown.card.dimensions, strict=True)):
                continue
            cell = shown.cell(**{d.id: code for code, d in zip(codes, shown.card.dimensions, strict=True)})
            if cell.value is None or not isinstance(count, int):
                continue
            if cell.status is Status.ROUNDED:
                assert abs(cell.value - count) < 5 and cell.value % 5 == 0
                apart.append(cell.value - count)
            else:
                assert cell.value == count and not 0 < abs(count) < 5
    assert len(apart) > 1_000 and abs(sum(apart) / len(apart)) < 0.3


def test_without_protection_the_audit_finds_thousands(counts: tuple[Counts, ...]) -> None:
    shown = [
        ProtectedTable(table.card, {tuple(codes): Cell(n) for *codes, n in table.rows if isinstance(n, int)})
        for table in counts
    ]
    found = audit(shown, (), policy(), OWN)
    assert sum(leak.exact for leak in found.leaks) > 1_000


def test_with_small_counts_withheld_and_nothing_else_it_still_finds_hundreds(
    counts: tuple[Counts, ...],
) -> None:
    exact = [table for table in counts if policy().tier(table.card.id) == Method.EXACT]
    found = audit(assembled(exact, state_of(exact, policy()), policy(), b"key"), (), policy(), OWN)
    assert len(found.leaks) > 100 and not found.untested


def test_what_does_not_follow_from_the_release_is_found_in_the_public_folder(leiden: Project) -> None:
    assert auditing.search(leiden, "2022").traces == ()
    site = leiden.public("2022") / "site"
    numbers = next(path for path in sorted(site.rglob("*.csv")) if b";" in path.read_bytes())
    picture = next(iter(sorted(site.rglob("*.svg"))))
    plan = build.planning.plan(leiden, "2022", leiden.edition("2022"), tolerant=True)
    someone = next(each for each in sorted(identifiers(plan)) if len(each) == 16)
    kept = {path: path.read_bytes() for path in (numbers, picture)}
    numbers.write_bytes(kept[numbers] + b"3;3;normal\r\n")
    picture.write_bytes(
        kept[picture].replace(b"</svg>", b"<!-- " + someone.encode() + b" " + leiden.key() + b" --></svg>")
    )
    try:
        found = {(Path(trace.file).name, trace.what) for trace in auditing.search(leiden, "2022").traces}
        assert found == {
            (numbers.name, "content that the release does not make"),
            (picture.name, "content that the release does not make"),
            (picture.name, "a person's number or pseudonym"),
            (picture.name, "the key of the pseudonyms"),
        }
    finally:
        for path, content in kept.items():
            path.write_bytes(content)


def test_the_command_says_what_it_tried_and_refuses_what_it_finds(
    leiden: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["audit", str(leiden.folder), "--edition", "2022", "--json"]
    assert run(arguments) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["passed"] and answer["tried"] > 20_000 and answer["identifiers"] > 100_000
    planted = leiden.public("2022") / "site" / "forgotten.txt"
    planted.write_text("exact counts", encoding="utf-8")
    try:
        assert run([*arguments, "--why"]) == 5
        answer = json.loads(capsys.readouterr().out)
        assert [trace["what"] for trace in answer["traces"]] == ["a file that the release does not make"]
    finally:
        planted.unlink()


def test_nationalities_are_shown_within_areas_only_where_enough_people_are(leiden: Project) -> None:
    tables = release.read(leiden.release("2022")).tables
    every, _ = build.count(leiden, "2022")
    counts = {table.card.id: {tuple(row[:-1]): int(row[-1]) for row in table.rows} for table in every}
    for level in ("district", "neighbourhood"):
        table = tables[f"residents_nationality_{level}"]
        shown = [
            codes for codes, cell in table.cells.items() if cell.value is not None and codes[1] != "0001"
        ]
        withheld = {codes[1] for codes, cell in table.cells.items() if cell.value is None}
        assert len(shown) > 500
        assert "0001" not in withheld and table.protection.hidden_at_most == 49
        for year, nationality, area in shown:
            assert counts["residents_nationality"][year, nationality] >= 50
            assert counts[f"residents_{level}"][year, "international", area] >= 50
    assert "0110" not in tables["residents_nationality_neighbourhood"].card.dimensions[1].codes


def test_the_loss_is_told_in_total_to_all_and_per_table_to_the_register_side(leiden: Project) -> None:
    manifest = release.manifest_of(leiden.release("2022"))
    with leiden.report("2022").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["table"]: row for row in csv.DictReader(stream)}
    sums = {
        name: sum(int(row[name]) for row in rows.values()) for name in ("small", "complementary", "in_areas")
    }
    assert sum(sums.values()) == manifest["loss"]["withheld"] and min(sums.values()) > 1_000
    assert sum(int(row["cells"]) for row in rows.values()) == manifest["loss"]["cells"]
    tables = release.read(leiden.release("2022")).tables
    exact = tables["residents_nationality_age"]
    hidden = sum(cell.status is Status.SUPPRESSED for cell in exact.cells.values())
    row = rows["residents_nationality_age"]
    assert hidden == int(row["small"]) + int(row["complementary"])
    assert float(rows["residents_neighbourhood"]["largest_error"]) == 4
    assert abs(manifest["loss"]["mean_error"]) < 0.1 and 1.5 < manifest["loss"]["sd_error"] < 2.5
