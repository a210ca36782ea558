"""D1: who is a resident."""

from internationals.definitions.residents import exclusion, is_resident_row
from tests.spec.spec_table import Examples

OWN = ("0546",)

EXCLUSION = Examples(
    "D1",
    "Why is a registered person no resident of Leiden?",
    ("municipality", "suspension", "own"),
    (
        ("Someone registered in Leiden is a resident", "0546", "", OWN, None),
        ("Someone in the register of non-residents is none", "1999", "", OWN, "non_resident"),
        ("A suspended non-resident is left out as a non-resident", "1999", "E", OWN, "non_resident"),
        ("Someone registered in Leiderdorp is none", "0547", "", OWN, "other_municipality"),
        ("A suspended record elsewhere is left out as elsewhere", "0547", "O", OWN, "other_municipality"),
        ("A record suspended by death is no resident's", "0546", "O", OWN, "suspended"),
        ("A record suspended by emigration is no resident's", "0546", "E", OWN, "suspended"),
        ("A record suspended by an error is no resident's", "0546", "F", OWN, "suspended"),
        ("An unknown municipality is not the own one", "0000", "", OWN, "other_municipality"),
        ("A municipality merged into the own one is the own one", "0009", "", ("0014", "0009"), None),
        ("The same code is another municipality elsewhere", "0009", "", OWN, "other_municipality"),
    ),
)


@EXCLUSION.run
def test_the_first_reason_for_exclusion(municipality, suspension, own, expected):
    assert exclusion(municipality, suspension, own) == expected
    assert is_resident_row(municipality, suspension, own) is (expected is None)
