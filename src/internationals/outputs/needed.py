"""What every output takes from the manifest of a release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NEEDED = (
    "edition", "municipality", "publisher", "contact", "reference_date", "invented", "languages", "software",
    "licence",
)  # fmt: skip


def lacking(manifest: Mapping[str, Any]) -> list[str]:
    """What the manifest does not say, of all that is needed."""
    return [key for key in NEEDED if key not in manifest]
