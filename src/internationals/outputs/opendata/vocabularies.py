"""Entries of the lists that data portals share: organisations, languages, file types."""

from __future__ import annotations

EU = "http://publications.europa.eu/resource/authority"
"""The lists of the EU's Publications Office."""

MEDIA_TYPES = "https://www.iana.org/assignments/media-types"

FORMATS = {
    "CSV": ("CSV", "http://www.w3.org/ns/csvw"),
    "JSON-stat": ("JSON", "https://json-stat.org/full/"),
    "Parquet": ("PARQUET", "https://parquet.apache.org/"),
}
"""The formats of a distribution: their names in the EU's list of file types, and where they are described."""

LANGUAGES = {
    "ar": "ARA", "bg": "BUL", "cs": "CES", "da": "DAN", "de": "DEU", "el": "ELL", "en": "ENG", "es": "SPA",
    "et": "EST", "fi": "FIN", "fr": "FRA", "fy": "FRY", "ga": "GLE", "hr": "HRV", "hu": "HUN", "it": "ITA",
    "lt": "LIT", "lv": "LAV", "mt": "MLT", "nl": "NLD", "pl": "POL", "pt": "POR", "ro": "RON", "ru": "RUS",
    "sk": "SLK", "sl": "SLV", "sv": "SWE", "tr": "TUR", "uk": "UKR", "zh": "ZHO",
}  # fmt: skip
"""Languages by the two letters that browsers use, as the EU's list has them."""


def organisation(code: str) -> str:
    """A municipality (GM0546) in the government's register of organisations, TOOI."""
    return f"https://identifier.overheid.nl/tooi/id/gemeente/{code.lower()}"
