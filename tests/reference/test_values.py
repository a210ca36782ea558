"""The reference on single values: nationalities, background, origin and dates."""

from datetime import date

import pytest

from tests.reference import background, dates
from tests.reference.nationality import counts_as, is_dutch, is_international, nationalities

SUMMER_2022 = date(2022, 7, 1)


@pytest.mark.parametrize(
    ("sentence", "written", "day", "expected"),
    [
        ("an Italian", "0064", SUMMER_2022, "0064"),
        ("Dutch beside Italian is Dutch", "0064 0001", SUMMER_2022, "0001"),
        ("treated as Dutch is Dutch", "0002", SUMMER_2022, "0001"),
        ("nothing filled in is unknown", "", SUMMER_2022, "0000"),
        ("unknown", "0000", SUMMER_2022, "0000"),
        ("established non-Dutch is unknown", "0500", SUMMER_2022, "0000"),
        ("unknown beside Italian says nothing", "0000 0064", SUMMER_2022, "0064"),
        ("established non-Dutch beside Italian says nothing", "0500 0064", SUMMER_2022, "0064"),
        ("stateless", "0499", SUMMER_2022, "0499"),
        ("stateless gives way to Turkish", "0499 0339", SUMMER_2022, "0339"),
        ("unknown and stateless is stateless", "0000 0499", SUMMER_2022, "0499"),
        ("Benelux before the rest of the EU, whatever the codes", "0067 0055", SUMMER_2022, "0067"),
        ("two of the Benelux: the lower code", "0067 0052", SUMMER_2022, "0052"),
        ("the EU before other Europe", "0072 0034", SUMMER_2022, "0072"),
        ("Europe before the rest of the world", "0081 0027 0223", SUMMER_2022, "0027"),
        ("other Europe before the rest of the world", "0223 0081", SUMMER_2022, "0081"),
        ("Turkish is not European here", "0041 0339", SUMMER_2022, "0041"),
        ("every British passport counts as British", "0450", SUMMER_2022, "0060"),
        ("group first: British (overseas) is European, Chinese is not", "0450 0307", SUMMER_2022, "0060"),
        ("American national is not American citizen", "0437", SUMMER_2022, "0437"),
        ("British and Albanian on the last day in the EU", "0060 0050", date(2020, 1, 31), "0060"),
        ("British and Albanian on the first day outside it", "0060 0050", date(2020, 2, 1), "0050"),
        ("Croatian and Russian on the last day outside the EU", "0043 0041", date(2013, 6, 30), "0041"),
        ("Croatian and Russian on the first day in it", "0043 0041", date(2013, 7, 1), "0043"),
    ],
)
def test_the_one_nationality_of_a_person(sentence: str, written: str, day: date, expected: str) -> None:
    assert counts_as(nationalities(written), day) == expected, sentence


@pytest.mark.parametrize("written", ["", "0000", "0499", "0500", "0064", "0060 0223"])
def test_whoever_is_not_dutch_is_international(written: str) -> None:
    assert is_international(nationalities(written))
    assert not is_dutch(nationalities(written))


NL, IT, IN, UNKNOWN = "6030", "7044", "7046", "0000"


@pytest.mark.parametrize(
    ("sentence", "born", "first", "second", "expected"),
    [
        ("two parents born here: none, even if born abroad", IT, NL, NL, False),
        ("one parent born abroad", NL, NL, IT, True),
        ("one unknown, the other born here: none", IT, UNKNOWN, NL, False),
        ("one unknown, the other born abroad", NL, UNKNOWN, IT, True),
        ("both unknown, born abroad", IT, UNKNOWN, UNKNOWN, True),
        ("both unknown, born here", NL, UNKNOWN, UNKNOWN, False),
        ("nothing known", UNKNOWN, UNKNOWN, UNKNOWN, False),
        ("the Netherlands Indies were outside", NL, "9030", NL, True),
        ("Curaçao is outside", NL, NL, "5107", True),
        ("international waters say nothing", NL, "9999", NL, False),
        ("nor about oneself", "9999", UNKNOWN, "9999", False),
    ],
)
def test_migration_background(sentence: str, born: str, first: str, second: str, expected: bool) -> None:
    assert background.has_background(born, first, second) is expected, sentence


@pytest.mark.parametrize("text", ["", "0000", "9876", "it"])
def test_a_country_that_says_nothing_is_unknown(text: str) -> None:
    assert background.birth_country(text) == UNKNOWN


@pytest.mark.parametrize(
    ("sentence", "born", "first", "second", "sexes", "expected"),
    [
        ("without background: the Netherlands", IT, NL, NL, ("M", "V"), NL),
        ("born abroad: there", IN, IT, NL, ("M", "V"), IN),
        ("born here: where the mother was born", NL, IT, IN, ("M", "V"), IN),
        ("unless she was born here: the other parent", NL, IT, NL, ("M", "V"), IT),
        ("or nobody knows where", NL, IT, UNKNOWN, ("M", "V"), IT),
        ("two mothers: parent 1", NL, IT, IN, ("V", "V"), IT),
        ("two fathers: parent 1", NL, IT, IN, ("M", "M"), IT),
        ("parents of unknown sex: parent 1", NL, IT, IN, ("", ""), IT),
        ("unknown birthplace: as if born here", UNKNOWN, IT, IN, ("M", "V"), IN),
    ],
)
def test_origin(
    sentence: str, born: str, first: str, second: str, sexes: tuple[str, str], expected: str
) -> None:
    assert background.origin(born, first, second, *sexes) == expected, sentence


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("20200229", date(2020, 2, 29)),
        ("20200500", date(2020, 5, 1)),
        ("20200000", date(2020, 1, 1)),
        ("00000000", None),
        ("", None),
    ],
)
def test_a_partial_date_is_compared_by_its_earliest_day(written: str, expected: date | None) -> None:
    assert dates.earliest(written) == expected


@pytest.mark.parametrize(
    "written", ["20201301", "20210229", "20200431", "2020", "2020-1-1", "2O200101", "²0200101"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    assert dates.parts(written) is None
    assert dates.complete(written) is None
