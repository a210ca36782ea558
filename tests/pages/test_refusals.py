"""What a page cannot say: the build stops with the file, the line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from internationals.pages import check, compose
from internationals.pages.problems import UnfitError
from internationals.pages.prose import TextUnit
from internationals.pages.rendering import Bindings, render_body
from internationals.shapes import ClaimError, Release
from tests.pages.releases import SUPPRESSED, leiden
from tests.pages.test_published_figures import text

SPEC = """\
page: 40
title: {nl: Nederlanders, en: Dutch nationals}
slug: {nl: nederlanders, en: dutch-nationals}
tables: [residents_group]
values:
  dutch: {count: residents_group, group: dutch}
  dutch_before: {count: residents_group, group: dutch, year: previous}
  total: {count: residents_group, group: total}
claims:
  rose: {increase: dutch, since: dutch_before}
  fell: {decrease: dutch, since: dutch_before}
  dutch_known: {known: dutch}
headline:
  - if: rose
    nl: "Gestegen naar {{ dutch }}"
    en: "Risen to {{ dutch }}"
  - nl: Nederlanders
    en: Dutch nationals
"""
NL = "Er zijn {{ dutch }} Nederlanders.\n"
EN = "There are {{ dutch }} Dutch nationals.\n"


def project(tmp_path: Path, spec: str = SPEC, nl: str = NL, en: str = EN, facts: str = "") -> Path:
    folder = tmp_path / "pages" / "40-dutch"
    folder.mkdir(parents=True)
    (folder / "page.yml").write_text(spec, encoding="utf-8")
    (folder / "nl.md").write_text(nl, encoding="utf-8")
    (folder / "en.md").write_text(en, encoding="utf-8")
    if facts:
        (tmp_path / "facts.yml").write_text(facts, encoding="utf-8")
    return tmp_path / "pages"


def problems(tmp_path: Path, **files: str) -> list[str]:
    return [str(problem) for problem in check(leiden(), overrides=project(tmp_path, **files))]


def body(tmp_path: Path, source: Release | None = None, **files: str) -> str:
    made = compose(source or leiden(), overrides=project(tmp_path, **files))
    return next(text(page) for page in made if page.number == 40 and page.language == "en")


def test_the_example_is_right_as_it_stands(tmp_path: Path) -> None:
    assert body(tmp_path) == "Risen to 110,565 . There are 110,565 Dutch nationals."


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("There are 110,566 of them.", "'110,566'"),
        ("## The top 10", "'10'"),
        ("There are twelve.", "'twelve'"),
        ("About ½ of them.", "'½'"),
        ("Since &#49;.", "'&#49;.'"),
        ("[here](https://example.org 'all 7')", "7')"),
        ('{{ dutch | counted("1 person", "people") }}', "'1'"),
    ],
)
def test_a_number_typed_by_hand_is_refused_with_its_line(tmp_path: Path, typed: str, found: str) -> None:
    (problem,) = problems(tmp_path, en=f"{EN}\n{typed}\n", nl=f"{NL}\n{{{{ dutch }}}}\n")
    assert problem.startswith("pages/40-dutch/en.md, line 3: ")
    assert found in problem and "number" in problem


def test_a_wrong_digit_in_a_heading_of_page_yml_is_refused_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, spec=SPEC.replace("en: Dutch nationals\n", "en: 11 Dutch nationals\n"))
    assert problem.startswith("pages/40-dutch/page.yml, line 18: '11' is a number typed by hand")


def test_a_digit_in_a_label_is_refused(tmp_path: Path) -> None:
    line = "  line: {line: residents_group, group: dutch, year: last, along: group}\n"
    rest = "  rest: {with_rest: line, whole: total, label: {nl: Top 9, en: The rest}}\n"
    found = problems(tmp_path, spec=SPEC.replace("claims:", f"{line}{rest}claims:"))
    assert any("page.yml, line 10: '9' is a number typed by hand" in problem for problem in found)


def test_a_digit_that_only_shows_when_rendered_is_refused_as_well() -> None:
    unit = TextUnit("nl.md", 1, "nl", "Er zijn 7.")
    with pytest.raises(UnfitError, match=r"'7\.', a number that is bound to nothing"):
        render_body(unit, Bindings({}, {}, {}))


def test_the_address_of_a_link_may_have_digits(tmp_path: Path) -> None:
    assert "StatLine" in body(tmp_path, en=f"{EN}\n[StatLine](https://example.org/84727NED)\n")


def test_a_number_from_the_facts_file_is_cited(tmp_path: Path) -> None:
    facts = "vision:\n  nl: 17 september 2020\n  en: 17 September 2020\n  date: 2022-01-31\n  owner: A\n  source: B\n"
    said = body(
        tmp_path,
        en=EN + '\nAdopted on {{ fact("vision") }}.',
        nl=NL + '\nOp {{ fact("vision") }}.',
        facts=facts,
    )
    assert "Adopted on 17 September 2020." in said


def test_a_fact_without_owner_or_source_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, facts="vision:\n  nl: a\n  en: b\n  date: 2022-01-31\n")
    assert problem.startswith("facts.yml, line 1: The fact 'vision' should have date, en, nl, owner, source")


def test_a_language_that_cites_another_figure_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, en="There are {{ total }} Dutch nationals.\n")
    assert "en lacks value dutch; nl lacks value total" in problem


def test_languages_that_choose_another_sentence_for_these_figures_are_refused(tmp_path: Path) -> None:
    spec = SPEC.replace("  rose:", "  both: {exceeds: total, than: dutch}\n  rose:")
    first = "{% if claims.rose %}{{ dutch }}{% elif claims.both %}{{ total }}{% endif %}"
    other = "{% if claims.both %}{{ total }}{% elif claims.rose %}{{ dutch }}{% endif %}"
    (problem,) = problems(tmp_path, spec=spec, nl=first, en=other)
    assert "With these figures the languages do not say the same" in problem


@pytest.mark.parametrize(
    ("sentence", "accepted"),
    [
        ("The number rose.", False),
        ("{% if claims.rose %}The number rose.{% endif %}", True),
        ("{% if claims.dutch_known %}The number rose.{% endif %}", False),
        ("{% if claims.rose and claims.dutch_known %}It rose.{% endif %}", True),
        ("{% if claims.rose or claims.dutch_known %}It rose.{% endif %}", False),
        ("{% if claims.rose %}It rose.{% else %}It fell.{% endif %}", False),
        ("{% if claims.rose %}It rose.{% elif claims.fell %}It fell.{% endif %}", True),
        ("{% if unknown.rose %}It may be.{% endif %}", True),
        ("{% if not unknown.rose %}It fell.{% endif %}", False),
        ("{% if not claims.rose %}It is so.{% endif %}", False),
    ],
)
def test_a_word_of_direction_needs_a_claim(tmp_path: Path, sentence: str, accepted: bool) -> None:
    neutral = (
        sentence.replace("rose.", "x.").replace("fell.", "x.").replace("{% if not claims", "{% if claims")
    )
    found = problems(tmp_path, en=f"{EN}{sentence}", nl=f"{NL}{neutral}")
    assert (found == []) is accepted


def test_a_claim_about_a_withheld_cell_is_neither_made_nor_denied(tmp_path: Path) -> None:
    sentence = (
        "{% if claims.rose %}It rose.{% elif claims.fell %}It fell.{% endif %}"
        "{% if unknown.rose %} Nobody can say.{% endif %}"
    )
    same = sentence.replace("rose.", "x.").replace("fell.", "x.")
    hidden = leiden(residents_group={("2021", "dutch"): SUPPRESSED})
    said = body(tmp_path, source=hidden, en=EN + sentence, nl=NL + same)
    assert said.startswith("Dutch nationals .") and said.endswith("Nobody can say.")
    assert "It rose" not in said and "It fell" not in said


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("group: total", "group: totaal", "residents_group has no group 'totaal'. Did you mean 'total'?"),
        ("group: total", "groep: total", "residents_group has no dimension 'groep'. Did you mean 'group'?"),
        ("{count: residents_group, group: total}", "{count: arrivals}", "does not list the table 'arrivals'"),
        ("{count: residents_group, group: total}", "{cuont: x}", "There is no 'cuont' among the values"),
        ("{count: residents_group, group: total}", "{share: dutch}", "'share' does not fit its arguments"),
        ("{count: residents_group, group: total}", "{size: ducth}", "There is no value 'ducth' on this page"),
        ("{count: residents_group, group: total}", "{size: total}", "a value cannot refer to itself"),
        ("year: previous", "year: vorige", "'vorige' is not a year"),
        ("{increase: dutch,", "{increases: dutch,", "There is no 'increases' among the claims"),
        ("since: dutch_before}\n  fell", "since: nobody}\n  fell", "There is no value 'nobody'"),
        ("if: rose", "if: rises", "There is no claim 'rises'. Did you mean 'rose'?"),
        ("page: 40", "page: forty", "`page` is a whole number"),
        ("page: 40", "pag: 40", "The key 'pag' is unknown. Did you mean 'page'?"),
        (
            "page: 40",
            "page: 40\nchapter: poulation",
            "line 2: There is no chapter 'poulation'. Did you mean 'population'?",
        ),
        ("page: 40", "page: 40\nchapter:", "There is no chapter 'None'. There are: about, children"),
        ("page: 40", "page: 5", "The number 5 is used 2 times in nl"),
        ("slug: {nl: nederlanders,", "slug: {nl: top-10,", "The slug 'top-10' (nl)"),
        ("  - if: rose\n    nl", "  - nl", "The last headline, and only the last, stands without `if`"),
        ("  total:", "  dutch:", "the key 'dutch' stands here for the second time"),
    ],
)
def test_a_mistake_in_page_yml_gives_a_sentence(
    tmp_path: Path, before: str, after: str, sentence: str
) -> None:
    assert before in SPEC
    found = problems(tmp_path, spec=SPEC.replace(before, after))
    assert any(sentence in problem for problem in found), found


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("{{ ducth }}", "There is no value 'ducth' on this page. Did you mean 'dutch'?"),
        ("{% if claims.rises %}x{% endif %}", "There is no claim 'rises' on this page"),
        ("{% if dutch %}x{% endif %}", "A condition can only ask for claims.x or unknown.x"),
        ("{{ dutch + total }}", "nothing is computed in a text"),
        ("{{ dutch | round }}", "nothing is computed in a text"),
        ("{{ dutch.cell }}", "nothing is computed in a text"),
        ("{% set x = dutch %}", "Only values, facts and {% if claims... %}"),
        ('{{ fact("nothing") }}', "There is no fact 'nothing' in facts.yml"),
        ("{% if claims.rose %}x", "The text cannot be read"),
        ("# Title", "Begin headings here with ##"),
    ],
)
def test_a_mistake_in_a_text_gives_a_sentence_with_its_line(
    tmp_path: Path, written: str, sentence: str
) -> None:
    found = problems(tmp_path, en=f"{EN}\n{written}\n")
    place = [problem for problem in found if sentence in problem]
    assert place and place[0].startswith("pages/40-dutch/en.md, line ")


def test_every_mistake_is_listed_at_once(tmp_path: Path) -> None:
    overrides = project(tmp_path, nl="Er zijn 7 {{ x }}.\n", en="There are 8 {{ y }}.\n")
    with pytest.raises(ClaimError) as refused:
        compose(leiden(), overrides=overrides)
    for expected in ("nl.md, line 1: '7'", "en.md, line 1: '8'", "no value 'x'", "no value 'y'"):
        assert expected in str(refused.value)


def test_a_required_page_without_its_table_is_an_error(tmp_path: Path) -> None:
    spec = SPEC.replace("tables: [residents_group]", "tables: [residents_group, students]\nrequired: true")
    (problem,) = problems(tmp_path, spec=spec)
    assert "40-dutch needs students" in problem
