"""What a file with a map holds, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from internationals.shapes import Ring


@dataclass(frozen=True)
class Feature:
    """One area as it stands in the file: its properties, and its rings in the file's coordinates."""

    properties: Mapping[str, Any]
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Layer:
    """All areas of a file. `crs` is the EPSG number of its coordinates, None where the file does not say."""

    features: tuple[Feature, ...]
    crs: int | None
