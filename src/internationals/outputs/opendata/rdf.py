"""A small graph of linked data, written as Turtle and as JSON-LD. Both say the same, in the order they were given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True)
class Iri:
    """Something with an address, which may be relative to the file."""

    address: str


@dataclass(frozen=True)
class Words:
    """A text in a language, or in none."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Typed:
    """A text of a type, by its short name ("xsd:gYear")."""

    text: str
    datatype: str


@dataclass(frozen=True)
class Blank:
    """Something without an address, told of where it is needed."""

    type: str
    properties: tuple[tuple[str, Value], ...]


Value = Iri | Words | Typed | Blank
Property = tuple[str, Value]


@dataclass(frozen=True)
class Node:
    """Something with an address and what is said of it. Types and properties have short names ("dct:title")."""

    address: str
    type: str
    properties: tuple[Property, ...] = ()


def turtle(nodes: Iterable[Node], comment: str = "") -> str:
    """The graph as Turtle. A comment of one line comes first."""
    heads = [f"# {comment}\n"] if comment else []
    heads += [f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items()]
    return "".join(heads) + "".join(_turtle_node(node) for node in nodes)


def json_ld(nodes: Iterable[Node]) -> str:
    """The graph as JSON-LD."""
    graph = [{"@id": node.address, **_object(node.type, node.properties)} for node in nodes]
    return json.dumps({"@context": PREFIXES, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _turtle_node(node: Node) -> str:
    lines = [f"<{node.address}> a {node.type}"]
    lines += [f"  {name} {_turtle_value(value)}" for name, value in node.properties]
    return "\n" + " ;\n".join(lines) + " .\n"


def _turtle_value(value: Value) -> str:
    match value:
        case Iri(address):
            return f"<{address}>"
        case Words(text, language):
            return _quoted(text) + (f"@{language}" if language else "")
        case Typed(text, datatype):
            return f"{_quoted(text)}^^{datatype}"
        case Blank(kind, properties):
            inner = "; ".join(f"{name} {_turtle_value(each)}" for name, each in properties)
            return f"[ a {kind}; {inner} ]"


def _quoted(text: str) -> str:
    """A text in quotes; JSON escapes the same characters as Turtle does."""
    return json.dumps(text, ensure_ascii=False)


def _object(kind: str, properties: Iterable[Property]) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": kind}
    for name, value in _json_values(properties):
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _json_values(properties: Iterable[Property]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value in properties:
        match value:
            case Iri(address):
                yield name, {"@id": address}
            case Words(text, language):
                yield name, {"@value": text, **({"@language": language} if language else {})}
            case Typed(text, datatype):
                yield name, {"@value": text, "@type": datatype}
            case Blank(kind, inner):
                yield name, _object(kind, inner)
