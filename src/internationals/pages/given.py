"""The values that every page has, without saying so."""

from __future__ import annotations

from datetime import date

from internationals.definitions import codes
from internationals.pages.quantities import Day, Names, Quantity, Year
from internationals.shapes import Release, Status, Text


def given(release: Release) -> dict[str, Quantity]:
    """The values that every page has: municipality, edition and reference_date; and the codes of the own
    municipality and of the municipalities of its region, with the region's name.

    Where there is no region, nothing can be said of it: those two are not applicable.
    """
    manifest = release.manifest
    edition = str(manifest["edition"])
    name, region = manifest["municipality"]["name"], manifest.get("region")
    own = str(manifest["municipality"]["code"]).removeprefix("GM")
    none = Names({}, Status.NOT_APPLICABLE)
    return {
        "municipality": Names({"name": name}),
        "own": Names({own: name}),
        "region": Names({code: _named(code, name) for code in region["members"]}) if region else none,
        "region_name": Names({region["id"]: region["name"]}) if region else none,
        "edition": Year(edition),
        "reference_date": Day(date.fromisoformat(manifest["reference_date"])),
    }


def _named(code: str, languages: Text) -> Text:
    """The name of a municipality, the same in every language."""
    return dict.fromkeys(languages, codes.municipalities()[code].name)
