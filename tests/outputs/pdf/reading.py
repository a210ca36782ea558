"""Reading PDFs as others do: as text, word by word with their places, and as a tree of tags."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pikepdf


def plain(text: str) -> str:
    """A text without anything that depends on where lines end."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text))


@dataclass(frozen=True)
class Reader:
    """pdftotext, by its path."""

    program: str

    def pages(self, pdf: Path) -> list[str]:
        """The text of every page in the order in which it was written, without white space."""
        return [plain(page) for page in self._run("-raw", pdf).split("\f")[:-1]]

    def text(self, pdf: Path) -> str:
        return "".join(self.pages(pdf))

    def words(
        self, pdf: Path
    ) -> Iterator[tuple[int, str, tuple[float, float, float, float], tuple[float, float]]]:
        """Every word: the number of its page, the word, its box, and the size of the page."""
        said = re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f]", "", self._run("-bbox", pdf))
        for number, page in enumerate(
            ElementTree.fromstring(said).iter("{http://www.w3.org/1999/xhtml}page"), 1
        ):
            size = (float(page.attrib["width"]), float(page.attrib["height"]))
            for word in page:
                box = tuple(float(word.attrib[side]) for side in ("xMin", "yMin", "xMax", "yMax"))
                yield number, word.text or "", (box[0], box[1], box[2], box[3]), size

    def beyond_the_edge(self, pdf: Path, margin: float = 5) -> list[tuple[int, str]]:
        """Page and text of the words that come within so many points of the edge, or go beyond it."""
        return [
            (number, word)
            for number, word, (left, top, right, bottom), (width, height) in self.words(pdf)
            if min(left, top) < margin or right > width - margin or bottom > height - margin
        ]

    def collisions(self, pdf: Path) -> list[tuple[int, str, str]]:
        """Page and texts of the words that stand on each other."""
        found = []
        for number, group in groupby(self.words(pdf), key=lambda each: each[0]):
            words = sorted((box[1], box, word) for _, word, box, _ in group)
            for at, (_, (left, top, right, bottom), word) in enumerate(words):
                for other_top, (other_left, _, other_right, other_bottom), other in words[at + 1 :]:
                    if other_top >= bottom:
                        break
                    wide = min(right, other_right) - max(left, other_left)
                    high = min(bottom, other_bottom) - other_top
                    if wide > 0.8 and high > 0.45 * min(bottom - top, other_bottom - other_top):
                        found.append((number, word, other))
        return found

    def _run(self, how: str, pdf: Path) -> str:
        made = subprocess.run(
            [self.program, "-q", how, "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True
        )
        return made.stdout.decode("utf-8")


Element = Any  # a dictionary of pikepdf


def elements(pdf: Path) -> Iterator[tuple[str, Element]]:
    """The tag and the dictionary of every element of the structure, in reading order."""
    with pikepdf.open(pdf) as document:
        yield from below(document.Root.StructTreeRoot)


def below(element: Element) -> Iterator[tuple[str, Element]]:
    for child in children(element):
        yield str(child.S)[1:], child
        yield from below(child)


def children(element: Element) -> Iterator[Element]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else (kids,):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def scope(cell: Element) -> str:
    """The scope of a header cell: "Column", "Row" or nothing."""
    attributes = cell.get("/A")
    for each in attributes if isinstance(attributes, pikepdf.Array) else (attributes,):
        if isinstance(each, pikepdf.Dictionary) and "/Scope" in each:
            return str(each.Scope)[1:]
    return ""
