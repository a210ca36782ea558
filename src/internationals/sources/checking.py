"""Numbers of a file by hand held against each other: sums, parts of a whole, and multiples."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.shapes import Cell
from internationals.sources.findings import Findings
from internationals.sources.templates import Sum, Template, Within

Key = tuple[str, ...]


def against_rules(
    cells: Mapping[Key, Cell],
    rows: Mapping[Key, int],
    template: Template,
    rounded_to: int,
    findings: Findings,
) -> None:
    """Note every number that is no multiple of what its source rounds to, and every sum that does not add up.

    A sum may differ from its whole by half a unit of rounding for each number in it, the whole included.
    """
    for key, cell in cells.items():
        if rounded_to and cell.value is not None and cell.value % rounded_to:
            findings.add(
                rows[key],
                template.column_of(key),
                f"{cell.value:.0f}",
                f"a multiple of {rounded_to}, to which this source rounds. Look it up, or set rounded_to for the "
                "source in municipality.yml",
            )
    for rule in template.sums:
        _sums(rule, cells, rows, template, rounded_to, findings)
    for limit in template.within:
        _within(limit, cells, rows, template, findings)


def _sums(
    rule: Sum,
    cells: Mapping[Key, Cell],
    rows: Mapping[Key, int],
    template: Template,
    rounded_to: int,
    findings: Findings,
) -> None:
    place = template.dimensions.index(rule.along)
    for key, whole in cells.items():
        if key[place] != rule.whole:
            continue
        parts = [cells.get((*key[:place], code, *key[place + 1 :])) for code in rule.parts]
        values = [part.value for part in parts if part is not None and part.value is not None]
        if len(values) < len(rule.parts) or whole.value is None:
            continue
        margin = rounded_to / 2 * (len(values) + 1) if rounded_to else 0
        if abs(sum(values) - whole.value) > margin:
            findings.add(
                rows[key],
                template.column_of(key),
                f"{whole.value:.0f}",
                f"the sum of its parts ({' + '.join(rule.parts)} = {sum(values):.0f}"
                f"{f', give or take {margin:g}' if margin else ''}). Correct the whole or its parts",
            )


def _within(
    rule: Within, cells: Mapping[Key, Cell], rows: Mapping[Key, int], template: Template, findings: Findings
) -> None:
    place = template.dimensions.index(rule.along)
    for key, part in cells.items():
        if key[place] != rule.part or part.value is None:
            continue
        whole = cells.get((*key[:place], rule.whole, *key[place + 1 :]))
        if whole is not None and whole.value is not None and part.value > whole.value:
            expected = f"no more than {whole.value:.0f}, {rule.limit}. Correct it"
            findings.add(rows[key], template.column_of(key), f"{part.value:.0f}", expected)
