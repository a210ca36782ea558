"""The fonts of what is published have the sign for rounded numbers, which Noto Sans lacks."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.ttLib import TTFont

from internationals.outputs.pdf.typesetting import FILES, FONTS

WEB = Path(__file__).parents[3] / "web" / "fonts.py"


@pytest.fixture(scope="module")
def making() -> ModuleType:
    spec = importlib.util.spec_from_file_location("making_of_fonts", WEB)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", FILES)
def test_the_sign_for_almost_equal_is_made_of_two_tildes(
    making: ModuleType, name: str, tmp_path: Path
) -> None:
    font = TTFont(FONTS / name)
    making.add_almost_equal(font)
    font.save(tmp_path / name)
    made = TTFont(tmp_path / name)
    sign = made["glyf"][made.getBestCmap()[ord("≈")]]
    tilde = made["glyf"]["asciitilde"]
    assert [part.glyphName for part in sign.components] == ["asciitilde", "asciitilde"]
    assert made["hmtx"][made.getBestCmap()[ord("≈")]][0] == made["hmtx"]["asciitilde"][0]
    assert (sign.yMin + sign.yMax) / 2 == pytest.approx((tilde.yMin + tilde.yMax) / 2, abs=3)
    assert 0 < sign.yMin < sign.yMax < made["OS/2"].sxHeight * 1.2
