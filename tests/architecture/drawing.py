"""The picture of the house, drawn from what the modules import."""

from __future__ import annotations

import ast
from pathlib import Path

START, END = "<!-- drawn by tests/architecture/drawing.py -->", "<!-- end of the drawing -->"


def arrows(package: Path) -> list[tuple[str, str]]:
    """Who imports whom among rooms and top-level modules, in order."""
    rooms = {path.name.removesuffix(".py") for path in package.iterdir() if path.name[0] not in "_."}
    found = set()
    for path in package.rglob("*.py"):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                parts = name.split(".")
                if parts[0] == "internationals" and len(parts) > 1 and parts[1] in rooms - {room}:
                    found.add((room, parts[1]))
    return sorted(found)


def picture(package: Path) -> str:
    """A Mermaid drawing; the words that everybody may use are left out."""
    lines = [START, "```mermaid", "flowchart LR"]
    lines += [f"  {a} --> {b}" for a, b in arrows(package) if b not in ("shapes", "texts", "definitions")]
    return "\n".join([*lines, "```", END])


def main() -> None:
    """Put the picture into ARCHITECTURE.md."""
    root = Path(__file__).parents[2]
    path = root / "ARCHITECTURE.md"
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(START)
    after = rest.split(END)[1]
    path.write_text(before + picture(root / "src" / "internationals") + after, encoding="utf-8")


if __name__ == "__main__":
    main()
