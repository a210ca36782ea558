"""D4: the one nationality under which an international is counted."""

from datetime import date
from itertools import combinations, pairwise

import pytest

from internationals.definitions.codes import nationalities as table
from internationals.definitions.nationality import change_dates, decide, order_class, parse
from tests.spec.spec_table import Examples

DAY = date(2022, 1, 1)
BEFORE, AFTER = date(2020, 1, 31), date(2020, 2, 1)

DECIDED = Examples(
    "D4",
    "Under which nationality does someone count?",
    ("nationalities", "at"),
    (
        ("A single nationality decides itself", "0064", DAY, "0064"),
        ("Dutch goes before everything", "0052 0001", DAY, "0001"),
        ("Benelux goes before the European Union", "0055 0052", DAY, "0052"),
        ("Luxembourgish goes before German, though its code is higher", "0055 0067", DAY, "0067"),
        ("The European Union goes before other Europe", "0077 0050", DAY, "0077"),
        ("Other Europe goes before other", "0223 0454", DAY, "0454"),
        ("Cyprus is in the European Union", "0050 0308", DAY, "0308"),
        ("Turkish is not European here", "0339 0454", DAY, "0454"),
        ("Within a class the lowest code decides", "0064 0055", DAY, "0055"),
        ("The order in the register means nothing", "0055 0064", DAY, "0055"),
        ("Stateless alone", "0499", DAY, "0499"),
        ("Unknown and stateless is stateless", "0000 0499", DAY, "0499"),
        ("Unknown alone", "0000", DAY, "0000"),
        ("Nothing registered", "", DAY, "0000"),
        ("Established non-Dutch is unknown", "0500", DAY, "0000"),
        ("A British subject is British", "0083", DAY, "0060"),
        ("A British overseas citizen is British", "0085", DAY, "0060"),
        ("A citizen of the dependent territories is British", "0429", DAY, "0060"),
        ("A British National (Overseas) is British", "0450", DAY, "0060"),
        ("Group before class: British (overseas) is code 0060, so before Swiss", "0081 0450", DAY, "0060"),
        ("A United States national stays apart from American", "0437", DAY, "0437"),
        ("Of American and United States national the lowest code", "0437 0223", DAY, "0223"),
        ("Taiwanese stays apart from Chinese", "0310", DAY, "0310"),
        ("An ended state of Europe is other Europe", "0065 0131", DAY, "0065"),
        ("Soviet is other Europe", "0075 0030", DAY, "0075"),
        ("British and Italian on the last day of membership", "0060 0064", BEFORE, "0060"),
        ("British and Italian on the day after", "0060 0064", AFTER, "0064"),
        ("British and Albanian on the last day of membership", "0050 0060", BEFORE, "0060"),
        ("British and Albanian on the day after: both other Europe", "0050 0060", AFTER, "0050"),
        ("Croatian and Bosnian the day before accession", "0043 0029", date(2013, 6, 30), "0029"),
        ("Croatian and Bosnian on accession", "0043 0029", date(2013, 7, 1), "0043"),
        ("Polish and Albanian the day before accession", "0072 0050", date(2004, 4, 30), "0050"),
        ("Polish and Albanian on accession", "0072 0050", date(2004, 5, 1), "0072"),
    ),
)

CLASSES = Examples(
    "D4",
    "In which class does a nationality stand?",
    ("code", "at"),
    (
        ("Belgian: Benelux", "0052", DAY, 1),
        ("German: European Union", "0055", DAY, 2),
        ("British until leaving: European Union", "0060", BEFORE, 2),
        ("British since: other Europe", "0060", AFTER, 3),
        ("British overseas citizen follows its group", "0085", BEFORE, 2),
        ("Norwegian: other Europe", "0070", DAY, 3),
        ("Russian: other Europe", "0041", DAY, 3),
        ("East German: other Europe, though Germany is in the Union", "0082", DAY, 3),
        ("Armenian: other", "0040", DAY, 4),
        ("Turkish: other", "0339", DAY, 4),
        ("Stateless: last", "0499", DAY, 5),
        ("Unknown: last", "0000", DAY, 5),
    ),
)


@DECIDED.run
def test_the_nationality_that_counts(nationalities, at, expected):
    assert decide(parse(nationalities), at) == expected


@CLASSES.run
def test_the_class_of_a_nationality(code, at, expected):
    assert order_class(code, at) == expected


@pytest.mark.parametrize("codes", [{"0500"}, {"0000"}, {"0000", "0500"}, set()])
def test_codes_that_say_nothing_are_unknown_without_parsing_too(codes):
    assert decide(frozenset(codes), DAY) == "0000"


def test_treated_as_dutch_is_dutch_without_parsing_too():
    assert decide(frozenset({"0002", "0055"}), DAY) == "0001"


def test_the_dates_of_change_lie_after_the_first_and_up_to_the_last():
    croatia, brexit = date(2013, 7, 1), date(2020, 2, 1)
    assert change_dates(date(2012, 1, 1), date(2023, 1, 1)) == (croatia, brexit)
    assert change_dates(croatia, brexit) == (brexit,)
    assert change_dates(date(2013, 6, 30), date(2020, 1, 31)) == (croatia,)
    assert change_dates(brexit, date(2023, 1, 1)) == ()


def test_between_the_dates_of_change_no_pair_is_decided_otherwise():
    # One member of every class that ever occurs, and the countries that change class.
    codes = ("0052", "0055", "0060", "0450", "0043", "0050", "0029", "0131", "0223", "0499")
    changes = (date(2012, 1, 1), *change_dates(date(2012, 1, 1), date(2023, 1, 1)), date(2023, 1, 1))
    for start, end in pairwise(changes):
        last = date.fromordinal(end.toordinal() - 1)
        for pair in combinations(codes, 2):
            assert decide(parse(" ".join(pair)), start) == decide(parse(" ".join(pair)), last)


def test_every_nationality_that_counts_alone_counts_as_its_group():
    for code, nationality in table().items():
        alone = {"0002": "0001", "0500": "0000"}.get(code, nationality.group)
        assert decide(parse(code), DAY) == alone
