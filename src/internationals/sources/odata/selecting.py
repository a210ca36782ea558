"""Which codes of the other dimensions are asked for, and how that is said in a filter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from internationals.shapes import SourceError
from internationals.sources.table_options import Options


def chosen(dimension: str, titles: Mapping[str, str], options: Options) -> list[str] | None:
    """The codes of a dimension that are kept; None when it is one of ours, of which everything is kept.

    Raises SourceError when the table has none of the codes or titles that the options name.
    """
    ours = {
        *_names(options.year),
        *_names(options.municipality),
        *(name for mapped in options.dimensions.values() for name in _names(mapped.of)),
    }
    if dimension in ours or len(titles) == 1:
        return None
    wanted = options.only.get(dimension, [])
    found = [code for code, title in titles.items() if code.strip() in wanted or title.strip() in wanted]
    if not found:
        raise SourceError(
            f"The table {options.table} is also by {dimension}, and none of {', '.join(wanted) or 'no code'} is among its "
            f"codes ({', '.join(f'{c.strip()} {t.strip()}' for c, t in list(titles.items())[:5])}). Name its total under "
            "`only` in municipality.yml."
        )
    return found


def equals(name: str, codes: Iterable[str]) -> str:
    """A filter: the dimension has one of the codes; quotes within a code are doubled, as OData wants."""
    parts = [f"{name} eq '{code.replace(chr(39), chr(39) * 2)}'" for code in codes]
    return f"({' or '.join(parts)})"


def measure_of(measures: Mapping[str, str], options: Options) -> str:
    """The identifier of the measure that the options name. Raises SourceError."""
    for code, title in measures.items():
        if code in options.measure or title in options.measure:
            return code
    if len(measures) == 1:
        return next(iter(measures))
    raise SourceError(
        f"The table {options.table} has no measure {' or '.join(options.measure)}; it has "
        f"{', '.join(f'{code} ({title})' for code, title in measures.items())}. Name it in municipality.yml."
    )


def _names(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names
