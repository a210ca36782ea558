"""The shapes that the rooms hand to each other, and the colours. Data only: no I/O, no behaviour beyond reading itself.

Codes are text everywhere outside the register side (`"0001"`, `"05460800"`), years are text in tables
(`"2022"`), and a number never stands in the place of a status.
"""

from internationals.shapes.house_style import HouseStyle
from internationals.shapes.mistakes import (
    ClaimError,
    ConfigError,
    DataError,
    DifferenceError,
    DisclosureError,
    InternationalsError,
    SourceError,
)
from internationals.shapes.observations import Observations, Provenance
from internationals.shapes.public_side import Chart, Download, Figure, Page, Publication, Series
from internationals.shapes.register_side import (
    Events,
    FileReport,
    Finding,
    Frame,
    Persons,
    ReadingPlan,
    Register,
)
from internationals.shapes.tables import (
    AreaOutline,
    Card,
    Cell,
    Counts,
    Dimension,
    Geometry,
    Method,
    Nature,
    ProtectedTable,
    Protection,
    Release,
    Ring,
    Status,
    by_id,
)
from internationals.shapes.tally import Tally
from internationals.shapes.words import Text

__all__ = [
    "AreaOutline",
    "Card",
    "Cell",
    "Chart",
    "ClaimError",
    "ConfigError",
    "Counts",
    "DataError",
    "DifferenceError",
    "Dimension",
    "DisclosureError",
    "Download",
    "Events",
    "Figure",
    "FileReport",
    "Finding",
    "Frame",
    "Geometry",
    "HouseStyle",
    "InternationalsError",
    "Method",
    "Nature",
    "Observations",
    "Page",
    "Persons",
    "ProtectedTable",
    "Protection",
    "Provenance",
    "Publication",
    "ReadingPlan",
    "Register",
    "Release",
    "Ring",
    "Series",
    "SourceError",
    "Status",
    "Tally",
    "Text",
    "by_id",
]
