"""International workers by what they earn, and their children (D15, D16, D17, D19).

The monitor does not see wages: whoever delivers the figures counts with these rules, and the limits that are printed
with the figures are computed here. They follow from the salary criterion of the Immigration and Naturalisation
Service (IND), gross euro per month without holiday pay.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from internationals.shapes import DataError

UNDER_30 = "under_30"
FROM_30 = "30_plus"
ADULT = 18
WAGE_AGE = 30
"""The age at which another salary criterion begins to hold."""
KNOWLEDGE_PERCENT = 70
"""Percent of the criterion from which someone is a knowledge worker."""
_MONTHS, _WITH_HOLIDAY_PAY = 12, 108


class WorkerType(StrEnum):
    """What an international worker is by wage. The two together are all."""

    KNOWLEDGE = "knowledge"
    LABOUR = "labour"


def is_international_worker(dutch: bool, taxed_job: bool, self_employed_only: bool = False) -> bool:
    """Whether someone is a foreign national with a job in the year at an organisation established here (D15).

    `taxed_job`: wage tax was paid on it, whatever its size. Agency staff and students with a side job are workers;
    whoever is self-employed and nothing else is none.
    """
    return not dutch and taxed_job and not self_employed_only


def age_group(age: int) -> str:
    """The age group of the salary criterion, from the age on 31 December of the year."""
    return UNDER_30 if age < WAGE_AGE else FROM_30


def yearly_limit(monthly: int) -> int:
    """The wage per year, in whole euro, from which a worker is a knowledge worker (D16).

    0.7 of twelve times the criterion per month and 8% holiday pay: 9.072 times; half a euro is rounded up.
    """
    return (monthly * KNOWLEDGE_PERCENT * _MONTHS * _WITH_HOLIDAY_PAY + 5000) // 10000


def wage_limit(year: str, group: str, monthly: Mapping[tuple[str, str], int]) -> int:
    """The limit of a year and an age group, from the criteria per year and age group.

    Raises DataError when there is no criterion for it: it is never taken from another year.
    """
    amount = monthly.get((year, group))
    if amount is None:
        known = ", ".join(sorted(known_year for known_year, known_group in monthly if known_group == group))
        raise DataError(
            f"There is no salary criterion for {year}, {group}, so it cannot be said who is a knowledge worker; there "
            f"is one for {known or 'no year'}. Add the amount to ind_criteria: another year's is not used."
        )
    return yearly_limit(amount)


def worker_type(yearly_wage: float, limit: int) -> WorkerType:
    """Knowledge worker from the limit on (D16), labour migrant below it (D17)."""
    return WorkerType.KNOWLEDGE if yearly_wage >= limit else WorkerType.LABOUR


def type_of_child(age: int, parents: Collection[WorkerType]) -> WorkerType | None:
    """Under which type of worker a child counts (D19), from the types of the workers in its household; None: it does not.

    A child is counted once. With workers of both types it counts under knowledge workers.
    """
    if age >= ADULT or not parents:
        return None
    return WorkerType.KNOWLEDGE if WorkerType.KNOWLEDGE in parents else WorkerType.LABOUR
