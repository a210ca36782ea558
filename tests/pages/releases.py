"""Small releases in memory: the published figures of Leiden, and what can befall them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from internationals.shapes import Card, Cell, Dimension, ProtectedTable, Release, Status, Text, by_id

SUPPRESSED = Cell(None, Status.SUPPRESSED)
Key = tuple[str, ...]
Cells = Mapping[Key, Cell | float]

STOCK_YEARS = tuple(str(year) for year in range(2012, 2023))
FLOW_YEARS = STOCK_YEARS[:-1]
GROUPS: Mapping[str, Text] = {
    "total": {"nl": "Alle inwoners", "en": "All residents"},
    "dutch": {"nl": "Nederlanders", "en": "Dutch nationals"},
    "international": {"nl": "Internationals", "en": "Internationals"},
    "migration_background": {"nl": "Met een migratieachtergrond", "en": "With a migration background"},
    "dutch_with_background": {
        "nl": "Nederlanders met een migratieachtergrond",
        "en": "Dutch with a background",
    },
    "international_without_background": {"nl": "Zonder migratieachtergrond", "en": "Without a background"},
}
NATIONALITIES: Mapping[str, Text] = {
    "0001": {"nl": "Nederlandse", "en": "Dutch"},
    "0055": {"nl": "Duitse", "en": "German"},
    "0057": {"nl": "Franse", "en": "French"},
    "0060": {"nl": "Britse", "en": "British"},
    "0064": {"nl": "Italiaanse", "en": "Italian"},
    "0072": {"nl": "Poolse", "en": "Polish"},
    "0077": {"nl": "Spaanse", "en": "Spanish"},
    "0223": {"nl": "Amerikaanse", "en": "American"},
    "0307": {"nl": "Chinese", "en": "Chinese"},
    "0331": {"nl": "Indiase", "en": "Indian"},
    "0336": {"nl": "Syrische", "en": "Syrian"},
    "0499": {"nl": "Staatloos", "en": "Stateless"},
    "0000": {"nl": "Onbekend", "en": "Unknown"},
}
INTERNATIONALS = (11315, 11700, 12000, 12300, 12650, 13100, 13500, 13900, 14100, 13993, 14472)
DUTCH = (108913, 109000, 109100, 109200, 109300, 109500, 109700, 109900, 110100, 110300, 110565)
BACKGROUND = (34145, 34900, 35500, 36200, 36900, 37700, 38400, 39100, 39700, 40200, 41109)
LISTED = {"0064": 1253, "0055": 1162, "0072": 1002, "0060": 949, "0307": 798, "0057": 725, "0077": 689}
LISTED |= {"0223": 446, "0336": 398}
ARRIVALS = (2747, 2921, 2934, 3315, 3706, 3979, 4149, 4378, 3452, 4049)
DEPARTURES = (2282, 2278, 2469, 2497, 3003, 3461, 3308, 3323, 3774, 2989)
ARRIVALS_BEFORE = dict(zip(LISTED, (240, 250, 150, 200, 180, 170, 160, 110, 60), strict=True))
ARRIVALS_LAST = dict(zip(LISTED, (280, 270, 230, 190, 190, 200, 190, 130, 70), strict=True))


def card(table: str, *dimensions: Dimension, reference: Text | None = None) -> Card:
    """A card that says enough for a page."""
    return Card(
        id=table,
        title={"nl": table, "en": table},
        definition={"nl": "definitie", "en": "definition"},
        unit={"nl": "personen", "en": "persons"},
        dimensions=dimensions,
        source={"nl": "Basisregistratie Personen", "en": "Personal Records Database"},
        reference=reference or {"nl": "stand op 1 januari", "en": "position on 1 January"},
    )


def years(codes: Iterable[str]) -> Dimension:
    return Dimension("year", {"nl": "Jaar", "en": "Year"}, {code: {"nl": code, "en": code} for code in codes})


GROUP = Dimension("group", {"nl": "Groep", "en": "Group"}, GROUPS)
NATIONALITY = Dimension("nationality", {"nl": "Nationaliteit", "en": "Nationality"}, NATIONALITIES)
FLOW: Text = {"nl": "per kalenderjaar", "en": "per calendar year"}


def table(card_of_table: Card, cells: Cells) -> ProtectedTable:
    return ProtectedTable(
        card_of_table, {key: cell if isinstance(cell, Cell) else Cell(cell) for key, cell in cells.items()}
    )


def stocks() -> dict[Key, float]:
    cells: dict[Key, float] = {}
    for year, foreign, dutch, background in zip(STOCK_YEARS, INTERNATIONALS, DUTCH, BACKGROUND, strict=True):
        cells |= {
            (year, "total"): foreign + dutch,
            (year, "dutch"): dutch,
            (year, "international"): foreign,
            (year, "migration_background"): background,
            (year, "dutch_with_background"): background - foreign + 15,
            (year, "international_without_background"): 15,
        }
    return cells


def nationalities() -> dict[Key, float]:
    # The Indian nationality holds the others together below the ninth, stateless and unknown the rest.
    others = {"0331": 390, "0499": 3000, "0000": 3660, "0001": 110565}
    return {("2022", code): value for code, value in (LISTED | others).items()}


def leiden(**tables: Cells) -> Release:
    """The release of Leiden; a table given by name replaces cells of that table."""
    arrivals = {(year,): float(value) for year, value in zip(FLOW_YEARS, ARRIVALS, strict=True)}
    departures = {(year,): float(value) for year, value in zip(FLOW_YEARS, DEPARTURES, strict=True)}
    by_nationality = {("2020", code): float(value) for code, value in ARRIVALS_BEFORE.items()}
    by_nationality |= {("2021", code): float(value) for code, value in ARRIVALS_LAST.items()}
    made = (
        table(card("residents_group", years(STOCK_YEARS), GROUP), stocks()),
        table(card("residents_nationality", years(STOCK_YEARS), NATIONALITY), nationalities()),
        table(card("arrivals", years(FLOW_YEARS), reference=FLOW), arrivals),
        table(card("departures", years(FLOW_YEARS), reference=FLOW), departures),
        table(card("arrivals_nationality", years(FLOW_YEARS), NATIONALITY, reference=FLOW), by_nationality),
    )
    return release(replaced(by_id(made), tables))


def replaced(tables: Mapping[str, ProtectedTable], changes: Mapping[str, Cells]) -> dict[str, ProtectedTable]:
    """The tables with some cells changed."""
    changed = dict(tables)
    for name, cells in changes.items():
        new = table(changed[name].card, cells)
        changed[name] = replace(changed[name], cells={**changed[name].cells, **new.cells})
    return changed


def release(tables: Mapping[str, ProtectedTable], name: str = "Leiden") -> Release:
    manifest = {
        "edition": "2022",
        "municipality": {"code": "GM0546", "name": {"nl": name, "en": name}},
        "reference_date": "2022-01-01",
        "languages": ["nl", "en"],
        "invented": True,
    }
    return Release(manifest, tables)


def withheld(source: Release, *, keep: int = 0) -> Release:
    """The same release with every cell suppressed, but for the first `keep` of every table."""
    tables = {
        name: replace(
            found,
            cells={
                key: cell if position < keep else SUPPRESSED
                for position, (key, cell) in enumerate(found.cells.items())
            },
        )
        for name, found in source.tables.items()
    }
    return replace(source, tables=tables)


def only_years(source: Release, *wanted: str) -> Release:
    """The same release as if its tables had only these years."""
    tables = {}
    for name, found in source.tables.items():
        there = [year for year in found.card.dimensions[0].codes if year in wanted]
        kept = Dimension(
            "year", found.card.dimensions[0].label, {year: {"nl": year, "en": year} for year in there}
        )
        tables[name] = ProtectedTable(
            replace(found.card, dimensions=(kept, *found.card.dimensions[1:])),
            {key: cell for key, cell in found.cells.items() if key[0] in there},
        )
    return replace(source, tables=tables)
