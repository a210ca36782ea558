"""Automatic checks: a published folder is opened in a browser, and axe-core looks at every page of its site.

Playwright, a Chromium and axe-core are needed here and nowhere else; publishing does without them.
"""

from internationals.accessibility.checking import TAGS, check

__all__ = ["TAGS", "check"]
