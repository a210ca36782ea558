"""Typst: from data and templates to a PDF that claims PDF/UA-1 and PDF/A-2a, and keeps what it claims."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

import typst

from internationals.outputs.pdf.errors import PdfError
from internationals.outputs.pdf.row_headers import with_row_headers

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
FONTS = Path(__file__).parent.parent / "fonts"
FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf")
_NO_LETTER = re.compile(
    r'the text `"(.*?)"` could not be displayed|contains the (?:disallowed )?codepoint `"(.*?)"`'
)


def fonts(folder: Path = FONTS) -> typst.Fonts:
    """The fonts of this folder and those that come with Typst; never those of the machine.

    Raises PdfError when one is missing.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        raise PdfError(
            f"The PDFs are set in Noto Sans, and {', '.join(missing)} is not in outputs/{folder.name}/. "
            "Run 'make assets', which gets the fonts."
        )
    return _loaded(folder)


@cache
def _loaded(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])


def typeset(template: str, data: Mapping[str, Any], drawings: Mapping[str, bytes], moment: date) -> bytes:
    """A document by its template ("report"), of this data and these drawings, dated at the moment.

    Equal input gives equal bytes. Raises PdfError for a letter that no font has.
    """
    files = {
        **_templates(),
        "main.typ": f'#include "{template}.typ"'.encode(),
        "data.json": json.dumps(data).encode("ascii"),
        **drawings,
    }
    compiler = typst.Compiler(cast(Any, files), font_paths=fonts())
    stamp = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    try:
        made = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=stamp)
    except typst.TypstError as refused:
        raise _in_words(refused, template) from refused
    assert isinstance(made, bytes)
    return with_row_headers(made)


@cache
def _templates() -> Mapping[str, bytes]:
    folder = resources.files(__package__) / "template"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name.endswith(".typ")}


def _in_words(refused: typst.TypstError, template: str) -> Exception:
    found = _NO_LETTER.search(refused.message)
    if not found:
        return AssertionError(f"{template}.typ: {refused.diagnostic}")
    letter = found[1] or found[2]
    return PdfError(
        f"The {template} holds {letter!r}, and none of the fonts of the PDFs has that letter. "
        "Write it in letters of Latin, Greek or Cyrillic script."
    )
