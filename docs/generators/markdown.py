"""The few Markdown forms that the generated pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def written_by(source: str) -> str:
    """The line under the title that sends an editor to the right place."""
    return f"*This page is written by `python docs/generate.py`; change {source} instead.*"


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; a bar or a line break within a cell does not break it."""
    lines = [tuple(header), tuple("---" for _ in header), *(tuple(row) for row in rows)]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "\\|")


def code(value: object) -> str:
    """A literal, as it is typed."""
    return f"`{value}`"


def sentence(text: str) -> str:
    """A docstring or help text on one line, with a capital and a full stop."""
    line = " ".join(text.split())
    return line[:1].upper() + line[1:] + ("" if line.endswith((".", "!", "?", ":")) else ".")


def joined(*parts: str) -> str:
    """Blocks of text with an empty line between them, and a newline at the end."""
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"
