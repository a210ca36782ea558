"""Known errors of sources: put right where they are, and refused as soon as the source repairs them."""

from dataclasses import replace
from importlib import resources

import pytest

from internationals.shapes import Cell, DataError, Observations, Status
from internationals.sources.correcting import correct, corrections
from internationals.sources.source import catalogue, unproven

REASON = {"nl": "Het cijfer mist een nul.", "en": "The number lacks a zero."}
FOUND = Observations(
    "welcome",
    ("year", "month"),
    {("2021", "08"): Cell(70), ("2021", "09"): Cell(5), ("2022", "08"): Cell(774, Status.PROVISIONAL)},
    unproven(catalogue()["welcome"]),
    notes=({"nl": "Telling aan de balie.", "en": "Counted at the desk."},),
)


def corrected(folder, text: str, found: Observations = FOUND) -> Observations:
    (folder / "welcome.yml").write_text(text, encoding="utf-8")
    return correct(found, corrections("welcome", folder))


def entry(rest: str, where: str = '{year: "2021", month: "08"}') -> str:
    return f"- where: {where}\n  reason: {{nl: {REASON['nl']}, en: {REASON['en']}}}\n  {rest}\n"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("{expected: 70, action: override, value: 700}", Cell(700)),
        ("{expected: 70, action: scale, value: 10}", Cell(700)),
        ("{expected: 70, action: drop}", Cell(None, Status.MISSING)),
        ("{expected: 70, action: flag}", Cell(70)),
        ("{expected: {below: 71}, action: override, value: 700}", Cell(700)),
        ("{expected: {above: 69, below: 71}, action: override, value: 700}", Cell(700)),
    ],
)
def test_a_known_error_is_put_right_and_the_reason_is_printed(tmp_path, rest, expected):
    found = corrected(
        tmp_path, entry(rest.strip("{}").replace(", action", "\n  action").replace(", value", "\n  value"))
    )
    assert found.cells == {**FOUND.cells, ("2021", "08"): expected}
    assert found.notes == (*FOUND.notes, REASON)


def test_a_status_of_the_source_stays_with_the_right_number(tmp_path):
    found = corrected(tmp_path, entry("expected: 774\n  action: override\n  value: 775", '{year: "2022"}'))
    assert found.cells["2022", "08"] == Cell(775, Status.PROVISIONAL)


def test_a_correction_of_a_whole_year_says_its_reason_once(tmp_path):
    found = corrected(
        tmp_path, entry("expected: {below: 100}\n  action: scale\n  value: 10", '{year: "2021"}')
    )
    assert [cell.value for cell in found.cells.values()] == [700, 50, 774]
    assert found.notes.count(REASON) == 1


@pytest.mark.parametrize("expected", ["71", "{below: 70}", "{above: 70}", "{above: 60, below: 70}"])
def test_a_source_that_is_repaired_has_its_correction_refused(tmp_path, expected):
    with pytest.raises(DataError, match=r"welcome has 70 at year 2021, month 08.*remove the correction"):
        corrected(tmp_path, entry(f"expected: {expected}\n  action: drop"))


def test_a_number_that_the_source_took_away_is_a_repair_too(tmp_path):
    gone = replace(FOUND, cells={**FOUND.cells, ("2021", "08"): Cell(None, Status.MISSING)})
    with pytest.raises(DataError, match=r"no number \(missing\)"):
        corrected(tmp_path, entry("expected: 70\n  action: flag"), gone)


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ('{year: "2019"}', "has nothing at year 2019"),
        ('{jaar: "2021"}', "has no dimension jaar; it has year, month"),
    ],
)
def test_a_correction_that_finds_nothing_is_refused(tmp_path, where, sentence):
    with pytest.raises(DataError, match=sentence):
        corrected(tmp_path, entry("expected: 70\n  action: drop", where))


def test_two_corrections_of_one_number_are_refused(tmp_path):
    with pytest.raises(DataError, match="two corrections change year 2021, month 08"):
        corrected(tmp_path, entry("expected: 70\n  action: drop") * 2)


def test_a_flag_beside_a_correction_is_no_second_change(tmp_path):
    both = entry("expected: 70\n  action: flag") + entry("expected: 70\n  action: drop")
    assert corrected(tmp_path, both).cells["2021", "08"] == Cell(None, Status.MISSING)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (entry("expected: 70\n  action: override"), "override and scale have a value"),
        (entry("expected: 70\n  action: drop\n  value: 3"), "drop and flag have none"),
        (entry("expected: 70\n  action: mend"), "'drop', 'override', 'scale' or 'flag'"),
        (entry("expected: {}\n  action: drop"), "give below, above or both"),
        (entry("action: drop"), "expected: Field required"),
        (entry("expected: 70\n  action: drop\n  status: reported"), "the day of the report"),
        (entry("expected: 70\n  action: drop\n  reported: 2022-03-01"), "an open correction has none"),
        (entry("expected: 70\n  action: drop", "{}"), "where"),
        (
            "- where: {year: '2021'}\n  expected: 70\n  action: drop\n  reason: {nl: Fout.}\n",
            "reason in nl and en",
        ),
        ("where: {}\n", "expected a list of corrections"),
        ("- [\n", "is no YAML"),
        ("- text\n", "correction 1, the whole"),
    ],
)
def test_a_file_that_is_not_understood_is_refused(tmp_path, text, sentence):
    with pytest.raises(DataError, match=sentence) as raised:
        corrected(tmp_path, text)
    assert str(raised.value).startswith("corrections/welcome.yml")


def test_a_correction_that_was_reported_says_when(tmp_path):
    text = entry("expected: 70\n  action: drop\n  status: reported\n  reported: 2022-03-01")
    assert corrected(tmp_path, text).cells["2021", "08"].value is None


def test_without_a_file_nothing_changes(tmp_path):
    assert correct(FOUND, corrections("welcome", tmp_path)) == FOUND


def test_every_correction_of_the_package_is_of_a_source_and_understood(tmp_path):
    folder = resources.files("internationals.sources").joinpath("corrections")
    shipped = {file.name.removesuffix(".yml") for file in folder.iterdir() if file.name.endswith(".yml")}
    assert shipped <= set(catalogue())
    assert all(corrections(name, tmp_path) for name in shipped)
