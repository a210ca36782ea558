"""Pages whose words cannot be wrong: every number and every claim is computed from the release.

A page is a folder (`built_in/<nn-name>/`, or one in the project's `pages/`) with `page.yml` and a Markdown
text per language. `docs/how-to/write-a-page.md` explains them to editors.
"""

from __future__ import annotations

from internationals.pages.composing import Composition, check, compose, composition, left_out
from internationals.pages.veils import OpenClaim

__all__ = ["Composition", "OpenClaim", "check", "compose", "composition", "left_out"]
