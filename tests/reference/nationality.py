"""D2, D3, D4: who is Dutch, who is international, and under which one nationality a person counts."""

from datetime import date

from tests.reference.codes import code_list, in_eu

DUTCH = "0001"
TREATED_AS_DUTCH = "0002"
STATELESS = "0499"
UNKNOWN = "0000"
ESTABLISHED_NON_DUTCH = "0500"
BENELUX = {"0052", "0067"}

Set = frozenset[str]
"""The nationalities of one person at one moment; the empty set is: unknown."""


def codes_without_a_table(text: str) -> list[str]:
    """Codes in this column that table 32 has never had."""
    return [code for code in text.split() if code not in code_list("nationalities")]


def nationalities(text: str) -> Set:
    """What stands in the column, as the nationalities that mean something.

    Treated as Dutch (0002) is Dutch. Unknown (0000, and 0500: known only not to be Dutch) says nothing
    beside another code. Stateless (0499) gives way to any nationality, but not to unknown.
    """
    codes = {DUTCH if code == TREATED_AS_DUTCH else code for code in text.split()}
    codes -= {UNKNOWN, ESTABLISHED_NON_DUTCH}
    if codes - {STATELESS}:
        codes -= {STATELESS}
    return frozenset(codes)


def is_dutch(held: Set) -> bool:
    """Whoever holds the Dutch nationality is Dutch, whatever else they hold."""
    return DUTCH in held


def is_international(held: Set) -> bool:
    """A person without the Dutch nationality; also the stateless, and those of unknown nationality."""
    return not is_dutch(held)


def group_of(code: str) -> str:
    """All British codes count as British; every other code is its own group."""
    return code_list("nationalities")[code]["group"] or code


def order_class(code: str, on: date) -> int:
    """1 Benelux, 2 European Union on that day, 3 other Europe, 4 the rest of the world, 5 stateless."""
    row = code_list("nationalities")[code]
    if code in BENELUX:
        return 1
    if in_eu(row["country"], on):
        return 2
    if row["europe"] == "yes":
        return 3
    return 5 if code == STATELESS else 4


def counts_as(held: Set, on: date) -> str:
    """The one nationality under which a person counts on a day.

    Dutch first. Then group first, class second: of the groups in the first class that has any, the one
    with the lowest code.
    """
    if is_dutch(held):
        return DUTCH
    if not held:
        return UNKNOWN
    return min((group_of(code) for code in held), key=lambda group: (order_class(group, on), group))
