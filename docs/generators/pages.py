"""`reference/pages.md`: the built-in pages, and every expression that a page can use."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from generators.markdown import code, joined, sentence, table, written_by
from internationals import texts
from internationals.pages.folders import BUILT_IN, SPEC
from internationals.pages.operations import operations

PLACE = "reference/pages.md"
CHAPTER = "chapter"
OTHER = "other"

INTRODUCTION = """\
The pages that come with the project, and the expressions with which any page computes its numbers and
tests its claims. A page in the project's own `pages/` folder is added to these; one with the same folder
name replaces files of a built-in page. How to write one is in [write a page](../how-to/write-a-page.md).
"""
CHAPTERS = """\
The parts of the monitor under which its pages are listed. A page names one under `chapter`; one that names
none is of the last. A chapter stands where the first of its pages stands."""
VALUES = """\
A value is computed from released cells. Its name in `page.yml` is what the text cites; the first key of
its expression is the operation. A cell without a number makes a value without a number, for the same
reason."""
CLAIMS = """\
A claim is a test. A sentence that says a direction, a comparison or a record stands behind one, and is
printed only while the test holds. Words with a size ("slightly", "strongly") take it from one file,
`src/internationals/definitions/thresholds.yml`."""


def page() -> str:
    """The whole page."""
    return joined(
        "# Pages",
        written_by("the folders in `src/internationals/pages/`"),
        INTRODUCTION,
        "## Chapters",
        CHAPTERS,
        _chapters(),
        "## Built-in pages",
        *(_page(name, spec) for name, spec in built_in()),
        "## Values",
        VALUES,
        _operations("values"),
        "## Claims",
        CLAIMS,
        _operations("claims"),
    )


def built_in() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every built-in page: the name of its folder and its `page.yml`."""
    for file in sorted(BUILT_IN.glob(f"*/{SPEC}")):
        yield file.parent.name, yaml.safe_load(file.read_text(encoding="utf-8"))


def _chapters() -> str:
    names = [name for name in texts.under("en", CHAPTER) if name != OTHER]
    rows = [
        (code(name), *(texts.word(each, f"{CHAPTER}.{name}") for each in ("en", "nl")))
        for name in (*names, OTHER)
    ]
    return table(("chapter", "English", "Dutch"), rows)


def _page(name: str, spec: Mapping[str, Any]) -> str:
    optional = f"; where it is there, also {_linked(spec['optional'])}" if "optional" in spec else ""
    charts = [
        (code(chart["id"]), chart["kind"].replace("_", " "), ", ".join(map(code, chart["tables"])))
        for chart in spec["charts"]
    ]
    return joined(
        f"### `{name}`",
        f"**{spec['title']['en']}** · {spec['title']['nl']}",
        f"{_numbered(spec)}, in the chapter `{spec['chapter']}`; address `en/{spec['slug']['en']}/` and "
        f"`nl/{spec['slug']['nl']}/`. Reads {_linked(spec['tables'])}{optional}.",
        table(("chart", "kind", "tables"), charts) if charts else "Without charts.",
    )


def _linked(tables: Iterable[str]) -> str:
    return ", ".join(f"[`{each}`](tables.md#{each})" for each in tables)


def _numbered(spec: Mapping[str, Any]) -> str:
    """The number of the page; of one that is made for every code of a list, the first."""
    if "for_each" not in spec:
        return f"Page {spec['page']}"
    return f"Page {spec['page']} and following, one for each {next(iter(spec['for_each']))} of a list"


def _operations(package: str) -> str:
    rows = []
    for name, operation in sorted(operations(package).items()):
        said = sentence((operation.__doc__ or "").split("\n\n")[0])
        rows.append((code(_written(name, operation)), said))
    return table(("expression", "meaning"), rows)


def _written(name: str, operation: Any) -> str:
    """An operation with its arguments as they stand in page.yml; those in brackets may be left out."""
    _, main, *others = inspect.signature(operation).parameters.values()
    parts = [f"{name}: {main.name}"]
    for parameter in others:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            parts.append("dimension: code, …")
        elif parameter.default is inspect.Parameter.empty:
            parts.append(f"{parameter.name}: …")
        else:
            parts.append(f"[{parameter.name}: …]")
    return "{" + ", ".join(parts) + "}"
