"""How a release was made: software, policy, reference dates, inputs and everything else in its manifest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from internationals.comparison.results import TextChange

_ELSEWHERE = {"edition", "tables", "geometry", "format"}


def making_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[TextChange, ...]:
    """The facts of the manifests that differ, inputs file by file; what the tables say stands elsewhere."""
    found = []
    for key in sorted((set(before) | set(after)) - _ELSEWHERE - {"inputs"}):
        was, became = _said(before.get(key)), _said(after.get(key))
        if was != became:
            found.append(TextChange((), key, was, became))
    return (*found, *_inputs(before.get("inputs", ()), after.get("inputs", ())))


def _inputs(before: Any, after: Any) -> Iterator[TextChange]:
    old, new = ({entry["file"]: entry["sha256"] for entry in listed} for listed in (before, after))
    for file in sorted({**old, **new}):
        if old.get(file) == new.get(file):
            continue
        if file in old and file in new:
            yield TextChange((), f"input {file}", "there", "there, with other contents")
        else:
            yield TextChange(
                (), f"input {file}", "there" if file in old else "", "there" if file in new else ""
            )


def _said(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
