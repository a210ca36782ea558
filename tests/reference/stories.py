"""What can happen to a person: every awkward case of the register as a short story with invented dates."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.reference.chances import (
    BIRTH_COUNTRIES,
    DUTCH,
    MOVED_BY_THE_RULE,
    NATIONALITIES,
    RETURNS_FROM,
    a_birthday,
    some_day,
)
from tests.reference.lives import Codes, Life, blurred, digits

Story = Callable[[Life, Random, range], None]


def long_ago(random: Random, years: range) -> date:
    """A day before the first file."""
    return date(years[0], 1, 1) - timedelta(days=random.choice([1, 2, 365, 366, 1000, 1095, 1096, 4000]))


def at_home(life: Life, random: Random, years: range, codes: Codes | None = None) -> None:
    """The usual beginning: somebody who lives here since long."""
    life.lives_here_since(long_ago(random, years), random.choice(NATIONALITIES) if codes is None else codes)


def stays(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)


def is_moved_by_the_rule(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years, random.choice(MOVED_BY_THE_RULE))
    ending = random.choice([life.leaves, life.moves, life.dies, life.is_corrected_out, None])
    if ending:
        ending(some_day(random, years))


def is_moved_while_away(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years, random.choice(MOVED_BY_THE_RULE))
    away = some_day(random, years)
    life.leaves(away)
    life.arrives(away + timedelta(days=random.choice([1, 30, 31, 200])))


def arrives(life: Life, random: Random, years: range) -> None:
    life.arrives(some_day(random, years), random.choice(NATIONALITIES + MOVED_BY_THE_RULE))


def returns(life: Life, random: Random, years: range) -> None:
    """A Dutch person who comes from abroad, or at least from elsewhere."""
    life.arrives(some_day(random, years), random.choice([DUTCH, DUTCH, ("0001", "0064")]), RETURNS_FROM)


def leaves(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    life.leaves(some_day(random, years))


def arrives_and_leaves(life: Life, random: Random, years: range) -> None:
    arrived = some_day(random, years)
    life.arrives(arrived, random.choice(NATIONALITIES))
    life.leaves(arrived + timedelta(days=random.choice([0, 1, 30, 365])))


def goes_out_and_back(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    for _ in range(random.choice([1, 1, 2, 3])):
        away = some_day(random, years, after=life.states[-1][0])
        life.leaves(away)
        life.arrives(away + timedelta(days=random.choice([0, 1, 29, 30, 31, 60])))
        if life.states[-1][0] > date(years[-1], 12, 1):
            return


def is_back_after_new_year(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    new_year = date(random.choice(years) + 1, 1, 1)
    life.leaves(new_year - timedelta(days=random.choice([1, 10])))
    life.arrives(new_year + timedelta(days=random.choice([0, 5])))


def is_back_with_other_nationality(life: Life, random: Random, years: range) -> None:
    before, after = random.sample([("0064",), DUTCH, ("0055",), ("0001", "0055")], 2)
    at_home(life, random, years, before)
    away = some_day(random, years)
    life.leaves(away)
    life.arrives(away + timedelta(days=random.choice([0, 30, 31])), after)


def is_corrected_back(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    away = some_day(random, years)
    life.leaves(away)
    life.is_corrected_in(away + timedelta(days=3))
    life.leaves(away + timedelta(days=5))
    life.arrives(away + timedelta(days=random.choice([5, 20, 40])))


def is_born(life: Life, random: Random, years: range) -> None:
    life.is_born(some_day(random, years), random.choice(NATIONALITIES))


def is_born_and_dies(life: Life, random: Random, years: range) -> None:
    born = some_day(random, years)
    life.is_born(born, random.choice(NATIONALITIES))
    life.dies(born + timedelta(days=random.choice([0, 1, 90])))


def dies(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    life.dies(some_day(random, years))


def moves(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years)
    for _ in range(random.choice([1, 2])):
        life.moves(some_day(random, years, after=max(life.states[-1][0], date(years[0], 1, 1))))


def becomes_another(life: Life, random: Random, years: range) -> None:
    before = random.choice(NATIONALITIES + MOVED_BY_THE_RULE)
    after = random.choice([codes for codes in NATIONALITIES if set(codes) != set(before)])
    at_home(life, random, years, before)
    life.becomes(some_day(random, years), after)


def naturalises_on_new_years_day(life: Life, random: Random, years: range) -> None:
    at_home(life, random, years, ("0336",))
    life.becomes(date(random.choice(years), 1, 1), DUTCH)


def has_it_all_in_one_day(life: Life, random: Random, years: range) -> None:
    day = some_day(random, years)
    life.arrives(day, ("0064",))
    life.becomes(day, ("0064", "0055"))
    life.moves(day)
    life.leaves(day)
    life.arrives(day)
    if random.random() < 0.5:
        life.becomes(some_day(random, years, after=day), DUTCH)
    if random.random() < 0.5:
        life.is_corrected_out(some_day(random, years, after=life.states[-1][0]))


def is_corrected_in_and_out(life: Life, random: Random, years: range) -> None:
    day = some_day(random, years)
    life.is_corrected_in(day, random.choice(NATIONALITIES + MOVED_BY_THE_RULE))
    if random.random() < 0.5:
        life.is_corrected_out(day + timedelta(days=random.choice([0, 1, 100])))


STORIES: list[Story] = [
    stays,
    arrives,
    returns,
    leaves,
    moves,
    dies,
    is_born,
    is_born_and_dies,
    arrives_and_leaves,
    becomes_another,
    naturalises_on_new_years_day,
    goes_out_and_back,
    is_back_after_new_year,
    is_back_with_other_nationality,
    is_corrected_back,
    is_corrected_in_and_out,
    is_moved_by_the_rule,
    is_moved_while_away,
    has_it_all_in_one_day,
]


def tell(story: Story, person: str, municipality: str, years: range, seed: int) -> Life:
    """The life of one person: who they are from the seed, what happens to them from the story."""
    random = Random(seed)
    born = a_birthday(random, years)
    life = Life(
        person=person,
        municipality=municipality,
        random=random,
        birth=random.choice(["19960229", "00000000", blurred(born, random), digits(born)]),
        sex=random.choice("MMMVVVO"),
        birth_country=random.choice(BIRTH_COUNTRIES),
        parents=(random.choice(BIRTH_COUNTRIES), random.choice(BIRTH_COUNTRIES)),
        parent_sexes=random.choice([("V", "M"), ("M", "V"), ("V", "V"), ("M", "M"), ("", ""), ("O", "V")]),
    )
    story(life, random, years)
    return life
