"""Releases in memory with the tables of the children, the profiles and the status holders of Leiden."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from internationals.shapes import Cell, Dimension, Method, ProtectedTable, Protection, Release, by_id
from tests.pages.releases import (
    GROUP,
    LISTED,
    NATIONALITY,
    STOCK_YEARS,
    SUPPRESSED,
    Cells,
    Key,
    card,
    leiden,
    replaced,
    table,
    years,
)

CHILD_AGES = ("0-3", "4-11", "12-17")
AGES = (*CHILD_AGES, "18-26", "27-39", "40-54", "55-64", "65-74", "75+", "unknown")
NEIGHBOURHOODS = {
    "05460300": "Groenoord",
    "05460301": "Noorderkwartier",
    "05460302": "De Kooi",
    "05460506": "Haagweg-Zuid",
    "05460601": "Lage Mors",
    "05460602": "Hoge Mors",
    "05460800": "Slaaghwijk",
}
DISTRICTS = {
    "054600": "Binnenstad-Zuid",
    "054601": "Binnenstad-Noord",
    "054603": "Leiden-Noord",
    "054605": "Bos- en Gasthuisdistrict",
    "054607": "Boerhaavedistrict",
    "054608": "Merenwijkdistrict",
}
SMALL_ONLY = 4
"""The largest number that can be withheld, where tables promise that only small ones are."""

# Per thousand of the city, and of each nationality that has something of its own.
CITY_AGES = (38, 62, 45, 180, 200, 175, 120, 100, 80)
OWN_AGES = {
    "0064": (35, 79, 30, 190, 380, 180, 60, 30, 16),
    "0055": (20, 20, 20, 440, 220, 170, 60, 30, 20),
    "0307": (20, 40, 20, 400, 360, 100, 40, 15, 5),
    "0336": (70, 130, 140, 180, 200, 180, 60, 30, 10),
}
OWN_MEN = {"0064": 560, "0055": 420, "0060": 600}
CITY_DISTRICTS = (150, 150, 200, 200, 150, 150)
OWN_DISTRICTS = {
    "0307": (130, 130, 200, 200, 290, 50),
    "0057": (280, 250, 200, 120, 100, 50),
    "0336": (50, 50, 400, 180, 120, 200),
}
SERIES: Mapping[str, tuple[int, ...]] = {
    "0064": (667, 700, 745, 790, 850, 905, 960, 1035, 1165, 1140, 1253),
    "0055": (790, 815, 845, 860, 905, 930, 955, 1000, 1085, 1075, 1162),
    "0060": (830, 838, 850, 856, 872, 885, 893, 915, 962, 944, 949),
    "0223": (340, 352, 368, 378, 398, 412, 424, 446, 478, 402, 446),
    "0336": (25, 28, 48, 110, 230, 395, 455, 490, 500, 452, 398),
}
YOUNGEST = {"05460800": 40, "05460300": 35, "05460301": 30, "05460602": 25, "05460506": 24, "05460601": 22}
MIDDLE = {"05460301": 60, "05460800": 55, "05460506": 45, "05460302": 40, "05460300": 30}
MIDDLE |= {"05460601": 25, "05460602": 22}
OLDEST = {"05460800": 60, "05460301": 30, "05460302": 12, "05460506": 15, "05460601": 4}
CHILDREN_BY_NATIONALITY = {
    ("0064", "0-3"): 43, ("0072", "0-3"): 37, ("0331", "0-3"): 20,
    ("0064", "4-11"): 98, ("0072", "4-11"): 60, ("0336", "4-11"): 50,
    ("0336", "12-17"): 56, ("0064", "12-17"): 38, ("0072", "12-17"): 30,
}  # fmt: skip


def dimension(name: str, codes: Mapping[str, str]) -> Dimension:
    return Dimension(
        name, {"nl": name, "en": name}, {code: {"nl": label, "en": label} for code, label in codes.items()}
    )


AGE = dimension("age", {age: age for age in AGES})
CHILD_AGE = dimension("age", {age: age for age in (*CHILD_AGES, "0-17")})
SEX = Dimension(
    "sex",
    {"nl": "Geslacht", "en": "Sex"},
    {
        "M": {"nl": "Man", "en": "Male"},
        "V": {"nl": "Vrouw", "en": "Female"},
        "O": {"nl": "Onbekend", "en": "Unknown"},
    },
)
NEIGHBOURHOOD = dimension("neighbourhood", {**NEIGHBOURHOODS, "unknown": "?"})
DISTRICT = dimension("district", {**DISTRICTS, "unknown": "?"})


def people(hidden_at_most: float = math.inf, **tables: Cells) -> Release:
    """The release of Leiden with what its people are; a table given by name replaces cells of that table."""
    base = leiden()
    stock = years(STOCK_YEARS)
    made = {
        **base.tables,
        **by_id(
            (
                table(card("residents_nationality", stock, NATIONALITY), _nationalities(base)),
                table(card("residents_age", stock, GROUP, AGE), _of_groups(AGES, CITY_AGES)),
                table(card("residents_sex", stock, GROUP, SEX), _of_groups(("M", "V"), (490, 510))),
                table(
                    card("residents_district", stock, GROUP, DISTRICT), _of_groups(DISTRICTS, CITY_DISTRICTS)
                ),
                table(
                    card("residents_neighbourhood", stock, GROUP, NEIGHBOURHOOD),
                    _of_groups(NEIGHBOURHOODS, (140, 140, 140, 145, 145, 145, 145)),
                ),
                table(
                    card("residents_nationality_age", stock, NATIONALITY, AGE),
                    _own(AGES, CITY_AGES, OWN_AGES),
                ),
                table(card("residents_nationality_sex", stock, NATIONALITY, SEX), _sexes()),
                table(
                    card("residents_nationality_district", stock, NATIONALITY, DISTRICT),
                    _own(DISTRICTS, CITY_DISTRICTS, OWN_DISTRICTS),
                ),
                table(
                    card("residents_nationality_neighbourhood", stock, NATIONALITY, NEIGHBOURHOOD),
                    _own(NEIGHBOURHOODS, (1,) * 7, {"0336": (1, 1, 1, 1, 1, 1, 300)}),
                ),
                *_children(stock),
                *_status_holders(stock),
            )
        ),
    }
    return promising(Release(base.manifest, replaced(made, tables)), hidden_at_most)


def promising(source: Release, most: float) -> Release:
    """The same release, of which every table promises how large what it withholds can be at most."""
    promise = Protection(Method.EXACT, hidden_at_most=most)
    return replace(
        source, tables={name: replace(found, protection=promise) for name, found in source.tables.items()}
    )


def without_places(source: Release) -> Release:
    """The same release of a municipality whose addresses say no neighbourhood: all live in an unknown one."""
    tables = {}
    for name, found in source.tables.items():
        position = [d.id in ("district", "neighbourhood") for d in found.card.dimensions]
        if True not in position:
            tables[name] = found
            continue
        at = position.index(True)
        dimensions = list(found.card.dimensions)
        dimensions[at] = dimension(dimensions[at].id, {"unknown": "?"})
        tables[name] = ProtectedTable(replace(found.card, dimensions=tuple(dimensions)), {})
    return replace(source, tables=tables)


def _nationalities(base: Release) -> dict[Key, Cell]:
    cells = dict(base.tables["residents_nationality"].cells)
    for position, year in enumerate(STOCK_YEARS):
        cells[year, "0001"] = base.tables["residents_group"].cell(year=year, group="dutch")
        for code, now in LISTED.items():
            # Without a series of its own, half as many ten years ago, and a steady rise since.
            own = SERIES.get(code, [round(now * (0.5 + 0.05 * step)) for step in range(11)])
            cells[year, code] = Cell(float(own[position]))
    return cells


def _of_groups(codes: tuple[str, ...] | Mapping[str, str], shares: tuple[int, ...]) -> dict[Key, float]:
    totals = {"total": 125037, "dutch": 110565}
    cells: dict[Key, float] = {
        ("2022", group, code): total * share // 1000
        for group, total in totals.items()
        for code, share in zip(codes, shares, strict=False)
    }
    return cells


def _own(
    codes: tuple[str, ...] | Mapping[str, str],
    usual: tuple[int, ...],
    own: Mapping[str, tuple[int, ...]],
) -> dict[Key, float]:
    return {
        ("2022", nationality, code): number * share // 1000
        for nationality, number in {**LISTED, "0001": 110565}.items()
        for code, share in zip(codes, own.get(nationality, usual), strict=False)
    }


def _sexes() -> dict[Key, float]:
    men = {
        code: number * OWN_MEN.get(code, 490) // 1000 for code, number in {**LISTED, "0001": 110565}.items()
    }
    cells: dict[Key, float] = {("2022", code, "M"): found for code, found in men.items()}
    return cells | {("2022", code, "V"): {**LISTED, "0001": 110565}[code] - men[code] for code in men}


def _children(stock: Dimension) -> tuple[ProtectedTable, ...]:
    totals = {"0-3": 446, "4-11": 787, "12-17": 408, "0-17": 1641}
    places = {"0-3": YOUNGEST, "4-11": MIDDLE, "12-17": OLDEST}
    return (
        table(card("children", stock, CHILD_AGE), {("2022", age): n for age, n in totals.items()}),
        table(
            card("children_born_nl", stock, CHILD_AGE),
            {("2022", age): n * 2 // 3 for age, n in totals.items()},
        ),
        table(
            card("children_nationality", stock, NATIONALITY, CHILD_AGE),
            {("2022", *key): n for key, n in CHILDREN_BY_NATIONALITY.items()},
        ),
        table(
            card("children_neighbourhood", stock, NEIGHBOURHOOD, CHILD_AGE),
            {
                ("2022", place, age): SUPPRESSED if n < 5 else n
                for age, found in places.items()
                for place, n in found.items()
            },
        ),
    )


def _status_holders(stock: Dimension) -> tuple[ProtectedTable, ...]:
    districts = {"054605": 250, "054603": 220, "054608": 190, "054607": 109}
    return (
        table(card("status_holders", stock), {("2021",): 893, ("2022",): 769}),
        table(card("status_holders_sex", stock, SEX), {("2022", "M"): 423, ("2022", "V"): 346}),
        table(
            card("status_holders_nationality", stock, NATIONALITY),
            {("2022", "0336"): 389, ("2022", "0331"): 100, ("2022", "0499"): 280},
        ),
        table(
            card("status_holders_district", stock, DISTRICT),
            {("2022", code): n for code, n in districts.items()},
        ),
    )
