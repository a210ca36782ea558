"""Claims that protection leaves open are counted: which, on which page, and what hides the numbers behind them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from internationals.cli import run
from internationals.pages import OpenClaim, composition
from internationals.shapes import Cell, Method, Protection, Release, Status
from tests import projects
from tests.pages.releases import SUPPRESSED, leiden
from tests.pages.test_refusals import EN, NL, SPEC, project

PAGE = "40-dutch"
BEFORE = ("2021", "dutch")
LAST = ("2022", "dutch")


def left_open(tmp_path: Path, release: Release, spec: str = SPEC) -> tuple[OpenClaim, ...]:
    made = composition(release, overrides=project(tmp_path, spec, NL, EN), chosen=[PAGE])
    assert not made.problems
    return made.open_claims


def test_nothing_is_left_open_where_all_numbers_are_shown(tmp_path: Path) -> None:
    assert left_open(tmp_path, leiden()) == ()


def test_claims_about_a_withheld_number_are_left_open_and_whether_it_is_known_is_no_such_claim(
    tmp_path: Path,
) -> None:
    found = left_open(tmp_path, leiden(residents_group={LAST: SUPPRESSED}))
    assert found == (OpenClaim(PAGE, "rose", ("withheld",)), OpenClaim(PAGE, "fell", ("withheld",)))


def rounded(before: float, last: float | Cell) -> Release:
    """Leiden with numbers of Dutch nationals that are rounded to fives."""
    shown = last if isinstance(last, Cell) else Cell(last, Status.ROUNDED)
    made = leiden(residents_group={BEFORE: Cell(before, Status.ROUNDED), LAST: shown})
    groups = replace(made.tables["residents_group"], protection=Protection(Method.ROUNDED, 5))
    return replace(made, tables={**made.tables, "residents_group": groups})


def test_rounded_numbers_leave_a_claim_open_only_where_they_are_near_each_other(tmp_path: Path) -> None:
    near = left_open(tmp_path, rounded(105, 110))
    assert near == (OpenClaim(PAGE, "rose", ("rounded",)), OpenClaim(PAGE, "fell", ("rounded",)))
    assert left_open(tmp_path / "apart", rounded(105, 130)) == ()


def test_what_a_source_rounds_off_itself_is_not_laid_to_protection(tmp_path: Path) -> None:
    made = leiden(residents_group={BEFORE: Cell(1000), LAST: Cell(1100)})
    groups = made.tables["residents_group"]
    coarse = replace(groups, card=replace(groups.card, rounded_to=100))
    assert left_open(tmp_path, replace(made, tables={**made.tables, "residents_group": coarse})) == ()


def test_what_hides_a_number_is_told_of_all_that_is_computed_from_it(tmp_path: Path) -> None:
    spec = SPEC.replace("  total: {count", "  part: {share: dutch, of: total}\n  total: {count").replace(
        "  dutch_known", "  some: {positive: part}\n  dutch_known"
    )
    found = left_open(tmp_path, rounded(105, SUPPRESSED), spec)
    both = ("withheld", "rounded")
    assert {each.claim: each.because for each in found} == {"rose": both, "fell": both, "some": ("withheld",)}


def test_a_number_that_is_missing_is_not_laid_to_protection(tmp_path: Path) -> None:
    missing = leiden(residents_group={LAST: Cell(None, Status.MISSING)})
    assert left_open(tmp_path, missing) == ()


def test_a_table_that_is_not_there_is_not_laid_to_protection(tmp_path: Path) -> None:
    spec = (
        SPEC.replace("tables: [residents_group]", "tables: [residents_group]\noptional: [children]")
        .replace("  total: {count", "  young: {count: children}\n  total: {count")
        .replace("  dutch_known", "  more: {exceeds: dutch, than: young}\n  dutch_known")
    )
    found = left_open(tmp_path, leiden(residents_group={LAST: SUPPRESSED}), spec)
    assert [each.claim for each in found] == ["rose", "fell"]


def test_check_and_audit_name_page_and_claim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = projects.project(tmp_path / "leiden")

    def said(command: str, *options: str) -> str:
        capsys.readouterr()
        assert run([command, str(folder), "--edition", "2022", *options]) == 0
        return capsys.readouterr().out

    assert json.loads(said("check", "--json"))["open_claims"] is None, "there is no release yet"
    said("build")
    found = json.loads(said("check", "--json"))["open_claims"]
    assert {"page": "09-arrivals-departures", "claim": "departures_up", "because": ["withheld"]} in found
    assert json.loads(said("audit", "--json"))["open_claims"] == found
    pages = {each["page"] for each in found}
    for text in (said("check"), said("audit")):
        assert f"{len(found)} claims on {len(pages)} pages can be neither made nor denied" in text
        for page in pages:
            claims = [each["claim"] for each in found if each["page"] == page]
            line = next(line for line in text.splitlines() if line.strip().startswith(f"{page}: "))
            assert line.strip().startswith(f"{page}: {len(claims)}, ") and all(
                each in line for each in claims
            )
