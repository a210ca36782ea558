"""The events of a year as the extract has them."""

from __future__ import annotations

import pyarrow as pa

from internationals.demo.days import written
from internationals.demo.log import KINDS, Events
from internationals.demo.stands import Words, four_digits


def mutations(year: int, events: Events, words: Words) -> pa.Table:
    """One row per event, in the order in which they took effect: every column text."""
    who = pa.array(events.who)
    kinds = pa.array(KINDS, pa.string())
    return pa.table(
        {
            "jaar": pa.repeat(pa.scalar(str(year)), len(events.who)),
            "persoon": words.person.take(who),
            "datum": written(events.day),
            "soort": kinds.take(pa.array(events.kind)),
            "gemeente_tegenpartij": four_digits(events.municipality),
            "land_tegenpartij": four_digits(events.country),
            "geboortedatum": words.birth.take(who),
            "geslacht": words.sex.take(who),
            "geboorteland": words.country.take(who),
            "nationaliteiten": words.nationalities(events.before),
            "nationaliteiten_na": words.nationalities(events.after),
            "buurt": words.homes(events.home),
        }
    )
