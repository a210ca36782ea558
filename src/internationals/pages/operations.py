"""Finding and calling the operations of `values/` and the tests of `claims/`.

Every public function of a module there is an operation under its own name: nothing is registered. In
`page.yml` its name is the first key of the expression, with the first argument; other arguments follow by
name: `{share: internationals, of: residents}` calls `share(scope, "internationals", of="residents")`.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from internationals.pages.problems import UnfitError, suggestion

Operation = Callable[..., Any]


@cache
def operations(package: str) -> Mapping[str, Operation]:
    """The public functions of every module in a folder of this room ("values" or "claims"), by name."""
    found: dict[str, Operation] = {}
    home = import_module(f"{__package__}.{package}")
    for module_info in sorted(pkgutil.iter_modules(home.__path__), key=lambda info: info.name):
        module = import_module(f"{home.__name__}.{module_info.name}")
        for name, member in vars(module).items():
            if inspect.isfunction(member) and member.__module__ == module.__name__ and name[0] != "_":
                if name in found:
                    raise AssertionError(f"two operations are called {name!r}")
                found[name] = member
    return found


def operation_of(package: str, expression: object) -> Operation:
    """The operation that an expression names. Raises UnfitError when there is no such operation."""
    if not isinstance(expression, Mapping) or not expression:
        raise UnfitError(
            f"An expression is written as {{operation: argument}}, and this is {expression!r}. "
            f"Operations: {', '.join(sorted(operations(package)))}."
        )
    name = next(iter(expression))
    if name not in operations(package):
        raise UnfitError(
            f"There is no {name!r} among the {package}. {suggestion(name, list(operations(package)))}"
        )
    return operations(package)[name]


def call(package: str, expression: Mapping[str, Any], scope: object) -> Any:
    """What an expression amounts to. Raises UnfitError when its arguments are not those of the operation."""
    operation = operation_of(package, expression)
    name, *others = expression
    arguments = {key: expression[key] for key in others}
    try:
        bound = inspect.signature(operation).bind(scope, expression[name], **arguments)
    except TypeError as error:
        raise UnfitError(
            f"{name!r} does not fit its arguments: {error}. It takes {_usage(operation)}."
        ) from error
    return operation(*bound.args, **bound.kwargs)


def _usage(operation: Operation) -> str:
    """The arguments of an operation as they are written in page.yml."""
    _, main, *others = inspect.signature(operation).parameters.values()
    written = [f"{operation.__name__}: {main.name}"]
    for parameter in others:
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            written.append("a code or name per dimension of the table")
        else:
            optional = parameter.default is not inspect.Parameter.empty
            written.append(f"{parameter.name}{' (optional)' if optional else ''}")
    return ", ".join(written)
