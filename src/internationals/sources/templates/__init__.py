"""Files by hand with fixed columns: what each source's file looks like (`.yml`), and empty ones to fill in."""

from internationals.sources.templates.layout import Column, Sum, Template, Wide, Within, templates
from internationals.sources.templates.writing import write

__all__ = ["Column", "Sum", "Template", "Wide", "Within", "templates", "write"]
