"""The columns of a table: codes with their names beside them, the number, and what it is.

CSV, Parquet, CSVW and the data package all have these columns, in this order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from internationals import texts
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Card, ConfigError, Dimension, Text


class Kind(Enum):
    """What a column holds."""

    CODE = auto()
    LABEL = auto()
    VALUE = auto()
    OBS_STATUS = auto()
    CONF_STATUS = auto()
    REMARK = auto()  # that the data are invented; no other data have this column


@dataclass(frozen=True)
class Column:
    """One column: its name in the files and its titles in words. A label has a language, a code and a label a
    dimension."""

    name: str
    kind: Kind
    titles: Text
    dimension: Dimension | None = None
    language: str = ""


def columns(card: Card, facts: Facts) -> tuple[Column, ...]:
    """The columns of a table. Raises ConfigError when two of them would have the same name."""
    found = tuple(_columns(card, facts))
    names = [column.name for column in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise ConfigError(
            f"Table {card.id} has two columns named {', '.join(twice)}: a dimension has the name of another column. "
            "Give the dimension another name on its card."
        )
    return found


def labelled(dimension: Dimension) -> bool:
    """Whether the codes of a dimension are called anything else than the code; years are not."""
    return any(label != code for code, labels in dimension.codes.items() for label in labels.values())


def _columns(card: Card, facts: Facts) -> Iterator[Column]:
    for dimension in card.dimensions:
        called = {language: in_language(dimension.label, language) for language in facts.languages}
        if not labelled(dimension):
            yield Column(dimension.id, Kind.CODE, called, dimension)
            continue
        codes = {
            language: texts.word(language, "data.code", dimension=label) for language, label in called.items()
        }
        yield Column(dimension.id, Kind.CODE, codes, dimension)
        for language, label in called.items():
            yield Column(f"{dimension.id}_{language}", Kind.LABEL, {language: label}, dimension, language)
    for kind in (Kind.VALUE, Kind.OBS_STATUS, Kind.CONF_STATUS, *((Kind.REMARK,) if facts.invented else ())):
        name = kind.name.lower()
        yield Column(name, kind, facts.in_all(name))
