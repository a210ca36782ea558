"""The catalogue: what DCAT-AP-NL 3 demands is there, and every address in it is ours or a code list's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pyshacl
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS
from rdflib.term import Node

from internationals.outputs import opendata
from internationals.shapes import ConfigError
from tests.outputs.opendata.a_publication import TABLES, publication

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SHACL = Namespace("http://www.w3.org/ns/shacl#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
HOME = "https://host.example.org/somewhere/"
SITE = "https://monitor.example.org/2022/site/"
DATA = "https://monitor.example.org/2022/data/"
EU = "http://publications.europa.eu/resource/authority"
PUBLISHER = URIRef("https://identifier.overheid.nl/tooi/id/gemeente/gm0546")
MANDATORY = {
    DCAT.Catalog: (
        *(DCTERMS.title, DCTERMS.description, DCTERMS.publisher),
        *(DCAT.contactPoint, DCAT.dataset),
    ),
    DCAT.Dataset: (
        *(DCTERMS.title, DCTERMS.description, DCTERMS.identifier, DCTERMS.accessRights),
        *(DCAT.contactPoint, DCTERMS.creator, DCTERMS.publisher, DCAT.theme),
    ),
    DCAT.DatasetSeries: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL, DCTERMS.license),
    FOAF.Agent: (FOAF.name,),
    VCARD.Kind: (VCARD.fn, VCARD.hasEmail),
}
"""What the profile demands of each class; of contacts what data.overheid.nl asks besides."""
AT_MOST_ONE = (
    *(DCTERMS.identifier, DCTERMS.publisher, DCTERMS.accessRights, DCTERMS.license, DCTERMS.temporal),
    *(DCAT.accessURL, DCAT.downloadURL, DCAT.version, DCAT.mediaType, DCTERMS["format"]),
)


def read(folder: Path, home: str = HOME) -> Graph:
    """The catalogue as a harvester has it that found it at this address."""
    return Graph().parse(folder / "catalog.ttl", publicID=f"{home}catalog.ttl")


@pytest.fixture(scope="module")
def graph(folder: Path) -> Graph:
    return read(folder)


@pytest.fixture(scope="module")
def with_address(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalog") / "data"
    opendata.write(publication(site_url=SITE), folder)
    return folder


@pytest.mark.parametrize("kind", MANDATORY, ids=lambda kind: kind.split("#")[-1].split("/")[-1])
def test_everything_has_what_the_profile_demands(graph: Graph, kind: URIRef) -> None:
    found = list(graph.subjects(RDF.type, kind))
    assert found
    lacking = [(each, name) for each in found for name in MANDATORY[kind] if not graph.value(each, name)]
    assert lacking == []


def test_what_may_be_said_once_is_said_once(graph: Graph) -> None:
    twice = [
        (each, name)
        for each in set(graph.subjects())
        for name in AT_MOST_ONE
        if len(set(graph.objects(each, name))) > 1
    ]
    assert twice == []


def test_every_table_is_a_dataset_of_the_series_with_its_files_in_both_languages(graph: Graph) -> None:
    datasets = set(graph.objects(None, DCAT.dataset))
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    identifiers = {str(graph.value(each, DCTERMS.identifier)) for each in datasets}
    assert identifiers == {f"internationals-gm0546-{table.card.id}" for table in TABLES}
    awkward = URIRef(f"{HOME}catalog.ttl#awkward")
    titles = {str(each) for each in graph.objects(awkward, DCTERMS.title)}
    assert titles == {"Titel van awkward – monitor Leiden", "Title of awkward – monitor Leiden"}
    addresses = {
        str(graph.value(each, DCAT.downloadURL)) for each in graph.objects(awkward, DCAT.distribution)
    }
    assert addresses == {f"{HOME}tables/awkward.{kind}" for kind in ("csv", "nl.json", "en.json", "parquet")}
    assert graph.value(awkward, DCAT.inSeries) == next(graph.subjects(RDF.type, DCAT.DatasetSeries))


def test_publisher_licence_rights_and_theme_are_those_of_the_lists(graph: Graph) -> None:
    assert set(graph.objects(None, DCTERMS.publisher)) == {PUBLISHER}
    assert set(graph.objects(None, DCTERMS.license)) == {URIRef(f"{EU}/licence/CC_BY_4_0")}
    same = graph.value(URIRef(f"{EU}/licence/CC_BY_4_0"), SKOS.exactMatch)
    assert same == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert set(graph.objects(None, DCTERMS.accessRights)) == {URIRef(f"{EU}/access-right/PUBLIC")}
    assert set(graph.objects(None, DCAT.theme)) == {URIRef(f"{EU}/data-theme/SOCI")}


def test_a_table_of_study_years_runs_from_the_first_to_the_last(graph: Graph) -> None:
    period = graph.value(URIRef(f"{HOME}catalog.ttl#students"), DCTERMS.temporal)
    assert (str(graph.value(period, DCAT.startDate)), str(graph.value(period, DCAT.endDate))) == (
        "2020",
        "2022",
    )


def test_sizes_are_those_of_the_files(graph: Graph, folder: Path) -> None:
    for each in graph.subjects(RDF.type, DCAT.Distribution):
        path = str(graph.value(each, DCAT.downloadURL)).removeprefix(HOME)
        assert int(str(graph.value(each, DCAT.byteSize))) == (folder / path).stat().st_size


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_turtle_and_json_ld_say_the_same(folder: Path, with_address: Path) -> None:
    for place in (folder, with_address):
        other = Graph().parse(place / "catalog.jsonld", publicID=f"{HOME}catalog.jsonld", format="json-ld")
        assert isomorphic(read(place), other)


def theirs(graph: Graph) -> Iterator[str]:
    """The hosts of all addresses that are no term of a vocabulary."""
    for triple in graph:
        for node in (triple[0], triple[2]):
            if isinstance(node, URIRef) and triple[1] != RDF.type:
                yield urlsplit(node).netloc


def test_without_an_address_of_the_site_everything_of_ours_is_where_the_catalogue_is_found(
    graph: Graph, with_address: Path
) -> None:
    lists = {
        *("publications.europa.eu", "identifier.overheid.nl", "creativecommons.org", "www.iana.org"),
        *("www.w3.org", "json-stat.org", "parquet.apache.org", ""),  # the last of mailto:
    }
    assert set(theirs(graph)) == lists | {urlsplit(HOME).netloc}
    assert set(theirs(read(with_address))) == lists | {urlsplit(SITE).netloc}


def test_with_an_address_every_file_is_beneath_it_wherever_the_catalogue_is_read(with_address: Path) -> None:
    graph = read(with_address, "https://a-copy.example.org/")
    for each in graph.objects(None, DCAT.accessURL):
        assert (with_address / str(each).removeprefix(DATA)).is_file()
    assert set(graph.objects(None, DCAT.landingPage)) == {URIRef(SITE)}


@pytest.mark.parametrize(
    "wrong", ["http://monitor.example.org/", "https://monitor.example.org", "leiden", 'https://"/']
)
def test_an_address_that_cannot_be_one_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(ConfigError, match="site_url is"):
        opendata.write(publication(site_url=wrong), tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_licence_that_no_portal_would_understand_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"The licence is 'vrij te gebruiken'; expected CC BY 4\.0"):
        opendata.write(publication(licence="vrij te gebruiken"), tmp_path / "data")


@pytest.mark.parametrize(
    "written", ["CC BY 4.0", "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"]
)
def test_a_licence_is_known_however_it_is_written(tmp_path: Path, written: str) -> None:
    opendata.write(publication(licence=written), tmp_path / "data")
    licences = set(read(tmp_path / "data").objects(None, DCTERMS.license))
    assert licences == {URIRef(f"{EU}/licence/CC_BY_4_0")}


# The shapes of Geonovum are not ours to give; these tests need the folder of real files.


def shapes(folder: Path, *names: str) -> Graph:
    """Shapes of the profile, without the two that point to nothing."""
    found = Graph()
    for name in names:
        found.parse(folder / name)
    for subject, _, shape in list(found.triples((None, SHACL.property, None))):
        if found.value(shape, SHACL.path) is None:
            found.remove((subject, SHACL.property, shape))
    return found


def of_the_lists(graph: Graph) -> Graph:
    """What the code lists say of their own entries, which the profile looks up and we cannot fetch here."""
    known = {
        DCTERMS.language: DCTERMS.LinguisticSystem,
        DCTERMS.license: DCTERMS.LicenseDocument,
        DCTERMS.accessRights: DCTERMS.RightsStatement,
        DCTERMS.conformsTo: DCTERMS.Standard,
        DCTERMS["format"]: DCTERMS.MediaTypeOrExtent,
        DCTERMS.accrualPeriodicity: DCTERMS.Frequency,
        DCAT.mediaType: DCTERMS.MediaType,
        DCAT.theme: SKOS.Concept,
    }
    found = Graph()
    for name, kind in known.items():
        for entry in set(graph.objects(None, name)):
            found.add((entry, RDF.type, kind))
    return found + Graph().parse(
        data=f"""
        @prefix skos: <{SKOS}> . @prefix dct: <{DCTERMS}> .
        <{EU}/data-theme/SOCI> skos:prefLabel "Population and society"@en ; skos:inScheme <{EU}/data-theme> .
        <{EU}/data-theme> a skos:ConceptScheme ; dct:title "Data theme"@en .
        """,
        format="turtle",
    )


def violations(graph: Graph, against: Graph) -> set[tuple[Node | None, Node | None]]:
    """Where the graph does not conform, and in which property."""
    _, report, _ = pyshacl.validate(graph + of_the_lists(graph), shacl_graph=against)
    assert isinstance(report, Graph)
    return {
        (report.value(result, SHACL.focusNode), report.value(result, SHACL.resultPath))
        for result in report.subjects(SHACL.resultSeverity, SHACL.Violation)
    }


PROFILE = (
    *("dcat-ap-SHACL.ttl", "dcat-ap-nl-SHACL.ttl"),
    *("dcat-ap-nl-SHACL-klassebereik.ttl", "dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl"),
)


@pytest.mark.parametrize("version", [".", "300"])
def test_the_shapes_of_the_profile_find_nothing_wrong(
    real_data: Path, graph: Graph, with_address: Path, version: str
) -> None:
    against = shapes(real_data / "validators" / "dcat-ap-nl" / version, *PROFILE)
    assert violations(graph, against) == set()
    assert violations(read(with_address), against) == set()


def test_the_shapes_of_the_profile_would_find_what_is_missing(real_data: Path, graph: Graph) -> None:
    against = shapes(real_data / "validators" / "dcat-ap-nl", *PROFILE[:2])
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent):
        for name in MANDATORY[kind]:
            spoilt = Graph()
            for triple in graph:
                spoilt.add(triple)
            each = min(graph.subjects(RDF.type, kind))
            spoilt.remove((each, name, None))
            assert (each, name) in violations(spoilt, against), (kind, name)
