"""The numbers behind words such as "slight" and "strong", from the one file that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml


@cache
def thresholds() -> Mapping[str, float]:
    """Every threshold by its name; percentages and counts as the comments in `thresholds.yml` say."""
    file = resources.files("internationals.definitions").joinpath("thresholds.yml")
    return {
        str(name): float(value) for name, value in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    }
