"""Labels that want the same place, moved apart as little as possible."""

from __future__ import annotations

from collections.abc import Sequence


def apart(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Centres for labels of these heights: none overlaps, all lie within `top..bottom` if they fit at all.

    Labels keep the order of the places they want; ties keep the order given. Those that collide form a
    block around the mean of the places they want, so that nobody is pushed further than needed.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    blocks: list[tuple[list[int], float]] = []  # the labels, and where the block begins
    for index in order:
        members = [index]
        start = _start(members, wanted, heights, top, bottom)
        while blocks and blocks[-1][1] + sum(heights[m] for m in blocks[-1][0]) > start:
            members = blocks.pop()[0] + members
            start = _start(members, wanted, heights, top, bottom)
        blocks.append((members, start))
    centres = [0.0] * len(wanted)
    for members, start in blocks:
        for member in members:
            centres[member] = start + heights[member] / 2
            start += heights[member]
    return centres


def _start(
    members: Sequence[int], wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float
) -> float:
    """Where a block of touching labels best begins, kept within the limits; if too tall, at the top."""
    offset = total = 0.0
    for member in members:
        total += wanted[member] - (offset + heights[member] / 2)
        offset += heights[member]
    return max(top, min(total / len(members), bottom - offset))
