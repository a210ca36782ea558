"""`page.yml` read and held against what it should look like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from internationals import texts
from internationals.pages.folders import SourceFile
from internationals.pages.located import LocatedMapping, key_line, line_of, read_mapping
from internationals.pages.problems import Problems, UnfitError, suggestion

_KEYS = {
    *(
        "page",
        "chapter",
        "for_each",
        "required",
        "title",
        "slug",
        "tables",
        "optional",
        "needs",
        "may_be_empty",
    ),
    *("facts", "values", "claims", "headline", "charts"),
}
_CHART_KEYS = {
    *("id", "kind", "tables", "series", "emphasis", "unit", "scale", "highlight"),
    *("title", "alternative"),
}
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
_CHART_ID = re.compile(r"[a-z][a-z-]*")
LISTS = ("region", "region_name")
"""The given values that a municipality can be without."""
_GIVEN = {
    *("municipality", "edition", "reference_date", "own", "region", "region_name"),
    *("this", "claims", "unknown", "fact"),
}


@dataclass(frozen=True)
class Rule:
    """A headline, and the claims that must be true for it."""

    claims: tuple[str, ...]
    text: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class ChartSpec:
    """A chart as page.yml describes it. `series` is a list of lines, or the name of a bundle.

    `scale` names values; the largest of them is what the scale of a map ends at. `highlight` names the codes that
    stand out.
    """

    id: str
    kind: str
    tables: tuple[str, ...]
    series: Any
    emphasis: str | None
    unit: str | None
    scale: tuple[str, ...]
    highlight: str | None
    title: Mapping[str, str]
    alternative: Mapping[str, str]
    line: int


@dataclass(frozen=True)
class PageSpec:
    """What page.yml says; `lines` tells on which line each value and claim stands."""

    file: str
    number: int
    required: bool
    title: Mapping[str, str]
    slug: Mapping[str, str]
    tables: tuple[str, ...]
    values: Mapping[str, Any]
    claims: Mapping[str, Any]
    headline: tuple[Rule, ...]
    charts: tuple[ChartSpec, ...]
    lines: Mapping[str, int]
    for_each: Mapping[str, Any] | None = None
    may_be_empty: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    chapter: str = ""


def read_spec(source: SourceFile, languages: Sequence[str], problems: Problems) -> PageSpec | None:
    """The specification of one page, or None when something in it was noted as wrong."""
    before = len(problems.found)
    spec = None
    with problems.at(source.name, 1):
        content = read_mapping(source.text)
        spec = _Reader(source.name, languages, problems).page(content)
    return spec if len(problems.found) == before else None


def _optional(content: Mapping[str, Any], key: str) -> str | None:
    return str(content[key]) if key in content else None


class _Reader:
    def __init__(self, file: str, languages: Sequence[str], problems: Problems) -> None:
        self.file, self.languages, self.problems = file, languages, problems

    def page(self, content: LocatedMapping) -> PageSpec:
        self.keys(content, _KEYS, {"page", "title", "slug", "tables", "headline"})
        values, claims = self.names(content, "values"), self.names(content, "claims")
        lines = {name: key_line(values, name) for name in values}
        for name in claims:
            lines[name] = key_line(claims, name)
            if name in values:
                self.wrong(lines[name], f"{name!r} is a value already. Give the claim another name.")
        number = content.get("page")
        if not isinstance(number, int) or number < 1:
            self.wrong(
                key_line(content, "page"), f"`page` is a whole number from 1, and here it is {number!r}."
            )
        slug = self.text(content, "slug")
        for language, words in slug.items():
            if not _SLUG.fullmatch(words):
                self.wrong(
                    line_of(words), f"The slug {words!r} ({language}) should be small letters and hyphens."
                )
        return PageSpec(
            self.file,
            number if isinstance(number, int) else 0,
            content.get("required", False) is True,
            self.text(content, "title"),
            slug,
            tuple(map(str, self.list(content, "tables"))),
            values,
            claims,
            tuple(self.rules(self.list(content, "headline"), set(claims), content)),
            tuple(self.chart(entry) for entry in self.list(content, "charts")),
            lines,
            content.get("for_each"),
            tuple(map(str, self.list(content, "may_be_empty"))),
            tuple(map(str, self.list(content, "optional"))),
            self.needs(content),
            tuple(map(str, self.list(content, "facts"))),
            self.chapter(content),
        )

    def chapter(self, content: LocatedMapping) -> str:
        """The part of the monitor that the page belongs to; it has to have a title in the texts."""
        found = str(content.get("chapter", ""))
        known = texts.under(self.languages[0], "chapter")
        if "chapter" in content and found not in known:
            self.wrong(
                key_line(content, "chapter"),
                f"There is no chapter {found!r}. {suggestion(found, list(known))}",
            )
        return found

    def needs(self, content: LocatedMapping) -> tuple[str, ...]:
        found = tuple(map(str, self.list(content, "needs")))
        for name in found:
            if name not in LISTS:
                self.wrong(
                    key_line(content, "needs"),
                    f"`needs` names values that are always there and can be empty, not {name!r}. "
                    f"{suggestion(name, list(LISTS))}",
                )
        return found

    def rules(self, entries: list[Any], claims: set[str], content: LocatedMapping) -> list[Rule]:
        found = []
        for entry in entries:
            self.keys(entry, {"if", *self.languages, *texts.languages()}, set(self.languages))
            needed = [entry["if"]] if isinstance(entry.get("if"), str) else entry.get("if", [])
            for name in needed:
                if name not in claims:
                    self.wrong(
                        line_of(name), f"There is no claim {name!r}. {suggestion(str(name), list(claims))}"
                    )
            text = {language: entry.get(language, "") for language in self.languages}
            found.append(Rule(tuple(needed), text, line_of(entry)))
        unconditional = [position for position, rule in enumerate(found) if not rule.claims]
        if unconditional != [len(found) - 1]:
            self.wrong(
                key_line(content, "headline"),
                "The last headline, and only the last, stands without `if`: it is used when no claim holds.",
            )
        return found

    def chart(self, entry: Any) -> ChartSpec:
        self.keys(entry, _CHART_KEYS, _CHART_KEYS - {"emphasis", "unit", "scale", "highlight"})
        if not _CHART_ID.fullmatch(str(entry.get("id"))):
            self.wrong(
                key_line(entry, "id"), f"The id {entry.get('id')!r} should be small letters and hyphens."
            )
        return ChartSpec(
            str(entry.get("id")),
            str(entry.get("kind")),
            tuple(map(str, self.list(entry, "tables"))),
            entry.get("series"),
            _optional(entry, "emphasis"),
            _optional(entry, "unit"),
            tuple(map(str, self.list(entry, "scale"))),
            _optional(entry, "highlight"),
            self.text(entry, "title"),
            self.text(entry, "alternative"),
            line_of(entry),
        )

    def names(self, content: LocatedMapping, key: str) -> LocatedMapping:
        found = content.get(key, LocatedMapping())
        if not isinstance(found, LocatedMapping):
            raise UnfitError(f"`{key}` should be names with an expression each.")
        for name in found:
            if not _IDENTIFIER.fullmatch(name) or name in _GIVEN:
                self.wrong(
                    key_line(found, name),
                    f"{name!r} cannot be a name under `{key}`: use small letters, digits and underscores, "
                    f"and none of {', '.join(sorted(_GIVEN))}.",
                )
        return found

    def text(self, content: LocatedMapping, key: str) -> Mapping[str, str]:
        found = content.get(key)
        languages = set(self.languages)
        if not isinstance(found, Mapping) or not languages <= set(found):
            self.wrong(key_line(content, key), f"`{key}` should have a text in {', '.join(self.languages)}.")
            return {}
        for language in self.languages:
            if not isinstance(found[language], str) or not found[language].strip():
                self.wrong(key_line(content, key), f"`{key}` in {language} should be a text, and is empty.")
                return {}
        return {language: found[language] for language in self.languages}

    def list(self, content: LocatedMapping, key: str) -> list[Any]:
        found = content.get(key, [])
        if not isinstance(found, list):
            self.wrong(key_line(content, key), f"`{key}` should be a list.")
            return []
        return found

    def keys(self, content: Any, allowed: set[str], needed: set[str]) -> None:
        if not isinstance(content, LocatedMapping):
            raise UnfitError(f"Expected keys and values, and found {content!r}.")
        for key in content:
            if key not in allowed:
                self.wrong(
                    key_line(content, key), f"The key {key!r} is unknown. {suggestion(key, list(allowed))}"
                )
        if missing := needed - set(content):
            self.wrong(content.line, f"{', '.join(f'`{key}`' for key in sorted(missing))} is missing here.")

    def wrong(self, line: int, sentence: str) -> None:
        self.problems.add(self.file, line, sentence)
