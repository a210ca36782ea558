"""The catalogue for data portals, after DCAT-AP-NL 3: every table is a dataset, and together they are a series.

A table is a dataset of its own because people look for a subject and not for a monitor, and because a portal that knows
no series still shows datasets. The next edition is the same dataset with more years: its identifier stays and its version
is the edition, so that a portal does not fill up with a copy for every year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from internationals import texts
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.outputs.opendata.listing import Listed
from internationals.outputs.opendata.rdf import Blank, Iri, Node, Property, Typed, Words
from internationals.outputs.opendata.vocabularies import EU, FORMATS, LANGUAGES, MEDIA_TYPES, organisation
from internationals.shapes import Card, Text

_SELF = "catalog.ttl"
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")


def catalog(cards: Iterable[Card], files: Iterable[Listed], facts: Facts) -> list[Node]:
    """The graph: publisher and contact, catalogue, series, and every table with its files, whose sizes are known.

    Addresses are absolute when the site has one, else relative to the file in which they stand.
    """
    of_table: dict[str, list[Listed]] = {}
    for file in files:
        if file.format in FORMATS and file.table_id:
            of_table.setdefault(file.table_id, []).append(file)
    listed = list(cards)
    nodes = [_catalogue(listed, facts), _series(facts)]
    for card in listed:
        nodes.append(_dataset(card, of_table[card.id], facts))
        for file in of_table[card.id]:
            nodes += [_distribution(card, file, facts), Node(_file(facts, file), "rdfs:Resource")]
    return [*nodes, *_agents(facts), *_documents(facts), *_licence(facts)]


def _catalogue(cards: Iterable[Card], facts: Facts) -> Node:
    return Node(
        f"{facts.address}{_SELF}",
        "dcat:Catalog",
        (
            *_titled(facts.in_all("title"), facts.in_all("about"), facts),
            *_owned(facts),
            *_in_languages(facts.languages),
            ("dct:license", Iri(facts.licence.authority)),
            *((("foaf:homepage", Iri(facts.site)),) if facts.site else ()),
            *(("dcat:dataset", Iri(_here(facts, card.id))) for card in cards),
        ),
    )


def _series(facts: Facts) -> Node:
    return Node(
        _here(facts, "the-series"),
        "dcat:DatasetSeries",
        (
            *_titled(facts.in_all("series"), facts.in_all("series_about"), facts),
            ("dct:publisher", Iri(organisation(facts.code))),
            ("dcat:contactPoint", Iri(_here(facts, "contact-point"))),
            ("dct:accrualPeriodicity", Iri(f"{EU}/frequency/ANNUAL")),
        ),
    )


def _dataset(card: Card, files: Iterable[Listed], facts: Facts) -> Node:
    def said(text: Text) -> dict[str, str]:
        return {language: in_language(text, language) for language in facts.languages}

    # Among the data of all municipalities a title has to say whose they are.
    titles = {
        language: texts.word(language, "data.dataset", title=title, municipality=facts.names[language])
        for language, title in said(card.title).items()
    }
    source = [("rdfs:label", Words(text, language)) for language, text in said(card.source).items()]
    return Node(
        _here(facts, card.id),
        "dcat:Dataset",
        (
            *_titled(titles, said(card.definition), facts),
            ("dct:identifier", Words(f"internationals-{facts.code.lower()}-{card.id}")),
            ("dcat:version", Words(facts.edition)),
            ("dcat:inSeries", Iri(_here(facts, "the-series"))),
            *_owned(facts),
            ("dct:accessRights", Iri(f"{EU}/access-right/PUBLIC")),
            ("dcat:theme", Iri(f"{EU}/data-theme/SOCI")),
            *(
                ("dcat:keyword", Words(word, language))
                for language in facts.languages
                for word in facts.said("keywords", language).split("; ")
            ),
            *_in_languages(facts.languages),
            *_period(card),
            ("dct:accrualPeriodicity", Iri(f"{EU}/frequency/ANNUAL")),
            ("dct:provenance", Blank("dct:ProvenanceStatement", tuple(source))),
            *((("dcat:landingPage", Iri(facts.site)),) if facts.site else ()),
            *(("foaf:page", Iri(_readme(facts, language))) for language in facts.languages),
            *(("dcat:distribution", Iri(_part(facts, file))) for file in files),
        ),
    )


def _distribution(card: Card, file: Listed, facts: Facts) -> Node:
    name, standard = FORMATS[file.format]
    address = Iri(_file(facts, file))
    languages = (file.language,) if file.language else facts.languages
    titles = {
        language: facts.marked(language, f"{in_language(card.title, language)} ({file.format})")
        for language in languages
    }
    return Node(
        _part(facts, file),
        "dcat:Distribution",
        (
            *(("dct:title", Words(text, language)) for language, text in titles.items()),
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
            ("dct:license", Iri(facts.licence.authority)),
            ("dct:format", Iri(f"{EU}/file-type/{name}")),
            ("dcat:mediaType", Iri(f"{MEDIA_TYPES}/{file.media_type}")),
            ("dct:conformsTo", Iri(standard)),
            *_in_languages(languages),
            *((("dcat:byteSize", Typed(str(file.size), "xsd:nonNegativeInteger")),) if file.size else ()),
        ),
    )


def _agents(facts: Facts) -> Iterator[Node]:
    yield Node(organisation(facts.code), "foaf:Agent", (("foaf:name", Words(facts.publisher)),))
    reach = f"mailto:{quote(facts.email, safe='@.+-_')}" if facts.email else ""
    yield Node(
        _here(facts, "contact-point"),
        "vcard:Kind",
        (
            ("vcard:fn", Words(facts.publisher)),
            *((("vcard:hasEmail", Iri(reach)),) if reach else ()),
            *((("vcard:hasURL", Iri(facts.site)),) if facts.site else ()),
        ),
    )


def _documents(facts: Facts) -> Iterator[Node]:
    """The pages that tell people about the data. The profile wants their kind said, as it wants it of files."""
    if facts.site:
        yield Node(facts.site, "foaf:Document")
    for language in facts.languages:
        yield Node(_readme(facts, language), "foaf:Document", tuple(_in_languages((language,))))


def _licence(facts: Facts) -> Iterator[Node]:
    """That the entry in the EU's list and the text of the licence are the same."""
    licence = facts.licence
    if licence.authority != licence.address:
        same = ("skos:exactMatch", Iri(licence.address))
        yield Node(licence.authority, "dct:LicenseDocument", (("dct:title", Words(licence.name)), same))


