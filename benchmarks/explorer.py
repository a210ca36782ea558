"""How soon the explorer shows its first chart, and how long a change takes, in a real browser.

An edition is published anew with one more table, invented, of a hundred thousand cells. The site is served without
compression on this machine; the browser is held to 10 Mbit/s and 10 ms. The time of a change is that of our script
and of the layout that follows it, for each of several changes.

    python -m benchmarks.explorer leiden --edition 2022
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from internationals import publish
from internationals.outputs import site
from internationals.outputs.downloads import downloads
from internationals.outputs.site.explorer_tables import FOLDER
from internationals.project import open_project
from internationals.shapes import Cell, Dimension, ProtectedTable, Publication, Release, Status

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SPEED = 10e6 / 8
LATENCY = 10
LARGE = "residents_large"
"""The invented table; it takes the place of nothing."""
LIKE, CODES, CELLS = "residents_nationality_neighbourhood", "nationality", 100_000

SEEN = """new MutationObserver(() => {
  if (!self.first && document.querySelector('.drawing svg')) self.first = performance.now();
}).observe(document, { subtree: true, childList: true })"""
CHANGE = """async ([selector, property, value]) => {
  const control = document.querySelector(selector);
  const begin = performance.now();
  if (property) control[property] = value; else control.click();
  if (property) control.dispatchEvent(new Event('change'));
  for (let step = 0; step < 20; step += 1) await null; // a map waits for its outlines, which are there
  document.body.getBoundingClientRect();
  return performance.now() - begin;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *about: object) -> None:
        """Nothing."""


def with_large(made: Release) -> Release:
    """The release with a table of a hundred thousand cells: the periods and areas of another, more nationalities.

    A third of the cells is zero, a quarter withheld, and the others rounded: as such tables are.
    """
    like = made.tables[LIKE].card
    others = 1
    for dimension in like.dimensions:
        others *= 1 if dimension.id == CODES else len(dimension.codes)
    many = {f"{9000 + at}": {"nl": f"Land {at}", "en": f"Country {at}"} for at in range(-(-CELLS // others))}
    dimensions = tuple(
        Dimension(each.id, each.label, many) if each.id == CODES else each for each in like.dimensions
    )
    invented = random.Random(2022)
    cells = {}
    for key in _keys(dimensions):
        kind = invented.random()
        if kind < 0.25:
            cells[key] = Cell(None, Status.SUPPRESSED)
        elif kind < 2 / 3:
            cells[key] = Cell(5 * round(invented.expovariate(1 / 8) + 1), Status.ROUNDED)
    table = ProtectedTable(
        replace(like, id=LARGE, dimensions=dimensions), cells, protection=made.tables[LIKE].protection
    )
    return replace(made, tables={**made.tables, LARGE: table})


def _keys(dimensions: tuple[Dimension, ...]) -> Iterator[tuple[str, ...]]:
    if not dimensions:
        yield ()
        return
    for code in dimensions[0].codes:
        for rest in _keys(dimensions[1:]):
            yield (code, *rest)


@contextmanager
def served(made: Publication) -> Iterator[tuple[str, Path]]:
    """The address at which the site of a publication is served, and its folder."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / made.release.manifest["edition"] / "site"
        site.write(made, target, downloads(made))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{target.relative_to(folder)}/", target
        server.shutdown()


def first_chart(browser: Browser, address: str) -> float:
    """Milliseconds from the click on a link until there is a chart, with nothing kept from before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    limits = {"offline": False, "latency": LATENCY, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
    network.send("Network.emulateNetworkConditions", limits)
    page.add_init_script(SEEN)
    page.goto(address)
    page.wait_for_selector(".drawing svg")
    found: float = page.evaluate("self.first")
    context.close()
    return found


def changes(page: Page, address: str) -> dict[str, float]:
    """Milliseconds of every kind of change, the median of several."""
    view = ".views input[value={}]"
    period = ".dimension select:not([hidden]) ~ select:not([hidden])"
    steps: dict[str, tuple[str, str, object]] = {
        **({"another period": (period, "selectedIndex", 3)} if address.endswith("year=2022") else {}),
        "largest first": (".checks input", "", ""),
        "swap": (".checks button", "", ""),
        "bars": (view.format("bars"), "", ""),
        "map": (view.format("map"), "", ""),
        "lines": (view.format("lines"), "", ""),
        "table": (view.format("table"), "", ""),
    }
    found: dict[str, list[float]] = {name: [] for name in steps}
    for at in range(7):
        page.goto(address)
        page.wait_for_selector(".shown table")
        for name, (selector, attribute, value) in steps.items():
            found[name].append(page.evaluate(CHANGE, [selector, attribute, at if attribute else value]))
            page.wait_for_timeout(50)
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--edition", default="2022")
    parser.add_argument("--repeat", type=int, default=7)
    chosen = parser.parse_args()
    plain = publish.publication(open_project(chosen.project), chosen.edition)
    made = replace(plain, release=with_large(plain.release))
    executable = next(path for name in ("chromium", "google-chrome") if (path := shutil.which(name)))
    with served(made) as (host, folder), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        address = f"{host}en/explorer/index.html"
        for name, query in (("first table", ""), (LIKE, f"?table={LIKE}"), (LARGE, f"?table={LARGE}")):
            times = sorted(first_chart(browser, address + query) for _ in range(chosen.repeat))
            print(f"first chart, {name}: {times[0]:.0f} ms, median {statistics.median(times):.0f} ms")
        for name in (LIKE, LARGE):
            size = (folder / FOLDER / f"{name}.en.json.gz").stat().st_size
            print(f"{name}: {size:,} bytes")
            every = f"{address}?table={name}&view=table&nationality=*&neighbourhood=*"
            whole = f"{every}&rows=year,nationality,neighbourhood&year=*"
            shown = {
                "a period": f"{every}&rows=nationality,neighbourhood&year=2022",
                "all": whole,
                **({"all shares": f"{whole}&show=neighbourhood"} if name == LIKE else {}),
            }
            for part, query in shown.items():
                page = browser.new_page(viewport={"width": 1280, "height": 900})
                for what, milliseconds in changes(page, query).items():
                    print(f"{part} of {name}, {what}: {milliseconds:.1f} ms")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
