"""The monitor of a municipality's international residents, as software."""

__version__ = "0.1.0"
