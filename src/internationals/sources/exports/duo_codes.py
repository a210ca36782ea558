"""The code files that DUO gives with its data of higher education (`Dec_*.asc`): columns of a fixed width.

They are in Windows-1252. The widths are those of DUO's own description of the files. DUO's EEA includes Switzerland
and Suriname, so it is never taken for ours (`definitions/codes/eea.csv`).
"""

from __future__ import annotations

from pathlib import Path

from internationals.shapes import DataError

WIDTHS: dict[str, tuple[tuple[str, int], ...]] = {
    "Dec_actuele_instelling": (("code", 4), ("name", 50)),
    "Dec_ho-inst": (("code", 4), ("name", 100)),
    "Dec_landcode": (
        ("code", 4),
        ("name", 40),
        ("background_short", 1),
        ("background_short_name", 12),
        ("background_long", 2),
        ("background_long_name", 42),
    ),
    "Dec_nationaliteitscode": (
        ("code", 4),
        ("name", 50),
        ("background_short", 1),
        ("background_short_name", 12),
        ("background_long", 2),
        ("background_long_name", 32),
    ),
    "Dec_land_naar_herkomstindikking": (("code", 4), ("group", 2), ("group_name", 60)),
}
"""Per file its columns in order, with how many characters each has."""


def read(path: Path) -> dict[str, dict[str, str]]:
    """The columns of every code. The row without a code (no value at all) is left out.

    Raises DataError for a file that is not known, a row that is too long, and a code that stands twice.
    """
    columns = WIDTHS.get(path.stem)
    if columns is None:
        raise DataError(f"{path.name} is no code file that we know. Known: {', '.join(WIDTHS)}.")
    width = sum(length for _, length in columns)
    found: dict[str, dict[str, str]] = {}
    for number, line in enumerate(path.read_text(encoding="cp1252").splitlines(), 1):
        if len(line.rstrip()) > width:
            raise DataError(
                f"{path.name}, row {number}: found {len(line.rstrip())} characters, expected at most {width}. Look "
                "whether DUO has changed its columns."
            )
        values, start = {}, 0
        for name, length in columns:
            values[name] = line[start : start + length].strip()
            start += length
        code = values.pop("code")
        if not code:
            continue
        if code in found:
            raise DataError(f"{path.name}, row {number}: the code {code} stands there twice.")
        found[code] = values
    return found
