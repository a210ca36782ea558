"""The tests of claims: each is a function of a `View` by the name that follows `test=`.

A module per kind of test, discovered; `rank_top_3` calls `in_top` with 3; among whom, if it says so, is
in the breakdown as well. The thresholds are those of the pages.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from internationals.verification.view import Finding, View

Test = Callable[[View], Finding]
_WITH_NUMBER = re.compile(r"(?P<name>rank_top|rank_bottom)_(?P<k>\d+)(_among_\w+)?")


def test_named(name: str) -> Test | None:
    """The test of this name; None when there is none."""
    match = _WITH_NUMBER.fullmatch(name)
    if match is None:
        return tests().get(name)
    ranked = {"rank_top": "in_top", "rank_bottom": "in_bottom"}[match["name"]]
    module = import_module(f"{__name__}.ranks")
    found: Test = getattr(module, ranked)(int(match["k"]))
    return found


@cache
def tests() -> dict[str, Test]:
    """Every test by its name."""
    found: dict[str, Test] = {}
    for module in pkgutil.iter_modules(__path__):
        module_tests: dict[str, Test] = getattr(import_module(f"{__name__}.{module.name}"), "TESTS", {})
        found |= module_tests
    return found
