"""A new project folder for any municipality, ready for its extracts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import yaml

from internationals.definitions import codes
from internationals.shapes import ConfigError

_EXTRACTS_README = """\
Zet hier de uittreksels uit het register: stand_JJJJ-MM-DD en mutaties_JJJJ (.csv, .csv.gz of .parquet).
Ze worden nooit gepubliceerd. De kolommen staan in docs/reference/extracts.md.

Put the register extracts here: stand_YYYY-MM-DD and mutaties_YYYY (.csv, .csv.gz or .parquet).
They are never published. The columns are in docs/reference/extracts.md.
"""
_IGNORED = """\
# Never to be shared: what holds persons. The survey is one row per respondent.
/extracts/
/quarantine/
/reports/
/deliveries/survey.*
/sources/survey/
"""


def new(
    folder: Path,
    code: str,
    *,
    name: str | None = None,
    publisher: str | None = None,
    contact: str = "onderzoek@example.org",
    reference_dates: tuple[date, ...],
    invented: bool = False,
    sources: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Make a project folder; `sources` says, by edition, of when each source is.

    Raises ConfigError when the folder is in use or the code is no municipality's.
    """
    digits = code.upper().removeprefix("GM")
    known = codes.municipalities().get(digits)
    if known is None or digits in ("0000", "1999"):
        raise ConfigError(
            f"'{code}' is no code of a municipality. Expected GM and four digits, as GM0546 for Leiden."
        )
    if folder.exists() and any(folder.iterdir()):
        raise ConfigError(f"{folder} is not empty. Choose another folder, or empty this one first.")
    name = name or known.name
    municipality: dict[str, object] = {
        "code": f"GM{digits}",
        "name": {"nl": name, "en": name},
        "publisher": publisher or f"Gemeente {name}",
        "contact": contact,
    }
    if invented:
        municipality["invented"] = True
    for part in ("extracts", "deliveries", "editions", "pages"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    _write(folder / "municipality.yml", municipality)
    for at in reference_dates:
        edition: dict[str, object] = {"reference_date": at}
        if moments := (sources or {}).get(str(at.year)):
            edition["sources"] = dict(moments)
        _write(folder / "editions" / f"{at.year}.yml", edition)
    (folder / "extracts" / "LEESMIJ-README.txt").write_text(_EXTRACTS_README, encoding="utf-8")
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
