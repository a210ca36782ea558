"""A Chromium of this machine, or a sentence that says what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from internationals.shapes import ConfigError

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = resources.files("internationals.accessibility") / "axe" / "axe.min.js"
INSTALLED_AS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--disable-gpu", "--disable-background-networking", "--no-first-run")
_INSTEAD = "Publishing does not need it: without a check the statement says that none is recorded."


@contextmanager
def browser(path: Path | None = None) -> Iterator[Browser]:
    """The browser at `path`, else one that is installed, else Playwright's own. Raises ConfigError."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as missing:
        raise ConfigError(
            "Playwright is not installed, which opens the pages in a browser. "
            f"Install it with 'pip install playwright' and try again. {_INSTEAD}"
        ) from missing
    if path is not None and not path.is_file():
        raise ConfigError(f"{path}: there is no such browser. Expected the program of a Chromium or Chrome.")
    found = path or next((where for name in INSTALLED_AS if (where := shutil.which(name))), None)
    with sync_playwright() as playwright:
        try:
            launched = playwright.chromium.launch(
                executable_path=str(found) if found else None, args=list(ARGUMENTS)
            )
        except Error as failure:
            what = f"{found} does not start as a browser" if found else "There is no Chromium on this machine"
            raise ConfigError(
                f"{what}. Install one, or run 'playwright install chromium', and try again. {_INSTEAD}"
            ) from failure
        try:
            yield launched
        finally:
            launched.close()


def axe() -> str:
    """The script of axe-core. Raises ConfigError when it was not put in place."""
    if not AXE.is_file():
        raise ConfigError(
            "axe-core is not there, which looks at the pages: it is put in place once, at set-up. "
            f"Run 'make assets' in the folder of internationals. {_INSTEAD}"
        )
    return AXE.read_text(encoding="utf-8")
