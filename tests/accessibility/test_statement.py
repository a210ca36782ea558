"""The statement on the site: reachable from everywhere, in the law's form, and honest about what was not examined."""

from __future__ import annotations

import html
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from internationals import auditing, cli, publish
from internationals.outputs import site
from internationals.preview import Preview
from internationals.project import open_project
from internationals.shapes import AutomaticCheck, ConfigError
from tests.accessibility.records import automatic, evaluation, manual_check, record, shortcoming
from tests.editing.a_project import PAGES, project, write
from tests.outputs.a_site import outlines

PLACES = {"nl": "nl/toegankelijkheid/index.html", "en": "en/accessibility/index.html"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, published with nothing recorded."""
    folder = project(tmp_path_factory.mktemp("statement") / "leiden", pages=PAGES[-1:])
    publish.publish(open_project(folder), "2022")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "leiden"))


def states(folder: Path, **changes: Any) -> None:
    write(folder / "accessibility.yml", record(**changes))


def keeps(folder: Path, check: AutomaticCheck) -> None:
    write(folder / "accessibility" / "2022.json", check.model_dump_json())


def fingerprint(folder: Path) -> str:
    return site.fingerprint(folder / "public" / "2022" / "site")


def page(folder: Path, language: str) -> str:
    """The words of the statement, as they stand on the site that is made now; the site is not written."""
    shown = Preview(folder, "2022").renew()
    assert shown.mistakes == ()
    text = shown.documents[PLACES[language]].decode("utf-8").split("<main", 1)[1].split("</main>")[0]
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))


def test_every_page_leads_to_the_statement(made: Path) -> None:
    without = [
        path
        for path, outline in outlines(made / "public" / "2022" / "site").items()
        if not any(
            each["href"].endswith(("toegankelijkheid/index.html", "accessibility/index.html"))
            for each in outline.of("a")
        )
    ]
    assert without == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_search_finds_the_statement(made: Path, language: str) -> None:
    where = {"nl": "nl/zoeken", "en": "en/search"}[language]
    entries = (made / "public" / "2022" / "site" / where / "entries.js").read_text(encoding="utf-8")
    assert f"../{PLACES[language].removeprefix(language + '/')}" in entries


def test_with_nothing_recorded_it_says_so_of_everything(folder: Path) -> None:
    text = page(folder, "en")
    assert "The status is E: no statement." in text
    for said in (
        "It is not recorded who adopted this statement",
        "No full evaluation of this site is recorded.",
        "No automatic check of this edition is recorded.",
        "Nothing is recorded as examined by people",
        "No shortcomings are recorded. That does not mean that there are none.",
        "How soon you will have an answer is not recorded.",
        "Nobody has adopted and signed this statement.",
        "in the national register (toegankelijkheidsverklaring.nl) is not recorded",
        "The address at which the site stands is not recorded.",
    ):
        assert said in text
    assert "Nothing was found" not in text and "complies with the law" not in text


def test_of_an_invented_monitor_no_municipality_makes_a_statement(folder: Path) -> None:
    assert "geen gemeente heeft haar afgelegd" in page(folder, "nl")


def test_whoever_does_not_hear_back_can_go_to_the_ombudsman(folder: Path) -> None:
    text = page(folder, "nl")
    assert "onderzoek@example.org" in text and "Nationale ombudsman" in text


def test_shortcomings_are_told_with_their_consequence_measure_and_alternative(folder: Path) -> None:
    states(
        folder,
        evaluations=[evaluation(not_met=["1.4.3"])],
        shortcomings=[shortcoming(alternative={"nl": "Vraag het op", "en": "Ask for it"})],
        manual_checks=[manual_check()],
        feedback={"telephone": "14 071", "days": 5, "form": "https://example.org/form"},
        registered="https://www.toegankelijkheidsverklaring.nl/register/1",
        overview="https://example.org/alle-sites",
    )
    text = page(folder, "nl")
    assert "De status is B: voldoet gedeeltelijk." in text
    assert "Deze status geldt uiterlijk tot en met 1 september 2026" in text
    for said in (
        "1.4.3 Contrast (minimum)",
        "Lichtgrijze letters",
        "Lastig te lezen bij weinig licht",
        "Een donkerder grijs",
        "Klaar op 1 september 2026",
        "Vraag het op",
        "Bureau Drempel, 3 november 2025",
        "https://example.org/rapport",
        "Webteam, 2 februari 2026",
        "2.1.1 Toetsenbord en 2.4.7 Focus zichtbaar",
        "14 071",
        "U krijgt antwoord binnen 5 werkdagen.",
        "Vastgesteld op 14 maart 2026 voor ‘gezien en akkoord’. Functie: Directeur dienstverlening.",
        "https://www.toegankelijkheidsverklaring.nl/register/1",
        "https://example.org/alle-sites",
    ):
        assert said in text
    assert "Light grey" not in text
    english = page(folder, "en")
    assert "The status is B: complies in part." in english and "Lichtgrijze letters (in English)" in english


def test_a_full_evaluation_without_shortcomings_is_status_a(folder: Path) -> None:
    states(folder)
    text = page(folder, "en")
    assert "The status is A: complies in full." in text
    assert "The evaluation found no shortcomings." in text


def test_what_the_municipality_writes_is_text_and_no_markup(folder: Path) -> None:
    states(folder, manual_checks=[manual_check(by="<script>alert(1)</script>")])
    shown = Preview(folder, "2022").renew().documents[PLACES["nl"]].decode("utf-8")
    assert "&lt;script&gt;alert(1)" in shown and "<script>alert" not in shown


def test_a_check_is_told_with_all_it_rests_on(folder: Path) -> None:
    keeps(folder, automatic(fingerprint=fingerprint(folder)))
    text = page(folder, "en")
    assert (
        "On 1 March 2026 all 2 pages of the site were opened in Chromium 150 and checked with axe-core 4.14.1, at a "
        "width of 1280 and 320 pixels" in text
    )
    assert "Of the explorer only what is shown first was looked at" in text
    assert "Nothing was found that breaks a rule." in text
    assert "A program finds only part" in text
    assert "The pages have not changed since" in text


def test_what_a_check_found_is_told_by_rule(folder: Path) -> None:
    keeps(folder, automatic("4.1.2", fingerprint=fingerprint(folder)))
    text = page(folder, "en")
    assert "Rules were found to be broken." in text and "rule-4.1.2 4.1.2 Name, role, value 1 2" in text


def test_a_site_that_has_changed_since_its_check_says_so(folder: Path) -> None:
    keeps(folder, automatic(fingerprint=fingerprint(folder)))
    write(folder / "theme.css", ":root { --basis-border-radius-md: 3px; }\n")
    text = page(folder, "en")
    assert "The site has changed since. No check of the changed site is recorded." in text
    assert "The pages have not changed since" not in text


def test_the_fingerprint_is_of_what_a_browser_shows_but_for_the_statement(folder: Path) -> None:
    before = fingerprint(folder)
    root = folder / "public" / "2022" / "site"
    (root / PLACES["nl"]).write_text("another statement", encoding="utf-8")
    (root / PLACES["en"]).unlink()
    shutil.rmtree(root / "data")
    assert fingerprint(folder) == before
    (root / "nl" / "index.html").write_text("another home", encoding="utf-8")
    assert fingerprint(folder) != before


def test_publishing_with_a_record_changes_the_statement_and_nothing_else_and_twice_the_same(
    folder: Path,
) -> None:
    def files() -> dict[str, bytes]:
        root = folder / "public" / "2022"
        return {str(p.relative_to(root)): p.read_bytes() for p in root.rglob("*") if p.is_file()}

    before = files()
    states(folder, shortcomings=[shortcoming()])
    keeps(folder, automatic("1.4.3", fingerprint=fingerprint(folder)))
    publish.publish(open_project(folder), "2022")
    after = files()
    assert {path for path in after if after[path] != before.get(path)} == {
        f"site/{place}" for place in PLACES.values()
    }
    publish.publish(open_project(folder), "2022")
    assert files() == after
    assert auditing.search(open_project(folder), "2022").traces == ()


def test_a_record_that_is_no_record_is_refused(folder: Path) -> None:
    write(folder / "accessibility" / "2022.json", '{"date": "2026-03-01", "violations": 0}')
    with pytest.raises(ConfigError, match=r"accessibility/2022\.json is not a record"):
        publish.publish(open_project(folder), "2022")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "A"}, "Unknown key 'status'. Known keys: adopted, evaluations, feedback"),
        ({"evaluations": [evaluation(score=50)]}, r"'evaluations: entry 1: score'. Known keys: covers, date"),
        (
            {"evaluations": [evaluation(method="Quick scan")]},
            r"'evaluations: entry 1: method' is 'Quick scan'",
        ),
        ({"evaluations": [evaluation(covers=[])]}, "at least 1 item"),
        ({"shortcomings": [{"criterion": "1.4.3"}]}, "The key 'shortcomings: entry 1: where' is missing"),
        ({"shortcomings": [shortcoming(criterion="1.4.99")]}, "there is no success criterion '1.4.99'"),
        ({"adopted": {"date": "soon", "function": {"nl": "x", "en": "x"}}}, "'adopted: date' is 'soon'"),
        (
            {"adopted": {"date": date(2999, 1, 1), "function": {"nl": "x", "en": "x"}}},
            "2999-01-01 has yet to come",
        ),
        ({"feedback": {"days": 0}}, "'feedback: days' is 0"),
    ],
)
def test_a_file_that_claims_what_cannot_be_is_refused_with_the_field(
    folder: Path, changes: dict[str, Any], said: str
) -> None:
    states(folder, **changes)
    with pytest.raises(ConfigError, match=rf"accessibility\.yml: .*{said}"):
        publish.publish(open_project(folder), "2022")
    assert (folder / "public" / "2022" / "site").is_dir()


def test_a_file_of_remarks_only_records_nothing(folder: Path) -> None:
    write(folder / "accessibility.yml", "# Nothing yet.\n")
    assert "The status is E" in page(folder, "en")


def test_a_new_project_has_an_example_that_records_nothing_and_holds_when_it_is_uncommented(
    folder: Path, tmp_path: Path
) -> None:
    assert cli.run(["new", str(tmp_path / "new"), "--code", "GM0546"]) == 0
    example = (tmp_path / "new" / "accessibility.yml").read_text(encoding="utf-8")
    write(folder / "accessibility.yml", example)
    assert "The status is E" in page(folder, "en")
    write(folder / "accessibility.yml", re.sub(r"^#(?! \S|$)", "", example, flags=re.MULTILINE))
    assert "The status is B" in page(folder, "en")


def test_publishing_tells_when_a_status_has_ended_and_when_the_site_has_changed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = evaluation(date=date(2020, 1, 1))
    states(
        folder,
        adopted={"date": date(2021, 1, 1), "function": {"nl": "Directeur", "en": "Director"}},
        evaluations=[old],
    )
    keeps(folder, automatic(on=date(2021, 1, 1)))
    assert cli.run(["publish", str(folder), "-e", "2022"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "has status A, which could hold until 2022-12-31" in said
    assert "no longer as it was checked on 2021-01-01" in said
