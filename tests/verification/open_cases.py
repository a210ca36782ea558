"""The tests of claims about other sources than the register: once true and once false, at the bound."""

from __future__ import annotations

from internationals.shapes import Release
from tests.verification.elsewhere import (
    CHINA,
    GERMANY,
    GREECE,
    KATWIJK,
    LEIDEN,
    SHARE,
    children,
    countries,
    leading,
    municipalities,
    residence,
    students,
    workers,
)  # fmt: skip
from tests.verification.town import line, table, town

CBS = {"source": "CBS", "reference": "2021-01-01"}
DECISIO = {"source": "Decisio", "subject": "international_workers", "reference": "2020"}
NUFFIC = {
    "source": "Nuffic",
    "subject": "international_students",
    "topic": "students",
    "reference": "study year 2021/2022",
}
_TWENTY = [
    f"m{code:04}"
    for code in (
        363,
        599,
        344,
        479,
        14,
        34,
        80,
        85,
        90,
        106,
        141,
        147,
        150,
        153,
        164,
        177,
        200,
        202,
        203,
        213,
    )
]


def _ranked(vaals: float) -> Release:
    """Nineteen of 500 per thousand, one of 400, and Vaals at the border."""
    inland = dict.fromkeys(_TWENTY, 500.0) | {_TWENTY[0]: 400.0}
    return municipalities(**inland, m0981=vaals)


def _several(maastricht: float) -> Release:
    inland = dict.fromkeys([each for each in _TWENTY if each != "m0153"], 500.0)
    return municipalities(**inland, m0981=600.0, m0935=maastricht)


def _origins(*leaders: str) -> Release:
    """Every municipality led by one origin; all others have one person less."""
    places = ("0546", "0537", "0547", "0579", "0626", "0638")
    everywhere = ("5007", "6043", "5022", "6024")
    return leading(
        "origin",
        {
            (p, code): 10 if code == first else 9
            for p, first in zip(places, leaders, strict=True)
            for code in everywhere
        },
    )


def _institutions(lowest: float, highest: float) -> Release:
    return town(
        students("students_universities", "institution", {"21PJ": highest}),
        students("students_applied_sciences", "institution", {"21RI": lowest}),
    )


def _sectors(hbo: float) -> Release:
    return town(students("students_sector", "sector", {"wo": 100, "hbo": hbo}))


def _earlier(china: float) -> Release:
    cells = {
        (year, code, "all"): number
        for year in ("2020", "2021")
        for code, number in ((GERMANY, 50), (CHINA, china if year == "2020" else 90))
    }
    return town(table("students_country", "country level", cells))


def _months(last: float) -> Release:
    return town(line("expat_registrations", 2020, 100, 101, last))


_FROM_CHINA = NUFFIC | {"breakdown": "origin=China"}
OPEN_CASES = {
    "high_in_ranking": (
        CBS | {"breakdown": f"{SHARE};municipality=Vaals;border=yes"}, _ranked(400), _ranked(399),
    ),
    "several_in_list": (
        CBS | {"breakdown": "border=yes"}, _several(500), _several(499),
    ),
    "not_rank_1": (
        CBS | {"subject": "indonesia_origin", "breakdown": "municipality=Katwijk;among=origins"},
        leading("origin", {(KATWIJK, "6024"): 9, (KATWIJK, "7028"): 10}),
        leading("origin", {(KATWIJK, "6024"): 10, (KATWIJK, "7028"): 10}),
    ),
    "top_differs": (
        CBS | {"subject": "nationality", "breakdown": "municipality=Katwijk"},
        leading("nationality", {(LEIDEN, "0064"): 9, (LEIDEN, "0055"): 8, (KATWIJK, "0064"): 7, (KATWIJK, "0055"): 8}),
        leading("nationality", {(LEIDEN, "0064"): 9, (LEIDEN, "0055"): 8, (KATWIJK, "0064"): 8, (KATWIJK, "0055"): 8}),
    ),
    "frequent_top_origin": (
        CBS | {"subject": "origin", "breakdown": "origin=Suriname,Turkey,Morocco"},
        _origins("5007", "5007", "6043", "6043", "5022", "5022"),
        _origins("5007", "5007", "6043", "6043", "6024", "6024"),
    ),
    "works_gt_lives": (
        DECISIO, workers(lives_total=[100], works_total=[105]), workers(lives_total=[100], works_total=[100]),
    ),
    "subset_of_residents": (
        DECISIO | {"source": "report"},
        workers(lives_total=[100], works_total=[100]),
        workers(lives_total=[100], works_total=[105]),
    ),
    "important_residence": (
        DECISIO | {"breakdown": "perspective=works_in;residence=Den Haag"},
        residence(m0546=99, m0518=5, m0363=9, m0599=9, m0344=9, m0479=9, m0014=4, unknown=50),
        residence(m0546=99, m0518=5, m0363=9, m0599=9, m0344=9, m0479=9, m0014=6, unknown=50),
    ),
    "residence_unknown_exists": (DECISIO, residence(unknown=5), residence(unknown=0)),
    "increase_ends": (
        DECISIO | {"breakdown": "perspective=lives_in"},
        workers(lives_total=[100, 110, 110]),
        workers(lives_total=[100, 110, 115]),
    ),
    "increase_then_slight_decrease": (
        DECISIO
        | {
            "subject": "worker_children", "breakdown": "age=4-11;area=Region071", "reference": "2018/2020",
        },
        children(900, 1000, 955),
        children(900, 1000, 950),
    ),
    "large_differences": (NUFFIC, _institutions(10, 60), _institutions(11, 60)),
    "lower_than_universities": (
        NUFFIC | {"breakdown": "sector=universities_of_applied_sciences"}, _sectors(99), _sectors(100),
    ),
    "rank_1_in_earlier_years": (
        NUFFIC | {"breakdown": "origin=Germany", "reference": "before 2021"}, _earlier(49), _earlier(50),
    ),
    "majority_master": (
        _FROM_CHINA, town(countries({CHINA: 49}, {CHINA: 51})), town(countries({CHINA: 50}, {CHINA: 50})),
    ),
    "master_gt_bachelor": (
        _FROM_CHINA, town(countries({CHINA: 50}, {CHINA: 51})), town(countries({CHINA: 50}, {CHINA: 50})),
    ),
    "most_listed_countries_european": (
        NUFFIC,
        town(countries({GERMANY: 3, GREECE: 2, CHINA: 9}, {GERMANY: 0, GREECE: 0, CHINA: 0})),
        town(countries({GERMANY: 3, CHINA: 9}, {GERMANY: 0, CHINA: 0})),
    ),
    "gt_year_2020": (
        {
            "source": "ECL", "subject": "ecl_registrations", "breakdown": "year=2021,2022",
            "reference": "2020/2022",
        },
        _months(101),
        _months(100),
    ),
}  # fmt: skip
