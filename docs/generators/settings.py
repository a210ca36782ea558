"""`reference/settings.md`: every key of a project's files, from the models that read them."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from typing import Any

from annotated_types import Ge, Le
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from generators.markdown import code, joined, sentence, table, written_by
from internationals.project import KEY_VARIABLE
from internationals.settings import EditionSettings, Municipality
from internationals.shapes import Declared

PLACE = "reference/settings.md"

FILES = {
    "municipality.yml": Municipality,
    "editions/<name>.yml": EditionSettings,
    "accessibility.yml": Declared,
}
INTRODUCTION = """\
A project folder has two kinds of settings: one `municipality.yml`, and one file per edition in `editions/`. Beside
them may be an `accessibility.yml`, with what the municipality records for its
[accessibility statement](../how-to/state-accessibility.md). All are YAML. A key that is not on this page is an
error, so that a typing mistake cannot pass for a choice. A key with a dot stands indented under the key before the
dot:

```yaml
register:
  leading_zeros: restore
```
"""
RECORDED = """\
A list has an entry per line that starts with a dash, and a key such as `shortcomings.criterion` stands in each entry. A
text per language has every language of the site: `{nl: Lichtgrijze letters, en: Light grey letters}`. A day that has yet
to come is refused where something was done, and so is a success criterion that WCAG does not have at level A or AA."""
ENVIRONMENT = f"""\
`{KEY_VARIABLE}` holds the secret key from which pseudonyms are made, at least 16 characters. It is needed
for every command that reads real extracts, is never written to any file, and stays the same from year to
year, because only then does a person keep the same pseudonym. An invented register needs none."""


def page() -> str:
    """The whole page."""
    return joined(
        "# Settings",
        written_by(
            "the models in `src/internationals/settings.py` and `src/internationals/shapes/accessibility.py`"
        ),
        INTRODUCTION,
        *(_file(name, model) for name, model in FILES.items()),
        RECORDED,
        "## The environment",
        ENVIRONMENT,
    )


def keys(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Every key of a model with a dotted path, keys of sections included."""
    for name, field in model.model_fields.items():
        path = before + (field.alias or name)
        yield path, field
        if (section := _section(field.annotation)) is not None:
            yield from keys(section, f"{path}.")


def _file(name: str, model: type[BaseModel]) -> str:
    rows = [
        (code(path), sentence(field.description or _meaning(path)), kind(field), _default(field))
        for path, field in keys(model)
    ]
    return joined(f"## `{name}`", table(("key", "meaning", "value", "if left out"), rows))


def _meaning(path: str) -> str:
    """What a key means that is part of a pair whose section says it already."""
    section, _, last = path.rpartition(".")
    return {
        "years.stands": "the years of the stands",
        "years.events": "the years of the events",
    }[f"{section}.{last}"]


def kind(field: FieldInfo) -> str:
    """The values that a key takes, in words."""
    written = _kind(field.annotation)
    for rule in field.metadata:
        if isinstance(rule, StringConstraints) and rule.pattern:
            written += f" of the form {code(rule.pattern)}"
        elif isinstance(rule, Ge):
            written += f", at least {rule.ge}"
        elif isinstance(rule, Le):
            written += f", at most {rule.le}"
    return written


def _kind(annotation: Any) -> str:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return " or ".join(map(code, arguments))
    if origin is typing.Annotated:
        (rule,) = (part for part in arguments[1:] if isinstance(part, StringConstraints))
        written = _kind(arguments[0])
        return f"{written} of the form {code(rule.pattern)}" if rule.pattern else written
    if origin in (types.UnionType, typing.Union):
        return _kind(next(part for part in arguments if part is not type(None)))
    if origin is list:
        return f"a list, each {_kind(arguments[0])}"
    if origin is dict:
        return "keys with a text each"
    if _section(annotation) is not None:
        return "a section"
    return {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`", date: "a date"}[
        annotation
    ]


def _section(annotation: Any) -> type[BaseModel] | None:
    for part in (annotation, *typing.get_args(annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part
    return None


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "needed"
    value = field.get_default(call_default_factory=True)
    if value is None or value in ([], {}) or isinstance(value, BaseModel):
        return "nothing" if value is None or not isinstance(value, BaseModel) else "its defaults"
    if isinstance(value, bool):
        return code(str(value).lower())
    return code(", ".join(value)) if isinstance(value, list) else code(value)
