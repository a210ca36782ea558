"""`reference/definitions.md`: every rule in words, its source, and the examples that the tests run."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from internationals.definitions.rules import Rule, rules

PLACE = "reference/definitions.md"
REPOSITORY = Path(__file__).resolve().parents[2]

INTRODUCTION = """\
# Definitions

Every definition of the monitor, in both languages, with the examples that the tests run. This page is
written by `python docs/generate.py`; change `src/internationals/definitions/rules.yml` or `tests/spec/`
instead.

Codes of nationalities are those of table 32 of the personal records database (0001 Dutch, 0052 Belgian,
0055 German, 0060 British, 0064 Italian, 0499 stateless, 0000 unknown), codes of countries those of table 34
(6030 the Netherlands, 5010 Belgium, 6043 Turkey, 9089 Germany). "Empty" is a field that is not filled in.
"""


def page() -> str:
    """The whole page. Raises LookupError for examples of a rule that does not exist."""
    examples = _examples()
    strange = set(examples) - set(rules())
    if strange:
        raise LookupError(f"tests/spec has examples of {sorted(strange)}, which rules.yml does not have.")
    return "\n".join(
        [INTRODUCTION, *(_section(rule, examples.get(rule.id, [])) for rule in rules().values())]
    )


def _section(rule: Rule, examples: list[Any]) -> str:
    held = [
        f"from {rule.valid_from}" if rule.valid_from else "",
        f"before {rule.valid_to}" if rule.valid_to else "",
    ]
    period = " ".join(part for part in held if part)
    lines = [
        f"## {rule.id} · {rule.title['en']} ({rule.title['nl']})",
        rule.text["en"],
        f"*{rule.text['nl']}*",
        f"Source: {rule.source['en']}." + (f" Used by the source {period}." if period else ""),
        *(table.markdown().rstrip() for table in examples),
    ]
    return "\n\n".join(lines) + "\n"


def _examples() -> dict[str, list[Any]]:
    if str(REPOSITORY) not in sys.path:
        sys.path.insert(0, str(REPOSITORY))
    kind = importlib.import_module("tests.spec.spec_table").Examples
    found: dict[str, list[Any]] = {}
    for file in sorted((REPOSITORY / "tests" / "spec").glob("test_d*.py")):
        for value in vars(importlib.import_module(f"tests.spec.{file.stem}")).values():
            if isinstance(value, kind):
                found.setdefault(value.rule, []).append(value)
    return found
