"""Hypothesis strategies for small registers that live: some years of a municipality of a few dozen people,
with every awkward case, some faults, and each file in another supplier's dialect.

    @given(registers())
    def test_...(register): register.write(folder); reference.read(folder, **register.asked)
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.reference import dialects, faults, files
from tests.reference.dialects import Dialect
from tests.reference.lives import Life, Row
from tests.reference.stories import STORIES, Story, tell

MUNICIPALITY = "0546"


@dataclass(frozen=True)
class Register:
    """The rows of every extract file of a municipality, and the dialect in which each is written."""

    years: range
    stands: dict[date, list[Row]]
    events: dict[int, list[Row]]
    dialects: dict[str, Dialect] = field(default_factory=dict)
    municipality: str = MUNICIPALITY
    former_codes: tuple[str, ...] = ()

    @property
    def asked(self) -> dict[str, Any]:
        """What `reference.read` has to be told about this register."""
        return {
            "municipality": self.municipality,
            "former_codes": self.former_codes,
            "reference_dates": list(self.stands),
            "years": list(self.events),
        }

    def write(self, folder: Path) -> None:
        """Write every extract file into the folder, which must exist."""
        for at, rows in self.stands.items():
            name = f"stand_{at.isoformat()}"
            columns = files.STAND_COLUMNS + files.STAND_OPTIONAL
            dialects.write(rows, columns, folder, name, self.dialects.get(name, Dialect()))
        for year, rows in self.events.items():
            name = f"mutaties_{year}"
            columns = files.EVENT_COLUMNS + files.EVENT_OPTIONAL
            dialects.write(rows, columns, folder, name, self.dialects.get(name, Dialect()))

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What Hypothesis prints of a failing example: not every row."""
        printer.text(repr(self))

    def __repr__(self) -> str:
        stands = ", ".join(f"{at}: {len(rows)} rows" for at, rows in self.stands.items())
        events = ", ".join(f"{year}: {len(rows)} rows" for year, rows in self.events.items())
        return f"Register({stands}; {events}; formerly {self.former_codes})"


def register_of(lives: list[Life], years: range, shuffle: Random | None = None, **more: Any) -> Register:
    """The files that describe these lives: consistent by construction."""
    stands = {}
    for year in range(years.start, years.stop + 1):
        at = date(year, 1, 1)
        rows = [row for life in lives if (row := life.stand_row(at))]
        stands[at] = shuffle.sample(rows, len(rows)) if shuffle else rows
    events = {year: _mixed(lives, year, shuffle) for year in years}
    return Register(years, stands, events, **more)


def _mixed(lives: list[Life], year: int, shuffle: Random | None) -> list[Row]:
    """The events of a year, days and persons mixed; only one person's events of one day keep their order."""
    days: dict[tuple[str, date], list[Row]] = {}
    for life in lives:
        for day, row in life.events:
            if day.year == year:
                days.setdefault((life.person, day), []).append(row)
    groups = list(days.values())
    if shuffle:
        shuffle.shuffle(groups)
    return [row for group in groups for row in group]


seeds = st.integers(min_value=0, max_value=2**32 - 1)

written_forms: st.SearchStrategy[Dialect] = st.builds(
    Dialect,
    ending=st.sampled_from([".csv", ".csv", ".csv.gz", ".parquet"]),
    delimiter=st.sampled_from([";", ","]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
    newline=st.sampled_from(["\n", "\r\n"]),
    quote_all=st.booleans(),
    newline_at_end=st.booleans(),
    shuffled=st.booleans(),
    extra_columns=st.booleans(),
    spaces=st.booleans(),
    without_optional=st.booleans(),
    nulls=st.booleans(),
    seed=seeds,
)

periods = st.sampled_from([range(2019, 2021), range(2018, 2021), range(2013, 2015), range(2012, 2015)])


@st.composite
def lives(draw: st.DrawFn, years: range, fewest: int, most: int) -> list[Life]:
    """People with a story each; shrinks towards fewer people and plainer stories."""
    told: list[tuple[Story, int]] = draw(
        st.lists(st.tuples(st.sampled_from(STORIES), seeds), min_size=fewest, max_size=most)
    )
    return [
        tell(story, f"9{number:09d}", MUNICIPALITY, years, seed) for number, (story, seed) in enumerate(told)
    ]


@st.composite
def registers(
    draw: st.DrawFn, *, fewest: int = 20, most: int = 60, with_faults: bool = True, former: bool = True
) -> Register:
    """A register with everything in it. Without faults, every row is used or excluded and balances close."""
    years = draw(periods)
    register = register_of(draw(lives(years, fewest, most)), years, Random(draw(seeds)))
    names = [f"stand_{at.isoformat()}" for at in register.stands] + [f"mutaties_{year}" for year in years]
    register.dialects.update({name: draw(written_forms) for name in names})
    if with_faults:
        for at, rows in register.stands.items():
            _spoil(draw, rows, faults.STAND_FAULTS, at.isoformat())
        for year, rows in register.events.items():
            _spoil(draw, rows, faults.EVENT_FAULTS, str(year))
    if former and draw(st.booleans()):
        return _merged(register, Random(draw(seeds)))
    return register


def _spoil(draw: st.DrawFn, rows: list[Row], possible: list[faults.Fault], moment: str) -> None:
    for fault, seed in draw(st.lists(st.tuples(st.sampled_from(possible), seeds), max_size=6)):
        if rows:
            random = Random(seed)
            fault(rows, random.randrange(len(rows)), random, moment)


def _merged(register: Register, random: Random) -> Register:
    """The same people in a municipality that took over its neighbour, whose code still stands in old rows."""
    for rows in register.stands.values():
        for place, row in enumerate(rows):
            if row["gemeente"] == MUNICIPALITY and random.random() < 0.3:
                rows[place] = {**row, "gemeente": "0547"}
    return Register(
        register.years, register.stands, register.events, register.dialects, former_codes=("0547",)
    )
