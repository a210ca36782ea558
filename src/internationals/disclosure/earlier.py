"""Earlier releases and the figures of others: what an attacker knows besides the release that is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from internationals.disclosure.places import Place, Reader, Slice
from internationals.disclosure.policy import Policy
from internationals.disclosure.published import ZERO, Published, Range, published
from internationals.shapes import Nature, ProtectedTable, Release

Block = tuple[str, str]


Editions = tuple[tuple[str, Published], ...]
"""What earlier releases say, each with the name of its edition."""


def editions(earlier: Iterable[Release], policy: Policy) -> Editions:
    """What earlier releases say."""
    return tuple(
        (
            str(release.manifest["edition"]),
            published(release.tables.values(), policy, f"{release.manifest['edition']}: "),
        )
        for release in earlier
    )


def with_others(
    now: Published, before: Editions, tables: Iterable[ProtectedTable], policy: Policy, own: str
) -> Published:
    """What everybody can read: what a release says, and with it what earlier ones say and what others publish of us."""
    for edition, said in before:
        _add(now, said, edition)
    for table in tables:
        if table.nature is Nature.PUBLIC and table.card.id in policy.known:
            _know(now, table, policy, own)
    return now


def corrected(now: Published, before: Published) -> set[Block]:
    """The populations and years in which the two contradict each other: the register was corrected since."""
    return {
        (place.of, place.year)
        for one, other in ((now, before), (before, now))
        for place, (low, high) in one.ranges.items()
        if ((said := other.ranges.get(place)) is not None and (low > said[1] or high < said[0]))
        or (said is None and low > 0 and other.is_zero(place))
    }


def _add(now: Published, before: Published, edition: str) -> None:
    """Add an earlier release. What has been corrected since is another population, of which it knew."""
    wrong = corrected(now, before)
    then = f" as in {edition}"
    silent = {place for place in before.unsaid if place not in now.ranges and not now.is_zero(place)}
    for place in now.unsaid:
        if before.is_zero(place) and (place.of, place.year) not in wrong:
            now.says(place, ZERO, f"{edition}: zero")
    for place, said in before.ranges.items():
        renamed = place._replace(of=place.of + then) if (place.of, place.year) in wrong else place
        for table in before.said_by[place]:
            now.says(renamed, said, table)
    for part in before.slices():
        still = frozenset(year for year in part.years if (part.of, year) not in wrong)
        now.covers(Slice(part.of, still, part.codes))
        now.covers(Slice(part.of + then, part.years - still, part.codes))
    now.unsaid = (now.unsaid | silent) - now.ranges.keys()


def _know(found: Published, table: ProtectedTable, policy: Policy, own: str) -> None:
    """Add what others publish about the same people, no more exactly than it agrees with what we publish."""
    reader = Reader(policy, table.card, own)
    said: dict[str, dict[Place, Range]] = defaultdict(dict)
    for codes, cell in table.cells.items():
        place = reader.place(codes)
        if place is None or cell.value is None or place not in found.ranges:
            continue
        slack = table.card.rounded_to / 2
        said[place.year][place] = (max(0.0, cell.value - slack), cell.value + slack)
    for numbers in said.values():
        apart = max(_apart(span, found.ranges[place]) for place, span in numbers.items())
        for place, (low, high) in numbers.items():
            if found.ranges[place][0] != found.ranges[place][1]:
                found.says(place, (max(0.0, low - apart), high + apart), table.card.id)
                found.known_elsewhere.add(place)


def _apart(one: Range, other: Range) -> float:
    """How far two ranges are from touching."""
    return max(0.0, one[0] - other[1], other[0] - one[1])
