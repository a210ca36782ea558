"""The shapes that the rooms hand to each other, and the colours. Data only: no I/O, no behaviour beyond reading itself.

Codes are text everywhere outside the register side (`"0001"`, `"05460800"`), years are text in tables
(`"2022"`), and a number never stands in the place of a status.
"""

from internationals.shapes.accessibility import (
    PARTS,
    AutomaticCheck,
    Because,
    Compliance,
    Declared,
    Judgement,
    Part,
    Statement,
    Violation,
)
from internationals.shapes.house_style import HouseStyle
from internationals.shapes.mistakes import (
    AccessibilityError,
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
    "PARTS",
    "AccessibilityError",
    "AreaOutline",
    "AutomaticCheck",
    "Because",
    "Card",
    "Cell",
    "Chart",
    "ClaimError",
    "Compliance",
    "ConfigError",
    "Counts",
    "DataError",
    "Declared",
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
    "Judgement",
    "Method",
    "Nature",
    "Observations",
    "Page",
    "Part",
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
    "Statement",
    "Status",
    "Tally",
    "Text",
    "Violation",
    "by_id",
]
