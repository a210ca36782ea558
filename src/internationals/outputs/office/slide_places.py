"""Where things stand on a slide: the placeholders of every layout, as data and as XML."""

from __future__ import annotations

from dataclasses import dataclass

from pptx.util import Inches

KICKER, SUBTITLE, CHART, SOURCE, BODY = 10, 11, 12, 13, 1
"""The index of each placeholder; the layouts say where they are."""
WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
TITLE, HEADLINE, FIGURE, TEXT = range(4)
"""The layouts, in the order in which they are in the file."""
SMALLEST = 14
ANY_NUMBER = "‹#›"
"""What a layout shows in the place of the number of a slide."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


@dataclass(frozen=True)
class Place:
    """A placeholder: what kind, where (inches: left, top, width, height), and how its text looks."""

    name: str
    kind: str
    box: tuple[float, float, float, float]
    index: int | None = None
    size: int = SMALLEST
    colour: str = "tx1"
    bold: bool = False
    anchor: str = "t"
    align: str = "l"


NUMBER = Place("Slide number", "sldNum", (WIDTH - MARGIN - 1, 6.98, 1, 0.32), 14, colour="tx2", align="r")
_HEAD = (
    Place("Title", "title", (MARGIN, 0.64, INNER, 1.0), size=28, bold=True),
    Place("Page", "body", (MARGIN, 0.3, INNER, 0.32), KICKER, colour="accent1", bold=True),
)
_FOOT = (
    Place("Source", "body", (MARGIN, 6.46, INNER - 1.1, 0.86), SOURCE, colour="tx2", anchor="b"),
    NUMBER,
)
LAYOUTS = {
    "Title": (
        Place("Title", "ctrTitle", (1.1, 1.7, 11, 2.2), size=44, colour="bg1", bold=True, anchor="b"),
        Place("Subtitle", "subTitle", (1.1, 4.15, 11, 2.4), BODY, size=20, colour="bg1"),
    ),
    "Headline": (
        *_HEAD,
        Place("Title of the figure", "body", (MARGIN, 1.66, INNER, 0.56), SUBTITLE, size=16, colour="tx2"),
        Place("Figure", "chart", (MARGIN, 2.25, INNER, 4.2), CHART),
        *_FOOT,
    ),
    "Figure": (*_HEAD, Place("Figure", "chart", (MARGIN, 1.75, INNER, 4.7), CHART), *_FOOT),
    "Text": (
        Place("Title", "title", (MARGIN, 0.68, INNER, 1.0), size=28, bold=True),
        Place("Text", "body", (MARGIN, 1.8, INNER, 5.0), BODY, size=18),
        NUMBER,
    ),
}


def shape(place: Place, identity: int, locale: str, *, inherit: bool) -> str:
    """A placeholder as XML; one that inherits takes place and looks from its layout."""
    index = "" if place.index is None else f' idx="{place.index}"'
    left, top, width, height = (Inches(number) for number in place.box)
    where = (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    look = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="{locale}" sz="{place.size * 100}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{place.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    body = (
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{look}</a:lstStyle>"
    )
    content = f'<a:r><a:rPr lang="{locale}"/><a:t>{place.name}</a:t></a:r>'
    if place.kind == "sldNum":
        content = (
            f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{locale}"/>'
            f"<a:t>{ANY_NUMBER}</a:t></a:fld>"
        )
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{identity}" name="{place.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{'' if inherit else where}</p:spPr><p:txBody>"
        f"{'<a:bodyPr/><a:lstStyle/>' if inherit else body}<a:p>{content}</a:p></p:txBody></p:sp>"
    )
