"""A folder that is replaced whole, or not at all: written beside, then exchanged.

Whoever is killed at any moment leaves the old folder or the new one, and perhaps a leftover beside it that
the next run removes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A fresh folder to write in; on a clean exit it takes the target's place, on an error it is removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    _sweep(target)
    fresh = target.parent / f".{target.name}.building-{os.getpid()}"
    fresh.mkdir()
    try:
        yield fresh
        _put(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def recover(target: Path) -> None:
    """Put the previous folder back if a run was stopped between its two renames."""
    previous = _previous(target)
    if previous.exists() and not target.exists():
        previous.rename(target)


def _put(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        previous = _previous(target)
        shutil.rmtree(previous, ignore_errors=True)
        target.rename(previous)
        fresh.rename(target)
        shutil.rmtree(previous, ignore_errors=True)


def _previous(target: Path) -> Path:
    return target.parent / f".{target.name}.previous"


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (renameat2 on Linux)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)


def _sweep(target: Path) -> None:
    """Remove what runs that were killed left behind; a run that still lives keeps its folder."""
    for leftover in target.parent.glob(f".{target.name}.building-*"):
        process = int(leftover.name.rsplit("-", 1)[1])
        if process == os.getpid() or not _alive(process):
            shutil.rmtree(leftover, ignore_errors=True)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
