"""Publications to set as PDF in tests: a small one, a town of which nothing can be shown, and an awkward one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from internationals import pages as pages_of
from internationals.figures import draw
from internationals.shapes import Chart, Page, Publication, Release
from tests.figures.charts import LONG, cells, chart, every
from tests.outputs import a_site
from tests.pages import releases

BODY = """<p>Er zijn 14.472 <strong>internationals</strong>, en <em>dat</em> is <code>11,6%</code>.<br>
Lees <a href="../vestiging/index.html">hoe zij zich vestigen</a>, <a href="../vestiging/index.html#fig-flows">in een
figuur</a>, <a href="https://example.org/a?b=1&amp;c=2">elders</a> of <a href="../weg/index.html">nergens</a>.</p>
<h3>Een kop die een niveau overslaat</h3>
<ul><li>een</li><li>twee<ol start="3"><li><p>drie</p><p>nog eens drie</p></li></ol></li></ul>
<blockquote><p>Geciteerd.</p></blockquote><hr>
<pre><code>voor
letterlijk
</code></pre>
<dl><dt>Begrip</dt><dd>Uitleg.</dd><dd>Bron: wet.</dd><dt>Ander begrip</dt><dd><p>Met alinea.</p></dd></dl>
"""


def publication(pages: Iterable[Page], **manifest: Any) -> Publication:
    """The pages with their figures drawn, in a release without tables."""
    made = tuple(pages)
    drawn = {each.key: draw(each) for page in made for each in page.charts}
    return Publication(Release({**a_site.MANIFEST, **manifest}, {}), made, drawn)


def page(identity: str, number: int = 1, language: str = "nl", **fields: Any) -> Page:
    """A page without a figure; `fields` replace what it says."""
    made = Page(
        id=identity,
        number=number,
        language=language,
        slug=identity,
        title=f"Titel van {identity}",
        headline=f"Kop van {identity}",
        body="<p>Tekst.</p>",
        charts=(),
        source="Basisregistratie personen",
        reference="1 januari 2022",
        notes=(),
        cited=frozenset(),
        alternates={language: identity},
    )
    return replace(made, **fields)


def small() -> Publication:
    """Two pages in two languages, with awkward titles, every status, and every tag that a text can hold."""
    found = [replace(each, body=BODY) if each.language == "nl" else each for each in a_site.pages()]
    return publication(found)


def in_dutch(*pages: Page) -> Publication:
    return publication(pages, languages=["nl"])


def withheld() -> Publication:
    """The pages of a town of which not one number can be shown."""
    release = releases.withheld(releases.leiden())
    release = replace(release, manifest={**a_site.MANIFEST, **release.manifest})
    made = tuple(pages_of.compose(release))
    return Publication(release, made, {each.key: draw(each) for page in made for each in page.charts})


def awkward() -> Publication:
    """Every chart there is, one to eight on a page, under long texts, long words and many notes."""
    charts = [replace(each, id=f"chart-{at}") for at, each in enumerate(every().values())]
    charts += [wide_table(), long_table()]
    made: list[Page] = []
    while charts:
        taken, charts = charts[: len(made) % 8 + 1], charts[len(made) % 8 + 1 :]
        at = len(made)
        text = BODY * (at % 4) + f"<p>{LONG.replace('<dan> & ', '')} {'x' * 300}</p>".replace("<dan>", "")
        made.append(
            page(
                f"page-{at}",
                at,
                title=f"{LONG} {at}",
                headline=f"Kop {at} " + "lang " * 10 * at,
                body=text.replace("&", "&amp;").replace("&amp;amp;", "&amp;"),
                charts=tuple(taken),
                notes=tuple(f"Noot {note} die iets uitlegt." * 3 for note in range(at)),
                source="; ".join(["Centraal Bureau voor de Statistiek"] * (at + 1)),
            )
        )
    made.append(
        page("long", len(made), body="<p>Een lange zin die een bladzijde vult.</p>" * 400, charts=more())
    )
    return publication(made, languages=["nl"], municipality={"name": {"nl": "Kaag en " * 6 + "Braassem"}})


def more() -> tuple[Chart, ...]:
    """Three charts to follow a long text."""
    found = list(every().values())[:3]
    return tuple(replace(each, id=f"after-{at}") for at, each in enumerate(found))


def wide_table() -> Chart:
    series = [(f"Reeks nummer {at}", cells([at * 1e6] * 3)) for at in range(24)]
    return chart("lines", ("2020", "2021", "2022"), series, identity="wide-table")


def long_table() -> Chart:
    names = [f"Gemeente {at}" for at in range(130)]
    return chart("ranked_bars", names, [("Aantal", cells(range(130)))], identity="long-table")
