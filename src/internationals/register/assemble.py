"""From coded columns to typed rows: values looked up, and for every row the first rule that it breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from internationals.register.raw import Coded, Raw
from internationals.register.rules import RowRule
from internationals.register.values import IMPOSSIBLE, Reader, register_date

Mask = NDArray[np.bool_]
Days = NDArray[np.int32]
_NONE = np.int8(127)


def earliest(dates: Days) -> Days:
    """The first day that each of these incomplete dates can be."""
    found: Days = np.where(dates % 100 > 0, dates, np.where(dates % 10000 == 0, dates + 101, dates + 1))
    return found


@dataclass
class Assembly:
    """The rows of one extract while they are judged.

    `reason` is per row the number (from 1) of the first of `reasons` that applies, `_NONE` when none does;
    `warned` counts rows per rule of `warnings`; `columns` are the typed columns so far.
    """

    raw: Raw
    reasons: Sequence[RowRule]
    warnings: Sequence[RowRule]
    columns: dict[str, pa.Array] = field(default_factory=dict)
    warned: dict[str, Mask] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.reason: NDArray[np.int8] = np.full(len(self.raw), _NONE)
        self._numbers = {rule.name: n for n, rule in enumerate(self.reasons, 1)}
        self._warnings = {rule.name for rule in self.warnings}

    def read(self, column: str, reader: Reader) -> tuple[list[object], Coded]:
        """What each distinct value of a column means; faults are noted for the rows that hold it."""
        coded = self.raw.columns[column]
        meanings = [reader(value) for value in coded.values]
        faults = np.array([self._numbers.get(m.fault or "", _NONE) for m in meanings], dtype=np.int8)
        if (faults != _NONE).any():
            np.minimum(self.reason, faults[coded.codes], out=self.reason)
        for name in {m.fault for m in meanings if m.fault in self._warnings}:
            self.note(str(name), np.array([m.fault == name for m in meanings])[coded.codes])
        return [meaning.value for meaning in meanings], coded

    def numbers(self, name: str, column: str, reader: Reader, kind: str) -> Days:
        """A typed column of numbers, `kind` its type (int16, int32), under its new name."""
        values, coded = self.read(column, reader)
        typed = np.array(values, dtype=kind)[coded.codes]
        self.columns[name] = pa.array(typed)
        return typed

    def dates(self, name: str, column: str, impossible: str) -> NDArray[np.int32]:
        """A column of dates as numbers under its new name; an impossible date breaks the rule, and is unknown."""
        coded = self.raw.columns[column]
        found = np.fromiter(map(register_date, coded.values), dtype=np.int32, count=len(coded.values))
        if (found == IMPOSSIBLE).any():
            self.note(impossible, (found == IMPOSSIBLE)[coded.codes])
            found[found == IMPOSSIBLE] = 0
        typed: NDArray[np.int32] = found[coded.codes]
        self.columns[name] = pa.array(typed)
        return typed

    def persons(self) -> None:
        """The column `person`, still as it stands in the file: `Pseudonyms` replaces it before it goes on."""
        coded = self.raw.columns["persoon"]
        self.columns["person"] = pa.DictionaryArray.from_arrays(coded.codes, coded.distinct)
        self.note("no_person", pc.equal(coded.distinct, "").to_numpy(zero_copy_only=False)[coded.codes])

    def texts(self, name: str, column: str, reader: Reader) -> None:
        """A typed column of text that repeats itself, under its new name."""
        values, coded = self.read(column, reader)
        distinct = {value: n for n, value in enumerate(dict.fromkeys(values))}
        positions = np.array([distinct[value] for value in values], dtype=np.int16)
        self.columns[name] = pa.DictionaryArray.from_arrays(
            positions[coded.codes], pa.array(list(distinct), pa.string())
        )

    def note(self, name: str, rows: Mask) -> None:
        """Note a rule that these rows break, a reason or a warning."""
        if not rows.any():
            return
        if name in self._warnings:
            self.warned[name] = self.warned[name] | rows if name in self.warned else rows
            return
        np.minimum(self.reason, np.where(rows, np.int8(self._numbers[name]), _NONE), out=self.reason)

    @property
    def used(self) -> Mask:
        """The rows that break no rule."""
        used: Mask = self.reason == _NONE
        return used

    def broken(self, name: str) -> Mask:
        """The rows for which this rule is the first that they break."""
        rows: Mask = self.reason == self._numbers[name]
        return rows

    def table(self) -> pa.Table:
        """The typed rows that are used."""
        return pa.table(self.columns).filter(pa.array(self.used))
