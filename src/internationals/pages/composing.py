"""All pages of a release: found, made, and held against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from internationals.pages.facts import read_facts
from internationals.pages.folders import page_folders
from internationals.pages.listing import with_contents
from internationals.pages.making import Memory
from internationals.pages.problems import Problem, Problems
from internationals.pages.veils import OpenClaim
from internationals.pages.wording import words
from internationals.shapes import ClaimError, Page, Release


@dataclass(frozen=True)
class Composition:
    """The pages that can be made, a sentence for each one left out, and everything that is wrong.

    `open_claims` are the claims of the pages, in their order, that protection leaves open.
    """

    pages: tuple[Page, ...]
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]
    open_claims: tuple[OpenClaim, ...]


def composition(
    release: Release,
    *,
    overrides: Path | None = None,
    chosen: Sequence[str] | None = None,
    memory: Memory | None = None,
) -> Composition:
    """Everything that `compose` and `check` say, at once. `overrides` may be a folder that does not exist.

    With a `memory` of an earlier composition, only what changed since is made again. Raises ConfigError when
    a folder is `chosen` that does not exist.
    """
    languages: tuple[str, ...] = tuple(release.manifest["languages"])
    for language in languages:
        words(language)
    problems, memory = Problems(), memory or Memory()
    facts = read_facts(overrides.parent / "facts.yml", languages, problems) if overrides is not None else {}
    folders: list[tuple[Page, ...]] = []
    left_out: list[str] = []
    open_claims: list[OpenClaim] = []
    for folder in page_folders(overrides, languages, problems, chosen):
        made = memory.make(folder, facts, release)
        for problem in made.problems:
            problems.add(problem.file, problem.line, problem.sentence)
        if made.left_out is not None:
            left_out.append(made.left_out)
        open_claims += made.open_claims
        folders.append(made.pages)
    pages = sorted(
        _in_order(folders, chosen is not None),
        key=lambda page: (page.number, languages.index(page.language)),
    )
    _each_once(pages, problems)
    ordered = with_contents(pages)
    return Composition(tuple(ordered), tuple(left_out), tuple(sorted(problems.found)), tuple(open_claims))


def compose(
    release: Release, *, overrides: Path | None = None, chosen: Sequence[str] | None = None
) -> tuple[Page, ...]:
    """Every page in every language of the release, by number and then in the order of the languages.

    `overrides` is the project's own `pages/` folder; `facts.yml` is read beside it. `chosen` names the folders
    of the pages that are wanted, in their order; None is all. A page whose tables are
    not in the release is left out (`left_out` says which). Raises ClaimError listing everything that is
    wrong, with file and line: then there are no pages at all.
    """
    result = composition(release, overrides=overrides, chosen=chosen)
    if result.problems:
        count = len(result.problems)
        listed = "\n".join(f"  {problem}" for problem in result.problems)
        raise ClaimError(f"The pages say or refer to what they should not ({count} found):\n{listed}")
    return result.pages


def check(
    release: Release, *, overrides: Path | None = None, chosen: Sequence[str] | None = None
) -> tuple[Problem, ...]:
    """What `compose` would refuse, without raising."""
    return composition(release, overrides=overrides, chosen=chosen).problems


def left_out(release: Release, *, overrides: Path | None = None) -> tuple[str, ...]:
    """A sentence for every page that is left out because the release lacks a table it needs."""
    return composition(release, overrides=overrides).left_out


def _in_order(folders: Iterable[tuple[Page, ...]], chosen: bool) -> Iterator[Page]:
    """The pages of the folders by number; where an edition chooses them, as it orders and thereby numbers them."""
    if not chosen:
        yield from sorted((page for made in folders for page in made), key=lambda page: page.number)
        return
    places: dict[str, int] = {}
    for made in folders:
        for page in sorted(made, key=lambda page: page.number):
            yield replace(page, number=places.setdefault(page.id, len(places) + 1))


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
