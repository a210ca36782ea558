"""The website as files: whole, safe, bilingual and labelled."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path, PurePosixPath

import pytest

from internationals.outputs.site.statement import OMBUDSMAN, STATUSES
from tests.outputs.a_site import MANIFEST, Outline, figures, outlines, pages, write

SCRIPTED = re.compile(r"/(zoeken|search)/")
"""The pages on which a script runs."""
PAGE_PATHS = ("nl/nationaliteit", "nl/vestiging", "en/nationality", "en/arrivals")


def resolve(document: str, link: str) -> str:
    """The file in the site that a link in a document leads to."""
    if link.startswith("/"):
        return link.removeprefix("/2022/site/")
    parts: list[str] = list(PurePosixPath(document).parent.parts)
    for part in link.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def test_the_site_has_these_files(site: Path) -> None:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    charts = ("flows", "mixed", "shares", "ranked")
    downloads = {
        f"data/{name}.{language}.{kind}"
        for name in charts
        for language in ("nl", "en")
        for kind in ("csv", "xlsx", "svg", "png")
    }
    own = {
        "nl": (
            *("zo-leest-u-de-cijfers", "downloads", "zoeken", "toegankelijkheid"),
            *(f"insluiten/{name}" for name in charts),
        ),
        "en": (
            *("reading-the-figures", "downloads", "search", "accessibility"),
            *(f"embed/{name}" for name in charts),
        ),
    }
    documents = {
        "index.html",
        "404.html",
        "nl/index.html",
        "en/index.html",
        *(f"{path}/index.html" for path in PAGE_PATHS),
        *(f"{language}/{path}/index.html" for language, paths in own.items() for path in paths),
    }
    assets = {path for path in found if path.startswith("assets/")}
    assert {"assets/style.css", "assets/icon.svg", "assets/licences.txt"} <= assets
    assert found - assets == documents | downloads | {"nl/zoeken/entries.js", "en/search/entries.js"}


def test_every_link_leads_to_a_file_and_every_fragment_to_an_id(site: Path) -> None:
    documents = outlines(site)
    broken = []
    for path, outline in documents.items():
        for attributes in outline.of("a", "link"):
            link = attributes["href"]
            if link.startswith(("mailto:", OMBUDSMAN, STATUSES)):
                continue
            address, _, fragment = link.partition("#")
            target = resolve(path, address) if address else path
            found = (site / target).is_file()
            if not found or (
                fragment and fragment not in {a.get("id") for _, a in documents[target].elements}
            ):
                broken.append((path, link))
    assert broken == []


def test_every_tag_is_closed_in_order(site: Path) -> None:
    assert {path: (o.misplaced, o.open) for path, o in outlines(site).items() if o.misplaced or o.open} == {}


def test_ids_are_unique_and_every_reference_to_one_resolves(site: Path) -> None:
    for path, outline in outlines(site).items():
        ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
        assert len(ids) == len(set(ids)), path
        for _, attributes in outline.elements:
            for name in ("aria-labelledby", "aria-describedby"):
                assert set(attributes.get(name, "").split()) <= set(ids), path


def test_nothing_is_inline_and_nothing_runs(site: Path) -> None:
    for path, outline in outlines(site).items():
        assert [tag for tag, _ in outline.elements if tag in ("style", "iframe", "object")] == [], path
        scripts = [attributes.get("src") for attributes in outline.of("script")]
        assert all(scripts) and (not scripts or SCRIPTED.search(path)), path
        assert {attributes.get("method") for attributes in outline.of("form")} <= {"get"}, path
        handlers = [
            name for _, a in outline.elements for name in a if name == "style" or name.startswith("on")
        ]
        assert handlers == [], path


def test_every_document_forbids_what_it_does_not_need(site: Path) -> None:
    for path, outline in outlines(site).items():
        (policy,) = [
            a["content"] for a in outline.of("meta") if a.get("http-equiv") == "Content-Security-Policy"
        ]
        assert "default-src 'none'" in policy, path
        assert "style-src 'self'" in policy
        assert "unsafe" not in policy
        assert ("script-src 'self'" in policy) is bool(SCRIPTED.search(path)), path


def test_nothing_is_asked_of_another_host(site: Path) -> None:
    """What a browser would load by itself; an address that is only shown, for embedding, asks for nothing."""
    for path, outline in outlines(site).items():
        for tag, attributes in outline.elements:
            loaded = attributes.get("src") or (attributes.get("href") if tag == "link" else None)
            assert not loaded or not re.match(r"(?:https?:)?//", loaded), path
    for path in site.rglob("*"):
        if path.suffix in (".css", ".svg"):
            content = path.read_text(encoding="utf-8")
            addresses = set(re.findall(r"(?:https?:)?//[\w.-]+[^\s\"'<>]*", content))
            assert addresses <= {"http://www.w3.org/2000/svg"}, path
            assert "@import" not in content


def test_each_document_says_its_language(site: Path) -> None:
    for path, outline in outlines(site).items():
        expected = path.split("/")[0] if path[:3] in ("nl/", "en/") else "nl"
        assert next(outline.of("html"))["lang"] == expected, path


def test_the_language_switch_stays_on_the_page_and_leads_back(site: Path) -> None:
    documents = outlines(site)

    def other(path: str) -> str:
        (switch,) = [a for a in documents[path].of("a") if "hreflang" in a]
        assert switch["hreflang"] == switch["lang"] != path[:2]
        return resolve(path, switch["href"])

    assert other("nl/nationaliteit/index.html") == "en/nationality/index.html"
    assert other("en/index.html") == "nl/index.html"
    switched = [path for path in documents if "/" in path and not re.search("/(insluiten|embed)/", path)]
    assert all(other(other(path)) == path for path in switched)


def test_both_languages_have_the_same_structure(site: Path) -> None:
    documents = outlines(site)

    def structure(path: str) -> tuple[list[str], Counter[str]]:
        """The order of the blocks; of inline elements only the number: the switch has them the other way round."""
        tags = [tag for tag, _ in documents[path].elements]
        return [tag for tag in tags if tag not in ("a", "span")], Counter(tags)

    for dutch, english in (("nl", "en"), *zip(PAGE_PATHS[:2], PAGE_PATHS[2:], strict=True)):
        assert structure(f"{dutch}/index.html") == structure(f"{english}/index.html")


@pytest.mark.parametrize("path", PAGE_PATHS)
def test_headings_are_one_h1_and_no_level_is_skipped(site: Path, path: str) -> None:
    levels = [
        int(tag[1]) for tag, _ in outlines(site)[f"{path}/index.html"].elements if re.fullmatch("h[1-6]", tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGE_PATHS)
def test_a_page_has_its_landmarks_and_a_way_past_them(site: Path, path: str) -> None:
    outline = outlines(site)[f"{path}/index.html"]
    first = next(outline.of("a"))
    assert first["href"] == "#content"
    assert next(outline.of("main"))["id"] == "content"
    assert len(list(outline.of("header"))) == len(list(outline.of("footer"))) == 1
    names = [a["aria-label"] for a in outline.of("nav")]
    assert len(names) == len(set(names))


def test_the_current_page_is_marked_in_the_menu(site: Path) -> None:
    outline = outlines(site)["nl/vestiging/index.html"]
    current = [a["href"] for a in outline.of("a") if a.get("aria-current") == "page"]
    assert set(current) == {"../../nl/vestiging/index.html"}


def test_pages_follow_each_other_by_number(site: Path) -> None:
    documents = outlines(site)

    def steps(path: str) -> dict[str, str]:
        return {a["rel"]: resolve(path, a["href"]) for a in documents[path].of("a") if "rel" in a}

    assert steps("nl/nationaliteit/index.html") == {"next": "nl/vestiging/index.html"}
    assert steps("nl/vestiging/index.html") == {"prev": "nl/nationaliteit/index.html"}


def test_a_figure_has_both_drawings_a_table_a_download_and_a_permalink(site: Path) -> None:
    text = (site / "nl/vestiging/index.html").read_text(encoding="utf-8")
    figure = text[text.index('id="fig-flows"') : text.index("</figure>")]
    for part in (
        "chart-wide", "chart-narrow", "<details", 'role="region" aria-labelledby="caption-flows" tabindex="0"',
        '<caption id="caption-flows">', '<th scope="col">Vertrek</th>', '<th scope="row">2021</th>', "<td>4.049</td>",
        'href="../../data/flows.nl.csv"', 'href="#fig-flows"', "Basisregistratie personen", "1 januari 2022",
    ):  # fmt: skip
        assert part in figure, part


def test_text_from_outside_can_not_become_markup(site: Path) -> None:
    text = (site / "nl/vestiging/index.html").read_text(encoding="utf-8")
    assert ">flows &lt;in&gt; nl</h1>" in text
    assert "<titel>" not in text
    assert "Gemeente Leiden &amp; co" in text


def test_the_headline_and_the_body_are_set_as_the_page_gave_them(site: Path) -> None:
    text = (site / "nl/vestiging/index.html").read_text(encoding="utf-8")
    assert "<p>De <strong>kop</strong> van flows</p>" in text
    assert '<p class="nl-paragraph">Er zijn 14.472 internationals.</p>' in text
    assert '<meta name="description" content="De kop van flows">' in text


def test_the_home_names_every_page_with_its_headline(site: Path) -> None:
    text = outlines(site)["en/index.html"].text
    assert "International residents of Leiden" in text
    assert "Reference date 1 January 2022" in text
    assert "nationality <in> en De kop van nationality" in text


def test_the_landing_offers_both_languages_and_sends_nobody_anywhere(site: Path) -> None:
    outline = outlines(site)["index.html"]
    assert not [a for a in outline.of("meta") if a.get("http-equiv") == "refresh"]
    assert "Lees de monitor in het Nederlands" in outline.text
    assert "Read the monitor in English" in outline.text
    assert {"nl", "en"} <= {a.get("lang") for a in outline.of("section")}


def test_invented_data_are_labelled_everywhere(site: Path) -> None:
    for path, outline in outlines(site).items():
        word = "Invented data" if path.startswith("en/") else "Verzonnen gegevens"
        assert f"{word}." in outline.text, path
        assert {"name": "robots", "content": "noindex"} in list(outline.of("meta")), path


def test_real_data_carry_no_label(tmp_path: Path) -> None:
    write(pages(), figures(pages()), {**MANIFEST, "invented": False}, tmp_path)
    for path in tmp_path.rglob("*"):
        if path.suffix in (".html", ".csv"):
            assert not re.search(
                "verzonnen|invented|noindex", path.read_text(encoding="utf-8"), re.IGNORECASE
            ), path


def test_the_same_input_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write(pages(), figures(pages()), MANIFEST, tmp_path)
    for path in site.rglob("*"):
        if path.is_file():
            assert (tmp_path / path.relative_to(site)).read_bytes() == path.read_bytes(), path


def test_a_known_address_makes_language_links_absolute_and_serves_wrong_addresses(tmp_path: Path) -> None:
    write(pages(), figures(pages()), {**MANIFEST, "site_url": "https://example.org/monitor/"}, tmp_path)
    documents = outlines(tmp_path)
    links = list(documents["nl/vestiging/index.html"].of("link"))
    assert {"rel": "canonical", "href": "https://example.org/monitor/nl/vestiging/"} in links
    assert {"rel": "alternate", "hreflang": "en", "href": "https://example.org/monitor/en/arrivals/"} in links
    assert {"rel": "canonical", "href": "https://example.org/monitor/"} in list(
        documents["index.html"].of("link")
    )
    assert {"rel": "stylesheet", "href": "/monitor/assets/style.css"} in list(
        documents["404.html"].of("link")
    )


def test_without_a_known_address_search_engines_are_told_of_no_other_languages(site: Path) -> None:
    # They take no relative addresses; readers have the switch on every page.
    for path, outline in outlines(site).items():
        assert not [link for link in outline.of("link") if link["rel"] in ("alternate", "canonical")], path


def test_a_page_stays_small(site: Path) -> None:
    assert max(path.stat().st_size for path in site.rglob("*.html")) < 300_000


def test_the_outline_notices_a_tag_that_is_not_closed() -> None:
    assert Outline("<p><b>x</p>").misplaced == ["p"]
