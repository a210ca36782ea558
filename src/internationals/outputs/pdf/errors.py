"""What the PDFs refuse to be made of."""

from internationals.shapes import ConfigError


class PdfError(ConfigError):
    """A font is missing, a text cannot be set in it, or a page holds what a PDF of ours cannot show."""
