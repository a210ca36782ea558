"""How a value can be printed in a text: the filters, and how many texts each takes beside the value."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import nodes

from internationals.pages.problems import UnfitError

FILTERS: Mapping[str, tuple[int, ...]] = {
    "counted": (2,),
    "of": (1,),
    "spelled": (0, 2),
    "ordinal": (0,),
    "written_out": (0,),
    "euro": (0,),
    "capital": (0,),
}
_LAST = "capital"
_TEXTS = ("no texts", "1 text", "2 texts")


def fits(node: nodes.Filter) -> bool:
    """Whether this is a filter on a value, or the last one (a capital) on another filter.

    Raises UnfitError when it takes another number of texts.
    """
    known = {*FILTERS} if isinstance(node.node, nodes.Name) else {_LAST}
    if node.name not in known or not isinstance(node.node, nodes.Name | nodes.Filter):
        return False
    if len(node.args) not in FILTERS[node.name] or node.kwargs:
        wanted = " or ".join(_TEXTS[number] for number in FILTERS[node.name])
        raise UnfitError(f"|{node.name} takes {wanted}, and nothing else.")
    return True
