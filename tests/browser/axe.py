"""What axe-core finds on a page, as sentences."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from internationals.accessibility import TAGS
from internationals.accessibility.browsing import axe

_RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """Each rule that an element breaks. The page's context has to bypass its policy, which forbids scripts in it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(_RUN, list(TAGS))["violations"]
    return [
        f"{broken['id']}: {node['html'][:160]}: {node['failureSummary']}"
        for broken in found
        for node in broken["nodes"]
    ]
