"""A municipality's own theme: design tokens in its `theme.css`, with a contrast that everybody can read.

Tokens are custom properties by the names of NL Design System. Whatever selector they stand under in a token file
(`.leiden-theme`, `:root`), they hold for the whole site. Nothing but tokens is taken from the file, so that a theme
cannot hide or move anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import tinycss2
import tinycss2.color4

from internationals.outputs.site.errors import SiteError
from internationals.outputs.site.style import built_in_theme
from internationals.shapes import HouseStyle

TEXT, LARGE = 4.5, 3.0
"""The least contrast of text, and of large text and of what is not text (WCAG 2.2, 1.4.3 and 1.4.11)."""

_DEFAULT, _ACTION = "--basis-color-default-", "--basis-color-action-2-"
PAIRS: tuple[tuple[str, str, float], ...] = (
    (f"{_DEFAULT}color-document", f"{_DEFAULT}bg-document", TEXT),
    (f"{_DEFAULT}color-document", f"{_DEFAULT}bg-default", TEXT),
    (f"{_DEFAULT}color-document", f"{_ACTION}bg-default", TEXT),
    (f"{_DEFAULT}color-default", f"{_DEFAULT}bg-document", TEXT),
    (f"{_DEFAULT}color-default", f"{_DEFAULT}bg-default", TEXT),
    (f"{_DEFAULT}color-default", f"{_ACTION}bg-default", TEXT),
    (f"{_ACTION}color-default", f"{_DEFAULT}bg-document", TEXT),
    (f"{_ACTION}color-default", f"{_DEFAULT}bg-default", TEXT),
    (f"{_ACTION}color-default", f"{_ACTION}bg-default", TEXT),
    (f"{_ACTION}color-hover", f"{_DEFAULT}bg-document", TEXT),
    (f"{_ACTION}color-hover", f"{_ACTION}bg-default", TEXT),
    ("--nl-link-color", f"{_DEFAULT}bg-document", TEXT),
    ("--nl-link-color", f"{_DEFAULT}bg-default", TEXT),
    ("--nl-link-color", f"{_ACTION}bg-default", TEXT),
    ("--nl-link-hover-color", f"{_DEFAULT}bg-document", TEXT),
    ("--nl-skip-link-color", "--nl-skip-link-background-color", TEXT),
    ("--basis-color-warning-color-document", "--basis-color-warning-bg-default", TEXT),
    (f"{_DEFAULT}border-default", f"{_DEFAULT}bg-document", LARGE),
    ("--basis-focus-outline-color", f"{_DEFAULT}bg-document", LARGE),
    ("--basis-focus-outline-color", f"{_DEFAULT}bg-default", LARGE),
)
"""Which tokens stand on which on this site, and the contrast that they need at least."""

_OF_THE_HOUSE = {
    "ink": f"{_DEFAULT}color-document",
    "quiet": f"{_DEFAULT}color-default",
    "brand": f"{_ACTION}color-default",
    "link": "--nl-link-color",
}

_NAME = re.compile(r"--[A-Za-z0-9_-]+")
_FUNCTIONS = frozenset(
    {
        "var", "calc", "min", "max", "clamp", "cubic-bezier", "steps",
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix",
    }
)  # fmt: skip
"""What a value may compute. Not among them is what fetches a file, such as url() and image-set()."""

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\))?[^()]*))?\)")


def read(path: Path) -> str:
    """The tokens of a theme file as CSS for the whole site; nothing when there is no file.

    Raises SiteError when the file has no tokens, when one is no plain value (`unsafe`), or when text in its colours
    could not be read.
    """
    if not path.is_file():
        return ""
    css = path.read_text(encoding="utf-8")
    refused = tuple(unsafe(css))
    if refused:
        listed = "\n".join(f"  {sentence}" for sentence in refused)
        raise SiteError(f"{path.name} has tokens that are no plain values:\n{listed}")
    own = tokens(css)
    if not own:
        raise SiteError(
            f"{path.name} holds no design tokens; expected lines such as "
            "'--basis-color-action-2-color-default: #00497a;' within ':root { }'."
        )
    wrong = tuple(problems({**tokens(built_in_theme()), **own}))
    if wrong:
        listed = "\n".join(f"  {sentence}" for sentence in wrong)
        raise SiteError(f"{path.name} gives colours that not everybody can read:\n{listed}")
    return ":root{" + ";".join(f"{name}:{value}" for name, value in own.items()) + "}"


def house_style(path: Path) -> HouseStyle:
    """The colours of a theme file for files on white paper; ours for what it leaves out or what white would swallow.

    The file has passed `read`.
    """
    built_in = tokens(built_in_theme())
    own = {**built_in, **(tokens(path.read_text(encoding="utf-8")) if path.is_file() else {})}
    chosen = {}
    for part, name in _OF_THE_HOUSE.items():
        colour = _colour(own, name)
        if colour and colour != _colour(built_in, name) and contrast(colour, (1.0, 1.0, 1.0)) >= TEXT:
            chosen[part] = "#" + "".join(f"{round(255 * min(max(each, 0), 1)):02x}" for each in colour)
    return HouseStyle(**chosen)


def mistakes(path: Path) -> tuple[str, ...]:
    """What `read` would refuse, as a sentence; nothing for a theme that can be used."""
    try:
        read(path)
    except SiteError as mistake:
        return (str(mistake),)
    return ()


def tokens(css: str) -> dict[str, str]:
    """The custom properties of a style sheet, whatever they stand under; the last of a name counts."""
    return {each.name: tinycss2.serialize(each.value).strip().replace("</", "") for each in _declared(css)}


def unsafe(css: str) -> Iterator[str]:
    """A sentence for each token that could fetch a file, end the rule that it stands in, or swallow what follows."""
    for each in _declared(css):
        if not _NAME.fullmatch(each.name):
            yield f"{each.name!r} is no name of a token; expected letters, digits and hyphens after '--'."
        for part in _parts(each.value):
            if part.type in ("error", "{} block", "url"):
                what = {"error": "a quote or bracket that does not close", "url": "an address"}
                yield f"{each.name} has {what.get(part.type, 'a block in braces')}; expected a value such as #00497a."
            elif part.type == "function" and part.lower_name not in _FUNCTIONS:
                yield f"{each.name} uses {part.name}(); a token can use {', '.join(sorted(_FUNCTIONS))}."


def _declared(css: str) -> Iterator[tinycss2.ast.Declaration]:
    """Every custom property, in order, within whatever rule."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type != "qualified-rule":
            continue
        for each in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
            if each.type == "declaration" and each.name.startswith("--"):
                yield each


