"""What the tables say in further languages: a file per language in `translations/`, English text to its own.

Cards, code lists and rules are written in Dutch and English. A further language translates what it needs of
them, and the rest stays in English until someone does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from internationals.shapes import Text

FOLDER = Path(__file__).with_name("translations")


def in_languages(text: Text, languages: Iterable[str]) -> Text:
    """A text of a card or a rule with what it lacks of these languages; itself when it lacks none."""
    missing = [language for language in languages if language not in text]
    return {**text, **{each: translated(each, text["en"]) for each in missing}} if missing else text


def translated(language: str, english: str) -> str:
    """An English text of a card in another language; itself where there is no translation."""
    return _translations(language).get(english, english)


@cache
def _translations(language: str) -> Mapping[str, str]:
    file = FOLDER / f"{language}.yml"
    if not file.is_file():
        return {}
    return {str(key): str(text) for key, text in yaml.safe_load(file.read_text(encoding="utf-8")).items()}
