"""A mutation extract, typed and judged: one row per event of our own municipality."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from internationals.definitions import codes, flows
from internationals.register import rules, values
from internationals.register.assemble import Assembly, Mask, earliest
from internationals.register.raw import Raw
from internationals.shapes import ReadingPlan

_MOVES = (flows.EventKind.ARRIVAL, flows.EventKind.DEPARTURE)
_NOTHING = ("", "0000")


def assemble(raw: Raw, year: int, plan: ReadingPlan) -> Assembly:
    """The columns of `Events`, with what every row breaks of the rules for mutations."""
    rows = Assembly(raw, rules.EVENT_REJECTED, rules.EVENT_WARNINGS)
    own, restore = (plan.municipality, *plan.former_codes), plan.leading_zeros == "restore"
    kinds = {kind.value for kind in flows.EventKind}

    rows.columns["row"] = pa.array(np.arange(1, len(raw) + 1))
    rows.columns["year"] = pa.array(np.full(len(raw), year, dtype=np.int16))
    rows.persons()
    rows.texts("kind", "soort", lambda text: values.Meaning(text, None if text in kinds else "unknown_kind"))
    day = rows.numbers("date", "datum", lambda text: _day(text, year), "int32")
    rows.read("jaar", lambda text: values.Meaning(text, None if text in ("", str(year)) else "wrong_year"))
    _counterparts(rows, own, restore)
    birth = rows.dates("birth", "geboortedatum", "impossible_birth_date")
    rows.note("birth_after_event", (birth > 0) & (earliest(birth) > day))
    rows.texts("sex", "geslacht", values.sex)
    rows.numbers("birth_country", "geboorteland", values.country("unknown_birth_country"), "int16")
    for name, column, rule in (
        ("nationalities", "nationaliteiten", "nationality"),
        ("nationalities_after", "nationaliteiten_na", "nationality_after"),
    ):
        held = values.nationalities(f"lost_zeros_{rule}", f"unknown_{rule}", restore)
        rows.texts(name, column, held)
    rows.numbers("neighbourhood", "buurt", values.restoring(values.area(own), 8, restore), "int32")
    return rows


def _day(text: str, year: int) -> values.Meaning:
    found = values.register_date(text)
    if found <= 0 or found % 100 == 0:
        return values.Meaning(0, "impossible_date")
    return values.Meaning(found, None if found // 10000 == year else "other_year")


def _counterparts(rows: Assembly, own: tuple[str, ...], restore: bool) -> None:
    """The other side of an arrival or a departure: a municipality or a country, not both, and not our own."""
    moves = _holds(rows, "soort", lambda text: text in _MOVES)
    for name, column, known in (
        ("municipality", "gemeente_tegenpartij", codes.municipalities()),
        ("country", "land_tegenpartij", codes.countries()),
    ):
        coded = rows.raw.columns[column]
        texts = [text.zfill(4) if restore and values.lost_zeros(text, 4) else text for text in coded.values]
        found = np.array([int(text) if text in known else 0 for text in texts], dtype=np.int16)
        rows.columns[f"counterpart_{name}"] = pa.array(np.where(moves, found[coded.codes], np.int16(0)))
        strange = np.array([bool(text) and text not in known for text in texts])[coded.codes]
        rows.note(f"unknown_counterpart_{name}", moves & strange)
    if not restore:
        lost = _holds(rows, "gemeente_tegenpartij", lambda text: values.lost_zeros(text, 4))
        rows.note("lost_zeros_counterpart", lost)
    both = [
        _holds(rows, column, lambda text: text not in _NOTHING)
        for column in ("gemeente_tegenpartij", "land_tegenpartij")
    ]
    rows.note("two_counterparts", moves & both[0] & both[1])
    ours = _holds(
        rows,
        "gemeente_tegenpartij",
        lambda text: (text.zfill(4) if restore and text else text) in own,
    )
    rows.note("own_municipality", moves & ours)
    filled = _holds(rows, "gemeente_tegenpartij", bool) | _holds(rows, "land_tegenpartij", bool)
    rows.note("counterpart_of_other_event", filled & ~moves)


def _holds(rows: Assembly, column: str, test: values.Test) -> Mask:
    """The rows whose value in a column passes a test."""
    coded = rows.raw.columns[column]
    found: Mask = np.array([test(text) for text in coded.values], dtype=bool)[coded.codes]
    return found
