"""`reference/disclosure.md`: the disclosure policy, table by table, from the file that the door reads."""

from __future__ import annotations

from generators.markdown import code, joined, table, written_by
from internationals.disclosure import policy
from internationals.disclosure.policy import Policy, Rule

PLACE = "reference/disclosure.md"

INTRODUCTION = """\
What the only door to a release does with each table. A municipality may be stricter, in `municipality.yml` under
`disclosure` (see [settings](settings.md)), and never looser. Why it is so is in
[privacy](../explanation/privacy.md).
"""
TIERS = """\
- **exact**: numbers as they are. Counts from 1 up to below the threshold are withheld, and with them whatever
  would give them away.
- **rounded**: every number rounded at random to a multiple of the base; the same people give the same number
  everywhere. A number that an exact table shows as well is the same here.
- **internal**: for the register side alone; `internationals counts` shows it, and no release has it.
- **forbidden**: stops a build.

A table that is not listed is rounded."""
LINKS = """\
`of` and `where` say whom a table counts. From this follows which numbers of different tables are the same and
which add up to which; protection and audit both read it."""


def page() -> str:
    """The whole page."""
    found = policy()
    return joined(
        "# Disclosure control",
        written_by("`src/internationals/disclosure/policy.yml`"),
        INTRODUCTION,
        "## Limits",
        table(("what", "value"), _limits(found)),
        "## Tiers",
        TIERS,
        "## Tables",
        LINKS,
        table(("table", "tier", "of", "where"), (_row(name, rule) for name, rule in found.tables.items())),
        "## What others publish of the same people",
        "Exact numbers that an attacker has from elsewhere. They are used against us, up to how far they differ "
        "from what we publish ourselves.",
        table(("table", "of"), ((code(name), rule.of) for name, rule in found.known.items())),
    )


def _limits(found: Policy) -> list[tuple[str, int]]:
    return [
        ("`threshold`: counts from 1 up to below this are sensitive", found.threshold),
        ("`base`: to multiples of which numbers are rounded at random", found.base),
        (
            "`area_base`: internationals that an area needs to be shown by nationality, and residents that a "
            "nationality needs to be shown by area",
            found.area_base,
        ),
        ("`width`: the narrowest range in which a sensitive number may be known to lie", found.width),
    ]


def _row(name: str, rule: Rule) -> tuple[str, str, str, str]:
    where = ", ".join(f"{facet} {value}" for facet, value in rule.where.items())
    return code(name), rule.tier, rule.of or "by item", where
