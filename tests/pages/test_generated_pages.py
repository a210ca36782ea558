"""Pages 2, 3 and 4: the introduction, and what is generated from the cards, the definitions and the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from internationals.definitions.rules import rules
from internationals.pages import compose
from internationals.pages.listing import CONTENTS
from internationals.shapes import ClaimError, Page, ProtectedTable, Release
from tests.pages.flow_releases import monitor
from tests.pages.releases import SUPPRESSED, leiden, only_years, release, withheld
from tests.pages.test_published_figures import text


def page_of(source: Release, number: int, language: str = "en") -> Page:
    return next(page for page in compose(source) if (page.number, page.language) == (number, language))


def test_the_introduction_has_the_published_level_and_change() -> None:
    assert page_of(leiden(), 2, "nl").headline == (
        "11,6% van de inwoners van Leiden is international: 14.472 personen, 479 meer dan een jaar eerder"
    )
    body = text(page_of(leiden(), 2))
    for sentence in (
        "32.9% of residents have at least one parent",
        "or one in nine.",
        "has risen from 13,993 to 14,472: an addition of 479.",
        "In the year before, the number had fallen slightly, by 107; that fall has been made good.",
        "has risen strongly, by 28%.",
    ):
        assert sentence in body


@pytest.mark.parametrize(
    ("stocks", "sentence"),
    [
        ({"2022": 14050}, "that fall has not been made good completely"),
        ({"2022": 13000}, "In the year before, the number had fallen as well, slightly, by 107."),
        ({"2021": 14200}, "In the year before, the number had risen as well, by 100."),
        ({"2021": 14600}, "In the year before, the number had still risen, by 500."),
        (
            {"2022": 13993},
            "the number of internationals was the same. In the year before, the number had fallen slightly",
        ),
    ],
)
def test_the_introduction_follows_the_figures(stocks: dict[str, float], sentence: str) -> None:
    changed = leiden(residents_group={(year, "international"): value for year, value in stocks.items()})
    assert sentence in text(page_of(changed, 2))


def test_a_withheld_year_leaves_the_change_unsaid() -> None:
    body = text(page_of(leiden(residents_group={("2021", "international"): SUPPRESSED}), 2))
    assert "479" not in body and "Within a year" not in body and "In the year before" not in body


def test_one_year_or_nothing_at_all_still_makes_an_introduction() -> None:
    assert "13,993" in text(page_of(only_years(leiden(), "2021"), 2))
    assert page_of(withheld(leiden()), 2).headline == "Internationals in Leiden"


def test_every_source_is_listed_with_its_reference_dates_and_years() -> None:
    body = text(page_of(leiden(), 3))
    assert page_of(leiden(), 3).headline == "The figures in this edition come from one source"
    assert "Personal Records Database per calendar year: 3 tables, for 2012 to 2021" in body
    assert "position on 1 January: 2 tables, for 2012 to 2022" in body
    assert "This edition holds 5 tables." in body


def test_a_second_source_is_listed_by_itself() -> None:
    tables = dict(leiden().tables)
    card = replace(tables["departures"].card, source={"nl": "A & B", "en": "A & B"})
    tables["departures"] = ProtectedTable(card, tables["departures"].cells)
    page = page_of(release(tables), 3, "nl")
    assert page.headline == "De cijfers in deze editie komen uit twee bronnen"
    assert "<dt>A &amp; B</dt><dd>per kalenderjaar: één tabel, over 2012 tot en met 2021</dd>" in page.body


def test_every_definition_stands_on_the_page_in_both_languages() -> None:
    for language in ("nl", "en"):
        body = text(page_of(leiden(), 4, language))
        for rule in rules().values():
            assert f"{rule.title[language]} ({rule.id})" in body
            assert " ".join(rule.text[language].split()) in body


def test_the_size_of_the_set_that_should_be_nearly_empty_is_reported() -> None:
    assert "15 internationals without a migration background" in text(page_of(leiden(), 4))
    assert "That group is larger than that of internationals." in text(page_of(leiden(), 4))


def test_the_contents_link_to_every_page_that_is_made_and_to_no_other() -> None:
    for source in (leiden(), monitor()):
        made = compose(source)
        for language in ("nl", "en"):
            body = next(page.body for page in made if (page.number, page.language) == (4, language))
            assert CONTENTS not in body
            links = [f'<a href="../{page.slug}/index.html">' for page in made if page.language == language]
            assert [link for link in links if link not in body] == []
            assert body.count("<a href") == len(links)


def page_with(folder: Path, value: str, body: str, headline: str = "Kop") -> Path:
    place = folder / "pages" / "50-own"
    place.mkdir(parents=True)
    (place / "page.yml").write_text(
        "page: 50\ntitle: {nl: Eigen, en: Own}\nslug: {nl: eigen, en: own}\ntables: [residents_group]\n"
        f"values:\n  it: {value}\n  n: {{count: residents_group, group: total}}\n"
        f'headline:\n  - {{nl: "{headline}", en: "{headline}"}}\n',
        encoding="utf-8",
    )
    for language in ("nl", "en"):
        (place / f"{language}.md").write_text(body, encoding="utf-8")
    return folder / "pages"


def test_some_definitions_can_be_listed(tmp_path: Path) -> None:
    pages = page_with(tmp_path, "{definitions: [D2, D10]}", "{{ it }}\n")
    (body,) = [p.body for p in compose(leiden(), overrides=pages) if (p.number, p.language) == (50, "en")]
    assert body.count("<dt>") == 2 and "Age (D10)" in body


@pytest.mark.parametrize(
    ("value", "body", "headline", "refusal"),
    [
        ("{definitions: [D99]}", "{{ it }}", "Kop", "There is no definition 'D99'"),
        ("{definitions: all}", "In de zin {{ it }} staat.", "Kop", "in a paragraph of its own"),
        ("{definitions: all}", "Tekst.", "Kop {{ it }}", "in a paragraph of its own"),
        ("{contents: some}", "{{ it }}", "Kop", "`contents` takes `all`"),
        ("{cards: [arrivals]}", "{{ it }}", "Kop", "does not list the table 'arrivals'"),
        ("{share: n, of: n}", '{{ it | ordinal("a") }}', "Kop", "|ordinal takes no texts"),
        ("{share: n, of: n}", "{{ it | of }}", "Kop", "|of takes 1 text"),
        (
            "{share: n, of: n}",
            '{{ it | of("m") }}',
            "Kop",
            "named here as a share of 'm', and is a share of 'n'",
        ),
        ("{size: n}", '{{ it | of("n") }}', "Kop", "is not a share of anything"),
        ("{share: n, of: n}", '{{ it | counted("a") }}', "Kop", "|counted takes 2 texts"),
        ("{share: n, of: n}", '{{ it | spelled("a") }}', "Kop", "|spelled takes no texts or 2 texts"),
        ("{share: n, of: n}", "{{ it | capital | spelled }}", "Kop", "Between {{ and }} stands"),
    ],
)
def test_a_list_or_filter_in_the_wrong_place_is_refused(
    tmp_path: Path, value: str, body: str, headline: str, refusal: str
) -> None:
    pages = page_with(tmp_path, value, f"{body}\n", headline)
    with pytest.raises(ClaimError) as refused:
        compose(leiden(), overrides=pages)
    assert refusal in str(refused.value)


def test_numbers_are_written_in_words_by_the_filters(tmp_path: Path) -> None:
    body = '{{ it | spelled("jaar", "jaren") | capital }}, {{ it | ordinal }}, {{ n | spelled }}\n'
    pages = page_with(tmp_path, "{years: a, since: b}", body)
    spec = pages / "50-own" / "page.yml"
    spec.write_text(
        spec.read_text(encoding="utf-8").replace(
            "values:\n",
            "values:\n  a: {year: residents_group}\n  b: {year: residents_group, at: last-4}\n",
        ),
        encoding="utf-8",
    )
    made = {p.language: text(p) for p in compose(leiden(), overrides=pages) if p.number == 50}
    assert "Vier jaren, vierde, 125.037" in made["nl"]
    assert "Four jaren, fourth, 125,037" in made["en"]
