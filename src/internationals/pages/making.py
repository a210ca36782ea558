"""Making the pages of one folder, and remembering them: an edit of one page makes that page again, not all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from internationals.pages.facts import Fact
from internationals.pages.folders import Folder
from internationals.pages.given import given
from internationals.pages.page import Draft
from internationals.pages.problems import Problem, Problems
from internationals.pages.quantities import Names
from internationals.pages.repeating import copies
from internationals.pages.scope import years_of
from internationals.pages.spec import read_spec
from internationals.pages.veils import OpenClaim
from internationals.shapes import Page, Release


@dataclass(frozen=True)
class Made:
    """What became of one folder: its pages, or why it is left out, or what is wrong with it."""

    pages: tuple[Page, ...] = ()
    left_out: str | None = None
    problems: tuple[Problem, ...] = ()
    open_claims: tuple[OpenClaim, ...] = ()


@dataclass
class Memory:
    """What was made before. Handed to `composition` again, only folders that changed are made anew.

    `good` holds the latest pages of every folder that had nothing wrong with it, also when it has now.
    """

    good: dict[str, tuple[Page, ...]] = field(default_factory=dict)
    _made: dict[str, tuple[Folder, Mapping[str, Fact], Release, Made]] = field(default_factory=dict)

    def make(self, folder: Folder, facts: Mapping[str, Fact], release: Release) -> Made:
        """The pages of a folder, from memory when nothing that they depend on changed."""
        before = self._made.get(folder.id)
        if before is not None and before[:2] == (folder, facts) and before[2] is release:
            return before[3]
        made = make(folder, facts, release)
        self._made[folder.id] = (folder, facts, release, made)
        if made.pages:
            self.good[folder.id] = made.pages
        return made


def make(folder: Folder, facts: Mapping[str, Fact], release: Release) -> Made:
    """The pages of a folder in every language of the release."""
    problems = Problems()
    spec = read_spec(folder.spec, tuple(release.manifest["languages"]), problems)
    if spec is None:
        return Made(problems=tuple(problems.found))
    if missing := [t for t in spec.tables if _absent(release, t, t in spec.may_be_empty)]:
        sentence = f"The page {folder.id} needs {', '.join(missing)}, of which this release has no year."
        if not spec.required:
            return Made(left_out=sentence)
        problems.add(spec.file, 1, f"{sentence} It is required; add the table or drop `required`.")
        return Made(problems=tuple(problems.found))
    if missing := [name for name in spec.needs if not _there(release, name)]:
        return Made(
            left_out=f"The page {folder.id} needs {', '.join(missing)}, which this municipality is without."
        )
    drafts = [
        Draft(copy.folder, copy.spec, release, facts, problems, copy.this)
        for copy in copies(folder, spec, release, problems)
    ]
    pages = tuple(page for draft in drafts for page in draft.pages())
    open_claims = tuple(claim for draft in drafts for claim in draft.open_claims)
    return Made(() if problems.found else pages, None, tuple(problems.found), open_claims)


def _there(release: Release, name: str) -> bool:
    """Whether a list that every page has is not empty; a region of the own municipality alone compares nothing."""
    always = given(release)
    found, region, own = always[name], always["region"], always["own"]
    if not (isinstance(found, Names) and isinstance(region, Names) and isinstance(own, Names)):
        return False
    return bool(found.labels) and not region.labels.keys() <= own.labels.keys()


def _absent(release: Release, name: str, may_be_empty: bool) -> bool:
    """A table that is not there, or whose years are all still to come unless the page can do without."""
    if name not in release.tables:
        return True
    table = release.tables[name]
    return (
        not may_be_empty
        and any(dimension.id == "year" for dimension in table.card.dimensions)
        and not years_of(table)
    )
