"""A stand extract, typed and judged: one row per registered person."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from internationals.register import rules, values
from internationals.register.assemble import Assembly, earliest
from internationals.register.raw import Raw
from internationals.shapes import ReadingPlan


def assemble(raw: Raw, at: date, plan: ReadingPlan) -> Assembly:
    """The columns of `Persons`, with what every row breaks of the rules for stands."""
    rows = Assembly(raw, rules.EXCLUDED + rules.STAND_REJECTED, rules.STAND_WARNINGS)
    reference = at.year * 10000 + at.month * 100 + at.day
    own, restore = (plan.municipality, *plan.former_codes), plan.leading_zeros == "restore"

    rows.columns["row"] = pa.array(np.arange(1, len(raw) + 1))
    rows.columns["year"] = pa.array(np.full(len(raw), at.year, dtype=np.int16))
    rows.columns["at"] = pa.array(np.full(len(raw), reference, dtype=np.int32))
    rows.persons()
    rows.read("gemeente", values.restoring(values.residence(own), 4, restore))
    rows.read("opschorting", lambda text: values.Meaning(text, "suspended" if text else None))
    repeated = ("", str(reference), str(at))
    rows.read(
        "peildatum", lambda text: values.Meaning(text, None if text in repeated else "wrong_reference_date")
    )
    for name, column, rule in (
        ("birth", "geboortedatum", "birth"),
        ("settled", "datum_vestiging_gemeente", "settling"),
        ("address_since", "datum_adres", "address"),
        ("settled_nl", "datum_vestiging_nederland", "settling_nl"),
    ):
        found = rows.dates(name, column, f"impossible_{rule}_date")
        rows.note(f"{rule}_not_before_reference", (found > 0) & (earliest(found) >= reference))
    for name, column in (
        ("birth_country", "geboorteland"),
        ("parent1_country", "geboorteland_ouder_1"),
        ("parent2_country", "geboorteland_ouder_2"),
        ("country_from", "land_vanwaar_gevestigd"),
    ):
        rows.numbers(name, column, values.country(f"unknown_{name}"), "int16")
    rows.texts("sex", "geslacht", values.sex)
    rows.texts("parent1_sex", "geslacht_ouder_1", values.parent_sex("unknown_parent1_sex"))
    rows.texts("parent2_sex", "geslacht_ouder_2", values.parent_sex("unknown_parent2_sex"))
    held = values.nationalities("lost_zeros_nationality", "unknown_nationality", restore)
    rows.texts("nationalities", "nationaliteiten", held)
    rows.numbers("neighbourhood", "buurt", values.restoring(values.area(own), 8, restore), "int32")
    rows.numbers("title", "verblijfstitel", values.restoring(values.title, 2, restore), "int16")
    rows.dates("title_end", "verblijfstitel_einde", "impossible_title_end")
    return rows
