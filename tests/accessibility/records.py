"""What a municipality could have recorded, to be changed one thing at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

from internationals.shapes import AutomaticCheck, Declared, Violation

ADOPTED = date(2026, 3, 14)


def said(nl: str, en: str = "") -> dict[str, str]:
    return {"nl": nl, "en": en or f"{nl} (in English)"}


def evaluation(**changes: Any) -> dict[str, Any]:
    return {
        "date": date(2025, 11, 3),
        "report": "https://example.org/rapport",
        "evaluator": "Bureau Drempel",
        "method": "WCAG-EM",
        "standard": "EN 301 549 V3.2.1",
        "covers": ["pages", "explorer", "pdf", "office"],
        "not_met": [],
    } | changes


def shortcoming(**changes: Any) -> dict[str, Any]:
    return {
        "criterion": "1.4.3",
        "where": said("Elke figuur"),
        "what": said("Lichtgrijze letters"),
        "consequence": said("Lastig te lezen bij weinig licht"),
        "reason": said("De huisstijl"),
        "measure": said("Een donkerder grijs"),
        "planned": date(2026, 9, 1),
    } | changes


def manual_check(**changes: Any) -> dict[str, Any]:
    return {
        "date": date(2026, 2, 2),
        "by": "Webteam",
        "examined": said("De explorer, met het toetsenbord"),
        "criteria": ["2.1.1", "2.4.7"],
        "pages": ["nl/explorer"],
        "outcome": said("Alles was te bereiken"),
    } | changes


def record(**changes: Any) -> dict[str, Any]:
    """Adopted, with a full evaluation that found nothing."""
    return {
        "adopted": {"date": ADOPTED, "function": said("Directeur dienstverlening")},
        "evaluations": [evaluation()],
    } | changes


def declared(**changes: Any) -> Declared:
    return Declared.model_validate(record(**changes))


def automatic(*broken: str, on: date = date(2026, 3, 1), fingerprint: str = "sha256:0") -> AutomaticCheck:
    """A check that found elements which break these success criteria."""
    found = [
        Violation(rule=f"rule-{code}", criteria=[code], pages=["nl/index.html"], elements=2, example="<p>")
        for code in broken
    ]
    return AutomaticCheck(
        date=on,
        axe="4.14.1",
        browser="Chromium 150",
        tags=["wcag2a", "wcag2aa"],
        widths=[1280, 320],
        pages=["en/index.html", "nl/index.html"],
        violations=found,
        undecided=[],
        fingerprint=fingerprint,
    )
