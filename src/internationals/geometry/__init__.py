"""Maps: outlines of areas from GeoJSON and GeoPackage files, or our own layout of tiles.

`read` is the whole room. Areas are joined on their code, never on their name.
"""

from internationals.geometry.errors import GeometryError
from internationals.geometry.read import files, read

__all__ = ["GeometryError", "files", "read"]
