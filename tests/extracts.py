"""Small extracts by hand: rows as keyword arguments over a person nobody needs to think about."""

from __future__ import annotations

import csv
import gzip
import io
from datetime import date
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from internationals import register
from internationals.shapes import FileReport, ReadingPlan, Register

RESIDENT = {
    "persoon": "9000000001",
    "geboortedatum": "19800615",
    "geslacht": "V",
    "geboorteland": "6030",
    "geboorteland_ouder_1": "6030",
    "geboorteland_ouder_2": "6030",
    "geslacht_ouder_1": "V",
    "geslacht_ouder_2": "M",
    "nationaliteiten": "0001",
    "gemeente": "0546",
    "buurt": "05460800",
    "datum_vestiging_gemeente": "20100101",
    "datum_adres": "20150101",
    "land_vanwaar_gevestigd": "",
    "datum_vestiging_nederland": "",
    "verblijfstitel": "",
    "verblijfstitel_einde": "",
    "opschorting": "",
}
EVENT = {
    "persoon": "9000000001",
    "datum": "20210315",
    "soort": "vestiging",
    "gemeente_tegenpartij": "",
    "land_tegenpartij": "5002",
    "geboortedatum": "19800615",
    "geslacht": "V",
    "geboorteland": "5002",
    "nationaliteiten": "0057",
    "nationaliteiten_na": "",
    "buurt": "05460800",
}

Rows = list[dict[str, str]]


def resident(number: int = 1, **values: str) -> dict[str, str]:
    """A row of a stand: person `number`, with these columns different."""
    return RESIDENT | {"persoon": f"9{number:09}"} | values


def event(number: int = 1, **values: str) -> dict[str, str]:
    """A row of a mutation file: person `number`, with these columns different."""
    return EVENT | {"persoon": f"9{number:09}"} | values


def as_csv(rows: Rows, delimiter: str = ";", quoting: int = csv.QUOTE_MINIMAL, newline: str = "\n") -> str:
    """The text of a CSV file of these rows."""
    stream = io.StringIO()
    writer = csv.DictWriter(
        stream, list(rows[0]), delimiter=delimiter, quoting=quoting, lineterminator=newline
    )
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def put(path: Path, rows: Rows) -> Path:
    """Write rows in the format of the file's name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".parquet":
        pq.write_table(pa.table({name: [row[name] for row in rows] for name in rows[0]}), path)
    elif path.suffix == ".gz":
        path.write_bytes(gzip.compress(as_csv(rows).encode()))
    else:
        path.write_text(as_csv(rows), encoding="utf-8")
    return path


def plan(folder: Path, **changes: object) -> ReadingPlan:
    """A tolerant plan for one stand and one year of events in `folder`/extracts."""
    values: dict[str, object] = {
        "extracts": folder / "extracts",
        "municipality": "0546",
        "former_codes": (),
        "stand_dates": (date(2022, 1, 1),),
        "event_years": (),
        "columns": {},
        "leading_zeros": "refuse",
        "max_rejected_share": 1.0,
        "key": b"a key for tests",
        "quarantine": folder / "quarantine",
    }
    return ReadingPlan(**{**values, **changes})


def read(folder: Path, **changes: object) -> Register:
    """Read the extracts in a folder."""
    return register.read(ibis.duckdb.connect(), plan(folder, **changes))


def stand_of(folder: Path, rows: Rows, name: str = "stand_2022-01-01.csv", **changes: object) -> Register:
    """Write one stand and read it."""
    put(folder / "extracts" / name, rows)
    return read(folder, **changes)


def events_of(folder: Path, rows: Rows, **changes: object) -> FileReport:
    """Write one mutation file beside a stand and give the report on it."""
    put(folder / "extracts" / "stand_2022-01-01.csv", [resident(99)])
    put(folder / "extracts" / "mutaties_2021.csv", rows)
    return read(folder, event_years=(2021,), **changes).files[1]
