"""What the geometry room refuses."""

from internationals.shapes import DataError


class GeometryError(DataError):
    """A file with a map that can not be read, or of which no area can be joined."""
