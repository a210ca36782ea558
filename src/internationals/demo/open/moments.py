"""Of when each invented source is, in the two editions of the demo: as the published ones had it."""

from __future__ import annotations

from collections.abc import Mapping

_WORKERS = ("decisio_workers", "decisio_residence", "decisio_sectors", "decisio_children")
_TABLES = ("cbs_nationality", "cbs_background")
_STUDENTS = ("nuffic_institutions", "nuffic_countries")

MOMENTS: Mapping[str, Mapping[str, str]] = {
    "2022": {
        **dict.fromkeys(_TABLES, "2021-01-01"),
        **dict.fromkeys(_WORKERS, "2020"),
        **dict.fromkeys(_STUDENTS, "2021/2022"),
        "expat_centre": "2022-04",
        "ind_criteria": "2020",
        "survey": "2021",  # that of 2022 was still to come
    },
    "2023": {
        **dict.fromkeys((*_TABLES, "cbs_origin2022"), "2022-01-01"),
        **dict.fromkeys(_WORKERS, "2020"),
        **dict.fromkeys(_STUDENTS, "2022/2023"),
        "expat_centre": "2022-12",
        "ind_criteria": "2020",
        "survey": "2023",
        "welcome": "2023-12",
    },
}
