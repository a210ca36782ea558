"""axe-core on every page of a site, at several widths, with everything unfolded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from internationals.accessibility.browsing import axe, browser
from internationals.accessibility.serving import served
from internationals.shapes import AutomaticCheck, Violation
from internationals.shapes.accessibility import WIDTHS

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_HEIGHT = 800
_EXAMPLE = 160
_CRITERION = re.compile(r"wcag(\d)(\d)(\d{1,2})")
_UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"
_SCRIPTED = "document.querySelector('script[src]') !== null"
_RUN = """async tags => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations', 'incomplete'], elementRef: false,
  });
  const short = results => results.map(each => (
    {rule: each.id, tags: each.tags, elements: each.nodes.length, html: each.nodes[0].html}));
  return {violations: short(found.violations), undecided: short(found.incomplete)};
}"""

Progress = Callable[[str, float], None]


def check(
    public: Path,
    site: str,
    fingerprint: str,
    *,
    widths: Sequence[int] = WIDTHS,
    program: Path | None = None,
    progress: Progress = lambda _what, _part: None,
) -> AutomaticCheck:
    """What axe-core finds on every page of `site`, an address within the folder `public`, such as "2022/site/".

    `fingerprint` is that of the site, and `program` the browser to use. Today is the day of the check. Raises
    ConfigError when there is no browser or no axe-core.
    """
    script = axe()
    paths = sorted(path.relative_to(public / site).as_posix() for path in (public / site).rglob("*.html"))
    violations, undecided = _Tally(), _Tally()
    with browser(program) as chromium, served(public) as host:
        for at, width in enumerate(widths):
            # A page's policy forbids scripts that are not its own, and axe-core is one.
            context = chromium.new_context(viewport={"width": width, "height": _HEIGHT}, bypass_csp=True)
            page = context.new_page()
            for number, path in enumerate(paths):
                progress(f"{width} px", (at + number / len(paths)) / len(widths))
                found = _looked_at(page, f"{host}{site}{path}", script)
                violations.add(path, width, found["violations"])
                undecided.add(path, width, found["undecided"])
            version = page.evaluate("axe.version")
            context.close()
        name = f"Chromium {chromium.version}"
    return AutomaticCheck(
        date=date.today(),
        axe=version,
        browser=name,
        tags=list(TAGS),
        widths=list(widths),
        pages=paths,
        violations=violations.listed(),
        undecided=undecided.listed(),
        fingerprint=fingerprint,
    )


def _looked_at(page: Page, address: str, script: str) -> Any:
    page.goto(address)
    if page.evaluate(_SCRIPTED):
        # What a script shows is there when it has read what it needs.
        page.wait_for_load_state("networkidle")
    page.evaluate(_UNFOLD)
    page.evaluate(script)
    return page.evaluate(_RUN, list(TAGS))


@dataclass
class _Tally:
    """Rules with what was found of them, page by page."""

    _criteria: dict[str, list[str]] = field(default_factory=dict)
    _elements: dict[str, dict[str, int]] = field(default_factory=dict)
    _examples: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, width: int, found: Iterable[Mapping[str, Any]]) -> None:
        for each in found:
            rule = str(each["rule"])
            numbers = (_CRITERION.fullmatch(tag) for tag in each["tags"])
            self._criteria[rule] = [".".join(number.groups()) for number in numbers if number]
            pages = self._elements.setdefault(rule, {})
            pages[path] = max(pages.get(path, 0), int(each["elements"]))
            self._examples.setdefault(rule, f"{path}, {width} px: {each['html'][:_EXAMPLE]}")

    def listed(self) -> list[Violation]:
        return [
            Violation(
                rule=rule,
                criteria=self._criteria[rule],
                pages=sorted(pages),
                elements=sum(pages.values()),
                example=self._examples[rule],
            )
            for rule, pages in sorted(self._elements.items())
        ]
