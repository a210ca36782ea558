"""Executable examples: a table of sentences that pytest runs and that the documentation prints."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from internationals.shapes import Cell


@dataclass(frozen=True)
class Examples:
    """Examples of one rule: each row is a sentence, the inputs under `columns`, and the expected answer.

    `asks` is the question in words, `rule` the id in rules.yml.
    """

    rule: str
    asks: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns) + 2:
                raise AssertionError(f"{self.rule}: {row[0]!r} needs {', '.join(self.columns)} and an answer")

    @property
    def run(self) -> pytest.MarkDecorator:
        """Runs a test once per row, with the columns and `expected` as its arguments."""
        return pytest.mark.parametrize(
            (*self.columns, "expected"), [pytest.param(*row[1:], id=row[0]) for row in self.rows]
        )

    def markdown(self) -> str:
        """The examples as a Markdown table."""
        header = ("example", *(column.replace("_", " ") for column in self.columns), "answer")
        lines = [header, tuple("---" for _ in header)]
        lines += [(row[0], *(show(value) for value in row[1:])) for row in self.rows]
        table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
        return f"**{self.asks}**\n\n{table}\n"


def show(value: Any) -> str:
    """One value as the documentation prints it."""
    if isinstance(value, Cell):
        number = "" if value.value is None else show(value.value)
        return number if value.status == "normal" else f"{number} {value.status}".strip()
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {show(item)}" for key, item in value.items()) or "nothing"
    if isinstance(value, Collection) and not isinstance(value, str):
        items = sorted(value) if isinstance(value, frozenset) else value
        return ", ".join(show(item) for item in items) or "nothing"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str) and not value.strip():
        return "spaces" if value else "empty"
    return str(value)
