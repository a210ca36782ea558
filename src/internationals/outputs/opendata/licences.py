"""Licences by the names that people write, with the names and addresses by which machines know them."""

from __future__ import annotations

from dataclasses import dataclass

from internationals.shapes import ConfigError

_EU = "http://publications.europa.eu/resource/authority/licence"


@dataclass(frozen=True)
class Licence:
    """A licence: its name, its SPDX name (empty for one of the publisher's own), the address of its text, and its
    entry in the list of the EU's Publications Office (the address again where it has none)."""

    name: str
    spdx: str
    address: str
    authority: str


KNOWN = (
    Licence("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", f"{_EU}/CC_BY_4_0"),
    Licence("CC BY-SA 4.0", "CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", f"{_EU}/CC_BYSA_4_0"),
    Licence("CC0 1.0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", f"{_EU}/CC0"),
)  # fmt: skip


def licence_of(written: str) -> Licence:
    """The licence that `municipality.yml` names. Raises ConfigError for one that no machine would understand."""
    for known in KNOWN:
        if _plain(written) in (_plain(known.name), _plain(known.spdx), _plain(known.address)):
            return known
    if written.startswith("https://") and not set(written) & set(" <>\"'\\"):
        return Licence(written, "", written, written)
    names = ", ".join(known.name for known in KNOWN)
    raise ConfigError(
        f"The licence is {written!r}; expected {names}, or the address (https://…) of another licence, so that "
        "a data portal knows what may be done with the figures. Change `licence` in municipality.yml and build again."
    )


def _plain(name: str) -> str:
    return "".join(each for each in name.casefold() if each.isalnum() or each in ".:/")
