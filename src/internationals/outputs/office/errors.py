"""What the office files refuse to hold."""

from internationals.shapes import ConfigError


class OfficeError(ConfigError):
    """A text, a name or a table does not fit into a spreadsheet, or a slide cannot be made of it."""
