"""The last touch to what Typst made, with pikepdf: the first cell of every row of a table becomes its header.

So a reader hears what a number is about. Typst tags the cells of a table's head as headers of their columns, but has
no stable way yet to say so of rows.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

_HOLDS_NO_TABLE = frozenset(
    ("/P", "/L", "/H1", "/H2", "/H3", "/Figure", "/Caption", "/TOC", "/Link", "/Span", "/Strong")
)
_AMBIGUOUS = b"\r\nendstream"
"""A stream that ends in a carriage return: some checkers of PDF/A read it backwards and take that for a line end."""


def with_row_headers(pdf: bytes) -> bytes:
    """The same PDF with the rows of its tables headed, in a third of the bytes. Equal input gives equal bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for table in _tables(document.Root.StructTreeRoot):
            for row in _rows(table):
                _head(row)
        for found in document.objects:
            if isinstance(found, Stream) and found.get("/Filter") == Name.FlateDecode:
                _end_clearly(found)
        return _saved(document)


def _end_clearly(stream: Stream) -> None:
    """Add a blank line to a stream that would end in a carriage return: its end is a checksum of the content.

    Neither operators, nor character maps, nor fonts mind.
    """
    if stream.read_raw_bytes().endswith(b"\r"):
        stream.write(stream.read_bytes() + b"\n")
        if "/Length1" in stream:
            stream.Length1 += 1


def _saved(document: pikepdf.Pdf) -> bytes:
    """The bytes of a document, its small objects compressed by the hundred.

    While one of those streams would end in a carriage return, one more object divides them otherwise.
    """
    made = _bytes_of(document)
    for page in document.pages:
        if _AMBIGUOUS not in made:
            break
        page.obj.MediaBox = document.make_indirect(page.obj.MediaBox)
        made = _bytes_of(document)
    return made


def _bytes_of(document: pikepdf.Pdf) -> bytes:
    target = io.BytesIO()
    document.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return target.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)


def _children(element: Object) -> Iterator[Dictionary]:
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _tables(element: Object) -> Iterator[Dictionary]:
    for child in _children(element):
        if str(child.S) == "/Table":
            yield child
        elif str(child.S) not in _HOLDS_NO_TABLE:
            yield from _tables(child)


def _rows(table: Dictionary) -> Iterator[Dictionary]:
    for part in _children(table):
        if str(part.S) == "/TBody":
            yield from _children(part)


def _head(row: Dictionary) -> None:
    first = next(_children(row))
    first.S = Name.TH
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    before = first.get("/A")
    kept = list(before) if isinstance(before, Array) else [] if before is None else [before]
    first.A = Array([*kept, scope])
