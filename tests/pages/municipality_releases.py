"""A country of eight municipalities in memory: the region of Leiden, two cities, and two at the border."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from internationals.pages import compose
from internationals.shapes import Cell, Dimension, Page, Release, Text, by_id
from tests.pages.releases import Cells, card, release, replaced, table, years

PLACES = {
    "0537": "Katwijk",
    "0546": "Leiden",
    "0547": "Leiderdorp",
    "0579": "Oegstgeest",
    "0363": "Amsterdam",
    "0599": "Rotterdam",
    "0677": "Hulst",
    "0981": "Vaals",
}
MEMBERS = ("0537", "0546", "0547", "0579")
REGION = {"id": "071", "name": {"nl": "Regio 071", "en": "Region 071"}, "members": list(MEMBERS)}

# Per thousand residents: internationals now and a year before, with a migration background now and before.
PER_THOUSAND = {
    "0537": (31, 30, 109, 108),
    "0546": (113, 116, 322, 320),
    "0547": (44, 43, 218, 217),
    "0579": (63, 62, 229, 228),
    "0363": (184, 180, 564, 560),
    "0599": (114, 110, 531, 530),
    "0677": (136, 130, 200, 199),
    "0981": (384, 380, 516, 510),
}
RESIDENTS = dict.fromkeys(PLACES, 10000.0) | {"0363": 900000.0, "0599": 600000.0}
NATIONALITIES: Mapping[str, Text] = {
    "0000": {"nl": "Onbekend", "en": "Unknown"},
    "0052": {"nl": "Belgische", "en": "Belgian"},
    "0055": {"nl": "Duitse", "en": "German"},
    "0060": {"nl": "Britse", "en": "British"},
    "0064": {"nl": "Italiaanse", "en": "Italian"},
    "0072": {"nl": "Poolse", "en": "Polish"},
    "0336": {"nl": "Syrische", "en": "Syrian"},
}
LEADERS = {"0537": "0072", "0546": "0064", "0547": "0336", "0579": "0064", "0363": "0060", "0599": "0072"}
LEADERS |= {"0677": "0052", "0981": "0055"}
ORIGINS: Mapping[str, Text] = {
    "5022": {"nl": "Marokko", "en": "Morocco"},
    "6024": {"nl": "Indonesië", "en": "Indonesia"},
    "6043": {"nl": "Turkije", "en": "Turkey"},
    "7003": {"nl": "Polen", "en": "Poland"},
}
FIRST_ORIGINS = {
    "0537": "7003",
    "0546": "5022",
    "0547": "6024",
    "0579": "6024",
    "0363": "5022",
    "0599": "6043",
}
FIRST_ORIGINS |= {"0677": "7003", "0981": "6043"}

GROUP = Dimension(
    "group",
    {"nl": "Groep", "en": "Group"},
    {
        "total": {"nl": "Alle inwoners", "en": "All residents"},
        "international": {"nl": "Internationals", "en": "Internationals"},
        "migration_background": {"nl": "Met een migratieachtergrond", "en": "With a migration background"},
    },
)
MUNICIPALITY = Dimension(
    "municipality",
    {"nl": "Gemeente", "en": "Municipality"},
    {code: {"nl": name, "en": name} for code, name in PLACES.items()},
)
NATIONALITY = Dimension("nationality", {"nl": "Nationaliteit", "en": "Nationality"}, NATIONALITIES)
ORIGIN = Dimension("origin", {"nl": "Herkomst", "en": "Origin"}, ORIGINS)


def country(own: str = "0546", *, region: Mapping[str, Any] | None = REGION, **changes: Cells) -> Release:
    """The release of one of the municipalities; a table given by name replaces cells of that table."""
    groups: dict[tuple[str, ...], float] = {}
    for place, (now, before, background, background_before) in PER_THOUSAND.items():
        for year, internationals, with_background in (
            ("2020", before, background_before),
            ("2021", now, background),
        ):
            residents = RESIDENTS[place]
            groups |= {
                (year, place, "total"): residents,
                (year, place, "international"): residents * internationals / 1000,
                (year, place, "migration_background"): residents * with_background / 1000,
            }
    leaders = {("2021", place, code): 50.0 for place, code in LEADERS.items()}
    leaders |= {("2021", place, "0000"): 60.0 for place in ("0547",)}
    origins = {("2021", place, code): 50.0 for place, code in FIRST_ORIGINS.items()}
    both, last = years(("2020", "2021")), years(("2021",))
    made = (
        table(card("municipalities_group", both, MUNICIPALITY, GROUP), groups),
        table(card("municipalities_nationality", last, MUNICIPALITY, NATIONALITY), leaders),
        table(card("municipalities_origin", last, MUNICIPALITY, ORIGIN), origins),
        table(
            card("country_group", both, GROUP),
            {
                ("2021", "total"): 17475415,
                ("2021", "international"): 1202965,
                ("2021", "migration_background"): 4355417,
            },
        ),
        table(card("country_origin", last, ORIGIN), {("2021", "6043"): 422, ("2021", "5022"): 414}),
    )
    found = release(replaced(by_id(made), changes), name=PLACES[own])
    manifest = {
        **found.manifest,
        "municipality": {"code": f"GM{own}", "name": {"nl": PLACES[own], "en": PLACES[own]}},
        "region": region,
    }
    return replace(found, manifest=manifest)


def shares(place: str, per_thousand: float, group: str = "international", year: str = "2021") -> Cells:
    """The cells of a share of one municipality."""
    return {(year, place, group): Cell(RESIDENTS[place] * per_thousand / 1000)}


def without_tables(source: Release, *names: str) -> Release:
    """The same release as if a source had not been there."""
    return replace(source, tables={name: found for name, found in source.tables.items() if name not in names})


def without_group(source: Release, group: str) -> Release:
    """The same release as if no source told who is in a group: its card does not have the code then."""
    found = source.tables["municipalities_group"]
    codes = {code: label for code, label in GROUP.codes.items() if code != group}
    dimensions = (*found.card.dimensions[:-1], replace(GROUP, codes=codes))
    cells = {key: cell for key, cell in found.cells.items() if key[-1] != group}
    changed = replace(found, card=replace(found.card, dimensions=dimensions), cells=cells)
    return replace(source, tables={**source.tables, "municipalities_group": changed})


def pages(source: Release, folder: str, languages: Sequence[str] = ("en", "nl")) -> tuple[Page, ...]:
    """A built-in page in these languages; nothing when it is left out."""
    made = compose(source, chosen=[folder])
    return tuple(page for language in languages for page in made if page.language == language)
