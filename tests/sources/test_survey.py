"""Surveys: from respondents to weighted shares, the same from text and from SPSS, and nothing on few."""

import csv
import random
from math import nan

import pandas
import pyreadstat
import pytest

from internationals.shapes import Cell, ConfigError, DataError, Status
from internationals.sources.kinds import survey
from internationals.sources.source import catalogue
from tests.sources.by_hand import LEIDEN, delivered, read

HEADER = ("jaar", "gewicht", "nationaliteit", "home_language_other", "willing_to_help")
HIDDEN = Cell(None, Status.SUPPRESSED)


def people(dutch: int, others: int, seed: int = 1) -> list[tuple[str, ...]]:
    """Invented respondents, some of whom did not answer everything."""
    draw = random.Random(seed)
    groups = ["nederlands"] * dutch + ["niet_nederlands"] * others
    return [
        (
            "2022",
            str(draw.choice((0.5, 0.75, 1, 1.25, 2.5))),
            group,
            *draw.choices(("ja", "nee", ""), (4, 5, 1), k=2),
        )
        for group in groups
    ]


def written(folder, rows, header=HEADER):
    with (folder / "survey.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([header, *rows])
    return read(folder, "survey")


def as_spss(folder, rows) -> None:
    """The same respondents as SPSS has them: numbers with labels, and a code that the user calls missing."""
    answers = {"ja": 1.0, "nee": 2.0, "": 9.0}
    frame = pandas.DataFrame(
        {
            "jaar": [float(row[0]) for row in rows],
            "gewicht": [float(row[1]) for row in rows],
            "nationaliteit": [{"nederlands": 1.0, "niet_nederlands": 2.0, "": nan}[row[2]] for row in rows],
            "home_language_other": [answers[row[3]] for row in rows],
            "willing_to_help": [answers[row[4]] for row in rows],
        }
    )
    labels = {1.0: "Ja", 2.0: "Nee", 9.0: "Geen antwoord"}
    pyreadstat.write_sav(
        frame,
        str(folder / "survey.sav"),
        variable_value_labels={
            "nationaliteit": {1.0: "Nederlands", 2.0: "niet_nederlands"},
            "home_language_other": labels,
            "willing_to_help": labels,
        },
        missing_ranges={"home_language_other": [9.0], "willing_to_help": [9.0]},
    )


def share_of(rows, item: int, group: str) -> tuple[float, float, float, int]:
    """Share, interval and base, computed slowly and by the book: Wilson's interval on Kish's effective base."""
    total = yes = squares = 0.0
    base = 0
    for row in rows:
        if row[item] and group in ("all", {"nederlands": "dutch", "niet_nederlands": "non_dutch"}[row[2]]):
            weight = float(row[1])
            base, total, squares = base + 1, total + weight, squares + weight * weight
            yes += weight if row[item] == "ja" else 0
    p, n, z = yes / total, total * total / squares, 1.959963984540054
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
    return 100 * p, 100 * (centre - half), 100 * (centre + half), base


@pytest.mark.parametrize("seed", range(5))
def test_the_shares_are_those_of_a_slow_computation(tmp_path, seed):
    rows = people(120, 60, seed)
    cells = written(tmp_path, rows).cells
    for place, item in ((3, "home_language_other"), (4, "willing_to_help")):
        for group in ("all", "dutch", "non_dutch"):
            found = [
                cells["2022", item, group, measure].value for measure in ("share", "low", "high", "base")
            ]
            assert found == pytest.approx(share_of(rows, place, group))


def test_spss_and_text_say_the_same(tmp_path):
    rows = [*people(100, 50), ("2022", "1", "", "ja", "")]
    text = written(tmp_path, rows)
    (tmp_path / "sav").mkdir()
    as_spss(tmp_path / "sav", rows)
    spss = read(tmp_path / "sav", "survey")
    assert spss == text
    assert spss.provenance.rows == text.provenance.rows == 151


def test_who_answered_is_counted_without_weights(tmp_path):
    cells = written(tmp_path, people(270, 30)).cells
    shares = {group: cells["2022", "respondents", group, "share"].value for group in survey.GROUPS}
    assert shares == {"all": 100, "dutch": 90, "non_dutch": 10}
    assert cells["2022", "respondents", "all", "base"] == Cell(300)


def test_the_wording_of_every_item_is_there_in_both_languages(tmp_path):
    labels = written(tmp_path, people(40, 40)).labels["item"]
    assert set(labels) == {"home_language_other", "willing_to_help"}
    assert all(set(label) == {"nl", "en"} for label in labels.values())


@pytest.mark.parametrize(("others", "shown"), [(30, True), (29, False)])
def test_a_group_of_fewer_than_thirty_is_suppressed_with_its_base_and_the_other_group(
    tmp_path, others, shown
):
    rows = [("2022", "1", group, "ja", "ja") for group in ["nederlands"] * 50 + ["niet_nederlands"] * others]
    cells = written(tmp_path, rows).cells
    for item in ("willing_to_help", "respondents"):
        for group in ("dutch", "non_dutch"):
            found = {cell for key, cell in cells.items() if key[1:3] == (item, group)}
            assert (found == {HIDDEN}) is not shown
            assert (HIDDEN in found) is not shown
        assert cells["2022", item, "all", "base"] == Cell(50 + others)


def test_an_item_that_few_answered_is_suppressed_though_many_took_part(tmp_path):
    rows = [("2022", "1", "nederlands", "ja" if number < 29 else "", "ja") for number in range(60)]
    cells = written(tmp_path, rows).cells
    assert {cell for key, cell in cells.items() if key[1] == "home_language_other"} == {HIDDEN}
    assert cells["2022", "willing_to_help", "all", "share"] == Cell(100)


def test_every_year_has_its_own_shares(tmp_path):
    rows = people(40, 40)
    older = [("2021", *row[1:3], "nee", "nee") for row in rows]
    cells = written(tmp_path, rows + older).cells
    assert cells["2021", "willing_to_help", "all", "share"] == Cell(0)
    assert cells["2022", "willing_to_help", "all", "share"].value > 0


@pytest.mark.parametrize("weight", ["", "0", "-1", "veel", "nan", "1e-400"])
def test_a_respondent_without_a_weight_above_zero_is_a_mistake(tmp_path, weight):
    row = f"2022;{weight};nederlands;ja;ja"
    with pytest.raises(DataError, match=r"row 2, column gewicht: .* expected a weight above zero"):
        delivered(tmp_path, "survey", ";".join(HEADER), row)


def test_all_mistakes_are_said_at_once_and_long_numbers_are_hidden(tmp_path):
    rows = ("2022;1;frans;ja;ja", "2022;1;nederlands;misschien;123456782", "22;1;nederlands;ja;ja")
    with pytest.raises(DataError) as raised:
        delivered(tmp_path, "survey", ";".join(HEADER), *rows)
    said = str(raised.value)
    assert len(said.splitlines()) == 4
    assert "row 3, column home_language_other: found 'misschien'; expected ja, nee, or nothing" in said
    assert "123456782" not in said and "*********" in said


def test_weights_may_have_a_decimal_comma(tmp_path):
    rows = [
        ("2022", weight, "nederlands", answer, "") for weight, answer in (("2,5", "ja"), ("0,5", "nee"))
    ] * 30
    share = written(tmp_path, rows).cells["2022", "home_language_other", "all", "share"]
    assert share.value == pytest.approx(250 / 3)


def test_a_file_that_lacks_a_column_says_where_to_name_it(tmp_path):
    with pytest.raises(
        DataError, match=r"lacks the column willing_to_help.*make an item that was not asked null"
    ):
        written(tmp_path, [row[:4] for row in people(1, 1)], HEADER[:4])


def test_columns_answers_and_items_are_named_in_the_configuration(tmp_path):
    options = {
        "weight": None,
        "nationality": "nat",
        "dutch": ["1"],
        "non_dutch": ["2"],
        "items": {
            "home_language_other": {"column": "v12", "yes": ["1"], "no": ["0"]},
            "willing_to_help": None,
        },
    }
    source = catalogue({"survey": {"options": {"survey": options}}})["survey"]
    lines = ["jaar;nat;v12", *["2022;1;1"] * 30, *["2022;2;0"] * 30]
    (tmp_path / "survey.csv").write_text("\n".join(lines), encoding="utf-8")
    cells = survey.read(tmp_path, source, LEIDEN).cells
    assert cells["2022", "home_language_other", "dutch", "share"] == Cell(100)
    assert cells["2022", "home_language_other", "all", "share"] == Cell(50)
    assert {key[1] for key in cells} == {"home_language_other", "respondents"}


@pytest.mark.parametrize(
    "items",
    [
        {"home_language_other": None, "willing_to_help": None},
        {"respondents": {"labels": {"nl": "Wie", "en": "Who"}}},
        {"home_language_other": {"answers": ["ja"]}},
        {"of_mine": {"column": "v1"}},
    ],
)
def test_options_that_are_not_understood_are_refused(tmp_path, items):
    source = catalogue({"survey": {"options": {"survey": {"items": items}}}})["survey"]
    with pytest.raises(ConfigError, match=r"municipality.yml, sources: survey: options: survey"):
        survey.read(tmp_path, source, LEIDEN)


def test_what_is_no_spss_file_is_refused(tmp_path):
    (tmp_path / "survey.sav").write_text("jaar;gewicht")
    with pytest.raises(DataError, match="no SPSS file"):
        read(tmp_path, "survey")
