"""Lists that a page does not write itself: they say what the release and the definitions hold."""

from __future__ import annotations

from collections.abc import Sequence

from internationals import texts
from internationals.definitions.rules import Rule, rules
from internationals.pages.problems import UnfitError, suggestion
from internationals.pages.quantities import Contents, Entries, Entry
from internationals.pages.scope import Scope, years_of
from internationals.pages.wording import words
from internationals.shapes import ProtectedTable, Text

ALL = "all"


def sources(scope: Scope, tables: str | Sequence[str]) -> Entries:
    """Every source of the release's tables (`all`, or a list), with what it covers at which reference date."""
    found: dict[tuple[str, ...], list[ProtectedTable]] = {}
    for table in _tables(scope, tables):
        found.setdefault(_key(scope, table.card.source), []).append(table)
    return Entries(
        tuple(
            Entry(tables[0].card.source, tuple(_covers(scope, tables))) for _, tables in sorted(found.items())
        )
    )


def definitions(scope: Scope, ids: str | Sequence[str]) -> Entries:
    """The definitions in words with their source: `all` of them, or a list such as `[D1, D2]`."""
    known = rules()
    wanted = list(known) if ids == ALL else list(ids) if isinstance(ids, list) else [str(ids)]
    if strange := [each for each in wanted if each not in known]:
        raise UnfitError(f"There is no definition {strange[0]!r}. {suggestion(strange[0], list(known))}")
    return Entries(tuple(_rule(scope, each, known[each]) for each in wanted))


def cards(scope: Scope, tables: str | Sequence[str]) -> Entries:
    """The titles and definitions of released tables: `all` of them, or a list."""
    found = {table.card.id: table.card for table in _tables(scope, tables)}
    return Entries(tuple(Entry(card.title, (card.definition,)) for card in found.values()))


def contents(scope: Scope, pages: str) -> Contents:
    """The table of contents: every page that is made, with a link. `pages` is `all`."""
    if pages != ALL:
        raise UnfitError(f"`contents` takes `{ALL}`, and here it is {pages!r}.")
    return Contents()


def _tables(scope: Scope, wanted: str | Sequence[str]) -> list[ProtectedTable]:
    if wanted == ALL:
        return list(scope.release_tables.values())
    return [scope.table(name) for name in (wanted if isinstance(wanted, list) else [wanted])]


def _rule(scope: Scope, name: str, rule: Rule) -> Entry:
    title, text, source = (
        texts.in_languages(each, scope.languages) for each in (rule.title, rule.text, rule.source)
    )
    return Entry(
        {language: f"{title[language]} ({name})" for language in scope.languages},
        (
            text,
            {
                language: words(language)["rule_source"].format(source=source[language])
                for language in scope.languages
            },
        ),
    )


def _key(scope: Scope, text: Text) -> tuple[str, ...]:
    return tuple(text[language] for language in scope.languages)


def _covers(scope: Scope, tables: Sequence[ProtectedTable]) -> list[Text]:
    """A line per reference date or period: how many tables have it, and over which years."""
    found: dict[tuple[str, ...], list[ProtectedTable]] = {}
    for table in tables:
        found.setdefault(_key(scope, table.card.reference), []).append(table)
    return [_cover(scope, same) for _, same in sorted(found.items(), key=lambda item: -len(item[1]))]


def _cover(scope: Scope, tables: Sequence[ProtectedTable]) -> Text:
    years = sorted({year for table in tables if _has_years(table) for year in years_of(table)})
    form = "source_cover" if len(years) > 1 else "source_cover_year" if years else "source_cover_timeless"
    slots = {"first": years[0], "last": years[-1]} if years else {}
    return {
        language: words(language)[form if len(tables) > 1 else f"{form}_one"].format(
            reference=tables[0].card.reference[language], number=texts.number(language, len(tables)), **slots
        )
        for language in scope.languages
    }


def _has_years(table: ProtectedTable) -> bool:
    return any(dimension.id == "year" for dimension in table.card.dimensions)
