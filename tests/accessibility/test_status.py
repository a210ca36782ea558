"""The status of a statement follows from what was examined and recorded, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from internationals.definitions import compliance
from internationals.definitions.success_criteria import criteria
from internationals.shapes import AutomaticCheck, Compliance, Declared, Judgement, Statement
from tests.accessibility.records import (
    ADOPTED,
    automatic,
    declared,
    evaluation,
    manual_check,
    said,
    shortcoming,
)

A, B, C, D, E = Compliance


def judged(check: AutomaticCheck | None = None, **changes: object) -> Judgement:
    return compliance.judge(declared(**changes), check)


def reasons(judgement: Judgement) -> list[str]:
    return [each.key for each in judgement.because]


def test_the_law_has_fifty_requirements() -> None:
    assert sum(each.required for each in criteria().values()) == 50
    assert {code for code, each in criteria().items() if not each.required} == {
        *("2.4.11", "2.5.7", "2.5.8"),
        *("3.2.6", "3.3.7", "3.3.8"),
    }


def test_a_statement_that_nobody_adopted_is_none_whatever_was_examined() -> None:
    assert judged(adopted=None, manual_checks=[manual_check()]).status is E
    assert compliance.judge(Declared(), automatic()).status is E


def test_nothing_but_a_signature_is_no_evidence() -> None:
    judgement = judged(evaluations=[])
    assert (judgement.status, reasons(judgement)) == (D, ["not_evaluated", "nothing_planned"])


def test_neither_an_automatic_check_nor_manual_checks_take_the_place_of_an_evaluation() -> None:
    assert judged(automatic(), evaluations=[], manual_checks=[manual_check()]).status is D


def test_a_full_evaluation_that_found_nothing_gives_a() -> None:
    judgement = judged(automatic())
    assert (judgement.status, reasons(judgement)) == (A, ["evaluated"])


@pytest.mark.parametrize(
    ("evaluated", "status"),
    [
        (date(2023, 3, 15), A),
        (date(2023, 3, 14), D),  # three years old to the day is not less than three years old
        (date(2023, 3, 13), D),
    ],
)
def test_an_evaluation_counts_for_less_than_three_years(evaluated: date, status: Compliance) -> None:
    assert judged(evaluations=[evaluation(date=evaluated)]).status is status


def test_a_status_says_until_when_it_can_hold() -> None:
    assert judged().until == date(2028, 11, 2)
    assert judged(evaluations=[evaluation(date=date(2024, 2, 29))]).until == date(2027, 2, 27)
    assert judged(shortcomings=[shortcoming()]).until == date(2026, 9, 1)


def test_time_is_that_of_the_last_thing_recorded_and_not_that_of_asking() -> None:
    old = evaluation(date=date(2023, 6, 1))
    assert judged(automatic(on=date(2026, 5, 31)), evaluations=[old]).status is A
    late = judged(automatic(on=date(2026, 6, 1)), evaluations=[old])
    assert (late.status, late.on, reasons(late)[0]) == (D, date(2026, 6, 1), "evaluated_too_long_ago")


def test_an_evaluation_has_to_cover_all_that_there_is_to_read() -> None:
    judgement = judged(evaluations=[evaluation(covers=["pages", "explorer"])])
    assert (judgement.status, judgement.because[0].key) == (D, "evaluated_in_part")
    assert judgement.because[0].parts == ("pdf", "office")


def test_evaluations_of_parts_add_up_and_the_oldest_decides() -> None:
    parts = [
        evaluation(covers=["pages", "explorer"]),
        evaluation(date=date(2024, 1, 10), covers=["pdf", "office"]),
    ]
    judgement = judged(evaluations=parts)
    assert (judgement.status, judgement.until) == (A, date(2027, 1, 9))


def test_shortcomings_that_are_explained_and_planned_give_b() -> None:
    judgement = judged(evaluations=[evaluation(not_met=["1.4.3"])], shortcomings=[shortcoming()])
    assert (judgement.status, reasons(judgement)) == (B, ["evaluated", "explained"])
    assert judgement.because[1].criteria == ("1.4.3",)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"measure": None}, D),
        ({"planned": None}, D),
        ({"planned": date(2026, 3, 13)}, D),
        ({"planned": ADOPTED}, B),
    ],
)
def test_a_shortcoming_needs_a_measure_by_a_day_that_is_still_to_come(
    changes: dict[str, object], status: Compliance
) -> None:
    assert judged(shortcomings=[shortcoming(**changes)]).status is status


def test_what_was_found_has_to_be_among_the_shortcomings() -> None:
    judgement = judged(evaluations=[evaluation(not_met=["1.4.3", "2.4.7"])], shortcomings=[shortcoming()])
    assert (judgement.status, reasons(judgement)) == (D, ["unexplained"])
    assert judgement.because[0].criteria == ("2.4.7",)


def test_what_axe_finds_counts_against_an_evaluation_that_found_nothing() -> None:
    assert judged(automatic("4.1.2")).status is D
    told = judged(automatic("1.4.3"), shortcomings=[shortcoming()])
    assert told.status is B


def test_what_the_law_does_not_ask_for_counts_against_nothing() -> None:
    assert judged(automatic("2.5.8")).status is A
    assert judged(shortcomings=[shortcoming(criterion="2.5.8", measure=None)]).status is A
    outside = shortcoming(ground="outside_the_law", measure=None, planned=None)
    assert judged(shortcomings=[outside]).status is A


def test_a_disproportionate_burden_needs_no_measure_and_is_still_a_shortcoming() -> None:
    burden = shortcoming(ground="disproportionate_burden", measure=None, planned=None)
    assert judged(shortcomings=[burden]).status is B


@pytest.mark.parametrize(
    ("planned", "status", "why"),
    [
        (date(2026, 9, 14), C, "planned"),
        (date(2026, 9, 15), D, "planned_too_late"),
        (ADOPTED, C, "planned"),
        (date(2026, 3, 13), D, "planned_and_not_made"),
    ],
)
def test_an_evaluation_within_six_months_of_the_statement_gives_c(
    planned: date, status: Compliance, why: str
) -> None:
    judgement = judged(evaluations=[], planned_evaluation=planned)
    assert (judgement.status, reasons(judgement)[-1]) == (status, why)
    assert judgement.until == (planned if status is C else None)


def test_whoever_looks_at_a_statement_again_answers_for_it_on_that_day() -> None:
    function = said("Directeur")
    again = {"date": date(2025, 12, 1), "function": function, "reviewed": date(2026, 10, 1)}
    assert judged(adopted=again).on == date(2026, 10, 1)
    assert judged(adopted=again, shortcomings=[shortcoming(planned=date(2026, 9, 30))]).status is D
    assert "adopted, reviewed: 2026-10-01 has yet to come" in mistakes(date(2026, 9, 30), adopted=again)
    before = again | {"reviewed": date(2025, 11, 30)}
    assert "is before the statement was adopted, 2025-12-01" in mistakes(date(2026, 9, 30), adopted=before)


def test_a_statement_is_due_a_year_after_it_was_looked_at_or_when_its_status_ends() -> None:
    def due(today: date, **changes: object) -> str:
        made = declared(**changes)
        return "\n".join(compliance.due(Statement(made, None, False, compliance.judge(made, None)), today))

    assert due(date(2027, 3, 13)) == ""
    assert "had to be again before 2027-03-14" in due(date(2027, 3, 14))
    ending = [shortcoming(planned=date(2026, 9, 1))]
    assert due(date(2026, 9, 1), shortcomings=ending) == ""
    assert "status B, which could hold until 2026-09-01" in due(date(2026, 9, 2), shortcomings=ending)
    assert due(date(2030, 1, 1), adopted=None) == ""


def mistakes(today: date = ADOPTED, **changes: object) -> str:
    return "\n".join(compliance.mistakes(declared(**changes), ("nl", "en"), today))


def test_a_record_in_order_has_no_mistakes() -> None:
    assert mistakes(shortcomings=[shortcoming()], manual_checks=[manual_check()]) == ""


def test_what_has_yet_to_come_cannot_be_recorded_as_done() -> None:
    assert mistakes(today=date(2026, 3, 13)).startswith("adopted, date: 2026-03-14 has yet to come")
    tomorrow = {"date": date(2026, 3, 15)}
    assert "evaluations, entry 1, date: 2026-03-15 has yet" in mistakes(evaluations=[evaluation(**tomorrow)])
    assert "manual_checks, entry 1, date" in mistakes(manual_checks=[manual_check(**tomorrow)])


def test_nobody_signs_for_what_was_examined_afterwards() -> None:
    said_of = mistakes(today=date(2026, 4, 1), manual_checks=[manual_check(date=date(2026, 3, 15))])
    assert "manual_checks, entry 1, date: 2026-03-15 is later than" in said_of
    assert "Have the statement adopted again" in said_of


@pytest.mark.parametrize(
    "changes",
    [
        {"shortcomings": [shortcoming(criterion="1.4.6")]},  # of level AAA
        {"evaluations": [evaluation(not_met=["9.9.9"])]},
        {"manual_checks": [manual_check(criteria=["2.4.7", "2.4.8"])]},
    ],
)
def test_a_criterion_that_there_is_not_is_refused(changes: dict[str, object]) -> None:
    assert "there is no success criterion" in mistakes(**changes)


def test_a_text_has_every_language_of_the_site() -> None:
    assert mistakes(shortcomings=[shortcoming(what={"nl": "Grijs"})]).startswith(
        "shortcomings, entry 1, what: the text lacks en"
    )
    assert "adopted, function: the text lacks en" in mistakes(
        adopted={"date": ADOPTED, "function": {"nl": "Directeur"}}
    )
    assert "lacks nl" in mistakes(shortcomings=[shortcoming(measure=said(" ", "Darker"))])
