"""What the figures room refuses."""

from internationals.shapes import ConfigError


class FigureError(ConfigError):
    """A chart of a kind that nobody draws, or whose parts do not fit together."""
