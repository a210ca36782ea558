"""The summary is one page, whatever there is to say, and the news item stands by itself."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

import pikepdf
import pytest

from internationals.outputs.pdf import PdfError, write
from internationals.shapes import Chart, Page
from tests.figures.charts import cells as numbers
from tests.figures.charts import chart, flows, ranked, shares
from tests.outputs.pdf.publications import in_dutch, page
from tests.outputs.pdf.reading import Reader, elements, plain

CHARTS = (flows(), ranked(), shares())


def shown(identity: str, number: int = 1, **fields: object) -> Page:
    """A page with a figure, so that it is a key page."""
    made = chart("lines", ["2021", "2022"], [("A", numbers([1, 2]))], identity=f"chart-{identity}")
    return page(identity, number, charts=(made,), **fields)


def many(count: int, **fields: object) -> list[Page]:
    names = (f"pagina-{first}{second}" for first in ascii_lowercase for second in ascii_lowercase)
    return [shown(name, number, **fields) for number, name in zip(range(count), names, strict=False)]


def summary(read: Reader, folder: Path, *pages: Page) -> str:
    write(in_dutch(*pages), folder)
    (said,) = read.pages(folder / "summary.nl.pdf")
    return said


def test_the_summary_has_the_headline_of_every_key_page_with_its_source_and_date(
    read: Reader, tmp_path: Path
) -> None:
    said = summary(read, tmp_path, shown("een"), shown("twee", 2), page("zonder-figuur", 3))
    for words in ("Samenvatting van de editie 2022", "Titel van een", "Kop van een", "Kop van twee",
                  "Basisregistratie personen, 1 januari 2022", "Peildatum: 1 januari 2022"):  # fmt: skip
        assert plain(words) in said
    assert "zonder-figuur" not in said


def test_of_pages_that_repeat_for_every_nationality_none_is_the_key_one(read: Reader, tmp_path: Path) -> None:
    repeated = (shown(f"17-profile-{code}", int(code)) for code in ("0055", "0064"))
    said = summary(read, tmp_path, shown("14-children-2"), *repeated)
    assert "Kopvan14-children-2" in said
    assert "17-profile" not in said


@pytest.mark.parametrize("count", [1, 3, 12, 40])
def test_it_is_one_page_with_any_number_of_headlines(read: Reader, tmp_path: Path, count: int) -> None:
    said = summary(read, tmp_path, *many(count))
    assert said.count("Kopvanpagina-") == count


def test_headlines_that_do_not_fit_are_counted(read: Reader, tmp_path: Path) -> None:
    said = summary(read, tmp_path, *many(60, headline="Een lange kop. " * 12))
    there = said.count("Titelvanpagina-")
    assert 5 < there < 60
    assert f"nietopdezepaginastaan:{60 - there}." in said


def test_a_page_that_is_called_the_summary_is_the_summary(read: Reader, tmp_path: Path) -> None:
    own = page("01-summary", body="<p>Ons verhaal.</p>", notes=("Een noot.",), charts=(flows(),))
    said = summary(read, tmp_path, own, shown("een", 2))
    for words in (
        "Titel van 01-summary",
        "Kop van 01-summary",
        "Ons verhaal.",
        "Een noot.",
        "Een figuur",
        "Vestiging",
    ):
        assert plain(words) in said
    assert "Kopvaneen" not in said


@pytest.mark.parametrize(("length", "charts"), [(1, ()), (8, ()), (40, ()), (1, CHARTS), (8, CHARTS)])
def test_its_text_shrinks_to_stay_on_one_page(
    read: Reader, tmp_path: Path, length: int, charts: tuple[Chart, ...]
) -> None:
    body = "<h2>Kop</h2><p>Een zin van ongeveer veertig letters, meer niet.</p>" * length
    said = summary(read, tmp_path, page("01-summary", body=body, charts=charts))
    assert said.count("meerniet.") == length
    assert said.count("Eenfiguur") == len(charts)


def test_a_summary_that_can_never_fit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PdfError, match="'01-summary' in 'nl' does not fit on one page"):
        write(
            in_dutch(page("01-summary", body="<p>Veel te veel tekst voor een bladzijde.</p>" * 900)), tmp_path
        )


def test_the_news_item_has_its_headline_as_title(read: Reader, tmp_path: Path) -> None:
    item = page(
        "90-news",
        title="Nieuwsbericht",
        headline="Leiden <em>groeit</em>",
        body="<p>Lees verder.</p>",
        notes=("Noot.",),
    )
    write(in_dutch(item), tmp_path)
    said = read.text(tmp_path / "news.nl.pdf")
    for words in (
        *("Nieuwsbericht · Gemeente Leiden & co", "Leiden groeit", "Lees verder.", "Noot."),
        *("Bron: Basisregistratie personen.", "Verzonnen gegevens"),
    ):
        assert plain(words) in said
    with pikepdf.open(tmp_path / "news.nl.pdf") as document:
        assert str(document.docinfo.Title) == "Leiden groeit (verzonnen gegevens)"
        width, height = document.pages[0].MediaBox[2:]
        assert width < height
    assert [tag for tag, _ in elements(tmp_path / "news.nl.pdf") if tag == "H1"] == ["H1"]


def test_a_figure_on_a_sheet_is_told_in_its_own_words(tmp_path: Path) -> None:
    write(in_dutch(page("90-news", charts=(flows(),))), tmp_path)
    said = [str(figure.Alt) for tag, figure in elements(tmp_path / "news.nl.pdf") if tag == "Figure"]
    assert said == ["Een figuur. Wat de figuur laat zien."]
