"""Hand-written registers: a row with everything in order, of which an example changes what it is about."""

import tempfile
from datetime import date
from pathlib import Path

from tests import reference
from tests.reference.dialects import Dialect
from tests.reference.lives import Row
from tests.reference.reading import Mutations, Stands
from tests.reference.registers import Register

AT = date(2021, 1, 1)


def resident(person: str = "9000000001", **changes: str) -> Row:
    """A row of a stand: an Italian woman, born in Italy of Italian-born parents."""
    return {
        "persoon": person,
        "geboortedatum": "19800615",
        "geslacht": "V",
        "geboorteland": "7044",
        "geboorteland_ouder_1": "7044",
        "geboorteland_ouder_2": "7044",
        "geslacht_ouder_1": "M",
        "geslacht_ouder_2": "V",
        "nationaliteiten": "0064",
        "gemeente": "0546",
        "buurt": "05460000",
        "datum_vestiging_gemeente": "20150301",
        "datum_adres": "20150301",
        "land_vanwaar_gevestigd": "7044",
        "datum_vestiging_nederland": "20150301",
        "verblijfstitel": "",
        "verblijfstitel_einde": "",
        "opschorting": "",
        "peildatum": AT.isoformat(),
        **changes,
    }


def event(kind: str, day: str, person: str = "9000000001", **changes: str) -> Row:
    """A row of a mutation file: something that happens to the same Italian woman."""
    return {
        "persoon": person,
        "datum": day.replace("-", ""),
        "soort": kind,
        "gemeente_tegenpartij": "",
        "land_tegenpartij": "7044" if kind in ("vestiging", "vertrek") else "",
        "geboortedatum": "19800615",
        "geslacht": "V",
        "geboorteland": "7044",
        "nationaliteiten": "0064",
        "nationaliteiten_na": "",
        "buurt": "05460000",
        "jaar": day[:4],
        **changes,
    }


def read(
    *,
    stands: dict[int, list[Row]] | None = None,
    events: dict[int, list[Row]] | None = None,
    former_codes: tuple[str, ...] = (),
    dialect: Dialect | None = None,
) -> tuple[Stands, Mutations]:
    """Write these rows as extract files, and read them back with the reference."""
    dated = {
        date(year, 1, 1): [{**row, "peildatum": row["peildatum"] or f"{year}-01-01"} for row in rows]
        for year, rows in (stands or {}).items()
    }
    register = Register(range(0), dated, events or {}, former_codes=former_codes)
    names = [f"stand_{at.isoformat()}" for at in dated] + [f"mutaties_{year}" for year in events or {}]
    register.dialects.update({name: dialect or Dialect() for name in names})
    with tempfile.TemporaryDirectory() as folder:
        register.write(Path(folder))
        return reference.read(Path(folder), **register.asked)


def account(rows: list[Row], former_codes: tuple[str, ...] = ()) -> dict[str, int]:
    """What becomes of these rows of the stand of 1 January 2021."""
    stands, _ = read(stands={2021: rows}, former_codes=former_codes)
    return {item: number for item, number in stands.accounting[AT].items() if number}


def event_account(rows: list[Row]) -> dict[str, int]:
    """What becomes of these rows of the mutations of 2020."""
    _, mutations = read(events={2020: rows})
    return {item: number for item, number in mutations.accounting[2020].items() if number}
