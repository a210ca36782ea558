"""Facts that no table holds: dated, owned and sourced in the project's `facts.yml`, cited by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from internationals import texts
from internationals.pages.located import key_line, read_mapping
from internationals.pages.problems import Problems, UnfitError
from internationals.pages.wording import words
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
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as wrong:
            raise UnfitError("The file is not UTF-8. Save it as UTF-8.") from wrong
        content = read_mapping(text)
        for name, entry in content.items():
            line = key_line(content, name)
            expected = {*languages, "date", "owner", "source"}
            found = set(entry) if isinstance(entry, Mapping) else set()
            if found - set(texts.languages()) != expected - set(texts.languages()) or expected - found:
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
            said = {language: str(entry[language]) for language in languages}
            facts[name] = Fact(said, checked, str(entry["owner"]), str(entry["source"]))
    return facts


def fact_notes(facts: Mapping[str, Fact], cited: Collection[str], language: str) -> Iterator[str]:
    """For every fact that is cited ("fact x"): where it comes from, who checked it and when."""
    for name, fact in sorted(facts.items()):
        if f"fact {name}" in cited:
            yield words(language)["fact"].format(
                text=fact.text[language],
                source=fact.source,
                owner=fact.owner,
                day=texts.day(language, fact.checked),
            )


def _date(value: object) -> date | None:
    try:
        return value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        return None
