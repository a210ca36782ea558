"""The numbers behind words such as "slight" and "strong", from the one file that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("thresholds.yml")


@cache
def thresholds() -> Mapping[str, float]:
    """Every threshold by its name; percentages and counts as the comments in the file say."""
    return {
        str(name): float(value) for name, value in yaml.safe_load(FILE.read_text(encoding="utf-8")).items()
    }
