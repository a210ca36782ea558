"""The values that every page has, without saying so."""

from __future__ import annotations

from datetime import date

from internationals.pages.quantities import Day, Names, Quantity, Year
from internationals.shapes import Release


def given(release: Release) -> dict[str, Quantity]:
    """The values that every page has: municipality, edition and reference_date."""
    manifest = release.manifest
    edition = str(manifest["edition"])
    return {
        "municipality": Names({"name": manifest["municipality"]["name"]}),
        "edition": Year(edition),
        "reference_date": Day(date.fromisoformat(manifest["reference_date"])),
    }
