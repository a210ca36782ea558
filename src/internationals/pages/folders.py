"""The page folders: the built-in ones, and those of a project that add to them or replace their files."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from internationals.pages.problems import Problems

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


def page_folders(overrides: Path | None, languages: Sequence[str], problems: Problems) -> tuple[Folder, ...]:
    """Every page folder in the order of its name. A folder that lacks a file is noted and left out."""
    found: dict[str, dict[str, SourceFile]] = {}
    for home, label in ((BUILT_IN, "built_in"), (overrides, "pages")):
        if home is None or not home.is_dir():
            continue
        for folder in sorted(path for path in home.iterdir() if path.is_dir() and path.name[0] not in "._"):
            if not _NAME.fullmatch(folder.name):
                problems.add(
                    f"{label}/{folder.name}",
                    1,
                    "A page folder is called by two digits and a name in small letters, such as "
                    "05-nationality-background. Rename it.",
                )
                continue
            files = found.setdefault(folder.name, {})
            files.update(_files(folder, f"{label}/{folder.name}", languages, problems))
    return tuple(
        Folder(name, files[SPEC], {language: files[f"{language}.md"] for language in languages})
        for name, files in sorted(found.items())
        if _complete(name, files, languages, problems)
    )


def _files(folder: Path, label: str, languages: Sequence[str], problems: Problems) -> dict[str, SourceFile]:
    files = {}
    for file in sorted(path for path in folder.iterdir() if path.name[0] not in "._"):
        if file.name == SPEC or (file.suffix == ".md" and re.fullmatch(r"[a-z]{2,3}", file.stem)):
            files[file.name] = SourceFile(f"{label}/{file.name}", file.read_text(encoding="utf-8-sig"))
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
        problems.add(f"{folder}/{name}", 1, "This file of the page is missing. Add it, or remove the folder.")
    return not missing
