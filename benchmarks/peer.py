"""A plain pandas script that computes the same tables, as a researcher would write it, without validation.

It asks our definitions per distinct combination too, so that the comparison is about the engine.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from internationals.definitions import background, nationality
from internationals.definitions.flows import ENTERING, LEAVING


def tables(paths: list[Path]) -> dict[str, pd.Series]:
    """The tables by id, as counts with an index of codes."""
    stands = pd.concat(_stand(path) for path in paths if path.stem.startswith("stand")).reset_index(drop=True)
    events = pd.concat(_events(path) for path in paths if path.stem.startswith("mutaties")).reset_index(
        drop=True
    )
    return residents(stands) | flows(events) | balance(stands, events)


def _stand(path: Path) -> pd.DataFrame:
    year = int(path.stem[6:10])
    rows = pd.read_parquet(path)
    rows = rows[(rows.gemeente.str.strip() == "0546") & (rows.opschorting.str.strip() == "")]
    rows = rows.drop_duplicates("persoon", keep=False).copy()
    rows["year"] = year
    sets = {text: nationality.parse(text) for text in rows.nationaliteiten.unique()}
    rows["nationality"] = rows.nationaliteiten.map(
        {text: nationality.decide(held, date(year, 1, 1)) for text, held in sets.items()}
    )
    keys = [
        "geboorteland",
        "geboorteland_ouder_1",
        "geboorteland_ouder_2",
        "geslacht_ouder_1",
        "geslacht_ouder_2",
    ]
    known = rows[keys].drop_duplicates()
    known["background"] = [background.has_background(*row[:3]) for row in known.itertuples(index=False)]
    known["origin"] = [background.origin(*row[:5]) for row in known.itertuples(index=False)]
    rows = rows.merge(known, on=keys, how="left")
    for column in ("geboortedatum", "datum_vestiging_gemeente", "datum_adres"):
        rows[column] = pd.to_numeric(rows[column]).astype("int32")
    wanted = ["year", "nationality", "background", "origin", "geboortedatum", "buurt", "nationaliteiten"]
    return rows[wanted]


def _events(path: Path) -> pd.DataFrame:
    rows = pd.read_parquet(path).drop_duplicates().copy()
    rows["year"] = int(path.stem[9:13])
    rows["day"] = pd.to_datetime(rows.datum, format="%Y%m%d")
    for column, name in (("nationaliteiten", "nationality"), ("nationaliteiten_na", "nationality_after")):
        months = rows.day.dt.to_period("M")
        known = pd.DataFrame({"text": rows[column], "month": months}).drop_duplicates()
        known[name] = [
            nationality.decide(nationality.parse(text), month.start_time.date())
            for text, month in zip(known.text, known.month, strict=True)
        ]
        rows = rows.assign(text=rows[column], month=months).merge(known, on=["text", "month"], how="left")
        rows = rows.drop(columns=["text", "month"])
    return rows


def residents(stands: pd.DataFrame) -> dict[str, pd.Series]:
    """Residents by group, nationality and origin."""
    dutch = stands.nationality == "0001"
    groups = {
        "total": dutch | ~dutch,
        "dutch": dutch,
        "international": ~dutch,
        "migration_background": stands.background,
        "dutch_with_background": dutch & stands.background,
        "international_without_background": ~dutch & ~stands.background,
    }
    return {
        "residents_group": pd.concat(
            {name: stands[test].groupby("year").size() for name, test in groups.items()}
        ),
        "residents_nationality": stands.groupby(["year", "nationality"]).size(),
        "residents_origin": stands.groupby(["year", "origin"]).size(),
    }


def flows(events: pd.DataFrame) -> dict[str, pd.Series]:
    """Arrivals and departures of internationals, net of out-and-back pairs, gross, by nationality, in persons."""
    stock = events[events.soort.isin([*ENTERING, *LEAVING])].sort_values(
        ["year", "persoon", "day"], kind="stable"
    )
    group = stock.groupby(["year", "persoon"])
    out = (
        (stock.soort == "vertrek")
        & (group.soort.shift(-1) == "vestiging")
        & ((group.day.shift(-1) - stock.day).dt.days <= 30)
    )
    netted = out | out.shift(1, fill_value=False)
    found: dict[str, pd.Series] = {"out_and_back": stock[out].groupby("year").size()}
    for name, kind in (("arrivals", "vestiging"), ("departures", "vertrek")):
        gross = stock[(stock.soort == kind) & (stock.nationality != "0001")]
        net = gross[~netted.loc[gross.index]]
        found[name] = net.groupby("year").size()
        found[f"{name}_gross"] = gross.groupby("year").size()
        found[f"{name}_nationality"] = net.groupby(["year", "nationality"]).size()
        found[f"{name}_persons"] = net.groupby("year").persoon.nunique()
    return found


def balance(stands: pd.DataFrame, events: pd.DataFrame) -> dict[str, pd.Series]:
    """What the balance needs: stocks, events by kind, and changes of nationality, per nationality."""
    changes = events[events.nationality != events.nationality_after]
    return {
        "balance_stock": stands.groupby(["year", "nationality"]).size(),
        "balance_events": events.groupby(["year", "soort", "nationality"]).size(),
        "balance_changes": changes.groupby(["year", "soort", "nationality", "nationality_after"]).size(),
        "quality": stands.assign(unknown=stands.geboortedatum % 100 == 0).groupby("year").unknown.sum(),
    }
