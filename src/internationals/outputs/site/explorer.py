"""The explorer: a page on which a reader chooses a table, periods, areas and a breakdown, and sees them at once.

The page reads a list of tables, the tables themselves as packed JSON-stat (`explorer_tables`), and maps. It is made of
files alone, so that any host can serve it. Without a script it is the list of tables, with their files.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from markupsafe import Markup

from internationals.outputs.opendata.facts import in_language
from internationals.outputs.site.bases import base_of, total_of
from internationals.outputs.site.explorer_tables import FOLDER as TABLES
from internationals.outputs.site.plan import LATEST, Plan, address
from internationals.outputs.site.style import FONTS
from internationals.outputs.site.subjects import slug, subjects
from internationals.shapes import Card, Dimension, Geometry, Method, palette
from internationals.texts.files import keys, months, template

FOLDER = "explorer"
"""The folder of what the page reads, at the top of the site."""

FIRST = "residents_group"
"""The table that is shown to who has not chosen one yet."""

LONGEST = 4000
"""How many units the longer side of a map has."""

_BLOCKS = ("explorer", "chart", "format", "status", "status_meaning")
_WORDS = (
    "unit.percent", "site.source", "site.reference", "site.notes", "csv.invented", "data.invented", "csv.value",
    "csv.status", "csv.unit", "csv.title", "csv.source", "csv.reference", "csv.edition", "csv.remark", "subjects.unit",
)  # fmt: skip
_ASIDE = {"nationality": ("0001",), "origin": ("6030", "netherlands"), "country": ("6030",)}
"""What would dwarf all others, and is not among those that are chosen first: the Dutch, the Netherlands."""
_FIRST_CODES = ("international", "lives_in")
"""What is shown of a dimension at first, if it has it: this monitor is about internationals."""


def data_files(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """What the page reads beside the tables: the list of tables in every language, and the maps."""
    if not plan.explored:
        return
    for language in plan.languages:
        listed = gzip.compress(_dense(catalogue(plan, language)), mtime=0)
        yield f"{FOLDER}/tables.{language}.json.gz", listed
    for level, geometry in sorted(plan.geometry.items()):
        yield f"{FOLDER}/geometry/{level}.json", _dense(outlines(geometry))


def catalogue(plan: Plan, language: str) -> list[dict[str, Any]]:
    """The tables by subject, each with its dimensions: their totals, the map they have, what is shown first.

    The subject of the first table stands first, all others in the order of the site.
    """
    found = subjects(plan, language)
    home = plan.cards[FIRST].subject if FIRST in plan.cards else ""
    ordered = sorted(found, key=lambda subject: subject.slug != slug(home))
    return [
        _entry(plan, listed.card, language, subject.slug, subject.title)
        for subject in ordered
        for listed in sorted(subject.tables, key=lambda each: each.card.id != FIRST)
        if listed.card.id in plan.explored
    ]


def _entry(plan: Plan, card: Card, language: str, subject: str, title: str) -> dict[str, Any]:
    protection = plan.protections.get(card.id)
    rounded = protection.base if protection and protection.method is Method.ROUNDED else 0
    return {
        "id": card.id,
        "title": in_language(card.title, language),
        "subject": subject,
        "subject_title": title,
        **({"rounded": rounded} if rounded else {}),
        **({"rounded_to": card.rounded_to} if card.rounded_to else {}),
        "dimensions": [_dimension(plan, card, dimension) for dimension in card.dimensions],
    }


def _dimension(plan: Plan, card: Card, dimension: Dimension) -> dict[str, Any]:
    own = plan.manifest["municipality"]["code"].removeprefix("GM")
    first = next((code for code in (*_FIRST_CODES, own) if code in dimension.codes), None)
    facts: dict[str, Any] = {
        "total": total_of(dimension),
        "base": base_of(card, dimension, plan.cards, own),
        "map": _level(plan, dimension),
        "first": first,
        "aside": [code for code in _ASIDE.get(dimension.id, ()) if code in dimension.codes],
    }
    return {"id": dimension.id, **{name: fact for name, fact in facts.items() if fact}}


def _level(plan: Plan, dimension: Dimension) -> str | None:
    """The map of a dimension: of its name, with most of its codes."""
    geometry = plan.geometry.get(dimension.id)
    if geometry is None:
        return None
    drawn = {area.code for area in geometry.areas}
    return dimension.id if len(drawn & set(dimension.codes)) * 2 > len(dimension.codes) else None


def outlines(geometry: Geometry) -> dict[str, Any]:
    """A map in few bytes: whole numbers, y downwards, of every ring the first corner and then steps."""
    corners = [corner for area in geometry.areas for ring in area.rings for corner in ring]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    bottom, top = min(y for _, y in corners), max(y for _, y in corners)
    scale = LONGEST / (max(right - left, top - bottom) or 1)

    def steps(ring: tuple[tuple[float, float], ...]) -> list[int]:
        placed = [(round((x - left) * scale), round((top - y) * scale)) for x, y in ring]
        found = list(placed[0])
        for (x0, y0), (x1, y1) in pairwise(placed):
            if (x0, y0) != (x1, y1):
                found += [x1 - x0, y1 - y0]
        return found

    return {
        "level": geometry.level,
        "source": dict(geometry.source),
        "width": max(1, round((right - left) * scale)),
        "height": max(1, round((top - bottom) * scale)),
        "areas": [
            {"code": area.code, "rings": [steps(ring) for ring in area.rings]} for area in geometry.areas
        ],
    }


def facts(plan: Plan, language: str, root: str, embedded: bool, title: str) -> Markup:
    """What the script needs to know, as JSON within the page: words, colours, and where everything stands."""
    where = f"{language}/{address(language, 'explorer')}/"
    embed = f"{where}{address(language, 'embed')}/index.html"
    content = {
        "language": language,
        "edition": plan.manifest["edition"],
        "publisher": plan.manifest["publisher"],
        "licence": plan.manifest["licence"],
        "invented": bool(plan.manifest["invented"]),
        "site": title,
        "embedded": embedded,
        "root": root,
        "page": f"{where}index.html",
        "embed": embed,
        "rolling": plan.address_of("", LATEST) if plan.url else "",
        "pinned": plan.url,
        "tables": f"{root}{FOLDER}/tables.{language}.json.gz",
        "geometry": f"{root}{FOLDER}/geometry/",
        "packed": f"{root}{TABLES}/",
        "data": f"{root}../data/tables/",
        "months": months(language),
        # For a chart that leaves the page as a picture: by weight, as the style sheet has them.
        "fonts": {weight: f"{root}assets/{name}" for weight, name in FONTS.items()},
        "colours": {
            "ink": palette.INK,
            "quiet": palette.QUIET,
            "paper": palette.PAPER,
            "rule": palette.RULE,
            "grid": palette.GRID,
            "land": palette.LAND,
            "series": [palette.series(at) for at in range(9)],
            "classes": list(palette.CLASSES),
        },
        "words": {
            key: template(language, key)
            for key in sorted(keys(language))
            if key in _WORDS or key.partition(".")[0] in _BLOCKS
        },
    }
    # A closing tag in a text would end the block.
    return Markup(_dense(content).decode().replace("<", "\\u003c"))


def _dense(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
