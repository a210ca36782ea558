"""Small project folders for tests of the whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from internationals.new import new
from tests.extracts import Rows, event, put, resident


def small_register() -> dict[str, Rows]:
    """Sixty residents over two years, of whom some French come, one goes, and one becomes Dutch."""
    dutch = [resident(n) for n in range(1, 41)]
    french = [
        resident(n, nationaliteiten="0057", geboorteland="5002", geboorteland_ouder_1="5002")
        for n in range(41, 61)
    ]
    newcomers = [
        resident(
            n,
            nationaliteiten="0057",
            geboorteland="5002",
            geboorteland_ouder_1="5002",
            datum_vestiging_gemeente="20210315",
            datum_adres="20210315",
        )
        for n in range(61, 68)
    ]
    naturalised = french[0] | {"nationaliteiten": "0001"}
    events = [event(n) for n in range(61, 68)]
    events.append(event(42, soort="vertrek", datum="20210701"))
    events.append(
        event(
            41,
            soort="nationaliteit_verkregen",
            datum="20210901",
            land_tegenpartij="",
            nationaliteiten_na="0001",
        )
    )
    return {
        "stand_2021-01-01": dutch + french,
        "stand_2022-01-01": [*dutch, naturalised, *french[2:], *newcomers],
        "mutaties_2021": events,
    }


def project(folder: Path, ending: str = ".csv", **changes: Rows) -> Path:
    """A project folder for Leiden with the small register, some extracts changed."""
    new(folder, "GM0546", reference_dates=(date(2022, 1, 1),), invented=True)
    for name, rows in {**small_register(), **changes}.items():
        put(folder / "extracts" / f"{name}{ending}", rows)
    return folder
