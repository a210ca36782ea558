"""From a feature to the code of its area: by a property that holds codes, never by a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

PROPERTIES = (
    "statcode", "bu_code", "buurtcode", "wk_code", "wijkcode", "gm_code", "gemeentecode", "gwb_code",
    "regiocode", "code", "identificatie", "id",
)  # fmt: skip
"""Where codes are looked for, in this order, whatever their capitals."""

DIGITS = {"municipality": 4, "district": 6, "neighbourhood": 8}
PREFIX = {"municipality": "GM", "district": "WK", "neighbourhood": "BU"}


def code_of(level: str, properties: Mapping[str, Any]) -> str | None:
    """The digits of a feature's code, or None when no property holds a code of this level.

    A code may stand with its prefix (`BU05460000`) or without; a whole number gets its leading zeros back.
    """
    lowered = {name.lower(): value for name, value in properties.items()}
    for name in PROPERTIES:
        found = _digits(level, lowered.get(name))
        if found is not None:
            return found
    return None


def _digits(level: str, value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value).zfill(DIGITS[level])
    prefix = PREFIX[level]
    pattern = f"(?:{prefix}|{prefix[0]})?([0-9]{{{DIGITS[level]}}})"
    found = re.fullmatch(pattern, value.strip(), re.IGNORECASE) if isinstance(value, str) else None
    return found[1] if found else None
