"""Every figure and claim of the published edition that the invented register is made to meet, by its id.

What is wanted stands in `demo/targets/figures.csv`; how it is counted, in plain SQL over the files, in
`published.sql` beside this module.
"""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from internationals.demo.tables import rows

from .conftest import Ask

TARGETS = rows("figures")


def queries() -> tuple[list[str], dict[str, str]]:
    """The statements that prepare, and the query of every figure."""
    prepare: list[str] = []
    by_figure: dict[str, str] = {}
    for block in Path(__file__).with_name("published.sql").read_text(encoding="utf-8").split(";\n"):
        ids = re.findall(r"^-- figure: (\S+)$", block, re.MULTILINE)
        by_figure |= dict.fromkeys(ids, block)
        if not ids and block.strip():
            prepare.append(block)
    return prepare, by_figure


@pytest.fixture(scope="module")
def reached(ask: Ask) -> dict[str, tuple[Any, ...]]:
    """Figure -> what the files say: the answer, and the numbers behind it."""
    prepare, by_figure = queries()
    for statement in prepare:
        ask(statement)
    answers = {query: ask(query) for query in dict.fromkeys(by_figure.values())}
    return {figure: answers[query][0] for figure, query in by_figure.items()}


def meets(target: dict[str, str], answer: Any) -> bool:
    """Whether the answer is what the target wants."""
    match target["test"]:
        case "is":
            return round(float(answer), int(target["decimals"])) == float(target["value"])
        case "above":
            return bool(answer > float(target["value"]))
        case "at_most":
            return bool(answer <= float(target["value"]))
        case "holds":
            return answer is True
    raise AssertionError(f"an unknown test: {target['test']}")


@pytest.mark.parametrize("target", TARGETS, ids=[target["figure"] for target in TARGETS])
def test_the_invented_register_meets(target: dict[str, str], reached: dict[str, tuple[Any, ...]]) -> None:
    assert meets(target, reached[target["figure"]][0]), reached[target["figure"]]


def test_all_targets_are_listed_with_their_figure_and_the_value_reached(
    reached: dict[str, tuple[Any, ...]],
) -> None:
    listed = [
        f"{'met' if meets(target, reached[target['figure']][0]) else 'NOT MET':8}{target['figure']:50}"
        f"{target['test']:8}{target['value']:8}{reached[target['figure']]}"
        for target in TARGETS
    ]
    print("\n".join(listed))
    assert [line for line in listed if line.startswith("NOT")] == []


def test_every_figure_has_one_query_and_every_query_a_figure() -> None:
    assert sorted(queries()[1]) == sorted(target["figure"] for target in TARGETS)
    assert len({target["figure"] for target in TARGETS}) == len(TARGETS)


def test_every_figure_that_a_target_table_names_is_held_against_the_files() -> None:
    listed = {target["figure"] for target in TARGETS}
    named = {
        figure
        for path in files("internationals.demo").joinpath("targets").iterdir()
        if path.name.endswith(".csv")
        for row in rows(path.name.removesuffix(".csv"))
        for figure in (row.get("figures") or "").split()
    }
    assert named
    assert named <= listed


@pytest.mark.parametrize(
    ("target", "answer", "met"),
    [
        ({"test": "is", "value": "11.6", "decimals": "1"}, 11.649, True),
        ({"test": "is", "value": "11.6", "decimals": "1"}, 11.651, False),
        ({"test": "is", "value": "800", "decimals": "-2"}, 769, True),
        ({"test": "above", "value": "20", "decimals": "0"}, 20, False),
        ({"test": "at_most", "value": "3", "decimals": "0"}, 3, True),
        ({"test": "holds", "value": "", "decimals": ""}, None, False),
    ],
)
def test_a_target_can_be_missed(target: dict[str, str], answer: Any, met: bool) -> None:
    assert meets(target, answer) is met
