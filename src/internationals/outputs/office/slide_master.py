"""The template of the slides, built in code from the library's own: wide, with the house's colours and layouts.

Every place for text is a real placeholder, so that the outline and a screen reader know a title from a source, and
whoever restyles the master restyles all slides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from internationals.shapes import palette

FONT = "Arial"
KICKER, SUBTITLE, CHART, SOURCE, BODY = 10, 11, 12, 13, 1
"""The index of each placeholder; the layouts say where they are."""
WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.6
INNER = WIDTH - 2 * MARGIN
TITLE, HEADLINE, FIGURE, TEXT = range(4)
"""The layouts, in the order in which they are in the file."""
SMALLEST = 14
_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


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


_NUMBER = Place("Slide number", "sldNum", (WIDTH - MARGIN - 1, 6.98, 1, 0.32), 14, colour="tx2", align="r")
_HEAD = (
    Place("Title", "title", (MARGIN, 0.64, INNER, 1.0), size=28, bold=True),
    Place("Page", "body", (MARGIN, 0.3, INNER, 0.32), KICKER, colour="accent1", bold=True),
)
_FOOT = (
    Place("Source", "body", (MARGIN, 6.46, INNER - 1.1, 0.86), SOURCE, colour="tx2", anchor="b"),
    _NUMBER,
)
_LAYOUTS = {
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
        _NUMBER,
    ),
}


def template(locale: str) -> Any:
    """An empty presentation of 16:9 with the layouts TITLE, HEADLINE, FIGURE and TEXT."""
    made = Presentation()
    _bare(made)
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    layouts = list(made.slide_layouts)
    for layout in layouts[len(_LAYOUTS) :]:
        made.slide_layouts.remove(layout)
    master = made.slide_master
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _fill(master.element, "Master", (*_LAYOUTS["Text"],), locale)
    _left_aligned(master.element)
    for layout, (name, places) in zip(layouts, _LAYOUTS.items(), strict=False):
        for attribute in ("type", "preserve"):
            layout.element.attrib.pop(attribute, None)
        _fill(layout.element, name, places, locale)
    _background(layouts[TITLE].element)
    for element in made.part._element.iter("{*}defRPr"):
        element.set("lang", locale)
    notes = made.part.relate_to(made.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = f'<p:notesMasterIdLst {_NS}><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
    made.part._element.find("{*}sldMasterIdLst").addnext(parse_xml(listed))
    _number_parts(made.part.package)
    return made


def slide_number(locale: str, identity: int) -> Any:
    """The placeholder with the number of a slide."""
    return parse_xml(_shape(_NUMBER, identity, locale, inherit=True))


def _number_parts(package: Any) -> None:
    """Count the parts that are still to come. The library looks through all parts for a free name, for every part
    again, which took a third of the time."""
    there = Counter(part.partname.baseURI for part in package.iter_parts())
    numbers: dict[str, Iterator[int]] = {}

    def next_partname(name: str) -> PackURI:
        first = there[PackURI(name % 0).baseURI] + 1
        return PackURI(name % next(numbers.setdefault(name, count(first))))

    package.next_partname = next_partname


def _bare(made: Any) -> None:
    """Take out of the library's template what is of the machine on which it was made, and its old shape."""
    package = made.part.package
    for holder, kind in ((package, "thumbnail"), (made.part, "printerSettings")):
        for name in [key for key, relation in holder._rels.items() if relation.reltype.endswith(f"/{kind}")]:
            holder._rels.pop(name)
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).blob = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
        b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>python-pptx</Application><PresentationFormat>Widescreen</PresentationFormat></Properties>"
    )
    made.part._element.find("{*}sldSz").attrib.pop("type", None)


def _theme(part: Any) -> None:
    """The palette and the font, so that new charts look like ours."""
    theme = etree.fromstring(part.blob)
    colours = {"dk1": palette.INK, "lt1": palette.PAPER, "dk2": palette.QUIET, "lt2": palette.LAND}
    colours |= dict(zip(_ACCENTS, palette.SERIES, strict=False))
    colours |= {"hlink": palette.SERIES[0], "folHlink": palette.SERIES[3]}
    scheme = theme.find(".//{*}clrScheme")
    scheme.set("name", "internationals")
    for name, colour in colours.items():
        entry = scheme.find(f"{{*}}{name}")
        entry.clear()
        etree.SubElement(entry, entry.tag.replace(name, "srgbClr"), val=colour.removeprefix("#"))
    for latin in theme.iterfind(".//{*}fontScheme/*/{*}latin"):
        latin.set("typeface", FONT)
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fill(element: Any, name: str, places: tuple[Place, ...], locale: str) -> None:
    """Put these placeholders in the place of all shapes of a master or a layout."""
    common = element.find("{*}cSld")
    common.set("name", name)
    tree = common.find("{*}spTree")
    for shape in tree.findall("{*}sp"):
        tree.remove(shape)
    numbers = count(2)
    for place in places:
        tree.append(parse_xml(_shape(place, next(numbers), locale, inherit=False)))


def _shape(place: Place, identity: int, locale: str, *, inherit: bool) -> str:
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
            "<a:t>‹#›</a:t></a:fld>"
        )
    return (
        f'<p:sp {_NS}><p:nvSpPr><p:cNvPr id="{identity}" name="{place.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{'' if inherit else where}</p:spPr><p:txBody>"
        f"{'<a:bodyPr/><a:lstStyle/>' if inherit else body}<a:p>{content}</a:p></p:txBody></p:sp>"
    )


def _left_aligned(master: Any) -> None:
    """Titles begin at the left, as all else does."""
    for style in master.iterfind("{*}txStyles/{*}titleStyle/{*}lvl1pPr"):
        style.set("algn", "l")


def _background(layout: Any) -> None:
    """The first slide stands out by its ground."""
    fill = f'<p:bg {_NS}><p:bgPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    layout.find("{*}cSld").insert(0, parse_xml(fill))
