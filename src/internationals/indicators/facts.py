"""The classified tables: every definition applied once per person and once per event.

A definition is a plain Python function; here it is asked once for every distinct combination of its inputs,
and the answers are joined back. So the engine counts, and the definition stays in one readable place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from internationals.definitions import background, flows, nationality
from internationals.indicators.dates import years_between
from internationals.shapes import FileReport, Frame, Register

COUNTED = (
    *("person", "year", "at", "sex", "birth", "birth_country", "neighbourhood"),
    *("title", "title_end", "nationalities"),
    *("nationality", "international", "background", "origin", "origin2022", "born", "one_parent_unknown"),
    *("age", "settled_years", "address_years"),
)
"""The columns of residents that are kept: some millions of rows are not to be wider than they need."""


@dataclass(frozen=True)
class Facts:
    """What the indicator families count from.

    Codes are numbers here; `count.code` makes them text again.

    `residents`: one row per resident per stand, with `nationality` (D4), `international` (D2), `background`
    (D5), `origin` (D5b), `origin2022` and `born` (D5b of 2022; a place in `BORN`); `age` (D10),
    `settled_years` and `address_years` (D11) in completed years, null when unknown; and the columns of
    `Persons` among `COUNTED`. `events`: one row per event, with `nationality`, `international` at the
    event and `nationality_after`, `international_after` following it, `age` on the day, and `netted` (part of
    an out-and-back pair, D7). Both are Ibis tables.
    """

    residents: Any
    events: Any
    files: tuple[FileReport, ...]
    frame: Frame

    @property
    def internationals(self) -> Any:
        """The residents who are internationals (D2)."""
        return self.residents.filter(self.residents.international)

    def flow(self, kind: flows.EventKind) -> Any:
        """The events of a kind that count in a flow: out-and-back pairs are not among them (D7, D8)."""
        return self.events.filter((self.events.kind == kind) & ~self.events.netted)


def facts_of(register: Register, frame: Frame) -> Facts:
    """Classify a register. The results are kept by the engine, so that they are computed once."""
    persons, events = register.persons.table, register.events.table
    engine = persons.get_backend()
    epochs = nationality.change_dates(date.min, date.max)
    residents = _nationality(persons.mutate(epoch=_epoch(persons.at, epochs)), "nationalities", "", epochs)
    residents = answered(
        residents,
        ("birth_country", "parent1_country", "parent2_country", "parent1_sex", "parent2_sex"),
        {
            "background": pa.bool_(),
            "origin": pa.int16(),
            "origin2022": pa.int16(),
            "born": pa.int8(),
            "one_parent_unknown": pa.bool_(),
        },
        _background,
    )
    residents = residents.mutate(
        age=years_between(residents.birth, residents["at"]),
        settled_years=years_between(residents.settled, residents["at"]),
        address_years=years_between(residents.address_since, residents["at"]),
    )
    movements = _nationality(events.mutate(epoch=_epoch(events.date, epochs)), "nationalities", "", epochs)
    movements = _nationality(movements, "nationalities_after", "_after", epochs)
    movements = movements.mutate(age=years_between(movements.birth, movements.date))
    return Facts(
        engine.create_table("residents", residents.select(*COUNTED), temp=True),
        engine.create_table("movements", netted(movements.drop("epoch")), temp=True),
        register.files,
        frame,
    )


def answered(
    table: Any,
    keys: Sequence[str],
    answers: Mapping[str, pa.DataType],
    rule: Callable[..., tuple[Any, ...]],
) -> Any:
    """The table with new columns: the rule's answer to each distinct combination of the key columns."""
    asked = table.select(*keys).distinct().to_pyarrow()
    columns = [asked[key].to_pylist() for key in keys]
    given = [rule(*values) for values in zip(*columns, strict=True)]
    found = pa.table(
        {f"_{key}": asked[key] for key in keys}
        | {name: pa.array([row[n] for row in given], kind) for n, (name, kind) in enumerate(answers.items())}
    )
    known = ibis.memtable(found)
    joined = table.left_join(known, [table[key] == known[f"_{key}"] for key in keys])
    return joined.drop(*(f"_{key}" for key in keys))


def _epoch(day: Any, dates: Sequence[date]) -> Any:
    """How many of the dates have been reached on a day: between them the priority rule never changes."""
    reached = ibis.literal(0, "int8")
    for change in dates:
        reached = reached + (day >= change.year * 10000 + change.month * 100 + change.day).cast("int8")
    return reached


def _nationality(table: Any, column: str, suffix: str, dates: Sequence[date]) -> Any:
    moments = (date.min, *dates)

    def rule(text: str, epoch: int) -> tuple[int, bool]:
        held = frozenset(text.split())
        return int(nationality.decide(held, moments[epoch])), not nationality.is_dutch(held)

    return answered(
        table,
        (column, "epoch"),
        {f"nationality{suffix}": pa.int16(), f"international{suffix}": pa.bool_()},
        rule,
    )


def _background(
    birth: int, parent1: int, parent2: int, sex1: str, sex2: str
) -> tuple[bool, int, int, int, bool]:
    codes = f"{birth:04}", f"{parent1:04}", f"{parent2:04}"
    origin2022, born = background.origin2022(*codes, sex1, sex2)
    return (
        background.has_background(*codes),
        int(background.origin(*codes, sex1, sex2)),
        int(origin2022),
        background.BORN.index(born),
        background.known(codes[1]) != background.known(codes[2]),
    )


def netted(events: Any) -> Any:
    """The events with `netted`: whether each is half of an out-and-back pair (D7).

    A pair is a departure whose next event that changes the stock is an arrival of the same person, at most
    `OUT_AND_BACK_DAYS` later in the same calendar year.
    """
    kinds = sorted(flows.ENTERING | flows.LEAVING)
    day = (events.date % 100).cast("int32")
    stock = events.filter(events.kind.isin(kinds)).mutate(
        day=ibis.date(events.year.cast("int32"), (events.date // 100 % 100).cast("int32"), day).day_of_year()
    )
    order = ibis.window(group_by=[stock.year, stock.person], order_by=[stock.date, stock.row])
    stock = stock.select(
        "year",
        "row",
        "kind",
        "day",
        next_kind=stock.kind.lead().over(order),
        next_day=stock.day.lead().over(order),
        previous_kind=stock.kind.lag().over(order),
        previous_day=stock.day.lag().over(order),
    )
    out = (stock.kind == flows.EventKind.DEPARTURE) & (stock.next_kind == flows.EventKind.ARRIVAL)
    back = (stock.kind == flows.EventKind.ARRIVAL) & (stock.previous_kind == flows.EventKind.DEPARTURE)
    near = (out & (stock.next_day - stock.day <= flows.OUT_AND_BACK_DAYS)) | (
        back & (stock.day - stock.previous_day <= flows.OUT_AND_BACK_DAYS)
    )
    pairs = stock.filter(near).select(_year="year", _row="row")
    joined = events.left_join(pairs, [events.year == pairs["_year"], events.row == pairs["_row"]])
    return joined.mutate(netted=joined["_row"].notnull()).drop("_year", "_row")
