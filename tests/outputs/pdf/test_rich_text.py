"""What a page says is what stands in the PDF: no tag is unknown, and no text acts as anything but text."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from internationals.figures import draw
from internationals.outputs.pdf import PdfError, write
from internationals.outputs.pdf.addresses import target_from
from internationals.outputs.pdf.rich_text import clean, line, pieces, plain, rich_text
from internationals.outputs.pdf.typesetting import FONTS
from internationals.shapes import Cell
from tests.figures.charts import chart
from tests.outputs.pdf.publications import BODY, in_dutch, page
from tests.outputs.pdf.reading import Reader
from tests.outputs.pdf.reading import plain as without_space


def tree(source: str) -> list[Any]:
    return rich_text(source, lambda address: {"url": address}, "Page 'een'")


@pytest.mark.parametrize(
    "source",
    [
        "<table></table>",
        '<img src="x">',
        "<h1>x</h1>",
        '<p class="x">y</p>',
        "<!-- x -->",
        "<script>x</script>",
    ],
)
def test_an_unknown_tag_is_a_mistake_that_names_the_page(source: str) -> None:
    with pytest.raises(PdfError, match=r"Page 'een' holds .* which the PDFs do not know"):
        tree(source)


@pytest.mark.parametrize("source", ["<p>x", "<p><em>x</p></em>", "</p>"])
def test_a_tag_that_is_not_closed_in_order_is_a_mistake(source: str) -> None:
    with pytest.raises(PdfError, match="Page 'een' holds"):
        tree(source)


def test_everything_that_markdown_makes_is_known() -> None:
    source = (Path(__file__).parent / "everything.md").read_text(encoding="utf-8")
    made = MarkdownIt("commonmark", {"html": False}).disable("image").render(source)
    assert "Een kop" in plain(tree(made))


def test_headings_do_not_skip_a_level() -> None:
    found = tree("<h3>a</h3><h6>b</h6><h2>c</h2><ul><li><h4>d</h4></li></ul>")
    headings = [node["level"] for node in (*found[:3], *found[3]["children"][0]["children"])]
    assert headings == [2, 3, 2, 3]


def test_a_heading_stays_with_what_follows_it() -> None:
    found = pieces(tree("<p>a</p><h2>b</h2><h3>c</h3><p>d</p>los<h2>e</h2>"))
    assert [[node["tag"] for node in piece] for piece in found] == [["p"], ["h2", "h3", "p"], ["p"], ["h2"]]


def test_a_headline_is_one_line() -> None:
    assert plain(line(tree("<p>De <strong>kop</strong></p><p>gaat door</p>"))) == "De kop gaat door"


def test_spaces_are_those_that_a_browser_shows() -> None:
    (paragraph,) = tree("<p>\n a  b<em> c</em>\n<strong>d</strong><br>\n e</p>")
    assert plain([paragraph]) == "a b c de"
    assert paragraph["children"][0] == "a b"


def test_characters_that_nobody_sees_are_gone_and_long_words_can_be_broken() -> None:
    assert clean("a\0b\x07c\ufeffd\ud800e\tf\u2028g") == "abcde f g"
    assert clean("x" * 35) == "x" * 35
    assert max(map(len, clean("x" * 300).split("\u200b"))) == 18
    assert clean("x" * 300).replace("\u200b", "") == "x" * 300


def test_a_link_leads_into_the_document_to_the_site_or_nowhere() -> None:
    flows = page("vestiging", charts=(chart("lines", ["2021"], [("A", [Cell(1)])], identity="flows"),))
    here = page("hier")
    inside, alone = target_from(here, [here, flows], ""), target_from(here, [here], "https://example.org/m/")
    assert inside("../vestiging/index.html") == {"page": "vestiging"}
    assert inside("../vestiging/") == {"page": "vestiging"}
    assert inside("../vestiging/index.html#fig-flows") == {"figure": "flows"}
    assert inside("../vestiging/index.html#elsewhere") == {"page": "vestiging"}
    assert inside("#fig-none") == {"page": "hier"}
    assert inside("../weg/index.html") is None
    assert inside("https://example.org/a") == {"url": "https://example.org/a"}
    assert inside("mailto:a@example.org") == {"url": "mailto:a@example.org"}
    assert alone("../vestiging/index.html#fig-flows") == {
        "url": "https://example.org/m/nl/vestiging/index.html#fig-flows"
    }


def test_every_tag_is_set(read: Reader, tmp_path: Path) -> None:
    write(in_dutch(page("een", body=BODY)), tmp_path)
    said = read.text(tmp_path / "report.nl.pdf")
    for words in ("14.472internationals,endatis11,6%.", "Leeshoezijzichvestigen", "eentwee3.drienogeensdrie",
                  "Geciteerd.", "voorletterlijk", "BegripUitleg.Bron:wet.AnderbegripMetalinea."):  # fmt: skip
        assert words in said.replace("•", "")


@cache
def letters() -> str:
    """What the font has, but for marks that join the letter before them, and for letters written from the right."""
    there = TTFont(FONTS / "NotoSans-Regular.ttf").getBestCmap()
    ranges = [
        *range(0x20, 0x7F),
        *range(0xA1, 0x250),
        *range(0x391, 0x3CA),
        *range(0x410, 0x450),
        *b"",
        0x2248,
        0x20AC,
    ]
    return (
        "".join(chr(code) for code in ranges if code in there and code != 0xAD)
        + "#$*_@<>[]{}`\\/~\"'-=+^&;%" * 20
    )


texts = st.text(st.sampled_from(letters()), min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
MARKUP = [
    "#panic()",
    "$x$ @y <z> *a* _b_ `c`",
    "// weg",
    "/* weg */",
    "= kop",
    "- punt",
    "+ punt",
    "\\#",
    "https://x.y",
    "--- ... ''",
    "#{",
    "]",
    "~",
    "\\u{41}",
]


@given(st.lists(texts, min_size=12, max_size=12))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_comes_out_as_it_went_in(
    read: Reader, tmp_path_factory: pytest.TempPathFactory, given_texts: list[str]
) -> None:
    said = [*given_texts, *MARKUP]
    made = chart(
        "ranked_bars", said, [(said[0], [Cell(1)] * len(said))], title=said[1], category_label=said[2]
    )
    shown = page(
        "een",
        title=said[3],
        headline=f"<strong>{html.escape(said[4])}</strong>",
        body="".join(f"<p>{html.escape(text)}</p><ul><li>{html.escape(text)}</li></ul>" for text in said),
        source=said[5],
        notes=tuple(said),
        charts=(made,),
    )
    folder = tmp_path_factory.mktemp("any")
    write(in_dutch(shown), folder)
    found = read.text(folder / "report.nl.pdf")
    assert draw(made).rows[0][0] == said[0]
    for text in said:
        # in the list, in the note and in the table at least; a hyphen at the end of a line may be broken after
        assert found.count(without_space(text)) >= 3, text
