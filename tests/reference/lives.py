"""One invented person: what happens to them, and from that the rows of the extracts, by construction in
agreement with each other. Nothing here knows the definitions; only the layout of the two files.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

Row = dict[str, str]
Codes = tuple[str, ...]

Origins = list[tuple[str, str]]

COUNTERPARTS: Origins = [
    ("0518", ""),
    ("0548", ""),  # a municipality that no longer exists
    ("1999", ""),
    ("0000", ""),
    ("", "5002"),
    ("", "7046"),
    ("", "9049"),  # a country that no longer exists
    ("", "5107"),
    ("", "7011"),  # the Netherlands Antilles, that were
    ("", "9999"),
    ("", "6030"),  # nobody moves from the Netherlands to the Netherlands: which place is unknown
    ("", "0000"),
    ("", ""),
]
NEIGHBOURHOODS = ["05460000", "05460301", "05460800", "", "05460502"]


def digits(day: date) -> str:
    """A day as the register writes it: JJJJMMDD."""
    return day.strftime("%Y%m%d")


def blurred(day: date, random: Random) -> str:
    """The day, or now and then with its day, its month or all of it unknown."""
    text = digits(day)
    return random.choice([text] * 9 + [text[:6] + "00", text[:4] + "0000", "00000000"])


def some_end(day: date, random: Random) -> str:
    """An end date of a title that began on a day: none, unknown, or at the turn of a year."""
    year = day.year + random.choice([1, 1, 2])
    turn = [f"{year - 1}1231", f"{year}0101", f"{year}0000", f"{year}0100", f"{year - 1}1200"]
    return random.choice(["", "00000000", "19990231", digits(day + timedelta(days=1800)), *turn])


@dataclass(frozen=True)
class State:
    """What the register says of a person between two events."""

    present: bool = False
    codes: Codes = ()
    neighbourhood: str = ""
    settled: str = ""
    address_since: str = ""
    municipality: str = ""
    suspended: str = ""
    country_from: str = ""
    settled_nl: str = ""
    title: str = ""
    title_end: str = ""


@dataclass
class Life:
    """A person and the diary of what happens to them; every entry is on or after the day of the last."""

    person: str
    municipality: str
    random: Random
    birth: str = "19800615"
    sex: str = "V"
    birth_country: str = "5002"
    parents: tuple[str, str] = ("5002", "5002")
    parent_sexes: tuple[str, str] = ("V", "M")
    states: list[tuple[date, State]] = field(default_factory=list)
    events: list[tuple[date, Row]] = field(default_factory=list)

    @property
    def now(self) -> State:
        return self.states[-1][1] if self.states else State()

    def before(self, day: date) -> State:
        """The state before any event of that day."""
        earlier = [state for when, state in self.states if when < day]
        return earlier[-1] if earlier else State()

    # --- entries of the diary ---

    def lives_here_since(self, day: date, codes: Codes) -> None:
        """A resident from long before the first file, so without an event."""
        self._enter(day, codes)

    def arrives(self, day: date, codes: Codes | None = None, origins: Origins = COUNTERPARTS) -> None:
        codes = self.now.codes if codes is None else codes
        counterpart = self.random.choice(origins)
        self._enter(day, codes, country_from=counterpart[1])
        self._note(day, "vestiging", codes, counterpart=counterpart)

    def leaves(self, day: date) -> None:
        self._note(day, "vertrek", self.now.codes, counterpart=self.random.choice(COUNTERPARTS))
        self._turn(day, present=False)
        if self.random.random() < 0.3:
            # Who has gone can stay visible in later extracts, as somebody to be excluded.
            elsewhere, reason = self.random.choice([("1999", ""), ("0518", ""), ("", "E"), ("1999", "E")])
            self._turn(day, present=True, municipality=elsewhere or self.municipality, suspended=reason)

    def is_born(self, day: date, codes: Codes) -> None:
        self.birth = blurred(day, self.random)
        self.birth_country = "6030"
        self._enter(day, codes, settled=digits(day))
        self._note(day, "geboorte", codes)

    def dies(self, day: date) -> None:
        self._note(day, "overlijden", self.now.codes)
        self._turn(day, present=self.random.random() < 0.2, suspended="O")

    def moves(self, day: date) -> None:
        # Elsewhere than before: two moves on one day would otherwise be the same event twice.
        elsewhere = [place for place in NEIGHBOURHOODS if place != self.now.neighbourhood]
        self._turn(day, neighbourhood=self.random.choice(elsewhere), address_since=digits(day))
        self._note(day, "verhuizing", self.now.codes)

    def becomes(self, day: date, codes: Codes) -> None:
        """The set of nationalities changes."""
        gained = set(codes) - set(self.now.codes)
        kind = "nationaliteit_verkregen" if gained else "nationaliteit_verloren"
        self._note(day, kind, self.now.codes, after=codes)
        self._turn(day, codes=codes)

    def is_corrected_in(self, day: date, codes: Codes | None = None) -> None:
        codes = self.now.codes if codes is None else codes
        self._enter(day, codes)
        self._note(day, "correctie_bij", codes)

    def is_corrected_out(self, day: date) -> None:
        self._note(day, "correctie_af", self.now.codes)
        self._turn(day, present=False)

    # --- how an entry is kept ---

    def _enter(self, day: date, codes: Codes, settled: str = "", country_from: str = "") -> None:
        settled = settled or blurred(day, self.random)
        state = State(
            present=True,
            codes=codes,
            neighbourhood=self.random.choice(NEIGHBOURHOODS),
            settled=settled,
            address_since=self.random.choice([settled, digits(day)]),
            municipality=self.municipality,
            country_from=country_from,
            settled_nl=self.random.choice(["", settled]),
            title=self.random.choice(["", "26", "26", "27", "28", "33", "92", "92", "98"]),
            title_end=some_end(day, self.random),
        )
        self.states.append((day, state))

    def _turn(self, day: date, **changes: Any) -> None:
        self.states.append((day, replace(self.now, **changes)))

    def _note(
        self, day: date, kind: str, codes: Codes, after: Codes = (), counterpart: tuple[str, str] = ("", "")
    ) -> None:
        row = {
            "persoon": self.person,
            "datum": digits(day),
            "soort": kind,
            "gemeente_tegenpartij": counterpart[0],
            "land_tegenpartij": counterpart[1],
            "geboortedatum": self.birth,
            "geslacht": self.sex,
            "geboorteland": self.birth_country,
            "nationaliteiten": self._written(codes),
            "nationaliteiten_na": self._written(after),
            "buurt": self.now.neighbourhood,
            "jaar": str(day.year),
        }
        self.events.append((day, row))

    def _written(self, codes: Codes) -> str:
        return " ".join(self.random.sample(codes, len(codes)))

    # --- the rows of the files ---

    def stand_row(self, at: date) -> Row | None:
        """The person in the stand of a day; None when not in the register then."""
        state = self.before(at)
        if not state.present:
            return None
        return {
            "persoon": self.person,
            "geboortedatum": self.birth,
            "geslacht": self.sex,
            "geboorteland": self.birth_country,
            "geboorteland_ouder_1": self.parents[0],
            "geboorteland_ouder_2": self.parents[1],
            "geslacht_ouder_1": self.parent_sexes[0],
            "geslacht_ouder_2": self.parent_sexes[1],
            "nationaliteiten": self._written(state.codes),
            "gemeente": state.municipality,
            "buurt": state.neighbourhood,
            "datum_vestiging_gemeente": state.settled,
            "datum_adres": state.address_since,
            "land_vanwaar_gevestigd": state.country_from,
            "datum_vestiging_nederland": state.settled_nl,
            "verblijfstitel": state.title,
            "verblijfstitel_einde": state.title_end,
            "opschorting": state.suspended,
            "peildatum": self.random.choice([digits(at), at.isoformat()]),
        }
