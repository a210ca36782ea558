"""The policy speaks of every table that counts people of ours, and of no table that is not there."""

from __future__ import annotations

from importlib import resources

import yaml

from internationals import indicators
from internationals.disclosure import policy
from internationals.disclosure.facets import ALL, parent
from internationals.disclosure.places import Place


def cards(folder: str) -> set[str]:
    """The ids of all tables that have a card in a folder of the indicators."""
    files = (resources.files(indicators) / folder).iterdir()
    return {
        table
        for file in files
        if file.name.endswith(".yml") and file.name != "dimensions.yml"
        for table in yaml.safe_load(file.read_text(encoding="utf-8"))
    }


def test_every_table_of_the_register_has_a_rule_that_says_whom_it_counts() -> None:
    rules = policy().tables
    assert cards("families") <= rules.keys()
    assert all(rule.of or rule.called for rule in rules.values())


def test_the_policy_has_no_rule_for_a_table_that_is_not_there() -> None:
    there = cards("families") | cards("open")
    assert policy().tables.keys() | policy().known.keys() <= there


def test_what_is_by_area_or_of_more_than_the_municipality_is_never_exact() -> None:
    fine = [name for name in policy().tables if "district" in name or "neighbourhood" in name]
    assert len(fine) == 6 and {policy().tier(name) for name in fine} == {"rounded"}


def test_codes_are_parts_of_each_other_as_the_definitions_say() -> None:
    assert parent("area", "05460301") == "054603" and parent("area", "054603") == ALL
    assert parent("age", "4-11") == "0-17" and parent("age", "18-26") == ALL
    assert parent("nationality", "0064") == "international" and parent("nationality", "0001") == ALL
    assert parent("origin", "6030") == ALL and parent("origin", "5009") == "background"
    assert parent("origin2022", "6030") == "netherlands" and parent("origin2022", "0000") == "unknown"


def test_a_place_has_its_facets_in_order_whichever_way_it_was_reached() -> None:
    place = Place("residents", "2022", ()).having("sex", "M").having("age", "4-11")
    assert place.facets == (("age", "4-11"), ("sex", "M"))
    assert place.having("age", "0-17").facets == (("age", "0-17"), ("sex", "M"))
    assert place.having("age", ALL).facets == (("sex", "M"),)
