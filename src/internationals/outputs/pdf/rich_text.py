"""The HTML of a headline or a body as a tree of plain data, which the template sets in type.

A text goes to Typst as data and never as code, so that nothing in it can act as markup. The tags are those that
Markdown and the generated lists of the pages give; any other is a mistake in this module or in a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html.parser import HTMLParser
from itertools import groupby
from typing import Any

from internationals.outputs.pdf.errors import PdfError

Node = str | dict[str, Any]
Target = Callable[[str], Mapping[str, str] | None]
"""Where an address leads: {"page": id} or {"figure": chart id} in the document, {"url": address} outside it,
None for nowhere."""

BLOCKS = frozenset({"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"})
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset({"strong", "em", "code", "a", "br"})
LINE_BREAK: Node = {"tag": "br", "children": []}
EMPTY = frozenset({"hr", "br"})
ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "code": {"class"}}
HOLDS_ANY = frozenset({"li", "dt", "dd"})
_LONG_WORD = re.compile(r"\S{36,}")
_PIECE = re.compile(r".{18}(?=.)")
_SPACES = re.compile("[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    """A text as a line of type takes it: white space is one space, characters that nobody sees are gone.

    A word that is longer than any in a dictionary may be broken anywhere (by a space of no width), so that it
    stays on the page.
    """
    return _breakable(_INVISIBLE.sub("", _SPACES.sub(" ", text)))


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(lambda word: _PIECE.sub("\\g<0>\u200b", word[0]), text)


def rich_text(html: str, target: Target, where: str) -> list[Node]:
    """The nodes of a piece of HTML; `where` names the page in a mistake. Raises PdfError."""
    tree = _Tree(target, where)
    tree.feed(html)
    tree.close()
    return tree.finished()


def line(nodes: Iterable[Node]) -> list[Node]:
    """The nodes without their paragraphs: what is set as one line, such as a headline."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, dict) and node["tag"] not in INLINE:
            found += [*([" "] if found else []), *line(node["children"])]
        else:
            found.append(node)
    return found


def pieces(nodes: Iterable[Node]) -> list[list[Node]]:
    """The blocks of a body; a heading stays with what follows it, and loose words become a paragraph."""
    found: list[list[Node]] = []
    waiting: list[Node] = []
    for node in paragraphs(nodes):
        waiting.append(node)
        if isinstance(node, dict) and node["tag"] not in HEADINGS:
            found.append(waiting)
            waiting = []
    return [*found, waiting] if waiting else found


def paragraphs(nodes: Iterable[Node]) -> list[Node]:
    """The nodes with every run of words between blocks made a paragraph."""
    found: list[Node] = []
    for within, run in groupby(nodes, key=_is_inline):
        nodes_of_run = list(run)
        found += [{"tag": "p", "children": nodes_of_run}] if within else nodes_of_run
    return found


def plain(nodes: Iterable[Node]) -> str:
    """The text of the nodes on one line."""
    return " ".join("".join(_texts(line(nodes))).split())


def _is_inline(node: Node) -> bool:
    return isinstance(node, str) or node["tag"] in INLINE


def _texts(nodes: Iterable[Node]) -> Iterable[str]:
    for node in nodes:
        yield node if isinstance(node, str) else "".join(_texts(node["children"]))


class _Tree(HTMLParser):
    def __init__(self, target: Target, where: str) -> None:
        super().__init__(convert_charrefs=True)
        self._target = target
        self._refuse = partial(_mistake, where)
        self._root: dict[str, Any] = {"tag": "", "children": []}
        self._open = [self._root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in BLOCKS | HEADINGS | INLINE:
            raise self._refuse(f"<{tag}>")
        given = {name: value or "" for name, value in attrs}
        if unknown := set(given) - ATTRIBUTES.get(tag, set()):
            raise self._refuse(f"<{tag} {min(unknown)}>")
        node: dict[str, Any] = {"tag": tag, "children": []}
        if tag == "ol":
            node["start"] = int(given.get("start", 1))
        if tag == "a":
            node["target"] = self._target(given.get("href", ""))
        self._open[-1]["children"].append(node)
        if tag not in EMPTY:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1]["tag"] != tag:
            raise self._refuse(f"</{tag}>")
        node = self._open.pop()
        if tag in HOLDS_ANY and not all(map(_is_inline, node["children"])):
            node["children"] = paragraphs(node["children"])

    def handle_data(self, data: str) -> None:
        inside = self._open[-1]
        if any(node["tag"] == "pre" for node in self._open):
            inside["children"].append(_breakable(_INVISIBLE.sub("", data)))
            return
        text = clean(data)
        if _begins_line(inside):
            text = text.lstrip(" ")
        if text:
            inside["children"].append(text)

    def handle_comment(self, data: str) -> None:
        raise self._refuse("a comment")

    def handle_decl(self, decl: str) -> None:
        raise self._refuse(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        raise self._refuse(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        raise self._refuse(f"<![{data}]>")

    def finished(self) -> list[Node]:
        if len(self._open) > 1:
            raise self._refuse(f"an unclosed <{self._open[-1]['tag']}>")
        children: list[Node] = self._root["children"]
        _level(children, 1)
        return children


def _level(nodes: Iterable[Node], above: int) -> int:
    """Give every heading a level without skipping one, as a reader who walks along headings expects."""
    for node in nodes:
        if isinstance(node, dict):
            if node["tag"] in HEADINGS:
                above = node["level"] = min(int(node["tag"][1]), above + 1)
            above = _level(node["children"], above)
    return above


def _begins_line(node: dict[str, Any]) -> bool:
    """Whether what comes next in a node stands at the beginning of a line, where a space is not seen."""
    if node["children"]:
        last = node["children"][-1]
        return last == LINE_BREAK or not _is_inline(last)
    return node["tag"] not in INLINE


def _mistake(where: str, found: str) -> PdfError:
    return PdfError(
        f"{where} holds {found}, which the PDFs do not know; they know what Markdown without HTML makes. "
        "Take it out of the text, or teach it to outputs/pdf/rich_text.py and template/rich.typ."
    )
