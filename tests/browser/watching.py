"""A browser on the explorer, of which everything that should not happen is written down."""

from __future__ import annotations

from playwright.sync_api import Page

WIDTHS = (1280, 768, 375, 320)
EXPLORER = "2022/site/en/explorer/index.html"
LINES = "?table=quality&view=lines&rows=year&columns=item&year=*&item=*"
MAP = "?table=residents_district&view=map&rows=district&group=international&year=2022&district=*"
VIEWS = {
    "lines": LINES,
    "map": MAP,
    "bars": "?table=quality&view=bars&rows=item&columns=year&year=2013,2014,2021&item=*",
    "upright": "?table=quality&view=bars&rows=year&year=*&item=a",
    "table": "?table=residents_group&view=table&rows=year&columns=group&year=*&group=*",
}


class Watched:
    """A page on which everything that should not happen is written down."""

    def __init__(self, page: Page, host: str) -> None:
        self.page, self.host, self.wrong = page, host, list[str]()
        page.on(
            "console",
            lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((host, "blob:")) else self.wrong.append(asked.url),
        )

    def open(self, query: str = "", language: str = "en") -> Page:
        self.page.goto(self.host + EXPLORER.replace("/en/", f"/{language}/") + query)
        self.page.wait_for_selector(".explorer .shown", state="visible")
        return self.page


def asks(page: Page, *words: str, without: str = "") -> None:
    """The address asks for this, and not for that; it follows a change when that is on the screen."""
    holds = """([words, without]) => words.every(word => location.search.includes(word))
      && !(without && location.search.includes(without))"""
    page.wait_for_function(holds, arg=[list(words), without], timeout=2000)
