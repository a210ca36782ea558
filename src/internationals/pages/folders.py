"""The page folders: the built-in ones, and those of a project that add to them or replace their files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from internationals.pages.problems import Problems
from internationals.shapes import ConfigError

BUILT_IN = Path(__file__).with_name("built_in")
SPEC = "page.yml"
_NAME = re.compile(r"\d\d-[a-z]+(-[a-z]+)*")


@dataclass(frozen=True)
class SourceFile:
    """A file of a page: what an editor calls it, and its text."""

    name: str
    text: str


@dataclass(frozen=True)
class Folder:
    """A page folder with its `page.yml` and a text per language, wherever each of them came from."""

    id: str
    spec: SourceFile
    texts: Mapping[str, SourceFile]


def page_folders(
    overrides: Path | None, languages: Sequence[str], problems: Problems, chosen: Sequence[str] | None = None
) -> tuple[Folder, ...]:
    """Every page folder in the order of its name, or the chosen ones in theirs.

    A folder that lacks a file is noted and left out; one that is not chosen is not even read. Raises
    ConfigError when a folder is chosen that does not exist, or twice.
    """
    found: dict[str, dict[str, SourceFile]] = {}
    for label, folder in _folders(overrides):
        if not _NAME.fullmatch(folder.name):
            problems.add(
                f"{label}/{folder.name}",
                1,
                "A page folder is called by two digits and a name in small letters, such as "
                "05-nationality-background. Rename it.",
            )
            continue
        files = found.setdefault(folder.name, {})
        if chosen is None or folder.name in chosen:
            files.update(_files(folder, f"{label}/{folder.name}", languages, problems))
    wanted = sorted(found) if chosen is None else _checked(chosen, sorted(found))
    return tuple(
        Folder(name, found[name][SPEC], {language: found[name][f"{language}.md"] for language in languages})
        for name in wanted
        if _complete(name, found[name], languages, problems)
    )


def _folders(overrides: Path | None) -> Iterator[tuple[str, Path]]:
    """The folders of all pages with what their home is called: the built-in ones first, then the project's."""
    for home, label in ((BUILT_IN, "built_in"), (overrides, "pages")):
        if home is not None and home.is_dir():
            for folder in sorted(
                path for path in home.iterdir() if path.is_dir() and path.name[0] not in "._"
            ):
                yield label, folder


def _checked(chosen: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    for name in chosen:
        if name not in known:
            raise ConfigError(
                f"The edition chooses the page {name!r} under `pages`, and there is no such page. "
                f"There are: {', '.join(known)}."
            )
    if len(set(chosen)) < len(chosen):
        twice = sorted({name for name in chosen if list(chosen).count(name) > 1})
        raise ConfigError(f"The edition chooses {', '.join(twice)} more than once under `pages`. Keep one.")
    return chosen


def _files(folder: Path, label: str, languages: Sequence[str], problems: Problems) -> dict[str, SourceFile]:
    files = {}
    # Names with ~ are the copies that some programs keep of what is being written.
    for file in sorted(
        path for path in folder.iterdir() if path.name[0] not in "._" and path.name[-1] != "~"
    ):
        if file.name == SPEC or (file.suffix == ".md" and re.fullmatch(r"[a-z]{2,3}", file.stem)):
            try:
                files[file.name] = SourceFile(f"{label}/{file.name}", file.read_text(encoding="utf-8-sig"))
            except UnicodeDecodeError as wrong:
                line = wrong.object[: wrong.start].count(b"\n") + 1
                problems.add(f"{label}/{file.name}", line, "The file is not UTF-8. Save it as UTF-8.")
                files[file.name] = SourceFile(f"{label}/{file.name}", "")
        else:
            problems.add(
                f"{label}/{file.name}",
                1,
                f"A page folder holds page.yml and {', '.join(f'{language}.md' for language in languages)}, "
                "and nothing else. Rename or remove this file.",
            )
    return files


def _complete(
    folder: str, files: Mapping[str, SourceFile], languages: Sequence[str], problems: Problems
) -> bool:
    missing = [name for name in (SPEC, *(f"{language}.md" for language in languages)) if name not in files]
    for name in missing:
        if name == SPEC:
            sentence = "This file of the page is missing. Add it, or remove the folder."
        else:
            sentence = (
                f"The page has no text in {name.removesuffix('.md')!r}, a language of the site. Add this file, take "
                "the language out of `languages` in municipality.yml and build again, or leave the page out of "
                "`pages` in the edition."
            )
        problems.add(f"{folder}/{name}", 1, sentence)
    return not missing
