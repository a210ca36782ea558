"""Flows: the kinds of events, and which of them change the stock of residents (D7, D8, D9)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

OUT_AND_BACK_DAYS = 30
"""Longest absence, in days, that counts as no departure and no arrival (D7)."""


class EventKind(StrEnum):
    """The kinds of events of the own municipality, with the codes of the column `soort`."""

    ARRIVAL = "vestiging"
    DEPARTURE = "vertrek"
    BIRTH = "geboorte"
    DEATH = "overlijden"
    MOVE = "verhuizing"
    NATIONALITY_GAINED = "nationaliteit_verkregen"
    NATIONALITY_LOST = "nationaliteit_verloren"
    CORRECTION_IN = "correctie_bij"
    CORRECTION_OUT = "correctie_af"


ENTERING = frozenset({EventKind.ARRIVAL, EventKind.BIRTH, EventKind.CORRECTION_IN})
"""The events by which someone becomes a resident."""

LEAVING = frozenset({EventKind.DEPARTURE, EventKind.DEATH, EventKind.CORRECTION_OUT})
"""The events by which someone ceases to be a resident."""

NATIONALITY_CHANGES = frozenset({EventKind.NATIONALITY_GAINED, EventKind.NATIONALITY_LOST})
"""The events that change the set of nationalities of someone who stays a resident."""


def out_and_back(departure: date, arrival: date) -> bool:
    """Whether this departure and the next arrival of the same person count in no flow (D7).

    So when the return is 0 to 30 days later and in the same calendar year; over New Year both count,
    because the person is absent from the stock of 1 January.
    """
    days_away = (arrival - departure).days
    return 0 <= days_away <= OUT_AND_BACK_DAYS and arrival.year == departure.year
