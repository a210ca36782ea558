"""Our own check of the reading order can fail."""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.outputs.pdf.checkers import out_of_order


def test_a_page_that_is_read_in_another_order_than_it_is_painted_is_found(
    small_pdfs: Path, tmp_path: Path
) -> None:
    whole = small_pdfs / "report.nl.pdf"
    assert out_of_order(whole) == []
    with pikepdf.open(whole) as document:
        tags = document.Root.StructTreeRoot.K[0].K
        tags[0], tags[1] = tags[1], tags[0]
        document.save(tmp_path / "turned.pdf")
    assert out_of_order(tmp_path / "turned.pdf") == [1]