def _titled(titles: Mapping[str, str], descriptions: Mapping[str, str], facts: Facts) -> Iterator[Property]:
    for language, title in titles.items():
        yield "dct:title", Words(facts.marked(language, title), language)
    for language, description in descriptions.items():
        told = f"{texts.word(language, 'data.invented')} " if facts.invented else ""
        yield "dct:description", Words(told + description, language)


def _owned(facts: Facts) -> Iterator[Property]:
    yield "dct:publisher", Iri(organisation(facts.code))
    yield "dct:creator", Iri(organisation(facts.code))
    yield "dcat:contactPoint", Iri(_here(facts, "contact-point"))


def _in_languages(languages: Iterable[str]) -> Iterator[Property]:
    """The languages as the EU's list has them; one that we do not know there is left out."""
    for language in languages:
        if language in LANGUAGES:
            yield "dct:language", Iri(f"{EU}/language/{LANGUAGES[language]}")


def _period(card: Card) -> Iterator[Property]:
    """The first and the last year of a table; of a study year the year in which it begins or ends."""
    codes = [code for dimension in card.dimensions if dimension.id == "year" for code in dimension.codes]
    years = [found for code in codes if (found := _YEARS.fullmatch(code))]
    if years:
        first = min(found[1] for found in years)
        last = max(found[2] or found[1] for found in years)
        begin = ("dcat:startDate", Typed(first, "xsd:gYear"))
        yield "dct:temporal", Blank("dct:PeriodOfTime", (begin, ("dcat:endDate", Typed(last, "xsd:gYear"))))


def _here(facts: Facts, fragment: str) -> str:
    """Something that has no file of its own: a part of the catalogue. No id of a table has a hyphen."""
    return f"{facts.address}{_SELF}#{fragment}"


def _file(facts: Facts, file: Listed) -> str:
    return f"{facts.address}{file.path}"


def _readme(facts: Facts, language: str) -> str:
    return f"{facts.address}README.{language}.txt"


def _part(facts: Facts, file: Listed) -> str:
    return _here(facts, file.path.removeprefix("tables/"))
