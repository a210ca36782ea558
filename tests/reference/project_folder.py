"""A municipality's project folder around generated extracts, and its tables through the command line."""

import contextlib
import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from internationals import cli
from tests.reference.registers import Register

Key = tuple[tuple[str, str], ...]

MUNICIPALITY = """\
code: GM{code}
name: {{nl: Leiden, en: Leiden}}
publisher: Gemeente Leiden
contact: onderzoek@example.org
invented: true
former_codes: [{former_codes}]
register: {{max_rejected_share: 1.0}}
"""
EDITION = """\
reference_date: {reference_date}
years: {{stands: {stands}, events: {events}}}
extracted: {extracted}
"""


@dataclass(frozen=True)
class Outcome:
    """What a command came to: its exit code, all that it said, and its tables when it succeeded."""

    exit_code: int
    said: str
    tables: dict[str, dict[Key, int]]


def write_project(
    folder: Path,
    *,
    stands: Iterable[int],
    events: Iterable[int],
    municipality: str = "0546",
    former_codes: Iterable[str] = (),
) -> Path:
    """A project folder with the edition `now`; returns the folder for its extracts."""
    stands = sorted(stands)
    (folder / "municipality.yml").write_text(
        MUNICIPALITY.format(
            code=municipality, former_codes=", ".join(f"'{code}'" for code in sorted(former_codes))
        ),
        encoding="utf-8",
    )
    (folder / "editions").mkdir()
    (folder / "editions" / "now.yml").write_text(
        EDITION.format(
            reference_date=date(stands[-1], 1, 1),
            stands=stands,
            events=sorted(events),
            extracted=date(stands[-1], 2, 1),
        ),
        encoding="utf-8",
    )
    (folder / "extracts").mkdir()
    return folder / "extracts"


def write_register(folder: Path, register: Register) -> None:
    """A project folder with the files of this register."""
    extracts = write_project(
        folder,
        stands=[at.year for at in register.stands],
        events=register.events,
        municipality=register.municipality,
        former_codes=register.former_codes,
    )
    register.write(extracts)


def counts(folder: Path) -> Outcome:
    """`internationals counts` of the edition `now`."""
    target = folder / "counts.csv"
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = cli.run(["counts", str(folder), "--edition", "now", "--out", str(target)])
    return Outcome(code, said.getvalue(), _tables(target) if code == 0 else {})


def _tables(path: Path) -> dict[str, dict[Key, int]]:
    """The tables of a counts file; a cell of zero is left out, as one that is not listed."""
    tables: dict[str, dict[Key, int]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            table = tables.setdefault(row["table"], {})
            pairs = [pair.partition("=") for pair in row["dimensions"].split(";")]
            key = tuple(sorted((dimension, code) for dimension, _, code in pairs))
            if key in table:
                raise AssertionError(f"{row['table']} lists {key} twice")
            if int(row["value"]):
                table[key] = int(row["value"])
    return tables
