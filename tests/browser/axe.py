"""What axe-core finds on a page, as sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

_RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """Each rule that an element breaks. The page's context has to bypass its policy, which forbids scripts in it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN, list(TAGS))["violations"]
    return [
        f"{broken['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for broken in found
        for node in broken["nodes"]
    ]
