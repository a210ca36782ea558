"""What every file of an edition's open data says of itself: whose it is, of when, under which licence, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin

from internationals import texts
from internationals.outputs.needed import lacking
from internationals.outputs.opendata.licences import Licence, licence_of
from internationals.shapes import ConfigError, Text

PLACE = "../data/"
"""Where the open data stand seen from the site, when the site has an address."""


@dataclass(frozen=True)
class Facts:
    """An edition, as its open data tell of it.

    `site` is the address of the site, ending in a slash, and `address` that of the open data; both are empty while
    nobody has said where the site will stand. Then every link is relative to the file that it stands in.
    """

    edition: str
    languages: tuple[str, ...]
    code: str
    names: Text
    publisher: str
    contact: str
    licence: Licence
    reference_date: date
    invented: bool
    software: str
    site: str

    @classmethod
    def of(cls, manifest: Mapping[str, Any]) -> Facts:
        """Take them from the manifest of a release. Raises ConfigError when it lacks one, or says it wrongly."""
        if missing := lacking(manifest):
            raise ConfigError(
                f"The manifest of the release lacks {', '.join(missing)}; the open data state them. "
                "Build the release again with this version."
            )
        site = str(manifest.get("site_url") or "")
        if site and not (
            site.startswith("https://") and site.endswith("/") and not set(site) & set(" <>\"'\\")
        ):
            raise ConfigError(f"site_url is {site!r}; expected an address from https:// to a closing slash.")
        return cls(
            edition=str(manifest["edition"]),
            languages=tuple(manifest["languages"]),
            code=manifest["municipality"]["code"],
            names=manifest["municipality"]["name"],
            publisher=manifest["publisher"],
            contact=manifest["contact"],
            licence=licence_of(manifest["licence"]),
            reference_date=date.fromisoformat(manifest["reference_date"]),
            invented=bool(manifest["invented"]),
            software=manifest["software"],
            site=site,
        )

    @property
    def address(self) -> str:
        return urljoin(self.site, PLACE) if self.site else ""

    @property
    def email(self) -> str:
        """The contact where it is an e-mail address, else nothing: portals refuse any other text."""
        return self.contact if re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", self.contact) else ""

    @property
    def mark(self) -> str:
        """That the data are invented, in every language of the edition; empty where they are not."""
        marks = dict.fromkeys(texts.word(language, "csv.invented") for language in self.languages)
        return " / ".join(marks) if self.invented else ""

    def marked(self, language: str, text: str) -> str:
        """A title or description that begins by saying that the data are invented, where they are."""
        return f"{texts.word(language, 'csv.invented')}: {text}" if self.invented else text

    def said(self, key: str, language: str) -> str:
        """A text about the edition, with the slots that all of them can fill."""
        return texts.word(
            language,
            f"data.{key}",
            municipality=self.names[language],
            edition=self.edition,
            date=texts.day(language, self.reference_date),
        )

    def in_all(self, key: str) -> dict[str, str]:
        """The same text in every language of the edition."""
        return {language: self.said(key, language) for language in self.languages}


def in_language(text: Text, language: str) -> str:
    """A text of a card in a language; in English where the card was not translated."""
    return texts.in_languages(text, (language,))[language]
