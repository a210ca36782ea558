"""A category that stands out among ranked bars: by its colour, and by a bold label for who sees no colours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from internationals.figures import draw
from internationals.shapes import palette
from tests.figures.charts import NATIONALITIES, ranked
from tests.figures.drawn import bars, root, words


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_one_bar_stands_out_and_the_others_are_lighter(slot: str) -> None:
    drawn = getattr(draw(replace(ranked(), highlight=(NATIONALITIES[2],))), slot)
    assert len(bars(drawn, palette.series(0))) == 1
    assert len(bars(drawn, palette.CLASSES[2])) == len(NATIONALITIES) - 1


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_its_label_alone_is_bold(slot: str) -> None:
    drawn = getattr(draw(replace(ranked(), highlight=(NATIONALITIES[2],))), slot)
    bold = [text.text for text in root(drawn).iter() if text.get("font-weight") == "600"]
    assert [label for label in bold if label in NATIONALITIES] == [NATIONALITIES[2]]
    assert NATIONALITIES[2] in words(drawn)


@pytest.mark.parametrize("slot", ["wide", "narrow"])
def test_what_is_not_among_the_bars_makes_none_stand_out(slot: str) -> None:
    plain = getattr(draw(ranked()), slot)
    assert len(bars(plain, palette.series(0))) == len(NATIONALITIES)
    drawn = getattr(draw(replace(ranked(), highlight=("elsewhere",))), slot)
    assert not bars(drawn, palette.series(0))
