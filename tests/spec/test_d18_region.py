"""D18: which municipalities make up a region."""

from internationals.definitions.codes import municipalities
from internationals.definitions.regions import region_of, regions
from tests.spec.spec_table import Examples

REGION = Examples(
    "D18",
    "In which region does a municipality lie?",
    ("municipality",),
    (
        ("Leiden itself", "0546", "071"),
        ("Katwijk", "0537", "071"),
        ("Zoeterwoude", "0638", "071"),
        ("The Hague is in no list", "0518", None),
        ("An unknown code", "9998", None),
    ),
)


@REGION.run
def test_region(municipality, expected):
    assert region_of(municipality) == expected


def test_region_071_is_the_six_municipalities_of_the_report():
    names = {municipalities()[code].name for code in regions()["071"]}
    assert names == {"Katwijk", "Leiden", "Leiderdorp", "Oegstgeest", "Voorschoten", "Zoeterwoude"}
