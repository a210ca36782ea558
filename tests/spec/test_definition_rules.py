"""The rules in words: complete, in both languages, each with examples, and printed in the documentation."""

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from internationals.definitions.rules import Rule, rules
from tests.spec.spec_table import Examples

DOCS = Path(__file__).parents[2] / "docs"


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_definitions_of_persons_flows_and_measures_are_there():
    assert list(rules()) == [
        *("D1", "D2", "D3", "D4", "D5", "D5b", "D5b-2022", "D6", "D7", "D8", "D9", "D10"),
        *("D11", "D12", "D13", "D14", "D15", "D16", "D17", "D18", "D19", "D20"),
        *("D21", "D22", "D23", "D24", "D25", "D26", "D27", "D28"),
    ]


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_a_rule_is_told_in_both_languages(rule):
    for text in (rule.title, rule.text, rule.source):
        assert set(text) == {"nl", "en"}
        assert all(words.strip() for words in text.values())
    assert rule.text["nl"] != rule.text["en"]


def test_a_scheme_ends_on_the_day_on_which_the_next_begins():
    old, new = rules()["D5b"], rules()["D5b-2022"]
    assert old.valid_to == new.valid_from
    assert [old.holds(date(2022, 1, 31)), new.holds(date(2022, 1, 31))] == [True, False]
    assert [old.holds(date(2022, 2, 1)), new.holds(date(2022, 2, 1))] == [False, True]


def test_a_rule_without_dates_always_holds():
    rule = Rule("D0", {}, {}, {})
    assert rule.holds(date.min) and rule.holds(date.max)


def test_every_rule_has_examples_and_is_printed_with_them():
    page = generator().definitions_page()
    for rule in rules().values():
        section = page.split(f"## {rule.id} · ")[1].split("\n## ")[0]
        assert rule.text["en"] in section
        assert rule.text["nl"] in section
        assert "| example |" in section, f"{rule.id} has no examples"


def test_the_page_in_the_repository_is_current():
    committed = (DOCS / "reference" / "definitions.md").read_text(encoding="utf-8")
    assert committed == generator().definitions_page(), "run python docs/generate.py"


def test_a_row_of_examples_that_misses_a_value_is_refused():
    with pytest.raises(AssertionError, match="needs a, b and an answer"):
        Examples("D1", "Why?", ("a", "b"), (("too short", 1, 2),))