def _parts(values: Iterable[tinycss2.ast.Node]) -> Iterator[tinycss2.ast.Node]:
    """The parts of a value, with those within brackets and functions."""
    for part in values:
        yield part
        yield from _parts(getattr(part, "arguments", None) or getattr(part, "content", None) or ())


def problems(theme: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each pair of tokens whose contrast is too low, or whose colour cannot be told."""
    for above, beneath, least in PAIRS:
        colours = [_colour(theme, name) for name in (above, beneath)]
        if None in colours:
            unclear = above if colours[0] is None else beneath
            yield f"{unclear}: {theme.get(unclear, 'not there')!r} is no colour; expected one such as #00497a."
            continue
        found = contrast(*(colour for colour in colours if colour is not None))
        if found < least:
            yield f"{above} on {beneath} has a contrast of {found:.2f}; at least {least} is needed."


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast ratio of two colours (red, green and blue from 0 to 1), from 1 to 21: WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour(theme: Mapping[str, str], name: str) -> tuple[float, float, float] | None:
    """The colour of a token with all tokens in it filled in; None for what is no opaque colour."""
    value = theme.get(name, "")
    for _ in range(20):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda found: theme.get(found[1], found[2] or ""), value)
    parsed = tinycss2.color4.parse_color(value)
    if parsed is None or parsed == "currentcolor" or parsed.alpha != 1:
        return None
    red, green, blue = parsed.to("srgb").coordinates
    return float(red), float(green), float(blue)
