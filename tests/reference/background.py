"""D5 and D5b (the old scheme): migration background from the parents' birth countries, and the origin."""

from tests.reference.codes import INTERNATIONAL_WATERS, NETHERLANDS, UNKNOWN, code_list


def birth_country(text: str) -> str:
    """The country; 0000 when it is not filled in, unknown, or no code of table 34."""
    return text if text in code_list("countries") else UNKNOWN


def is_unknown(country: str) -> bool:
    """A birth on international waters is in no country, and says as little as an unknown one."""
    return country in (UNKNOWN, INTERNATIONAL_WATERS)


def abroad(country: str) -> bool:
    """A known country outside the Netherlands; the overseas parts of the Kingdom are outside."""
    return country != NETHERLANDS and not is_unknown(country)


def has_background(own: str, parent1: str, parent2: str) -> bool:
    """A parent born abroad. Own birthplace speaks only when nothing is known of either parent."""
    if is_unknown(parent1) and is_unknown(parent2):
        return abroad(own)
    return abroad(parent1) or abroad(parent2)


def origin(own: str, parent1: str, parent2: str, sex1: str, sex2: str) -> str:
    """The country of origin; the Netherlands for who has no background.

    Born abroad: there. Born here, or nobody knows where: where the mother was born, unless that is the
    Netherlands or unknown; then where the other parent was born.
    """
    if not has_background(own, parent1, parent2):
        return NETHERLANDS
    if abroad(own):
        return own
    second_is_mother = sex2 == "V" and sex1 != "V"
    mother, other = (parent2, parent1) if second_is_mother else (parent1, parent2)
    return mother if abroad(mother) else other
