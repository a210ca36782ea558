"""Small releases with the tables by age, duration and return beside those of `releases`."""

from __future__ import annotations

from collections.abc import Mapping

from internationals.shapes import Card, Dimension, Release, Text, by_id
from tests.pages.releases import (
    ARRIVALS,
    DEPARTURES,
    FLOW,
    FLOW_YEARS,
    GROUP,
    INTERNATIONALS,
    LISTED,
    NATIONALITY,
    STOCK_YEARS,
    Cells,
    Key,
    card,
    leiden,
    release,
    replaced,
    table,
    years,
)

AGES = ("0-3", "4-11", "12-17", "18-26", "27-39", "40-54", "55-64", "65-74", "75+", "unknown")
ARRIVALS_2021 = (110, 110, 63, 1919, 1362, 405, 50, 20, 10, 0)
DEPARTURES_2021 = (90, 90, 60, 1081, 1205, 300, 100, 50, 13, 0)
REPATS = (600, 640, 610, 655, 620, 652, 600, 560, 509, 478)
REPATS_2021 = (30, 32, 20, 80, 167, 95, 30, 14, 10, 0)
INTERNATIONALS_2022 = (446, 787, 408, 4800, 4700, 2100, 700, 381, 150, 0)
NEW_2022 = (169, 140, 66, 1730, 1286, 402, 77, 25, 5, 0)
NEW_BY_NATIONALITY = {"0064": 276, "0055": 275, "0072": 274, "0060": 154, "0307": 282, "0057": 197}
NEW_BY_NATIONALITY |= {"0077": 192, "0223": 137, "0336": 75}


def _codes(*codes: str) -> Mapping[str, Text]:
    return {code: {"nl": f"groep {code}", "en": f"group {code}"} for code in codes}


AGE = Dimension("age", {"nl": "Leeftijd", "en": "Age"}, _codes(*AGES))
DURATION = Dimension(
    "duration", {"nl": "Verblijfsduur", "en": "Residence duration"}, _codes("0-1", "1-3", "3+", "unknown")
)


def flows(table_id: str, *dimensions: Dimension) -> Card:
    return card(table_id, years(FLOW_YEARS), *dimensions, reference=FLOW)


def stocks(table_id: str, *dimensions: Dimension) -> Card:
    return card(table_id, years(STOCK_YEARS), *dimensions)


def by_age(totals: tuple[int, ...], last: tuple[int, ...], before: Mapping[str, int]) -> dict[Key, float]:
    """Per year two ages that matter and one that holds the rest; the last year in full."""
    cells: dict[Key, float] = {}
    for year, total in zip(FLOW_YEARS, totals, strict=True):
        young, older = round(total * 0.45), round(total * 0.35)
        if year == "2020":
            young, older = before["18-26"], before["27-39"]
        cells |= {(year, "18-26"): young, (year, "27-39"): older, (year, "40-54"): total - young - older}
    return cells | {("2021", age): float(count) for age, count in zip(AGES, last, strict=True)}


def durations(last: tuple[int, int, int], shares_before: tuple[float, float]) -> dict[Key, float]:
    cells: dict[Key, float] = {}
    for year, total in zip(STOCK_YEARS, INTERNATIONALS, strict=True):
        first, second = (round(total * share) for share in shares_before)
        cells |= {(year, "0-1"): first, (year, "1-3"): second, (year, "3+"): total - first - second}
    return cells | {
        ("2022", code): float(value) for code, value in zip(("0-1", "1-3", "3+"), last, strict=True)
    }


def by_group(new: Mapping[str, int], all_of: Mapping[str, int]) -> dict[Key, float]:
    """Of each group some are new, a quarter came one to three years ago, and the others longer."""
    cells: dict[Key, float] = {}
    for code, fresh in new.items():
        middle = all_of[code] // 4 if code != "0336" else 40
        cells |= {
            ("2022", code, "0-1"): fresh,
            ("2022", code, "1-3"): middle,
            ("2022", code, "3+"): all_of[code] - fresh - middle,
        }
    return cells


def monitor(**changes: Cells) -> Release:
    """The release of Leiden with the tables of pages 10 to 12; a table given by name replaces cells of it."""
    internationals = dict(zip(AGES, INTERNATIONALS_2022, strict=True))
    last: dict[Key, float] = {
        ("2021", age): float(count) for age, count in zip(AGES, REPATS_2021, strict=True)
    }
    made = by_id(
        (
            table(
                flows("arrivals_age", AGE), by_age(ARRIVALS, ARRIVALS_2021, {"18-26": 1681, "27-39": 1074})
            ),
            table(
                flows("departures_age", AGE),
                by_age(DEPARTURES, DEPARTURES_2021, {"18-26": 1740, "27-39": 1547}),
            ),
            table(
                flows("repats"),
                {(year,): float(count) for year, count in zip(FLOW_YEARS, REPATS, strict=True)},
            ),
            table(flows("repats_age", AGE), last),
            table(flows("repats_caribbean"), {("2021",): 54}),
            table(stocks("duration_settled", DURATION), durations((3900, 4342, 6230), (0.23, 0.34))),
            table(stocks("duration_address", DURATION), durations((4920, 4197, 5355), (0.30, 0.32))),
            table(
                stocks("duration_settled_age", AGE, DURATION),
                by_group(dict(zip(AGES, NEW_2022, strict=True)), internationals),
            ),
            table(
                stocks("duration_settled_nationality", NATIONALITY, DURATION),
                by_group(NEW_BY_NATIONALITY, LISTED),
            ),
            table(
                stocks("residents_age", GROUP, AGE),
                {("2022", "international", age): float(count) for age, count in internationals.items()},
            ),
        )
    )
    base = replaced(leiden().tables, {"arrivals_nationality": {("2016", "0336"): 200}})
    return release(replaced({**base, **made}, changes))
