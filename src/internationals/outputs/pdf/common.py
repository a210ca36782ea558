"""What every PDF of an edition says: title, publisher, whether it is invented, and the words of its frame."""

from __future__ import annotations

from datetime import date
from typing import Any

from internationals import texts
from internationals.outputs.pdf.look import FONTS, colours
from internationals.outputs.pdf.rich_text import Node, clean
from internationals.shapes import Publication

SITE_WORDS = ("contents", "reading", "source", "reference", "notes")
OWN_WORDS = (
    "page", "short_page", "continued", "unit", "to_figure", "tables", "tables_text", "invented_text",
)  # fmt: skip


def common(publication: Publication, language: str) -> dict[str, Any]:
    """The data that all templates share."""
    manifest = publication.release.manifest
    title, tagline = (site_word(publication, language, name) for name in ("title", "tagline"))
    words = {name: site_word(publication, language, name) for name in SITE_WORDS}
    words |= {name: texts.word(language, f"pdf.{name}") for name in OWN_WORDS}
    words["invented"] = texts.word(language, "site.banner")
    return {
        "language": language.partition("-")[0],
        "title": document_title(publication, language, f"{title}. {tagline}"),
        "monitor": title,
        "tagline": tagline,
        "foot": f"{title} · {tagline}",
        "description": site_word(publication, language, "about_text"),
        "publisher": clean(manifest["publisher"]),
        "invented": bool(manifest["invented"]),
        "words": {name.replace("_", "-"): said for name, said in words.items()},
        "look": {"colours": colours(publication.style), "fonts": FONTS},
    }


def site_word(publication: Publication, language: str, name: str) -> str:
    """A word of the site's frame, of this municipality and edition."""
    manifest = publication.release.manifest
    municipality = manifest["municipality"]["name"][language]
    return clean(texts.word(language, f"site.{name}", municipality=municipality, edition=manifest["edition"]))


def document_title(publication: Publication, language: str, title: str) -> str:
    """What stands in the window of a reader: the title, and whether the data is invented."""
    if publication.release.manifest["invented"]:
        title = texts.word(language, "pdf.invented_title", title=title)
    return clean(title)


def facts(publication: Publication, language: str, *names: str) -> list[tuple[str, list[Node]]]:
    """Name and value of what the manifest says of the edition: edition, reference_date, publisher, contact..."""
    return [(site_word(publication, language, name), [_fact(publication, language, name)]) for name in names]


def _fact(publication: Publication, language: str, name: str) -> Node:
    if name == "reference_date":
        return texts.day(language, reference_date(publication))
    said = clean(str(publication.release.manifest[name]))
    if name == "contact" and "@" in said:
        return {"tag": "a", "target": {"url": f"mailto:{said}"}, "children": [said]}
    return said


def reference_date(publication: Publication) -> date:
    """The reference date of the edition, which is also the date of its PDFs."""
    return date.fromisoformat(publication.release.manifest["reference_date"])


def site_address(publication: Publication) -> str:
    """Where the site of this edition stands, or the empty text."""
    return str(publication.release.manifest.get("site_url", ""))
