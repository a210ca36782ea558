"""Nothing that a user can type, set, read or be told is missing from the reference.

What there is, is found here in the files themselves, and not by the code that writes the pages.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import internationals
from internationals.register import rules
from internationals.register.columns import EVENTS, STAND
from internationals.shapes import InternationalsError
from tests.docs.reading import reference

PACKAGE = Path(internationals.__file__).parent
COMMANDS = [
    path.stem
    for path in (PACKAGE / "commands").glob("*.py")
    if "\ndef run(" in path.read_text(encoding="utf-8")
]
CARDS = [
    table
    for file in (PACKAGE / "indicators" / "families").glob("*.yml")
    for table in yaml.safe_load(file.read_text(encoding="utf-8"))
]
BUILT_IN = [file.parent for file in (PACKAGE / "pages" / "built_in").glob("*/page.yml")]
RULES = [
    rules.EXCLUDED,
    rules.STAND_REJECTED,
    rules.EVENT_REJECTED,
    rules.STAND_WARNINGS,
    rules.EVENT_WARNINGS,
]


def test_there_is_something_to_document() -> None:
    assert {"demo", "monitor"} <= set(COMMANDS)
    assert "arrivals" in CARDS
    assert BUILT_IN


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_with_its_options(command: str) -> None:
    section = reference("commands").split(f"\n## {command}\n")[1].split("\n## ")[0]
    source = (PACKAGE / "commands" / f"{command}.py").read_text(encoding="utf-8")
    for option in re.findall(r'"(--[a-z-]+)"', source):
        assert f"`{option}`" in section


def test_every_exit_code() -> None:
    codes = {kind.exit_code for kind in (InternationalsError, *InternationalsError.__subclasses__())}
    section = reference("commands").split("## Exit codes")[1]
    assert all(f"\n| {code} | " in section for code in codes | {0, 2, 130})


def test_every_setting() -> None:
    source = (PACKAGE / "settings.py").read_text(encoding="utf-8")
    keys = re.findall(r"^    ([a-z_]+): .*(?:Field|Names|list|str)\b", source, re.MULTILINE)
    section = reference("settings")
    assert len(keys) > 15
    for key in keys:
        assert re.search(rf"\| `(?:[a-z]+\.)?{key.rstrip('_')}` \|", section), key


def test_everything_that_can_be_recorded_of_accessibility() -> None:
    source = (PACKAGE / "shapes" / "accessibility.py").read_text(encoding="utf-8")
    keys = re.findall(r"^    ([a-z_]+): .*= Field\(|^    ([a-z_]+): Day = Field\(", source, re.MULTILINE)
    section = reference("settings").split("\n## `accessibility.yml`\n")[1].split("\n## ")[0]
    assert len(keys) > 30
    for key in (one or other for one, other in keys):
        assert re.search(rf"\| `(?:[a-z_]+\.)?{key}` \|", section), key


@pytest.mark.parametrize("table", sorted(CARDS))
def test_every_table(table: str) -> None:
    assert f"\n## `{table}`\n" in reference("tables")


@pytest.mark.parametrize("folder", sorted(BUILT_IN), ids=lambda folder: folder.name)
def test_every_page_with_its_charts(folder: Path) -> None:
    section = reference("pages").split(f"\n### `{folder.name}`\n")[1].split("\n### ")[0]
    spec = yaml.safe_load((folder / "page.yml").read_text(encoding="utf-8"))
    for name in (*spec["tables"], *(chart["id"] for chart in spec["charts"])):
        assert f"`{name}`" in section


def test_every_column_of_an_extract() -> None:
    page = reference("extracts")
    stand, events = page.split("\n## `mutaties_JJJJ`\n")
    for columns, section in ((STAND, stand), (EVENTS, events.split("\n### ")[0])):
        for column in columns:
            assert f"| `{column.name}`{' *optional*' if column.optional else ''} |" in section


def test_every_rule_by_which_a_row_is_judged() -> None:
    sections = reference("extracts").split("\n### ")[2:]
    assert len(sections) == len(RULES)
    for listed, section in zip(RULES, sections, strict=True):
        assert all(f"| `{rule.name}` |" in section for rule in listed)


TEMPLATES = {
    name: layout
    for file in (PACKAGE / "sources" / "templates").glob("*.yml")
    for name, layout in yaml.safe_load(file.read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("source", sorted(TEMPLATES))
def test_every_column_of_a_file_by_hand(source: str) -> None:
    section = reference("deliveries").split(f"\n## `{source}`\n")[1].split("\n## ")[0]
    for name, column in TEMPLATES[source]["columns"].items():
        assert f"\n| `{name}` | " in section
        for word in column.get("codes", ()):
            assert f"`{word}`" in section
    for line in TEMPLATES[source]["example"]:
        assert line in section
