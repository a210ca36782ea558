"""The language files: found, read once and flattened to keys such as "site.menu"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from internationals.shapes import ConfigError

FOLDER = Path(__file__).parent


class TextError(ConfigError):
    """A language has no file, a word is missing, or a slot of a word was left empty."""


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a file, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


def template(language: str, key: str) -> str:
    """The text under `key`, its slots not yet filled. Raises TextError when there is none."""
    texts = _texts(language)
    if key not in texts:
        raise TextError(f"texts/{language}.yml has no {key!r}. Add it there and in every other language.")
    return texts[key]


@cache
def months(language: str) -> tuple[str, ...]:
    """The twelve names of the months."""
    return tuple(template(language, f"months.{month}") for month in range(1, 13))


@cache
def keys(language: str) -> frozenset[str]:
    """Every key of a language."""
    return frozenset(_texts(language))


@cache
def _texts(language: str) -> Mapping[str, str]:
    if language not in languages():
        raise TextError(
            f"There are no interface words in {language!r}; there are files for {', '.join(languages())}. "
            f"Add texts/{language}.yml with the keys of the others, or take the language "
            "out of municipality.yml."
        )
    return dict(_flat(yaml.safe_load((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))))


def _flat(node: object, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Leaves of a nested mapping under dotted keys; list items are numbered from one."""
    if isinstance(node, Mapping):
        for key, child in node.items():
            yield from _flat(child, f"{prefix}{key}.")
    elif isinstance(node, list):
        for position, child in enumerate(node, start=1):
            yield from _flat(child, f"{prefix}{position}.")
    else:
        yield prefix.removesuffix("."), str(node)
