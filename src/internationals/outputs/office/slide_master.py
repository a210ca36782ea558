"""The template of the slides, built in code from the library's own: wide, with the house's colours and layouts.

Every place for text is a real placeholder, so that the outline and a screen reader know a title from a source, and
whoever restyles the master restyles all slides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches

from internationals.outputs.office.slide_places import (
    ANY_NUMBER,
    HEIGHT,
    LAYOUTS,
    NAMESPACES,
    NUMBER,
    TITLE,
    WIDTH,
    Place,
    shape,
)
from internationals.shapes import HouseStyle, palette

FONT = "Arial"
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")


def template(locale: str, style: HouseStyle) -> Any:
    """An empty presentation of 16:9 with the layouts TITLE, HEADLINE, FIGURE and TEXT."""
    made = Presentation()
    _bare(made)
    made.slide_width, made.slide_height = Inches(WIDTH), Inches(HEIGHT)
    layouts = list(made.slide_layouts)
    for layout in layouts[len(LAYOUTS) :]:
        made.slide_layouts.remove(layout)
    master = made.slide_master
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME), style)
    _fill(master.element, "Master", (*LAYOUTS["Text"],), locale)
    _left_aligned(master.element)
    for layout, (name, places) in zip(layouts, LAYOUTS.items(), strict=False):
        for attribute in ("type", "preserve"):
            layout.element.attrib.pop(attribute, None)
        _fill(layout.element, name, places, locale)
    _background(layouts[TITLE].element)
    for element in made.part._element.iter("{*}defRPr"):
        element.set("lang", locale)
    notes = made.part.relate_to(made.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{notes}"/></p:notesMasterIdLst>'
    made.part._element.find("{*}sldMasterIdLst").addnext(parse_xml(listed))
    _number_parts(made.part.package)
    return made


def slide_number(locale: str, identity: int, number: int) -> Any:
    """The placeholder with the number of a slide, for the program to keep up."""
    return parse_xml(shape(NUMBER, identity, locale, inherit=True).replace(ANY_NUMBER, str(number)))


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


def _theme(part: Any, style: HouseStyle) -> None:
    """The palette and the font, so that new charts look like ours, after the colour of the house."""
    theme = etree.fromstring(part.blob)
    colours = {"dk1": style.ink, "lt1": palette.PAPER, "dk2": style.quiet, "lt2": palette.LAND}
    colours |= dict(zip(_ACCENTS, palette.SERIES, strict=False))
    colours |= {"accent1": style.brand, "hlink": style.link, "folHlink": palette.SERIES[3]}
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
    for old in tree.findall("{*}sp"):
        tree.remove(old)
    numbers = count(2)
    for place in places:
        tree.append(parse_xml(shape(place, next(numbers), locale, inherit=False)))


def _left_aligned(master: Any) -> None:
    """Titles begin at the left, as all else does."""
    for style in master.iterfind("{*}txStyles/{*}titleStyle/{*}lvl1pPr"):
        style.set("algn", "l")


def _background(layout: Any) -> None:
    """The first slide stands out by its ground."""
    colour = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:effectLst/>'
    fill = f"<p:bg {NAMESPACES}><p:bgPr>{colour}</p:bgPr></p:bg>"
    layout.find("{*}cSld").insert(0, parse_xml(fill))
