"""The same person, or the same event, twice.

Equal rows count once and the others are rejected; a person with different rows in a stand is rejected
whole, because nobody here can tell which row is right. Rows that are excluded anyway take no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import duckdb
import pyarrow as pa

from internationals.register.columns import Column
from internationals.register.rules import RowRule


def mark(
    con: duckdb.DuckDBPyConnection,
    relation: str,
    judged: str,
    reasons: Sequence[RowRule],
    exclusions: int,
    columns: Sequence[Column],
) -> None:
    """Give the rows of `judged` that are duplicates their reason."""
    names = [rule.name for rule in reasons]
    equal = names.index("duplicate_equal") + 1
    different = names.index("duplicate_different") + 1 if "duplicate_different" in names else None
    key = "person" if different else "person, date, kind"
    twice = con.execute(
        f"SELECT count(*) FROM (SELECT {key} FROM {judged} WHERE reason = 0 OR reason > {exclusions} "
        f"GROUP BY ALL HAVING count(*) > 1)"
    ).fetchone()
    if not twice or not twice[0]:
        return
    texts = ", ".join("r." + column.name for column in columns)
    rows = con.execute(
        f"SELECT r.row, j.reason, {texts} FROM {judged} j JOIN {relation} r USING (row) "
        f"WHERE (j.reason = 0 OR j.reason > {exclusions}) AND j.person IN "
        f"(SELECT person FROM {judged} WHERE reason = 0 OR reason > {exclusions} GROUP BY person HAVING count(*) > 1) "
        "ORDER BY r.row"
    ).fetchall()
    order_free = [n for n, column in enumerate(columns) if column.holds == "nationalities"]
    groups: dict[str, list[tuple[int, int, tuple[str, ...]]]] = defaultdict(list)
    for row, reason, *values in rows:
        for n in order_free:
            values[n] = " ".join(sorted(values[n].split()))
        if values[0]:
            groups[values[0]].append((row, reason, tuple(values)))
    verdicts: list[tuple[int, int]] = []
    for group in groups.values():
        verdicts += _verdicts(group, equal, different)
    if verdicts:
        listed = pa.table(
            {"row": [row for row, _ in verdicts], "reason": pa.array([r for _, r in verdicts], pa.int8())}
        )
        con.register("verdict", listed)
        con.execute(f"UPDATE {judged} j SET reason = v.reason FROM verdict v WHERE j.row = v.row")
        con.unregister("verdict")


def _verdicts(
    group: list[tuple[int, int, tuple[str, ...]]], equal: int, different: int | None
) -> list[tuple[int, int]]:
    """Rows of one person that are not used after all, with their new reason; a reason once given stays."""
    if different and len({values for _, _, values in group}) > 1:
        return [(row, different) for row, reason, _ in group if reason == 0]
    seen: set[tuple[str, ...]] = set()
    verdicts = []
    for row, reason, values in group:
        if values in seen and reason == 0:
            verdicts.append((row, equal))
        seen.add(values)
    return verdicts
