"""YAML that remembers on which line everything stands, so that a mistake can be pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from internationals.pages.problems import UnfitError


class Located(str):
    """A piece of text from a YAML file, with the line on which its content begins."""

    line: int = 1


class LocatedMapping(dict[str, Any]):
    """A mapping from a YAML file, with the line on which it begins."""

    line: int = 1


class _Loader(yaml.SafeLoader):
    """Safe YAML with lines kept and repeated keys refused."""


def _text(loader: _Loader, node: yaml.ScalarNode) -> Located:
    text = Located(loader.construct_scalar(node))
    # The mark of a block scalar is at its | or >, one line above its content.
    text.line = node.start_mark.line + (2 if node.style in ("|", ">") else 1)
    return text


def _mapping(loader: _Loader, node: yaml.MappingNode) -> LocatedMapping:
    mapping = LocatedMapping()
    mapping.line = node.start_mark.line + 1
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            # YAML reads a bare `no` or `2022` as something else than text.
            key = str(key_node.value)
        if key in mapping:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {key!r} stands here for the second time", key_node.start_mark
            )
        mapping[key] = loader.construct_object(value_node, deep=True)
    return mapping


_Loader.add_constructor("tag:yaml.org,2002:str", _text)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


@lru_cache(maxsize=64)
def read_mapping(text: str) -> LocatedMapping:
    """The mapping that a YAML file holds; an empty file is an empty mapping.

    Raises UnfitError with the line when the text is no YAML or holds something else than a mapping.
    """
    try:
        content = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f" (line {mark.line + 1})" if mark else ""
        raise UnfitError(f"This is not YAML{place}: {error.problem}. Mend it there.") from error
    except yaml.YAMLError as error:
        raise UnfitError(f"This is not YAML: {error}.") from error
    if content is None:
        return LocatedMapping()
    if not isinstance(content, LocatedMapping):
        raise UnfitError("This file should hold keys and values (`key: value`), and holds something else.")
    return content


def line_of(thing: object, otherwise: int = 1) -> int:
    """The line on which a thing read by `read_mapping` begins."""
    if isinstance(thing, Located | LocatedMapping):
        return thing.line
    if isinstance(thing, list) and thing:
        return line_of(thing[0], otherwise)
    return otherwise


def key_line(mapping: Mapping[str, Any], key: str) -> int:
    """The line on which this key of the mapping stands."""
    for candidate in mapping:
        if candidate == key:
            return line_of(candidate, line_of(mapping))
    return line_of(mapping)
