"""Charts to draw in tests: ordinary ones, and the awkward ones that real releases contain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from internationals.shapes import AreaOutline, Cell, Chart, Series, Status

YEARS = tuple(str(year) for year in range(2012, 2023))
FLOW_YEARS = YEARS[:-1]
ARRIVALS = (2747, 2921, 2934, 3315, 3706, 3979, 4149, 4378, 3452, 4049)
DEPARTURES = (2282, 2278, 2469, 2497, 3003, 3461, 3308, 3323, 3774, 2989)
SHARES = (9.4, 9.5, 9.7, 9.9, 10.3, 10.7, 11.0, 11.2, 11.3, 11.2, 11.574)
NATIONALITIES = (
    "Italiaanse",
    "Duitse",
    "Poolse",
    "Britse",
    "Chinese",
    "Franse",
    "Spaanse",
    "Amerikaanse",
    "Syrische",
)
STOCK = (1253, 1162, 1002, 949, 798, 725, 689, 446, 398)
LONG = 'Personen zonder Nederlandse nationaliteit & "meer" <dan> nietnederlandstaligenintegratievoorzieningen'

SUPPRESSED = Cell(None, Status.SUPPRESSED)
EVERY_STATUS = (
    Cell(120), SUPPRESSED, Cell(140), Cell(150, Status.PROVISIONAL), Cell(None, Status.MISSING),
    Cell(160), Cell(170, Status.BREAK), Cell(175), Cell(None, Status.NOT_APPLICABLE), Cell(None, Status.NOT_YET),
)  # fmt: skip


def cells(numbers: Sequence[float]) -> tuple[Cell, ...]:
    return tuple(Cell(number) for number in numbers)


def chart(
    kind: str, labels: Sequence[str], series: Sequence[tuple[str, Sequence[Cell]]], *,
    identity: str = "chart", language: str = "nl", unit: str = "persons", decimals: int = 0,
    title: str = "Een figuur", category_label: str = "Jaar", notes: tuple[str, ...] = (),
) -> Chart:  # fmt: skip
    return Chart(
        id=identity,
        kind=kind,
        language=language,
        title=title,
        alternative="Wat de figuur laat zien.",
        category_label=category_label,
        categories=tuple(labels),
        labels=tuple(labels),
        series=tuple(Series(f"s{at}", label, tuple(found)) for at, (label, found) in enumerate(series)),
        unit=unit,
        decimals=decimals,
        source="Basisregistratie personen",
        reference="1 januari 2022",
        notes=notes,
        table_id="residents_group",
    )


def flows(language: str = "nl") -> Chart:
    series = (("Vestiging", cells(ARRIVALS)), ("Vertrek", cells(DEPARTURES)))
    return chart("grouped_bars", FLOW_YEARS, series, identity="flows", language=language)


def shares(language: str = "nl") -> Chart:
    series = (
        ("Internationals", cells(SHARES)),
        ("Met een migratieachtergrond", cells([3 * s for s in SHARES])),
    )
    return chart("lines", YEARS, series, identity="shares", language=language, unit="percent", decimals=1)


def ranked(language: str = "nl") -> Chart:
    series = (("Aantal", cells(STOCK)),)
    return chart(
        "ranked_bars", NATIONALITIES, series, identity="ranked", language=language, category_label="Land"
    )


def nine_lines() -> Chart:
    """Nine lines that end within a few pixels of each other."""
    series = [
        (name, cells([100 + at * 3 + year for year in range(10)])) for at, name in enumerate(NATIONALITIES)
    ]
    return chart("lines", FLOW_YEARS, series, identity="nine")


NEIGHBOURHOODS = (
    "Pieterswijk", "Academiewijk", "Levendaal-West", "Levendaal-Oost", "De Camp", "Marewijk", "Professorenwijk-Oost",
    "Professorenwijk-West", "Burgemeesterswijk", "Tuinstadwijk", "Klein Cronestein", "Waardeiland",
)  # fmt: skip
CHILDREN = (12, 41, 7, 163, 90, 55, 38, 29, 20, 64, 71, 5)
DURATION = ("Korter dan 1 jaar", "1 tot 3 jaar", "3 jaar of langer", "Onbekend")
AGES = ("0-3", "4-11", "12-17", "18-26", "27-39", "40-54", "55-64", "65-74", "75+", "Onbekend")


def squares(names: Sequence[str], columns: int = 4, side: float = 100) -> tuple[AreaOutline, ...]:
    """An area per name, in rows from the north-west."""
    found = []
    for at, name in enumerate(names):
        west, north = at % columns * side, -(at // columns) * side
        ring = ((west, north), (west + side, north), (west + side, north - side), (west, north - side))
        found.append(AreaOutline(name, (ring,)))
    return tuple(found)


def mapped(
    kind: str, content: Sequence[Cell], *, identity: str = "chart", language: str = "nl", unit: str = "persons",
    decimals: int = 0,
) -> Chart:  # fmt: skip
    """A map of as many neighbourhoods as there are cells; what has more cells than names is unknown."""
    names = (*NEIGHBOURHOODS, "Onbekend")[: len(content)]
    made = chart(
        kind, names, [("Kinderen", content)], identity=identity, language=language, unit=unit, decimals=decimals,
        category_label="Buurt",
    )  # fmt: skip
    return replace(made, areas=squares([name for name in names if name != "Onbekend"]))


def children(language: str = "nl") -> Chart:
    return mapped("bubble_map", cells((*CHILDREN, 3)), identity="children", language=language)


def spread(language: str = "nl") -> Chart:
    content = cells([100 * number / sum(CHILDREN) for number in CHILDREN])
    return mapped("choropleth", content, identity="spread", language=language, unit="percent", decimals=1)


def duration(language: str = "nl") -> Chart:
    shares = [(30, 40, 29.5, 0.5), (50, 25, 24, 1), (5, 15, 80, 0), (100, 0, 0, 0), (33.3, 33.3, 33.4, 0)] * 2
    series = [(name, cells([row[at] for row in shares])) for at, name in enumerate(DURATION)]
    return chart(
        "stacked_bars", AGES, series, identity="duration", language=language, unit="percent", decimals=1,
        category_label="Leeftijd",
    )  # fmt: skip


def awkward_maps() -> dict[str, Chart]:
    """Both maps with the same awkward content, with far too many areas, and without areas."""
    found = {}
    contents: dict[str, Sequence[Cell]] = {
        "suppressed": [SUPPRESSED] * 12,
        "zero": cells([0] * 12),
        "statuses": (*EVERY_STATUS, *cells([0, 4, 9])),
        "equal": cells([7] * 12),
        "one": cells([5]),
        "large": cells([number * 1e6 for number in CHILDREN]),
        "small": cells([1, 0, 2]),
    }
    for kind in ("bubble_map", "choropleth"):
        for name, content in contents.items():
            found[f"{kind} {name}"] = mapped(kind, content)
        many = [f"Buurt {at}" for at in range(400)]
        dense = chart(kind, many, [("Aantal", cells([at * 37 % 101 for at in range(400)]))])
        found[f"{kind} many"] = replace(dense, areas=squares(many, columns=20))
        found[f"{kind} long and narrow"] = replace(dense, areas=squares(many, columns=400))
        found[f"{kind} no areas"] = replace(dense, areas=())
        found[f"{kind} long name"] = chart(kind, [LONG], [(LONG, cells([5]))])
        found[f"{kind} long name on a map"] = replace(
            found[f"{kind} long name"], areas=squares([LONG]), scale=50.0
        )
    return found


def awkward() -> dict[str, Chart]:
    """Every kind with nothing but suppressed, zero, mixed, single, negative and overlong content."""
    found = {}
    contents: dict[str, Sequence[tuple[str, Sequence[Cell]]]] = {
        "suppressed": (("A", [SUPPRESSED] * 10), ("B", [SUPPRESSED] * 10)),
        "zero": (("A", cells([0] * 10)), ("B", cells([0] * 10))),
        "statuses": (("A", EVERY_STATUS), ("B", cells(ARRIVALS))),
        "negative": (("A", cells([465, 643, -322, 0, 7, -8, 9, 10, 11, 12])), ("B", cells(range(10)))),
        "large": (("A", cells([v * 1e6 for v in ARRIVALS])), ("B", cells(DEPARTURES))),
        "equal": (("A", cells([7] * 10)), ("B", cells([7] * 10))),
        "long": ((LONG, cells(ARRIVALS)), (f"{LONG} twee", cells(DEPARTURES))),
    }
    for kind in ("lines", "grouped_bars", "ranked_bars", "stacked_bars"):
        for name, series in contents.items():
            if kind == "stacked_bars" and name == "negative":
                continue  # refused: a whole has no negative parts
            shown = series[:1] if kind == "ranked_bars" else series
            found[f"{kind} {name}"] = chart(kind, FLOW_YEARS, shown)
        found[f"{kind} one series"] = chart(kind, FLOW_YEARS, [("Italiaanse", cells(ARRIVALS))])
        found[f"{kind} one category"] = chart(kind, ["2022"], [("Italiaanse", cells([5]))])
    found["ranked_bars long labels"] = chart("ranked_bars", [LONG, "kort"], [("A", cells([1, 22222222]))])
    found["grouped_bars three"] = chart(
        "grouped_bars", FLOW_YEARS, [("A", cells(ARRIVALS)), ("B", cells(DEPARTURES)), ("C", cells(ARRIVALS))]
    )
    return found


def every() -> dict[str, Chart]:
    """The awkward charts and the ordinary ones."""
    ordinary = (flows(), shares(), ranked(), nine_lines(), children(), spread(), duration())
    return {**awkward(), **awkward_maps(), **{sample.id: sample for sample in ordinary}}
