"""From a person list to the stacks of its categories: who is announced by `CC.H`, and who stands there."""

from __future__ import annotations

from internationals.register.person_list_layout import CATEGORIES
from internationals.register.person_list_rows import PersonList, UnreadableListError, Version
from internationals.shapes import Finding


def refuse_ragged(person: PersonList) -> None:
    """Raise UnreadableListError when a row has more or fewer values than the header."""
    for row in person.rows:
        if len(row.cells) != person.layout.width:
            raise UnreadableListError(
                Finding(
                    person.layout.file,
                    row.line,
                    None,
                    "ragged_row",
                    f"{len(row.cells)} values",
                    f"{person.layout.width} values, as the header has",
                    "the person is left out; correct the row in the delivery",
                )
            )


def stacks(person: PersonList, category: str, findings: list[Finding]) -> list[tuple[Version, ...]]:
    """The stacks of a category, newest version first; only nationality (04) can have more than one.

    A row that the row above does not announce is an older version where only one stack can be, and a stray
    value when it has no date. In category 04 it cannot be placed: that raises UnreadableListError, as does
    a further row that is announced but absent.
    """
    layout = person.layout
    marker = f"{category}.H"
    columns = [
        position for name, position in layout.positions.items() if name[:2] == category and name != marker
    ]
    older = f"{int(category) + 50:02d}"
    result: list[list[Version]] = []
    announced = category
    for row in person.rows:
        if not any(row.cells[position] for position in columns):
            continue
        version = Version(layout, row)
        if announced == category and (category == "04" or not result):
            result.append([])
        elif announced != older:
            stray = not version[f"{category}.85.10"] and category != "07"
            findings.append(_misplaced(version, category, "stray_value" if stray else "unannounced_row"))
            if stray:
                continue
        result[-1].append(version)
        announced = version[marker] if marker in layout.positions else older
    if result and marker in layout.positions and announced:
        findings.append(_misplaced(result[-1][-1], category, "announced_row_absent"))
    return [tuple(stack) for stack in result]


_MISPLACED = {
    "stray_value": ("a row without a date that the row above does not announce", "the row is left out"),
    "unannounced_row": ("a row that the row above does not announce", "it is read as an older version"),
    "announced_row_absent": (
        "the last row of the category, which announces another",
        "the history ends here",
    ),
}


def _misplaced(version: Version, category: str, rule: str) -> Finding:
    found, action = _MISPLACED[rule]
    nationality = category == "04"
    if nationality:
        action = "the person is left out, as the nationalities are uncertain"
    finding = Finding(
        version.layout.file,
        version.row.line,
        f"{category}.H",
        rule,
        found,
        f"{category}.H names what the next row holds, and is empty in the last",
        f"{action}; correct the delivery",
    )
    if nationality:
        raise UnreadableListError(finding)
    return finding


def used_categories(person: PersonList, findings: list[Finding]) -> dict[str, list[tuple[Version, ...]]]:
    """The stacks of every category that the monitor uses."""
    return {category: stacks(person, category, findings) for category in CATEGORIES}
