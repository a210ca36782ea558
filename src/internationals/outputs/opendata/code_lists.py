"""What every code is called, of all tables in one file: `codes.csv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from internationals.outputs.opendata.csv_file import labels, row
from internationals.outputs.opendata.facts import Facts
from internationals.shapes import Card


def codes_columns(facts: Facts) -> tuple[str, ...]:
    """The columns: a code of a dimension of a table, its position there, and its name in every language."""
    names = (f"label_{language}" for language in facts.languages)
    return ("table", "dimension", "position", "code", *names, *(("remark",) if facts.invented else ()))


def codes_csv(cards: Iterable[Card], facts: Facts) -> bytes:
    """All codes, in the order of presentation. Tables may differ in the codes of a dimension of the same name."""
    return (row(codes_columns(facts)) + "".join(_rows(cards, facts))).encode()


def _rows(cards: Iterable[Card], facts: Facts) -> Iterator[str]:
    remark = (facts.mark,) if facts.invented else ()
    for card in cards:
        for dimension in card.dimensions:
            names = zip(*(labels(dimension, language) for language in facts.languages), strict=True)
            for position, (code, called) in enumerate(zip(dimension.codes, names, strict=True), start=1):
                yield row((card.id, dimension.id, str(position), code, *called, *remark))
