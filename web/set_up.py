"""Make the style sheets, scripts and fonts of what is published, from the locked packages, into package data.

axe-core goes with them, with its licences (MPL-2.0), as it is: it checks what is published and is no part of it.

A machine without Node.js gets one into its Python environment. Everything is written beside its place and renamed
when it is complete, so that a run that is stopped leaves what was there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import fonts

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "src" / "internationals"
OUTPUTS = PACKAGE / "outputs"
PLACES = {"assets": OUTPUTS, "fonts": OUTPUTS, "axe": PACKAGE / "accessibility"}
AXE = ("axe.min.js", "LICENSE", "LICENSE-3RD-PARTY.txt")
OLDEST_NODE = 18


def main() -> None:
    """Install, build, and put in place."""
    npm = _npm()
    subprocess.run([*npm, "ci", "--silent"], cwd=HERE, check=True)
    fresh = {name: place / f".{name}.new" for name, place in PLACES.items()}
    for folder in fresh.values():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    subprocess.run([_node(), "build.mjs", str(fresh["assets"])], cwd=HERE, check=True)
    fonts.PACKAGE = HERE / fonts.PACKAGE
    fonts.write(fresh["assets"], fresh["fonts"])
    for name in AXE:
        shutil.copy(HERE / "node_modules" / "axe-core" / name, fresh["axe"] / name)
    for name, folder in fresh.items():
        shutil.rmtree(PLACES[name] / name, ignore_errors=True)
        folder.rename(PLACES[name] / name)


def _node() -> str:
    """A Node.js that is new enough: the machine's, else the environment's own."""
    for found in (shutil.which("node"), str(_beside("node"))):
        if found and Path(found).exists():
            said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
            version = re.match(r"v(\d+)", said)
            if version and int(version[1]) >= OLDEST_NODE:
                return found
    lock = HERE / "requirements-node.lock"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock], check=True
    )
    return str(_beside("node"))


def _npm() -> list[str]:
    """npm, run by the Node.js that goes with it."""
    node = Path(_node())
    beside = node.parent / "npm"
    return [str(beside if beside.exists() else shutil.which("npm") or "npm")]


def _beside(name: str) -> Path:
    return Path(sys.executable).parent / name


if __name__ == "__main__":
    main()
