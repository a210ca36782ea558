"""Finding the kinds: modules of this folder that read snapshots, fetch them, or take files by hand."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from internationals.shapes import ConfigError
from internationals.sources import kinds


@cache
def _modules() -> dict[str, ModuleType]:
    found = {}
    for info in pkgutil.iter_modules(kinds.__path__):
        module = import_module(f"{kinds.__name__}.{info.name}")
        if hasattr(module, "read"):
            found[info.name] = module
    return found


def kind_of(source: str, name: str | None, able_to: str = "read") -> ModuleType:
    """The module of a kind. Raises ConfigError when there is none of this name, or it cannot do what is asked."""
    module = _modules().get(name or "")
    if module is None or not hasattr(module, able_to):
        there = sorted(kind for kind, each in _modules().items() if hasattr(each, able_to))
        wanted = {"read": "reads", "fetch": "fetches", "SUFFIXES": "reads files by hand for"}[able_to]
        raise ConfigError(
            f"No kind {name!r} {wanted} the source {source}. Kinds that do: {', '.join(there)}. "
            "Correct the source in municipality.yml."
        )
    return module
