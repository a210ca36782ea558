"""The repository as its readers meet it: every text file, and the Markdown among them taken apart."""

from __future__ import annotations

import importlib.util
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"

_FENCE = re.compile(r"^ *(```+|~~~+) *(\S*)[^\n]*\n(.*?)^ *\1 *$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(<?([^)>\s]+)>?[^)]*\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: the file it stands in, its language, and its lines."""

    file: Path
    language: str
    lines: tuple[str, ...]


def generator() -> ModuleType:
    """`docs/generate.py`, loaded as a module."""
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reference(page: str) -> str:
    """A committed page of the reference."""
    return (DOCS / "reference" / f"{page}.md").read_text(encoding="utf-8")


def files() -> Iterator[Path]:
    """Every file of the repository; what git is told to ignore is left out here."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    yield from (REPOSITORY / name for name in sorted(listed.split("\0")) if (REPOSITORY / name).is_file())


def markdown() -> list[Path]:
    """Every Markdown file of the repository."""
    return [path for path in files() if path.suffix == ".md"]


def blocks(file: Path) -> list[Block]:
    """The fenced blocks of a Markdown file; a line that ends in a backslash goes on in the next."""
    text = file.read_text(encoding="utf-8")
    return [
        Block(file, language, tuple(re.sub(r"\\\n\s*", " ", content).splitlines()))
        for _, language, content in _FENCE.findall(text)
    ]


def links(text: str) -> list[str]:
    """Where the links of a Markdown text lead, fenced blocks and code apart."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text)))


def anchors(text: str) -> set[str]:
    """The anchors that the headings of a Markdown text make, as forges make them."""
    found: set[str] = set()
    for heading in _HEADING.findall(_FENCE.sub("", text)):
        slug = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        same = sum(1 for other in found if re.fullmatch(re.escape(slug) + r"(-\d+)?", other))
        found.add(f"{slug}-{same}" if same else slug)
    return found
