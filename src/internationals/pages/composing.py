"""All pages of a release: found, made, and held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from internationals.pages.facts import read_facts
from internationals.pages.folders import page_folders
from internationals.pages.page import Draft
from internationals.pages.problems import Problem, Problems
from internationals.pages.scope import years_of
from internationals.pages.spec import read_spec
from internationals.pages.wording import words
from internationals.shapes import ClaimError, Page, Release


@dataclass(frozen=True)
class Composition:
    """The pages that can be made, a sentence for each one left out, and everything that is wrong."""

    pages: tuple[Page, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]


def composition(release: Release, *, overrides: Path | None = None) -> Composition:
    """Everything that `compose` and `check` say, at once. `overrides` may be a folder that does not exist."""
    languages: tuple[str, ...] = tuple(release.manifest["languages"])
    for language in languages:
        words(language)
    problems = Problems()
    facts = read_facts(overrides.parent / "facts.yml", languages, problems) if overrides is not None else {}
    pages: list[Page] = []
    left_out: list[str] = []
    for folder in page_folders(overrides, languages, problems):
        spec = read_spec(folder.spec, languages, problems)
        if spec is None:
            continue
        if missing := [table for table in spec.tables if _absent(release, table)]:
            sentence = f"The page {folder.id} needs {', '.join(missing)}, of which this release has no year."
            if spec.required:
                problems.add(spec.file, 1, f"{sentence} It is required; add the table or drop `required`.")
            else:
                left_out.append(sentence)
            continue
        pages += Draft(folder, spec, release, facts, problems).pages()
    _each_once(pages, problems)
    ordered = sorted(pages, key=lambda page: (page.number, languages.index(page.language)))
    return Composition(tuple(ordered), tuple(left_out), tuple(sorted(problems.found)))


def compose(release: Release, *, overrides: Path | None = None) -> tuple[Page, ...]:
    """Every page in every language of the release, by number and then in the order of the languages.

    `overrides` is the project's own `pages/` folder; `facts.yml` is read beside it. A page whose tables are
    not in the release is left out (`left_out` says which). Raises ClaimError listing everything that is
    wrong, with file and line: then there are no pages at all.
    """
    result = composition(release, overrides=overrides)
    if result.problems:
        count = len(result.problems)
        listed = "\n".join(f"  {problem}" for problem in result.problems)
        raise ClaimError(f"The pages say or refer to what they should not ({count} found):\n{listed}")
    return result.pages


def check(release: Release, *, overrides: Path | None = None) -> tuple[Problem, ...]:
    """What `compose` would refuse, without raising."""
    return composition(release, overrides=overrides).problems


def left_out(release: Release, *, overrides: Path | None = None) -> tuple[str, ...]:
    """A sentence for every page that is left out because the release lacks a table it needs."""
    return composition(release, overrides=overrides).left_out


def _absent(release: Release, name: str) -> bool:
    """A table that is not there, or whose years are all still to come."""
    if name not in release.tables:
        return True
    table = release.tables[name]
    return any(dimension.id == "year" for dimension in table.card.dimensions) and not years_of(table)


def _each_once(pages: Iterable[Page], problems: Problems) -> None:
    """Numbers, addresses and chart ids go into links that must not collide."""
    made = list(pages)
    for what, found in (
        ("number", Counter((page.number, page.language) for page in made)),
        ("slug", Counter((page.slug, page.language) for page in made)),
        ("chart id", Counter((chart.id, page.language) for page in made for chart in page.charts)),
    ):
        for (value, language), times in sorted(found.items(), key=str):
            if times > 1:
                problems.add(
                    "pages", 1, f"The {what} {value!r} is used {times} times in {language}. Change one."
                )
