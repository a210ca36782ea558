"""Rooms never import rooms: each takes a shape and returns a shape; only a few modules know the order."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import drawing

PACKAGE = Path(__file__).parents[2] / "src" / "internationals"
WORDS = {"shapes", "texts", "definitions"}
KNOW_THE_ORDER = {
    "build": {
        *("register", "sources", "indicators", "disclosure", "release"),
        *("observing", "planning", "project", "settings", "swap"),
    },
    "auditing": {
        *("register", "disclosure", "release"),
        *("build", "planning", "publish", "project"),
    },
    "observing": {"sources", "geometry", "project"},
    "planning": {"register", "project", "settings"},
    "fetching": {"sources", "build", "observing", "review", "project"},
    "publish": {"release", "pages", "figures", "outputs", "project", "settings", "swap", "beside"},
    "beside": set(),
    "examining": {"accessibility", "outputs", "project"},
    "review": {"release", "pages", "verification", "comparison", "project"},
    "preview": {"release", "pages", "figures", "outputs", "project"},
    "live_answers": {"preview"},
    "live": {"preview", "live_answers"},
    "project": {"settings"},
    "settings": set(),
    "new": set(),
    "swap": set(),
    "cli": {"commands"},
    "commands": {
        *(
            "build",
            "auditing",
            "examining",
            "observing",
            "fetching",
            "sources",
            "publish",
            "preview",
            "live",
            "review",
            "project",
            "new",
            "demo",
        )
    },
}
WRITES_PARQUET = PACKAGE / "outputs" / "opendata" / "parquet.py"
"""The one module of the public side that needs a library of data, to write with."""


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path, package: Path = PACKAGE) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a module imports, wherever in it and however it is written."""
    module = ("internationals", *path.relative_to(package).with_suffix("").parts)
    parent = module[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(parent[: len(parent) - node.level + 1]) + "." if node.level else ""
            for name in node.names:
                yield node.lineno, f"{base}{node.module or ''}.{name.name}".replace("..", ".")
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in (
            "import_module",
            "__import__",
        ):
            target = ast.unparse(node.args[0])
            assert "__name__" in target or "__package__" in target, (
                f"{path.name}, line {node.lineno}: import_module may only discover modules of its own room: {target}"
            )


def rooms_imported(path: Path, package: Path = PACKAGE) -> Iterator[tuple[int, str]]:
    for line, name in imports(path, package):
        parts = name.split(".")
        if parts[0] == "internationals" and len(parts) > 1:
            yield line, parts[1]


def all_modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", all_modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_its_own_room_and_the_words_only(path: Path) -> None:
    room = room_of(path)
    allowed = WORDS | {room, "__version__"} | KNOW_THE_ORDER.get(room, set())
    if room == "shapes":
        allowed = {"shapes"}
    wrong = [f"line {line}: {other}" for line, other in rooms_imported(path) if other not in allowed]
    assert not wrong, f"{path.relative_to(PACKAGE)} imports another room: {wrong}"


def test_the_test_sees_every_way_of_importing(tmp_path: Path) -> None:
    package = tmp_path / "internationals"
    module = package / "pages" / "sly.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "from ..register import read\n"
        "def later():\n    import internationals.disclosure\n"
        "from internationals.figures import *\n"
        "from internationals import indicators\n"
    )
    assert {room for _, room in rooms_imported(module, package)} == {
        "register",
        "disclosure",
        "figures",
        "indicators",
    }


def test_a_room_by_another_name_is_refused(tmp_path: Path) -> None:
    package = tmp_path / "internationals"
    module = package / "pages" / "sly.py"
    module.parent.mkdir(parents=True)
    module.write_text("import importlib\nimportlib.import_module('internationals.register')\n")
    with pytest.raises(AssertionError, match="own room"):
        list(imports(module, package))


def test_no_room_depends_on_itself_in_a_circle() -> None:
    arrows = drawing.arrows(PACKAGE)
    order: list[str] = []
    left = {room for pair in arrows for room in pair}
    while left:
        free = [room for room in left if not any(a == room and b in left for a, b in arrows)]
        assert free, f"these rooms import each other in a circle: {sorted(left)}"
        order += free
        left -= set(free)


def test_the_picture_in_architecture_md_is_the_one_that_the_imports_draw() -> None:
    text = (PACKAGE.parents[1] / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert drawing.picture(PACKAGE) in text, "run: python -m tests.architecture.drawing"


def test_the_public_side_knows_nothing_of_registers_or_engines() -> None:
    for room in ("figures", "pages", "outputs", "texts", "verification", "comparison"):
        for path in (PACKAGE / room).rglob("*.py"):
            names = {name.split(".")[0] for _, name in imports(path)}
            if path == WRITES_PARQUET:
                names.discard("pyarrow")
                tree = ast.parse(path.read_text(encoding="utf-8"))
                used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
                assert not [name for name in used if "read" in name], "it writes, and reads nothing"
            assert not names & {"duckdb", "ibis", "pyarrow", "pandas"}, f"{path.name} reads data of its own"
