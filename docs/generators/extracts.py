"""`reference/extracts.md`: the files that the register delivers, and every rule by which a row is judged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from generators.markdown import code, joined, sentence, table, written_by
from internationals.definitions.flows import EventKind
from internationals.register import rules
from internationals.register.columns import EVENTS, STAND, Column
from internationals.register.rules import RowRule

PLACE = "reference/extracts.md"

DESCRIBED = Path(__file__).with_name("extract_columns.yml")

INTRODUCTION = """\
Two kinds of file, both made from the personal records database (BRP) for one municipality:

- `stand_2022-01-01`: one row per registered person, in the state before any event of that day. Whoever is
  naturalised, settles or moves on 1 January does so in the events of the new year.
- `mutaties_2021`: one row per event of the municipality within that calendar year.

They stand in the project's folder `extracts/`, as `.csv`, `.csv.gz` or `.parquet`. CSV has `;` or `,`
between values, one header row, and is in UTF-8 (with or without a byte order mark) or Windows-1252; values
may be quoted as RFC 4180 says. All codes are text, with their leading zeros; spaces around them are
removed. Columns may stand in any order. Names that differ are [mapped](../how-to/read-a-suppliers-layout.md);
other columns are left out of account, and named by `internationals check`. A column with nearly the name of an optional
one is refused, as it may be a slip that would change the counts.

All files of an edition describe the register as it was known at one moment (`extracted:` in the edition).
"""
ORDER = """\
Events of one person on one day stand in the order in which they took effect, each row continuing the one
before. A correction of other data is no event; a cancelled event is left out."""
ACCOUNT = """\
Every row that is read ends in one of three places: **used**, **excluded** (by reason) or **rejected**. So
read = used + excluded + rejected, for every file; the table [`accounting`](tables.md#accounting) says so in
the release. Of several reasons the first in these lists is the one that counts. A rejected row is kept in
`quarantine/<edition>/<extract>.rejected.csv` with its row, column and rule; the person stands there as a
pseudonym only. A row is counted as you would in an editor: in CSV the header is row 1, in Parquet, which
has no header row, the first record is. A share of rejected rows in one file above
`register.max_rejected_share` stops a build."""
WARNED = """\
The row is used; the value is read as the last column says, and counted. One more warning belongs to no
column: `unreadable_characters` counts characters that are neither UTF-8 nor Windows-1252."""


def page() -> str:
    """The whole page. Raises LookupError when a column or kind is described that does not exist, or not at all."""
    described = _described()
    return joined(
        "# Register extracts",
        written_by("`src/internationals/register/` and `docs/generators/extract_columns.yml`"),
        INTRODUCTION,
        "## `stand_JJJJ-MM-DD`",
        _columns(STAND, described["stand"]),
        "## `mutaties_JJJJ`",
        _columns(EVENTS, described["mutaties"]),
        "### Kinds of event",
        table(("`soort`", "meaning"), [(code(kind), text) for kind, text in described["kinds"].items()]),
        ORDER,
        "## What becomes of a row",
        ACCOUNT,
        "### Rows of a stand that are excluded",
        _rules(rules.EXCLUDED),
        "### Rows of a stand that are rejected",
        _rules(rules.STAND_REJECTED),
        "### Rows of events that are rejected",
        _rules(rules.EVENT_REJECTED),
        "### Values of a stand that are read with a warning",
        WARNED,
        _rules(rules.STAND_WARNINGS),
        "### Values of events that are read with a warning",
        _rules(rules.EVENT_WARNINGS),
    )


def _described() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(DESCRIBED.read_text(encoding="utf-8"))
    for kind, columns in (("stand", STAND), ("mutaties", EVENTS)):
        difference = set(found[kind]) ^ {column.name for column in columns}
        if difference:
            raise LookupError(f"{DESCRIBED.name}, {kind}: not the same columns as the code: {difference}.")
    if difference := set(found["kinds"]) ^ {str(kind) for kind in EventKind}:
        raise LookupError(f"{DESCRIBED.name}, kinds: not the same kinds as the code: {difference}.")
    return found


def _columns(columns: Sequence[Column], described: dict[str, dict[str, str]]) -> str:
    rows = [
        (
            code(column.name) + (" *optional*" if column.optional else ""),
            described[column.name]["element"],
            column.digits or "",
            described[column.name]["holds"],
        )
        for column in columns
    ]
    return table(("column", "element", "digits", "content"), rows)


def _rules(listed: Sequence[RowRule]) -> str:
    rows = [
        (
            code(rule.name),
            code(rule.column) if rule.column else "the row",
            rule.expected,
            sentence(rule.action),
        )
        for rule in listed
    ]
    return table(("rule", "looks at", "expects", "what to do"), rows)
