"""Writing tables of text as extract files: the same table always gives the same bytes."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from internationals.shapes import ConfigError

FORMATS = ("parquet", "csv", "csv.gz")
ROWS_PER_GROUP = 20_000
LABEL = "INVENTED.txt"

LABEL_TEXT = """\
VERZONNEN GEGEVENS
De bestanden in deze map beschrijven verzonnen mensen. Zij zijn door een programma bedacht, met een vast
beginpunt voor het toeval; geen rij gaat over iemand die bestaat of bestaan heeft, en elke gelijkenis is
toeval. Alleen de namen en codes van buurten, landen, gemeenten en nationaliteiten zijn echt, en de
totalen lijken op cijfers die over Leiden zijn gepubliceerd. Gebruik deze bestanden alleen om het
programma te proberen of te toetsen.

INVENTED DATA
The files in this folder describe invented people. A program made them up from a fixed random seed; no row
is about anyone who lives or has lived, and any likeness is chance. Only the names and codes of
neighbourhoods, countries, municipalities and nationalities are real, and the totals resemble figures that
have been published about Leiden. Use these files only to try out or to test the program.
"""


def prepare(folder: Path, file_format: str) -> Path:
    """Make `folder/extracts`, empty of an earlier invented register, and label it.

    Raises ConfigError for an unknown format, and when extracts lie there that are not labelled as invented.
    """
    if file_format not in FORMATS:
        raise ConfigError(f"The demo cannot write {file_format!r}; it writes {', '.join(FORMATS)}.")
    extracts = folder / "extracts"
    found = sorted(path for pattern in ("stand_*", "mutaties_*") for path in extracts.glob(pattern))
    if found and not (extracts / LABEL).exists():
        raise ConfigError(
            f"{found[0]} may be a real extract: the folder has no {LABEL}. "
            "The demo overwrites only what it has written itself; choose another folder."
        )
    extracts.mkdir(parents=True, exist_ok=True)
    (extracts / LABEL).write_text(LABEL_TEXT, encoding="utf-8", newline="\n")
    for path in found:
        path.unlink()
    return extracts


def write(table: pa.Table, path: Path, file_format: str) -> None:
    """Write the table at `path` plus the ending of the format; `;` and UTF-8 without BOM in CSV."""
    target = path.with_name(f"{path.name}.{file_format}")
    if file_format == "parquet":
        pyarrow.parquet.write_table(
            table,
            target,
            compression="zstd",
            row_group_size=ROWS_PER_GROUP,
            store_schema=False,
            use_dictionary=[name for name in table.column_names if name != "persoon"],
        )
        return
    options = pyarrow.csv.WriteOptions(delimiter=";", quoting_style="none")
    if file_format == "csv":
        pyarrow.csv.write_csv(table, target, write_options=options)
        return
    text = io.BytesIO()
    pyarrow.csv.write_csv(table, text, write_options=options)
    with target.open("wb") as file, gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
        packed.write(text.getbuffer())
