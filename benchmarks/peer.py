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
    found = residents(stands) | composition(stands) | flows(events) | balance(stands, events)
    return found | stays(stands) | children(stands) | status_holders(stands)


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
    known = rows[keys].drop_duplicates()
    regions = [background.origin2022(*row[:5]) for row in known.itertuples(index=False)]
    known["origin2022"], known["born"] = zip(*regions, strict=True)
    rows = rows.merge(known, on=keys, how="left")
    for column in ("geboortedatum", "datum_vestiging_gemeente", "datum_adres"):
        rows[column] = pd.to_numeric(rows[column]).fillna(0).astype("int32")
    reference = year * 10000 + 101
    rows["age"] = _years(rows.geboortedatum, reference)
    rows["settled"] = _years(rows.datum_vestiging_gemeente, reference)
    rows["address"] = _years(rows.datum_adres, reference)
    rows["district"] = rows.buurt.str[:6]
    wanted = [
        "year",
        "nationality",
        "background",
        "origin",
        "origin2022",
        "born",
        "geboortedatum",
        "geslacht",
    ]
    wanted += ["geboorteland", "age", "settled", "address", "buurt", "district"]
    return rows[[*wanted, "verblijfstitel", "verblijfstitel_einde"]]


def _years(since: pd.Series, until: int | pd.Series) -> pd.Series:
    """Completed years; incomplete dates filled in, an unknown year as -1."""
    month, day = since // 100 % 100, since % 100
    filled = since + (month == 0) * 700 + (day == 0)
    return ((until - filled) // 10000).clip(lower=0).where(since > 0, -1)


def _groups(ages: pd.Series) -> pd.Series:
    return pd.cut(ages, [-2, -1, 3, 11, 17, 26, 39, 54, 64, 74, 200])


def composition(stands: pd.DataFrame) -> dict[str, pd.Series]:
    """Residents by age, sex, district and neighbourhood, per group and per nationality, and by origin of 2022."""
    stands = stands.assign(ages=_groups(stands.age))
    dutch = stands.nationality == "0001"
    groups = {
        "total": dutch | ~dutch,
        "dutch": dutch,
        "international": ~dutch,
        "background": stands.background,
    }
    found: dict[str, pd.Series] = {}
    for name, column in (("age", "ages"), ("sex", "geslacht"), ("district", "district"), ("area", "buurt")):
        per_group = {
            g: stands[test].groupby(["year", column], observed=True).size() for g, test in groups.items()
        }
        found[f"residents_{name}"] = pd.concat(per_group)
        by = ["year", "nationality", column]
        found[f"residents_nationality_{name}"] = stands.groupby(by, observed=True).size()
    found["residents_origin2022"] = stands.groupby(["year", "origin2022", "born"]).size()
    return found


def stays(stands: pd.DataFrame) -> dict[str, pd.Series]:
    """Internationals by length of stay, since settling and at the address, also by age and nationality."""
    here = stands[stands.nationality != "0001"]
    here = here.assign(ages=_groups(here.age))
    found: dict[str, pd.Series] = {}
    for name in ("settled", "address"):
        rows = here.assign(stay=pd.cut(here[name], [-2, -1, 0, 2, 200]))
        for suffix, by in (("", []), ("_age", ["ages"]), ("_nationality", ["nationality"])):
            found[f"duration_{name}{suffix}"] = rows.groupby(["year", *by, "stay"], observed=True).size()
    return found


def children(stands: pd.DataFrame) -> dict[str, pd.Series]:
    """International minors by age group, nationality, neighbourhood and birth here."""
    minors = stands[(stands.nationality != "0001") & stands.age.between(0, 17)]
    minors = minors.assign(ages=_groups(minors.age))
    by = {"children": [], "children_nationality": ["nationality"], "children_neighbourhood": ["buurt"]}
    found = {name: minors.groupby(["year", *more, "ages"], observed=True).size() for name, more in by.items()}
    here = minors[minors.geboorteland == "6030"]
    return {**found, "children_born_nl": here.groupby(["year", "ages"], observed=True).size()}


def status_holders(stands: pd.DataFrame) -> dict[str, pd.Series]:
    """Holders of an asylum title by sex, nationality and district."""
    end = pd.to_numeric(stands.verblijfstitel_einde).fillna(0)
    valid = (end == 0) | (end >= stands.year * 10000 + 101)
    held = stands[(stands.nationality != "0001") & stands.verblijfstitel.isin(["26", "27"]) & valid]
    by = {"": [], "_sex": ["geslacht"], "_nationality": ["nationality"], "_district": ["district"]}
    return {f"status_holders{name}": held.groupby(["year", *more]).size() for name, more in by.items()}


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
        ages = _groups(_years(pd.to_numeric(net.geboortedatum), pd.to_numeric(net.datum)))
        found[f"{name}_age"] = net.groupby(["year", ages], observed=True).size()
        found[f"{name}_counterpart"] = net.groupby(["year", "gemeente_tegenpartij"]).size()
        found[f"{name}_country"] = net.groupby(["year", "land_tegenpartij"]).size()
    back = stock[(stock.soort == "vestiging") & (stock.nationality == "0001") & ~netted]
    back = back[~back.land_tegenpartij.isin(["", "0000", "6030"]) | (back.gemeente_tegenpartij == "1999")]
    ages = _groups(_years(pd.to_numeric(back.geboortedatum), pd.to_numeric(back.datum)))
    found["repats"] = back.groupby("year").size()
    found["repats_age"] = back.groupby(["year", ages], observed=True).size()
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
