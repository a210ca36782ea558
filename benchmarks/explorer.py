"""How soon the explorer shows its first chart, and how long a change takes, in a real browser.

The site is served without compression on this machine; the browser is held to 10 Mbit/s and 10 ms. The time of a
change is that of our script and of the layout that follows it, for each of several changes.

    python -m benchmarks.explorer public/ --edition 2022 --table residents_nationality_neighbourhood
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SPEED = 10e6 / 8
LATENCY = 10
SEEN = """new MutationObserver(() => {
  if (!self.first && document.querySelector('.drawing svg')) self.first = performance.now();
}).observe(document, { subtree: true, childList: true })"""
CHANGE = """(steps) => steps.map(([selector, property, value]) => {
  const control = document.querySelector(selector);
  const begin = performance.now();
  if (property) control[property] = value; else control.click();
  if (property) control.dispatchEvent(new Event('change'));
  document.body.getBoundingClientRect();
  return performance.now() - begin;
})"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *about: object) -> None:
        """Nothing."""


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
    steps: dict[str, tuple[str, str, object]] = {
        "another period": (
            ".dimension select:not([hidden]) ~ select:not([hidden])",
            "selectedIndex",
            3,
        ),
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
            found[name] += page.evaluate(CHANGE, [[selector, attribute, at if attribute else value]])
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("public")
    parser.add_argument("--edition", default="2022")
    parser.add_argument("--table", default="residents_nationality_neighbourhood")
    parser.add_argument("--repeat", type=int, default=7)
    chosen = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=chosen.public))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/{chosen.edition}/site/en/explorer/index.html"
    every = f"{address}?table={chosen.table}&view=table&rows=nationality,neighbourhood"
    every += "&nationality=*&neighbourhood=*&year=2022"
    executable = next(path for name in ("chromium", "google-chrome") if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for name, query in (("first table", ""), (chosen.table, f"?table={chosen.table}")):
            times = sorted(first_chart(browser, address + query) for _ in range(chosen.repeat))
            print(f"first chart, {name}: {times[0]:.0f} ms, median {statistics.median(times):.0f} ms")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, milliseconds in changes(page, every).items():
            print(f"change, {name}: {milliseconds:.1f} ms")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
