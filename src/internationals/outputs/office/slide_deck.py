"""The slides of one language: a title, a slide for every figure, and how to read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from pptx.util import Pt

from internationals import texts
from internationals.outputs.office.charting import Form, look
from internationals.outputs.office.figures import MAPS
from internationals.outputs.office.packing import packed, unpacked
from internationals.outputs.office.plain import paragraphs, plain, printable
from internationals.outputs.office.shorthand import ABSENT, SIGNS, marked, occurring
from internationals.outputs.office.slide_charts import LETTERS, draw, largest, without_numbers
from internationals.outputs.office.slide_master import slide_number, template
from internationals.outputs.office.slide_places import (
    BODY,
    CHART,
    FIGURE,
    HEADLINE,
    KICKER,
    SOURCE,
    SUBTITLE,
    TEXT,
    TITLE,
)
from internationals.shapes import Chart, HouseStyle, Page, Publication, Status

AREAS = 14
"""How many areas of a map stand as bars on a slide."""
_TITLE_SIZES = ((105, None), (125, 24), (10_000, 20))
"""Letters up to which a title has a size in points; None is that of the layout."""


def slides(publication: Publication, language: str) -> bytes:
    """The bytes of the presentation in one language."""
    manifest = publication.release.manifest
    deck = _Deck(language, texts.label(language, manifest["invented"]), publication.style)
    deck.opening(manifest)
    for page in publication.pages_in(language):
        for at, chart in enumerate(page.charts):
            definition = publication.release.tables[chart.table_id].card.definition[language]
            deck.figure(page, chart, first=at == 0, definition=definition)
    deck.closing(manifest)
    return deck.saved(manifest)


class _Deck:
    """Slides in the making. `label` stands on all of them when the numbers are invented."""

    def __init__(self, language: str, label: str, style: HouseStyle) -> None:
        self._language = language
        self._label = label
        self._locale = texts.word(language, "office.locale")
        self._deck = template(self._locale, style)
        self._titles: Counter[str] = Counter()

    def opening(self, manifest: Any) -> None:
        """The title slide."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TITLE])
        municipality = manifest["municipality"]["name"][self._language]
        self._title(slide, self._word("site.title", municipality=municipality))
        day = texts.day(self._language, date.fromisoformat(manifest["reference_date"]))
        lines = [
            self._word("site.tagline", edition=manifest["edition"]),
            f"{self._word('site.reference_date')}: {day}",
            manifest["publisher"],
        ]
        lines += [self._word("office.invented")] if self._label else []
        self._say(slide.placeholders[BODY], lines, apart=True)
        self._finish(slide, [self._word("site.about_text", municipality=municipality)], numbered=False)

    def figure(self, page: Page, chart: Chart, *, first: bool, definition: str) -> None:
        """The slide of a figure. The first of a page bears the headline, the others the title of their figure."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[HEADLINE if first else FIGURE])
        self._title(slide, plain(page.headline) if first else chart.title)
        self._say(slide.placeholders[KICKER], [page.title])
        if first:
            self._say(slide.placeholders[SUBTITLE], [chart.title])
        shown = largest(chart, AREAS) if chart.kind in MAPS else chart
        if without_numbers(shown):
            place = slide.placeholders[CHART]
            box = slide.shapes.add_textbox(place.left, place.top, place.width, Pt(30))
            _remove(place)
            self._say(box, [self._word("chart.no_numbers")], size=18)
        else:
            draw(slide.placeholders[CHART], shown, self._locale)
        about = self._word("office.about_page", source=chart.source, reference=chart.reference)
        remarks = " ".join(self._remarks(chart, shown))
        source = " ".join(filter(None, (self._label and f"{self._label}.", about)))
        self._say(slide.placeholders[SOURCE], [*filter(None, (remarks,)), source])
        found = occurring(cell for series in chart.series for cell in series.cells)
        spoken = [*(paragraphs(page.body) if first else ()), chart.alternative, *chart.notes]
        spoken += [f"{self._word('office.definition')}: {definition}", *map(self._meaning, found)]
        self._finish(slide, [*spoken, about])

    def closing(self, manifest: Any) -> None:
        """Who the figures are about, how they are protected, and whom to ask."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[TEXT])
        municipality = manifest["municipality"]["name"][self._language]
        self._title(slide, self._word("office.about_slide"))
        facts = {"site.publisher": "publisher", "site.contact": "contact", "site.licence": "licence"}
        lines = [
            self._word("site.about_text", municipality=municipality),
            self._word("site.about_protection"),
            *((self._word("office.invented"),) if self._label else ()),
            *(f"{self._word(key)}: {manifest[field]}" for key, field in facts.items()),
        ]
        self._say(slide.placeholders[BODY], lines, apart=True)
        statuses = [status for status in Status if status in SIGNS]
        self._finish(slide, [self._meaning(status) for status in statuses])

    def saved(self, manifest: Any) -> bytes:
        """The file, without the clock."""
        about = self._deck.core_properties
        about.title = self._word("site.title", municipality=manifest["municipality"]["name"][self._language])
        about.subject = self._word("site.tagline", edition=manifest["edition"])
        about.author = about.last_modified_by = manifest["publisher"]
        about.comments = " – ".join(filter(None, (self._label, manifest["licence"])))
        about.language, about.keywords, about.revision = self._locale, "", 1
        about.created = about.modified = datetime.combine(
            date.fromisoformat(manifest["reference_date"]), time()
        )
        target = BytesIO()
        self._deck.save(target)
        return packed(unpacked(target.getvalue()))

    def _remarks(self, chart: Chart, shown: Chart) -> Iterator[str]:
        """What has to be known to read the slide, of this figure."""
        if chart.kind in MAPS:
            number = len(shown.categories)
            every = number == len(chart.categories)
            yield self._word("office.map_of_all" if every else "office.map_of_some", count=number)
        chosen = look(shown, LETTERS)
        if chosen.form is Form.LINES and chosen.low:
            decimals = next(places for places in range(11) if round(chosen.low, places) == chosen.low)
            start = texts.amount(self._language, chosen.low, chart.unit, decimals)
            yield self._word("chart.axis_starts_at", value=start)
        found = occurring(cell for series in chart.series for cell in series.cells)
        absent = [status for status in found if status in ABSENT]
        if len(absent) == 1:
            yield self._meaning(absent[0])
        elif absent:
            names = [self._word(f"status.{status}") for status in absent]
            yield self._word("office.no_numbers", statuses=texts.join(self._language, names))
        yield from (f"{marked(self._language, status)}." for status in found if status not in ABSENT)

    def _meaning(self, status: Status) -> str:
        """What a sign means, or what it means that there is no number."""
        key = "office.no_number" if status in ABSENT else "office.marked_number"
        name, meaning = self._word(f"status.{status}"), self._word(f"status_meaning.{status}")
        return self._word(key, mark=SIGNS[status], status=name, meaning=meaning)

    def _title(self, slide: Any, title: str) -> None:
        """The title, once in the whole deck, in letters of a size at which it fits."""
        self._titles[title] += 1
        number = self._titles[title]
        unique = title if number == 1 else self._word("office.figure_at", title=title, number=number)
        size = next(size for longest, size in _TITLE_SIZES if len(unique) <= longest)
        self._say(slide.shapes.title, [unique], size=size)

    def _say(self, shape: Any, lines: list[str], *, size: int | None = None, apart: bool = False) -> None:
        """Text in a shape, a paragraph a line, in the language of the deck."""
        frame = shape.text_frame
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            if apart:
                paragraph.space_after = Pt(10)
            run = paragraph.add_run()
            run.text = printable(line)
            run._r.get_or_add_rPr().set("lang", self._locale)
            if size:
                run.font.size = Pt(size)

    def _finish(self, slide: Any, spoken: list[str], *, numbered: bool = True) -> None:
        """The number of the slide, and the notes of the speaker."""
        if numbered:
            identity = max(shape.shape_id for shape in slide.shapes) + 1
            slide.shapes._spTree.append(slide_number(self._locale, identity, len(self._deck.slides)))
        self._say(slide.notes_slide.notes_placeholder, spoken)

    def _word(self, key: str, **slots: object) -> str:
        return texts.word(self._language, key, **slots)


def _remove(shape: Any) -> None:
    shape.element.getparent().remove(shape.element)
