"""Writes the pages of the documentation that follow from the project itself.

Run `python docs/generate.py` after changing a definition, a rule, a setting, a command, a table or a page; a
test holds the committed pages against what this writes. Each page is a module in `generators/`, discovered.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

DOCS = Path(__file__).resolve().parent


if str(DOCS) not in sys.path:
    sys.path.insert(0, str(DOCS))


def pages() -> dict[str, str]:
    """The text of every generated page, by its place in this folder."""
    generators = import_module("generators")
    modules = [
        import_module(f"generators.{found.name}") for found in pkgutil.iter_modules(generators.__path__)
    ]
    return {module.PLACE: module.page() for module in modules if hasattr(module, "PLACE")}


def definitions_page() -> str:
    """The page on the definitions alone, for the tests of the definitions."""
    text: str = import_module("generators.definitions").page()
    return text


def main() -> None:
    """Writes every generated page."""
    for place, text in pages().items():
        target = DOCS / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
