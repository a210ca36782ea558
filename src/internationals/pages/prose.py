"""Reading a text before it is rendered: what it cites, and everything in it that is not bound to data.

Refused, each with its line: digits and number words in the prose, words of direction ("rose", "fewer") that
no claim guards, unknown names, and every piece of Jinja but `{{ value }}`, `{{ value | filter }}` with one of
`FILTERS`, `{{ fact("name") }}` and `{% if claims.x %}`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from internationals.pages.filters import FILTERS, fits
from internationals.pages.problems import Problems, UnfitError, suggestion
from internationals.pages.wording import pattern

_LINK_TARGET = re.compile(r"(?<=\])\([^\s)\"']*|<https?://[^>\s]*>")
_TAGS_ONLY = re.compile(r"^([ \t]*(?:(?:\{%[^\n]*?%\}|\{#[^\n]*?#\})[ \t]*)+)\n", re.MULTILINE)
PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True)
class TextUnit:
    """One text in one language: a body, a headline, a title. `guarded` when claims already select it."""

    file: str
    line: int
    language: str
    source: str
    guarded: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The names that the texts of a page can use. `guards` are the claims that assert something."""

    values: Collection[str]
    claims: Collection[str]
    guards: Collection[str]
    facts: Collection[str]


def prepared(source: str) -> str:
    """The source in which a line of tags only leaves no line behind; line numbers stay as they are."""
    return _TAGS_ONLY.sub(lambda match: match[1] + "{#\n#}", source + "\n")


def read_text(
    unit: TextUnit, vocabulary: Vocabulary, environment: SandboxedEnvironment, problems: Problems
) -> frozenset[str]:
    """What a text refers to, as "value x", "claim x", "unknown x" and "fact x". Mistakes are noted."""
    try:
        template = environment.parse(prepared(unit.source))
    except TemplateSyntaxError as error:
        problems.add(unit.file, unit.line + error.lineno - 1, f"The text cannot be read: {error.message}")
        return frozenset()
    reader = _Reader(unit, vocabulary, problems)
    reader.statements(template.body, unit.guarded)
    return frozenset(reader.cited)


class _Reader:
    def __init__(self, unit: TextUnit, vocabulary: Vocabulary, problems: Problems) -> None:
        self.unit, self.vocabulary, self.problems = unit, vocabulary, problems
        self.cited: set[str] = set()

    def statements(self, body: Sequence[nodes.Node], guarded: bool) -> None:
        for node in body:
            with self.at(node):
                if isinstance(node, nodes.Output):
                    for part in node.nodes:
                        with self.at(part):
                            self.output(part, guarded)
                elif isinstance(node, nodes.If):
                    self.condition(node, guarded)
                else:
                    raise UnfitError("Only values, facts and {% if claims... %} can stand in a text.")

    def condition(self, node: nodes.If, guarded: bool) -> None:
        for branch in (node, *node.elif_):
            with self.at(branch):
                self.statements(branch.body, self.test(branch.test) or guarded)
        # What is not shown to be true is not shown to be false: the last branch asserts nothing.
        self.statements(node.else_, False)

    def test(self, node: nodes.Node) -> bool:
        """Note what a condition refers to; True when something is asserted whenever it holds."""
        if isinstance(node, nodes.And | nodes.Or):
            sides = [self.test(node.left), self.test(node.right)]
            return any(sides) if isinstance(node, nodes.And) else all(sides)
        if isinstance(node, nodes.Not):
            if isinstance(node.node, nodes.Getattr) and _owner(node.node) == "unknown":
                return self.test(node.node)
            raise UnfitError(
                "A claim that is not shown to be true is not false: write the opposite as its own claim."
            )
        if isinstance(node, nodes.Getattr) and _owner(node) in ("claims", "unknown"):
            if node.attr not in self.vocabulary.claims:
                known = list(self.vocabulary.claims)
                raise UnfitError(
                    f"There is no claim {node.attr!r} on this page. {suggestion(node.attr, known)}"
                )
            self.cited.add(f"{'claim' if _owner(node) == 'claims' else 'unknown'} {node.attr}")
            return _owner(node) == "claims" and node.attr in self.vocabulary.guards
        raise UnfitError(
            "A condition can only ask for claims.x or unknown.x, with `and`, `or` and `not unknown.x`."
        )

    def output(self, node: nodes.Expr, guarded: bool) -> None:
        if isinstance(node, nodes.TemplateData):
            self.prose(node, guarded)
        elif isinstance(node, nodes.Name):
            if node.name not in self.vocabulary.values:
                known = list(self.vocabulary.values)
                raise UnfitError(
                    f"There is no value {node.name!r} on this page. {suggestion(node.name, known)}"
                )
            self.cited.add(f"value {node.name}")
        elif isinstance(node, nodes.Filter) and node.node is not None and fits(node):
            self.output(node.node, guarded)
            for argument in node.args:
                self.words(_constant(argument), node.lineno, guarded)
        elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "fact":
            name = _constant(node.args[0]) if len(node.args) == 1 else ""
            if name not in self.vocabulary.facts:
                known = list(self.vocabulary.facts)
                raise UnfitError(f"There is no fact {name!r} in facts.yml. {suggestion(name, known)}")
            self.cited.add(f"fact {name}")
        else:
            raise UnfitError(
                f"Between {{{{ and }}}} stands the name of a value, with |{', |'.join(FILTERS)} if needed, "
                'or fact("name"); nothing is computed in a text.'
            )

    def prose(self, node: nodes.TemplateData, guarded: bool) -> None:
        blanked = _LINK_TARGET.sub(lambda match: " " * len(match[0]), node.data)
        self.words(blanked, node.lineno, guarded)

    def words(self, text: str, line: int, guarded: bool) -> None:
        for found, sentence in self.loose(text, guarded):
            self.problems.add(
                self.unit.file, self.unit.line + line - 1 + text.count("\n", 0, found), sentence
            )

    def loose(self, text: str, guarded: bool) -> Iterator[tuple[int, str]]:
        for match in re.finditer(r"\S+", text):
            if any(character.isnumeric() for character in match[0]):
                yield (
                    match.start(),
                    f"{match[0]!r} is a number typed by hand. Bind it to a value, or cite a fact.",
                )
            if any(ord(character) in PRIVATE for character in match[0]):
                yield match.start(), "A private-use character stands here, which no font can show. Remove it."
        for match in pattern(self.unit.language, "number_words").finditer(text):
            yield match.start(), f"{match[0]!r} is a number in words. Bind it to a value, or cite a fact."
        if not guarded:
            for match in pattern(self.unit.language, "claim_words").finditer(text):
                yield (
                    match.start(),
                    f"{match[0]!r} claims a direction or comparison here, and no claim guards it. "
                    "Put the sentence behind {% if claims... %}, or choose a neutral word.",
                )

    def at(self, node: nodes.Node) -> AbstractContextManager[None]:
        return self.problems.at(self.unit.file, self.unit.line + node.lineno - 1)


def _owner(node: nodes.Getattr) -> str:
    return node.node.name if isinstance(node.node, nodes.Name) else ""


def _constant(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    raise UnfitError("An argument in a text is a text between quotes.")


def by_language(cited: Mapping[str, frozenset[str]]) -> str | None:
    """What some languages cite and others do not, in words; None when they cite the same."""
    everything = frozenset().union(*cited.values())
    parts = [
        f"{language} lacks {', '.join(sorted(everything - found))}"
        for language, found in sorted(cited.items())
        if everything - found
    ]
    return "; ".join(parts) or None
