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
ACCESSIBILITY_EXAMPLE = """\
# Wat de gemeente vastlegt over de toegankelijkheid van deze monitor; daaruit volgt de toegankelijkheidsverklaring.
# Zonder dit bestand zegt zij dat er niets is vastgelegd. Haal # weg voor wat waar is, en vul het in.
#
# What the municipality records of the accessibility of this monitor, from which the statement follows. Without it the
# statement says that nothing is recorded. Remove the # of what is true, and fill it in. Every key is explained in
# docs/reference/settings.md.
#
#adopted:
#  date: 2025-03-14
#  function: {nl: Directeur dienstverlening, en: Director of services}
#  name: V. Verzonnen
#planned_evaluation: 2025-09-01
#feedback:
#  telephone: 14 071
#  days: 5
#manual_checks:
#- date: 2025-02-03
#  by: Webteam
#  examined:
#    nl: Vijf pagina's en de explorer, met alleen het toetsenbord.
#    en: Five pages and the explorer, with the keyboard alone.
#  criteria: [2.1.1, 2.1.2, 2.4.3, 2.4.7]
#  outcome:
#    nl: Alles was te bereiken, en de focus was steeds te zien.
#    en: Everything could be reached, and the focus could always be seen.
#shortcomings:
#- criterion: 1.4.5
#  where: {nl: Het logo, en: The logo}
#  what: {nl: De naam is een afbeelding van tekst., en: The name is an image of text.}
#  consequence: {nl: De naam groeit niet mee met de letters., en: The name does not grow with the letters.}
#  reason: {nl: Zo is het logo aangeleverd., en: The logo was supplied so.}
#  measure: {nl: Er komt een logo met echte letters., en: There will be a logo with real letters.}
#  planned: 2025-12-01
#evaluations:
#- date: 2025-02-20
#  report: https://example.org/report
#  evaluator: Name of the bureau
#  method: WCAG-EM
#  standard: EN 301 549 V3.2.1
#  covers: [pages, explorer, pdf, office]
#  not_met: [1.4.5]
#registered: https://www.toegankelijkheidsverklaring.nl/register/1
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
    (folder / "accessibility.yml").write_text(ACCESSIBILITY_EXAMPLE, encoding="utf-8")
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")


def _write(path: Path, content: object) -> None:
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
