"""The columns of an extract, and how a file's own names lead to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from internationals.register.privacy import shown
from internationals.shapes import ConfigError, DataError

_ALIKE = 0.85
"""From here on two names are taken for one name and a slip: a letter or two in ten."""


@dataclass(frozen=True)
class Column:
    """One column of the extract: its name, what it holds, and how many digits its code has (0: no code).

    `holds` is person, date, sex, country, nationalities, municipality, area, title, mark or kind.
    """

    name: str
    holds: str
    digits: int = 0
    optional: bool = False


STAND = (
    Column("persoon", "person"),
    Column("geboortedatum", "date"),
    Column("geslacht", "sex"),
    Column("geboorteland", "country", 4),
    Column("geboorteland_ouder_1", "country", 4),
    Column("geboorteland_ouder_2", "country", 4),
    Column("geslacht_ouder_1", "sex", optional=True),
    Column("geslacht_ouder_2", "sex", optional=True),
    Column("nationaliteiten", "nationalities", 4),
    Column("gemeente", "municipality", 4),
    Column("buurt", "area", 8),
    Column("datum_vestiging_gemeente", "date"),
    Column("datum_adres", "date"),
    Column("land_vanwaar_gevestigd", "country", 4, optional=True),
    Column("datum_vestiging_nederland", "date", optional=True),
    Column("verblijfstitel", "title", 2),
    Column("verblijfstitel_einde", "date", optional=True),
    Column("opschorting", "mark"),
    Column("peildatum", "date", optional=True),
)

EVENTS = (
    Column("persoon", "person"),
    Column("datum", "date"),
    Column("soort", "kind"),
    Column("gemeente_tegenpartij", "municipality", 4),
    Column("land_tegenpartij", "country", 4),
    Column("geboortedatum", "date"),
    Column("geslacht", "sex"),
    Column("geboorteland", "country", 4),
    Column("nationaliteiten", "nationalities", 4),
    Column("nationaliteiten_na", "nationalities", 4),
    Column("buurt", "area", 8),
    Column("jaar", "year", optional=True),
)


@dataclass(frozen=True)
class Matched:
    """Which of a file's columns is which of ours (position in the file), and which it has besides."""

    positions: Mapping[str, int]
    ignored: tuple[str, ...]


def match(file: str, header: Sequence[str], columns: Sequence[Column], names: Mapping[str, str]) -> Matched:
    """Find our columns in a file's header; `names` maps ours onto the supplier's.

    Raises DataError when a column that is not optional is missing, stands there twice, or has nearly the name of an
    optional one, ConfigError when `names` maps a column that we do not have.
    """
    strange = sorted(names.keys() - {column.name for column in (*STAND, *EVENTS)})
    if strange:
        raise ConfigError(
            f"municipality.yml, 'register: columns:': we have no column '{strange[0]}'. "
            "On the left stands our name, on the right the supplier's."
        )
    own = {name.strip().lower(): position for position, name in reversed(list(enumerate(header)))}
    positions: dict[str, int] = {}
    missing = []
    for column in columns:
        wanted = names.get(column.name, column.name).strip().lower()
        if [name.strip().lower() for name in header].count(wanted) > 1:
            raise DataError(
                f"{file}: the column '{shown(wanted)}' stands in the header more than once. Leave one of them out."
            )
        if wanted in own:
            positions[column.name] = own[wanted]
        elif not column.optional:
            missing.append(wanted)
    if missing:
        # Where not one of ours is found, the first row may be a person's, and is not repeated here.
        named = positions or any(column.name in own for column in (*STAND, *EVENTS))
        found = ", ".join(shown(name) for name in header[:40]) if named else "no column that we know"
        raise DataError(
            f"{file}, row 1: missing column(s): {', '.join(missing)}. Found in the header: {found}. "
            "Add them to the extract, or map the supplier's names onto ours under 'register: columns:' "
            "in municipality.yml."
        )
    used = set(positions.values())
    others = [name for position, name in enumerate(header) if position not in used and name.strip()]
    absent = [names.get(column.name, column.name) for column in columns if column.name not in positions]
    _refuse_misspelt(file, others, absent)
    return Matched(positions, tuple(map(shown, others)))


def _refuse_misspelt(file: str, others: Sequence[str], absent: Sequence[str]) -> None:
    """An optional column under a wrong name would be left out without a word, and change what is counted."""
    for name in others:
        for wanted in absent:
            if SequenceMatcher(None, name.strip().lower(), wanted.strip().lower()).ratio() >= _ALIKE:
                raise DataError(
                    f"{file}, row 1: there is a column '{shown(name)}' that we do not know, and none "
                    f"'{wanted}'. Write the name as it should be, map the supplier's name onto ours under "
                    "'register: columns:' in municipality.yml, or leave the column out."
                )
