"""Targets that cannot be met together stop the demo with a sentence, before anything is written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from internationals.demo import generate, moves
from internationals.demo.tables import Durations
from internationals.shapes import DataError


def test_more_people_who_stayed_at_their_address_than_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    impossible = {2013: Durations(("",), np.array([[1.0, 99.0]]))}
    monkeypatch.setattr(moves, "durations", lambda: impossible)
    with pytest.raises(DataError, match="at the end of 2012"):
        generate(tmp_path)
    assert not list(tmp_path.glob("extracts/stand_*"))
