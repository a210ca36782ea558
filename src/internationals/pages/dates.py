"""Of when figures are: which numbers may be compared, and what a page says that mixes dates.

Two years of one table are compared as a matter of course. Numbers of tables that are of different moments are not,
unless a claim says that it does. A stock on 1 January closes the year before: within one source, the stock of 2022 and
the flows of 2021 are of the same moment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations

from internationals import texts
from internationals.pages.problems import UnfitError
from internationals.pages.wording import words
from internationals.shapes import Card


@dataclass(frozen=True)
class Origin:
    """Where a number comes from: whose figures, and of when their newest are."""

    source: str
    moment: str


def origin_of(card: Card) -> frozenset[Origin]:
    """The origin of a table's numbers; none for a card that does not say of when it is."""
    source = next(iter(card.source.values()), "")
    return frozenset({Origin(source, card.moment)} if card.moment else ())


def apart(origins: Collection[Origin]) -> tuple[Origin, Origin] | None:
    """Two origins of which the numbers cannot be compared without saying so; None when there are none."""
    ordered = sorted(origins, key=lambda origin: (origin.moment, origin.source))
    return next(((one, other) for one, other in combinations(ordered, 2) if not _together(one, other)), None)


def _together(one: Origin, other: Origin) -> bool:
    if one.moment == other.moment:
        return True
    return one.source == other.source and _closing(one.moment) == _closing(other.moment)


def _closing(moment: str) -> str:
    """The year that a moment closes: 2021 of 2022-01-01, and a year as it is."""
    return str(int(moment[:4]) - 1) if moment.endswith("-01-01") else moment


def without_mark(expression: Mapping[str, object]) -> tuple[dict[str, object], bool]:
    """A claim without `across_dates`, and whether that is true."""
    rest = {key: value for key, value in expression.items() if key != "across_dates"}
    marked = expression.get("across_dates", False)
    if not isinstance(marked, bool):
        raise UnfitError(f"`across_dates` is true or false, and here it is {marked!r}.")
    return rest, marked


def refuse(origins: Collection[Origin], marked: bool) -> bool:
    """Whether a claim compares different moments. Raises UnfitError when it does without saying so."""
    found = apart(origins)
    if found is None:
        return False
    if not marked:
        said = " and ".join(f"{origin.moment} ({origin.source})" for origin in found)
        raise UnfitError(
            f"The claim compares figures of different moments: {said}. Take both from tables of one moment, or write "
            "`across_dates: true` in the claim; the page then says so."
        )
    return True


def mixed(cards: Collection[Card], language: str, compared: bool) -> tuple[str, ...]:
    """A sentence on which figures are of when, and one more when different moments are compared.

    Nothing when all are of the same moment.
    """
    if len({card.reference[language] for card in cards}) < 2:
        return ()
    by_source: dict[str, dict[str, None]] = {}
    by_table: dict[str, dict[str, None]] = {}
    for card in cards:
        by_source.setdefault(card.source[language], {})[card.reference[language]] = None
        by_table.setdefault(card.reference[language], {})[card.title[language]] = None
    known = words(language)
    if all(len(references) == 1 for references in by_source.values()):
        parts = [(next(iter(references)), source) for source, references in by_source.items()]
    else:
        parts = [(reference, texts.join(language, list(titles))) for reference, titles in by_table.items()]
    listed = "; ".join(
        str(known["of_when"]).format(reference=reference, what=what) for reference, what in parts
    )
    across = (str(known["across_dates"]),) if compared else ()
    return (str(known["mixed_references"]).format(listed=listed), *across)
