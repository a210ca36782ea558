"""The rules in words: what each definition says, by whom, and since when, in every language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import yaml

from internationals.shapes import DataError, Text

_KEYS = {"title", "text", "source", "from", "to"}


@dataclass(frozen=True)
class Rule:
    """One definition. It holds from `valid_from` up to, but not on, `valid_to`; None is without a limit."""

    id: str
    title: Text
    text: Text
    source: Text
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, at: date) -> bool:
        """Whether the rule is in force at the date."""
        return (self.valid_from is None or self.valid_from <= at) and (
            self.valid_to is None or at < self.valid_to
        )


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id (D1, D2, ...), in the order of the file `rules.yml`.

    Raises DataError when an entry has a missing or unknown key.
    """
    file = resources.files("internationals.definitions").joinpath("rules.yml")
    return {
        rule: _rule(rule, entry) for rule, entry in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    }


def _rule(rule: str, entry: dict[str, Any]) -> Rule:
    strange = set(entry) - _KEYS
    missing = {"title", "text", "source"} - set(entry)
    if strange or missing:
        raise DataError(
            f"rules.yml, {rule}: missing {sorted(missing)}, unknown {sorted(strange)}; "
            f"expected the keys {sorted(_KEYS)}, of which from and to may be left out."
        )
    return Rule(
        id=rule,
        title=entry["title"],
        text={language: text.strip() for language, text in entry["text"].items()},
        source=entry["source"],
        valid_from=entry.get("from"),
        valid_to=entry.get("to"),
    )
