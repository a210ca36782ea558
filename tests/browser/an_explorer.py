"""A small publication to explore: every status along the years, rounded districts on a map, awkward texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from internationals.outputs import opendata, root, site
from internationals.outputs.downloads import downloads
from internationals.shapes import (
    AreaOutline,
    Card,
    Cell,
    Dimension,
    Geometry,
    Method,
    ProtectedTable,
    Protection,
    Publication,
    Release,
    Status,
)
from tests.outputs.a_site import MANIFEST
from tests.pages.releases import GROUP, leiden, years

YEARS = tuple(str(year) for year in range(2012, 2023))
STATUSES = {
    "2014": Cell(None, Status.SUPPRESSED),
    "2015": Cell(None, Status.MISSING),
    "2016": Cell(None, Status.NOT_APPLICABLE),
    "2018": Cell(130, Status.BREAK),
    "2021": Cell(150, Status.PROVISIONAL),
    "2022": Cell(None, Status.NOT_YET),
}
DISTRICTS = {
    code: {"nl": name, "en": name}
    for code, name in (("054600", "=Centrum"), ("054601", "Noord"), ("054602", "Zuid"), ("054603", "West"))
}
SUPPRESSED_DISTRICT = "054602"


def publication() -> Publication:
    """What is published; no pages, as the explorer needs none."""
    made = leiden()
    tables = {
        name: replace(found, card=replace(found.card, subject="residents"))
        for name, found in made.tables.items()
    }
    tables |= {"quality": every_status(), "residents_district": districts(), "long": long()}
    side = 100.0
    areas = tuple(
        AreaOutline(
            code, (((at * side, 0), (at * side + side, 0), (at * side + side, side), (at * side, side)),)
        )
        for at, code in enumerate(DISTRICTS)
    )
    geometry = Geometry("district", areas, {"nl": "Kaart: tegels.", "en": "Map: tiles."})
    release = Release({**MANIFEST, **made.manifest, "licence": "CC BY 4.0"}, tables, {"district": geometry})
    return Publication(release, (), {})


def every_status() -> ProtectedTable:
    """A line along the years with a cell of every kind."""
    cells = {(year, "a"): STATUSES.get(year, Cell(100.0 + at)) for at, year in enumerate(YEARS)}
    cells |= {(year, "b"): Cell(20.0 + at) for at, year in enumerate(YEARS)}
    kind = Dimension(
        "item",
        {"nl": "Soort", "en": "Kind"},
        {code: {"nl": f"Soort {code}", "en": f"Kind {code}"} for code in "ab"},
    )
    return ProtectedTable(_card("quality", years(YEARS), kind), cells)


def long() -> ProtectedTable:
    """A table of more rows than a page of it has."""
    codes = {f"{at:03}": {"nl": f"Soort {at:03}", "en": f"Kind {at:03}"} for at in range(100)}
    kind = Dimension("item", {"nl": "Soort", "en": "Kind"}, codes)
    return ProtectedTable(
        _card("long", years(YEARS[-2:]), kind), {("2022", code): Cell(7.0) for code in codes}
    )


def districts() -> ProtectedTable:
    """Rounded numbers of internationals by district, one of them withheld, in exact totals."""
    cells = {
        ("2022", "international", code): Cell(10.0 * at, Status.ROUNDED) for at, code in enumerate(DISTRICTS)
    }
    cells |= {
        ("2022", "total", code): Cell(100.0 * (at + 1), Status.ROUNDED) for at, code in enumerate(DISTRICTS)
    }
    cells[("2022", "international", SUPPRESSED_DISTRICT)] = Cell(None, Status.SUPPRESSED)
    two = Dimension(GROUP.id, GROUP.label, {code: GROUP.codes[code] for code in ("total", "international")})
    district = Dimension("district", {"nl": "Wijk", "en": "District"}, DISTRICTS)
    card = _card("residents_district", years(("2021", "2022")), two, district)
    return ProtectedTable(card, cells, protection=Protection(Method.ROUNDED, base=5))


def _card(name: str, *dimensions: Dimension) -> Card:
    said = {"nl": f"Tabel {name}", "en": f"Table {name}"}
    unit = {"nl": "personen", "en": "persons"}
    return Card(
        id=name, title=said, definition=said, unit=unit, dimensions=dimensions, source={"nl": "BRP", "en": "BRP"},
        reference={"nl": "1 januari 2022", "en": "1 January 2022"}, notes=({"nl": "@let op", "en": "@note"},),
        subject="residents",
    )  # fmt: skip


def publish(folder: Path) -> Path:
    """Publish it as an edition among others, and return the public folder."""
    made = publication()
    edition = folder / "2022"
    edition.mkdir(parents=True)
    site.write(made, edition / "site", downloads(made))
    opendata.write(made, edition / "data")
    (folder / "latest").mkdir()
    root.write_latest(folder, ["2022"], folder / "latest")
    return folder
