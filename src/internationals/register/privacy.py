"""The gate: no number of a person passes it, not into a table, a log, an error or the quarantine."""

from __future__ import annotations

import re

_LONG_NUMBER = re.compile(r"\d{9,}")
_EIGHT_DIGITS = re.compile(r"(?<!\d)\d{8}(?!\d)")
_LONGEST = 60


def shown(value: str) -> str:
    """A value as it may be shown to a researcher: long numbers masked, control characters out, cut short.

    A value in the wrong column can be a BSN or an A-number (a row that slipped one column aside), so every
    run of nine digits or more is masked, and so are eight digits that pass the BSN's eleven test (a BSN
    that lost its leading zero) and look like no date.
    """
    text = _LONG_NUMBER.sub(lambda found: f"<{len(found[0])} digits>", value)
    text = _EIGHT_DIGITS.sub(lambda found: "<8 digits>" if _perhaps_bsn(found[0]) else found[0], text)
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def _perhaps_bsn(digits: str) -> bool:
    if "1850" <= digits[:4] <= "2100" and digits[4:6] <= "12" and digits[6:] <= "31":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(d) * w for d, w in zip(digits.zfill(9), weights, strict=True)) % 11 == 0
