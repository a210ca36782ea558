"""What groups are called together: 18-26 and 27-39 are 18 to 39, under one year and one to three are under three."""

from __future__ import annotations

from itertools import pairwise

from internationals.definitions.ages import AGE_GROUPS
from internationals.definitions.duration import DURATION_CLASSES
from internationals.pages.problems import UnfitError
from internationals.pages.quantities import Names
from internationals.pages.scope import Scope
from internationals.pages.wording import words

Bounds = tuple[int, int | None]


def ages(scope: Scope, codes: list[str]) -> Names:
    """What adjoining age groups are called together: `{ages: [18-26, 27-39]}` is "18 to 39 years"."""
    groups = {group.code: (group.lowest, group.highest) for group in AGE_GROUPS}
    lowest, highest = _joined(codes, groups, apart=1)
    return _named(scope, "ages", codes, lowest, highest)


def durations(scope: Scope, codes: list[str]) -> Names:
    """What adjoining classes of duration are called together: `{durations: [0-1, 1-3]}` is "less than 3 years"."""
    classes = {one.code: (one.lowest, one.below) for one in DURATION_CLASSES}
    lowest, below = _joined(codes, classes, apart=0)
    return _named(scope, "durations", codes, lowest, below)


def _joined(codes: list[str], known: dict[str, Bounds], apart: int) -> Bounds:
    if not isinstance(codes, list) or not codes or not {*codes} <= {*known}:
        raise UnfitError(f"{codes!r} should be a list of groups, of {', '.join(known)}.")
    order = [code for code in known if code in codes]
    for one, other in pairwise(order):
        upper = known[one][1]
        if upper is None or upper + apart != known[other][0]:
            raise UnfitError(f"{one} and {other} do not adjoin, so they have no name together.")
    return known[order[0]][0], known[order[-1]][1]


def _named(scope: Scope, kind: str, codes: list[str], lowest: int, highest: int | None) -> Names:
    labels = {}
    for language in scope.languages:
        forms = words(language)[kind]
        form = "open" if highest is None else "below" if lowest == 0 and "below" in forms else "closed"
        # A duration of one year is a year, where a group of ages from one is not.
        if f"{form}_one" in forms and 1 in (lowest, highest):
            form = f"{form}_one"
        labels[language] = str(forms[form].format(lowest=lowest, highest=highest))
    return Names({"+".join(codes): labels})
