"""Rendering a text with its values bound, and recording what it cites.

While Jinja and Markdown work, every value is one private-use character; its text takes its place at the
very end. So nothing in a label or a name can act as Markdown or HTML, and whatever digit stands in the
rendered text is known to be typed by hand.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markdown_it import MarkdownIt

from internationals.pages.bound import Bound, Recorder
from internationals.pages.facts import Fact
from internationals.pages.filters import FILTERS
from internationals.pages.problems import UnfitError
from internationals.pages.prose import TextUnit, prepared
from internationals.pages.quantities import Quantity
from internationals.pages.verdicts import Verdict


@dataclass(frozen=True)
class Bindings:
    """What a page binds its texts to."""

    values: Mapping[str, Quantity]
    verdicts: Mapping[str, Verdict]
    facts: Mapping[str, Fact]


@dataclass(frozen=True)
class Rendered:
    """A text as it will be read, and what it cites ("value x", "claim x", "unknown x", "fact x")."""

    text: str
    cited: frozenset[str]


class _Answers:
    """`claims.x` or `unknown.x` in a text: recorded when it holds."""

    def __init__(
        self, kind: str, verdicts: Mapping[str, Verdict], wanted: Verdict, recorder: Recorder
    ) -> None:
        self._kind, self._verdicts, self._wanted, self._recorder = kind, verdicts, wanted, recorder

    def __getitem__(self, name: str) -> bool:
        holds = self._verdicts[name] is self._wanted
        if holds:
            self._recorder.cited.add(f"{self._kind} {name}")
        return holds


@cache
def environment() -> SandboxedEnvironment:
    """The Jinja in which texts are read: a sandbox with the filters of bound values, and nothing else."""
    made = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, lstrip_blocks=True)
    made.globals.clear()
    made.tests.clear()
    made.filters.clear()
    for name in FILTERS:
        made.filters[name] = getattr(Bound, name)
    return made


@lru_cache(maxsize=1024)
def _template(source: str) -> Template:
    return environment().from_string(prepared(source))


@cache
def _markdown() -> MarkdownIt:
    # No HTML and no images: a page asks for nothing from elsewhere, and figures come from released tables.
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def render_body(unit: TextUnit, bindings: Bindings) -> Rendered:
    """A text of paragraphs and headings, as HTML. Raises UnfitError when it is not fit to print."""
    recorder = Recorder(unit.language)
    page = _markdown().render(_bound_text(unit, bindings, recorder))
    if "<h1" in page:
        raise UnfitError(
            "The title of the page is its only heading of the first level. Begin headings here with ##."
        )
    return Rendered(_finished(page, recorder), frozenset(recorder.cited))


def render_line(unit: TextUnit, bindings: Bindings) -> Rendered:
    """A headline, as HTML on one line."""
    recorder = Recorder(unit.language)
    line = _markdown().renderInline(" ".join(_bound_text(unit, bindings, recorder).split()))
    return Rendered(_finished(line, recorder), frozenset(recorder.cited))


def render_plain(unit: TextUnit, bindings: Bindings) -> Rendered:
    """A title or an alternative text, as plain text on one line."""
    recorder = Recorder(unit.language)
    line = " ".join(_bound_text(unit, bindings, recorder).split())
    _all_bound(line)
    return Rendered(recorder.filled(line, str), frozenset(recorder.cited))


def _bound_text(unit: TextUnit, bindings: Bindings, recorder: Recorder) -> str:
    def fact(name: str) -> str:
        if name not in bindings.facts:
            raise UnfitError(
                f"The project has no fact {name!r}. Cite it behind a claim {{stated: {name}}}, or add it to facts.yml."
            )
        recorder.cited.add(f"fact {name}")
        return recorder.place(bindings.facts[name].text[unit.language])

    names: dict[str, object] = {name: Bound(name, value, recorder) for name, value in bindings.values.items()}
    names["claims"] = _Answers("claim", bindings.verdicts, True, recorder)
    names["unknown"] = _Answers("unknown", bindings.verdicts, None, recorder)
    text = _template(str(unit.source)).render(**names, fact=fact)
    # Blanks left over by a sentence that was not printed would be a line break in Markdown.
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE).strip()


def _finished(page: str, recorder: Recorder) -> str:
    if "%EE%" in page:
        raise UnfitError("A value stands in the address of a link, and cannot. Write the address out.")
    _all_bound(html.unescape(re.sub(r"<[^>]*>", " ", page)))
    return recorder.filled(page, html.escape).strip()


def _all_bound(text: str) -> None:
    """The last guard, whatever way a digit came in: an entity, a list that Markdown numbers."""
    for word in text.split():
        if any(character.isnumeric() for character in word):
            raise UnfitError(f"The rendered text holds {word!r}, a number that is bound to nothing.")
