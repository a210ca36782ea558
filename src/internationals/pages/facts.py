"""Facts that no table holds: dated, owned and sourced in the project's `facts.yml`, cited by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from internationals.pages.located import key_line, read_mapping
from internationals.pages.problems import Problems
from internationals.shapes import Text


@dataclass(frozen=True)
class Fact:
    """What is said in every language, when it was checked, who answers for it, and where it comes from."""

    text: Text
    checked: date
    owner: str
    source: str


def read_facts(file: Path, languages: Sequence[str], problems: Problems) -> Mapping[str, Fact]:
    """The facts of a project by name; none without the file. What is wrong with one is noted."""
    facts: dict[str, Fact] = {}
    if not file.is_file():
        return facts
    with problems.at(file.name, 1):
        content = read_mapping(file.read_text(encoding="utf-8-sig"))
        for name, entry in content.items():
            line = key_line(content, name)
            expected = {*languages, "date", "owner", "source"}
            found = set(entry) if isinstance(entry, Mapping) else set()
            if found != expected:
                problems.add(
                    file.name,
                    line,
                    f"The fact {name!r} should have {', '.join(sorted(expected))}, and has "
                    f"{', '.join(sorted(found)) or 'none of them'}. A fact is dated, owned and sourced.",
                )
                continue
            checked = _date(entry["date"])
            if checked is None:
                problems.add(
                    file.name, line, f"The date of {name!r} is {entry['date']!r}. Write it as 2022-01-31."
                )
                continue
            text = {language: str(entry[language]) for language in languages}
            facts[name] = Fact(text, checked, str(entry["owner"]), str(entry["source"]))
    return facts


def _date(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None
