"""The automatic check: every page of the published site, in a real browser, and a record that says what was found."""

from __future__ import annotations

import json
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from internationals import cli, publish
from internationals.accessibility import browsing
from internationals.accessibility.serving import served
from internationals.project import open_project
from tests.accessibility.records import automatic, evaluation, manual_check, record, shortcoming
from tests.browser import axe
from tests.editing.a_project import PAGES, project, write

pytestmark = pytest.mark.browser

STATEMENTS = ("nl/toegankelijkheid/index.html", "en/accessibility/index.html")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("checking") / "leiden", pages=PAGES[-1:])
    publish.publish(open_project(folder), "2022")
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "leiden"))


def checked(
    folder: Path, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, dict[str, Any], str]:
    """The exit code, the answer and what was said; in a thread of its own, for Playwright can be once in each, and
    other tests of the same process leave a browser open."""
    asked = ["accessibility", str(folder), "-e", "2022", "--width", "1280", "--json", *options]
    with ThreadPoolExecutor(1) as apart:
        code = apart.submit(cli.run, asked).result()
    said = capsys.readouterr()
    return code, json.loads(said.out or "{}"), said.err


def statement(folder: Path) -> str:
    return (folder / "public/2022/site/en/accessibility/index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("chromium")
def test_every_page_is_looked_at_and_the_statement_tells_it_once_it_is_published(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer, _ = checked(folder, capsys, "--width", "320")
    site = folder / "public" / "2022" / "site"
    assert (code, answer["violations"], answer["widths"]) == (0, [], [1280, 320])
    assert answer["pages"] == sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    assert {"404.html", "nl/explorer/index.html", *STATEMENTS} <= set(answer["pages"])
    kept = json.loads((folder / "accessibility" / "2022.json").read_text(encoding="utf-8"))
    assert kept == {name: value for name, value in answer.items() if name != "record"}
    assert "No automatic check of this edition is recorded." in statement(folder)
    publish.publish(open_project(folder), "2022")
    assert f"{len(answer['pages'])} pages of the site were opened in Chromium" in statement(folder)
    assert "The pages have not changed since" in statement(folder)


@pytest.mark.usefixtures("chromium")
def test_what_breaks_a_rule_is_found_also_behind_a_fold_and_recorded_with_its_page_and_criterion(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = folder / "public" / "2022" / "site" / "nl" / "index.html"
    image = '<details><summary>Meer</summary><img src="../assets/icon.svg"></details></main>'
    home.write_text(home.read_text(encoding="utf-8").replace("</main>", image), encoding="utf-8")
    code, answer, said = checked(folder, capsys)
    assert code == 9 and "image-alt" in json.loads(said)["error"]
    (found,) = answer["violations"]
    assert (found["rule"], found["criteria"], found["elements"]) == ("image-alt", ["1.1.1"], 1)
    assert found["pages"] == ["nl/index.html"] and found["example"].startswith("nl/index.html, 1280 px: <img")
    publish.publish(open_project(folder), "2022")
    assert "1.1.1 Non-text content" in statement(folder)
    assert "The site has changed since." in statement(folder)


@pytest.mark.usefixtures("chromium")
def test_a_site_that_is_published_again_meanwhile_is_not_recorded(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from internationals import accessibility

    home = folder / "public" / "2022" / "site" / "nl" / "index.html"
    real = accessibility.check

    def meanwhile(*arguments: Any, **more: Any) -> Any:
        found = real(*arguments, **more)
        home.write_text("<!DOCTYPE html>", encoding="utf-8")
        return found

    monkeypatch.setattr(accessibility, "check", meanwhile)
    code, _, said = checked(folder, capsys)
    assert code == 3 and "was published again while it was being checked" in said
    assert not (folder / "accessibility").exists()


def test_without_playwright_a_sentence_says_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    code, _, said = checked(folder, capsys)
    assert code == 3 and "Install it with 'pip install playwright'" in said
    assert not (folder / "accessibility").exists()


def test_without_a_browser_a_sentence_says_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(browsing, "INSTALLED_AS", ())
    code, _, said = checked(folder, capsys)
    assert code == 3 and "There is no Chromium on this machine. Install one" in said
    assert checked(folder, capsys, "--browser", str(tmp_path / "none"))[0] == 3
    code, _, said = checked(folder, capsys, "--browser", str(shutil.which("false")))
    assert code == 3 and "does not start as a browser" in said


def test_without_axe_a_sentence_says_how_it_is_put_in_place(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(browsing, "AXE", tmp_path / "axe.min.js")
    code, _, said = checked(folder, capsys)
    assert code == 3 and "make assets" in said


def test_an_edition_that_is_not_published_cannot_be_checked(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(folder / "public")
    code, _, said = checked(folder, capsys)
    assert code == 3 and "There is no site for edition 2022 yet" in said


def test_axe_is_not_published_with_the_site(made: Path) -> None:
    assert [path for path in (made / "public").rglob("*") if "axe" in path.name] == []


@pytest.mark.parametrize("width", [1280, 375, 320])
def test_axe_finds_nothing_on_a_statement_that_has_everything_to_say(
    browser: Browser, folder: Path, width: int
) -> None:
    everything = record(
        evaluations=[evaluation(not_met=["1.4.3"]), evaluation(covers=["pdf"])],
        manual_checks=[manual_check(), manual_check(by="Ervaringsdeskundigen")],
        shortcomings=[shortcoming(alternative={"nl": "Bel", "en": "Call"}), shortcoming(criterion="1.4.11")],
        feedback={"telephone": "14 071", "form": "https://example.org/form", "days": 5},
        registered="https://www.toegankelijkheidsverklaring.nl/register/1",
    )
    write(folder / "accessibility.yml", everything)
    write(folder / "accessibility" / "2022.json", automatic("1.4.3", "4.1.2").model_dump_json())
    publish.publish(open_project(folder), "2022")
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    wrong = []
    with served(folder / "public") as host:
        for path in STATEMENTS:
            page.goto(f"{host}2022/site/{path}")
            wrong += [f"{path}: {found}" for found in axe.violations(page)]
            if (over := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
                wrong.append(f"{path} is {over} px too wide")
    context.close()
    assert wrong == []
