"""D13: international children."""

from internationals.definitions.ages import AGE_GROUPS
from internationals.definitions.children import ALL_CHILDREN, CHILD_CODES, born_here, child_groups
from internationals.definitions.nationality import is_dutch, parse
from tests.spec.spec_table import Examples

CHILD = Examples(
    "D13",
    "In which groups does someone count as an international child?",
    ("nationalities", "years"),
    (
        ("An Italian new-born", "0064", 0, ("0-3", "0-17")),
        ("Three years", "0064", 3, ("0-3", "0-17")),
        ("Four years", "0064", 4, ("4-11", "0-17")),
        ("Eleven years", "0064", 11, ("4-11", "0-17")),
        ("Twelve years", "0064", 12, ("12-17", "0-17")),
        ("The last year of childhood", "0064", 17, ("12-17", "0-17")),
        ("Come of age", "0064", 18, ()),
        ("With a Dutch parent, and so Dutch too", "0001 0064", 5, ()),
        ("A stateless child", "0499", 5, ("4-11", "0-17")),
        ("A child of unknown nationality", "", 5, ("4-11", "0-17")),
        ("Of unknown age: nobody knows that it is a child", "0064", None, ()),
    ),
)

BORN = Examples(
    "D13",
    "Was the child born here?",
    ("country_of_birth",),
    (
        ("In the Netherlands", "6030", True),
        ("In Italy", "7044", False),
        ("On Curaçao", "5107", False),
        ("Nobody knows where", "0000", False),
    ),
)


@CHILD.run
def test_children(nationalities, years, expected):
    assert child_groups(not is_dutch(parse(nationalities)), years) == expected


@BORN.run
def test_born_here(country_of_birth, expected):
    assert born_here(country_of_birth) is expected


def test_the_groups_of_children_are_the_age_groups_below_eighteen_and_their_union():
    minors = [group.code for group in AGE_GROUPS if group.highest is not None and group.highest < 18]
    assert list(CHILD_CODES) == [*minors, ALL_CHILDREN]
