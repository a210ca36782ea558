"""Every rule by which a row is excluded, rejected or warned about: what was expected and what to do.

Exclusions come first. Of several reasons for one row, the first in these lists is the one that counts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RowRule:
    """One rule: its name in reports, the column it looks at, what it expects and what to do about it."""

    name: str
    column: str | None
    expected: str
    action: str


EXCLUDED = (
    RowRule(
        "non_resident", "gemeente", "another municipality than 1999", "nothing: non-residents are left out"
    ),
    RowRule(
        "other_municipality",
        "gemeente",
        "a code of this municipality",
        "nothing, or list a former code in municipality.yml",
    ),
    RowRule("suspended", "opschorting", "empty", "nothing: suspended lists are left out"),
)

_SOURCE = "correct it in the source system and make the extract again"

STAND_REJECTED = (
    RowRule("ragged_row", None, "as many values as the header has columns", _SOURCE),
    RowRule(
        "lost_zeros_municipality",
        "gemeente",
        "codes with all their leading zeros",
        "make the extract again with codes as text, or put 'leading_zeros: restore' under 'register:' in municipality.yml",
    ),
    RowRule(
        "lost_zeros_nationality",
        "nationaliteiten",
        "codes with all their leading zeros",
        "make the extract again with codes as text, or put 'leading_zeros: restore' under 'register:' in municipality.yml",
    ),
    RowRule("no_person", "persoon", "a number or pseudonym for the person", _SOURCE),
    RowRule("unknown_municipality", "gemeente", "a four-digit code of table 33", _SOURCE),
    RowRule(
        "unknown_nationality", "nationaliteiten", "four-digit codes of table 32 with a space between", _SOURCE
    ),
    RowRule(
        "wrong_reference_date",
        "peildatum",
        "the date in the file's name",
        "check that the file has the right name",
    ),
    RowRule("impossible_birth_date", "geboortedatum", "a date as JJJJMMDD, unknown parts 00", _SOURCE),
    RowRule(
        "impossible_settling_date",
        "datum_vestiging_gemeente",
        "a date as JJJJMMDD, unknown parts 00",
        _SOURCE,
    ),
    RowRule("impossible_address_date", "datum_adres", "a date as JJJJMMDD, unknown parts 00", _SOURCE),
    RowRule(
        "birth_not_before_reference",
        "geboortedatum",
        "a date before the reference date",
        "check that the extract gives the state at the date in its name",
    ),
    RowRule(
        "settling_not_before_reference",
        "datum_vestiging_gemeente",
        "a date before the reference date",
        "check that the extract gives the state at the date in its name",
    ),
    RowRule(
        "address_not_before_reference",
        "datum_adres",
        "a date before the reference date",
        "check that the extract gives the state at the date in its name",
    ),
    RowRule(
        "settling_nl_not_before_reference",
        "datum_vestiging_nederland",
        "a date before the reference date",
        "check that the extract gives the state at the date in its name",
    ),
    RowRule(
        "duplicate_equal", "persoon", "one row per person", "nothing: the first of the equal rows is used"
    ),
    RowRule(
        "duplicate_different",
        "persoon",
        "one row per person",
        "find out which of the rows is right, and deliver only that one",
    ),
)

EVENT_REJECTED = (
    RowRule("ragged_row", None, "as many values as the header has columns", _SOURCE),
    RowRule(
        "lost_zeros_counterpart",
        "gemeente_tegenpartij",
        "codes with all their leading zeros",
        "make the extract again with codes as text, or put 'leading_zeros: restore' under 'register:' in municipality.yml",
    ),
    RowRule(
        "lost_zeros_nationality",
        "nationaliteiten",
        "codes with all their leading zeros",
        "make the extract again with codes as text, or put 'leading_zeros: restore' under 'register:' in municipality.yml",
    ),
    RowRule(
        "lost_zeros_nationality_after",
        "nationaliteiten_na",
        "codes with all their leading zeros",
        "make the extract again with codes as text, or put 'leading_zeros: restore' under 'register:' in municipality.yml",
    ),
    RowRule("no_person", "persoon", "a number or pseudonym for the person", _SOURCE),
    RowRule("unknown_kind", "soort", "one of the nine kinds of event", _SOURCE),
    RowRule("impossible_date", "datum", "a complete date as JJJJMMDD", _SOURCE),
    RowRule(
        "other_year",
        "datum",
        "a date in the year of the file's name",
        "put the event in the file of its own year",
    ),
    RowRule("wrong_year", "jaar", "the year in the file's name", "check that the file has the right name"),
    RowRule(
        "unknown_nationality", "nationaliteiten", "four-digit codes of table 32 with a space between", _SOURCE
    ),
    RowRule(
        "unknown_nationality_after",
        "nationaliteiten_na",
        "four-digit codes of table 32 with a space between",
        _SOURCE,
    ),
    RowRule("impossible_birth_date", "geboortedatum", "a date as JJJJMMDD, unknown parts 00", _SOURCE),
    RowRule("birth_after_event", "geboortedatum", "a date not after the event", _SOURCE),
    RowRule(
        "two_counterparts", "gemeente_tegenpartij", "either a municipality or a country, not both", _SOURCE
    ),
    RowRule(
        "own_municipality",
        "gemeente_tegenpartij",
        "another municipality than our own",
        "deliver a move within the municipality as 'verhuizing'",
    ),
    RowRule("duplicate_equal", "persoon", "each event once", "nothing: the first of the equal rows is used"),
)

STAND_WARNINGS = (
    RowRule("unknown_birth_country", "geboorteland", "a four-digit code of table 34", "read as unknown"),
    RowRule(
        "unknown_parent1_country", "geboorteland_ouder_1", "a four-digit code of table 34", "read as unknown"
    ),
    RowRule(
        "unknown_parent2_country", "geboorteland_ouder_2", "a four-digit code of table 34", "read as unknown"
    ),
    RowRule(
        "unknown_country_from", "land_vanwaar_gevestigd", "a four-digit code of table 34", "read as unknown"
    ),
    RowRule("unknown_sex", "geslacht", "M, V or O", "read as O"),
    RowRule("unknown_parent1_sex", "geslacht_ouder_1", "M, V, O or empty", "read as empty"),
    RowRule("unknown_parent2_sex", "geslacht_ouder_2", "M, V, O or empty", "read as empty"),
    RowRule(
        "unknown_area",
        "buurt",
        "eight digits that start with the code of this municipality",
        "read as unknown",
    ),
    RowRule("unknown_title", "verblijfstitel", "a two-digit code of table 56", "read as none"),
    RowRule(
        "impossible_settling_nl_date", "datum_vestiging_nederland", "a date as JJJJMMDD", "read as unknown"
    ),
    RowRule("impossible_title_end", "verblijfstitel_einde", "a date as JJJJMMDD", "read as unknown"),
)

EVENT_WARNINGS = (
    RowRule("unknown_birth_country", "geboorteland", "a four-digit code of table 34", "read as unknown"),
    RowRule("unknown_sex", "geslacht", "M, V or O", "read as O"),
    RowRule(
        "unknown_area",
        "buurt",
        "eight digits that start with the code of this municipality",
        "read as unknown",
    ),
    RowRule(
        "unknown_counterpart_municipality",
        "gemeente_tegenpartij",
        "a four-digit code of table 33",
        "read as unknown",
    ),
    RowRule(
        "unknown_counterpart_country", "land_tegenpartij", "a four-digit code of table 34", "read as unknown"
    ),
    RowRule(
        "counterpart_of_other_event",
        "gemeente_tegenpartij",
        "empty for events other than vestiging and vertrek",
        "left out of account",
    ),
)
