"""The accessibility statement: a page in every language that says what was examined, and no more than that.

It is made last, as it says whether the site is still as it was checked automatically. Nothing else of the site depends
on what was recorded, so a statement can change without the site changing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from internationals import texts
from internationals.definitions import compliance, success_criteria
from internationals.outputs.site.plan import Plan, address
from internationals.outputs.site.render import render
from internationals.shapes import PARTS, Compliance, Declared, Statement

NAME = "accessibility"
OMBUDSMAN = "https://www.nationaleombudsman.nl/"
STATUSES = "https://www.digitoegankelijk.nl/toegankelijkheidsverklaring/status"
"""Where the government explains the statuses, in Dutch."""
DOWNLOADED = "data/"
"""The folder of the site with what can only be downloaded: no browser shows it."""


def unrecorded(_fingerprint: str = "") -> Statement:
    """The statement of a municipality that has recorded nothing."""
    nothing = Declared()
    return Statement(nothing, None, False, compliance.judge(nothing, None))


def statement_documents(plan: Plan, statement: Statement) -> Iterator[tuple[str, str]]:
    """Path and content of the statement in every language."""
    for language in plan.languages:
        addresses = {other: f"{other}/{address(other, NAME)}/" for other in plan.languages}
        more: dict[str, object] = {
            "here": NAME,
            "statement": statement,
            "judgement": statement.judgement,
            "declared": statement.declared,
            "check": statement.check,
            "day": partial(texts.day, language),
            "joined": partial(texts.join, language),
            "criteria": partial(_criteria, language),
            "parts": lambda listed, language=language: texts.join(
                language, [texts.word(language, f"statement.part.{part}") for part in listed]
            ),
            "number": partial(texts.number, language),
            "later": compliance.later,
            "review_months": compliance.REVIEW_MONTHS,
            "too_old": partial(_too_old, statement),
            "ombudsman": OMBUDSMAN,
            "statuses_explained": STATUSES,
            "all_parts": PARTS,
            "claims_all": statement.judgement.status is Compliance.FULL,
        }
        yield (
            f"{addresses[language]}index.html",
            render("accessibility.html", plan, language, "../../", addresses, **more),
        )


class Fingerprint:
    """What a reader's browser shows of a site, as one checksum, in whatever order the files come.

    The statement is left out, which may change without the site, and what can only be downloaded.
    """

    def __init__(self) -> None:
        self._left_out = {f"{each}/{address(each, NAME)}/index.html" for each in texts.languages()}
        self._sums: dict[str, str] = {}

    def add(self, path: str, content: bytes) -> None:
        """One file of the site."""
        if path not in self._left_out and not path.startswith(DOWNLOADED):
            self._sums[path] = hashlib.sha256(content).hexdigest()

    def __str__(self) -> str:
        lines = "".join(f"{checksum}  {path}\n" for path, checksum in sorted(self._sums.items()))
        return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def _criteria(language: str, codes: Sequence[str]) -> str:
    """Success criteria with their names: "1.4.3 Contrast (minimum)"; of an unknown one the number alone."""
    known = success_criteria.criteria()
    names: Mapping[str, str] = {
        code: texts.in_languages(known[code].label, (language,))[language] for code in codes if code in known
    }
    return texts.join(language, [f"{code} {names.get(code, '')}".strip() for code in codes])


def _too_old(statement: Statement, evaluated: date) -> bool:
    on = statement.judgement.on
    return on is not None and compliance.ends(evaluated) <= on
