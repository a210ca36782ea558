"""What the site refuses to write."""

from internationals.shapes import ConfigError


class SiteError(ConfigError):
    """Pages, figures and manifest do not make a site together, or the folder is not empty."""
