"""`reference/open-data.md`: the files of the open data, with statuses and licences from the modules that write them."""

from __future__ import annotations

from collections.abc import Iterator

from generators.markdown import code, joined, table, written_by
from internationals import texts
from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.licences import KNOWN
from internationals.shapes import Status

PLACE = "reference/open-data.md"

FILES_AND_COLUMNS = """\
Every edition has its tables as open data, in `public/<edition>/data/`: all tables of the release, with the same numbers
and the same statuses as the release, in the formats that people and programs ask for. Nothing is computed for them.
Equal releases give equal bytes.

| file | what it is |
|---|---|
| `tables/<id>.csv` | a table: codes with their names, the number, and what it is |
| `tables/<id>.csv-metadata.json` | what its columns mean, as [CSV on the Web](https://www.w3.org/TR/tabular-metadata/) |
| `tables/<id>.<language>.json` | the same cells as [JSON-stat 2.0](https://json-stat.org/full/), one language per file |
| `tables/<id>.parquet` | the rows and columns of the CSV, with types |
| `codes.csv` | what every code of every table is called, in the order of presentation |
| `changes.csv`, `changes.json` | what is different from the edition before, where there is one |
| `datapackage.json` | all CSV files as one [Frictionless](https://specs.frictionlessdata.io/) data package |
| `catalog.ttl`, `catalog.jsonld` | the catalogue for data portals, after DCAT-AP-NL 3 |
| `README.<language>.txt` | for whoever opens the folder |
| `checksums.txt` | the SHA-256 of every other file: `sha256sum -c checksums.txt` |

The ids of the tables are those of [tables](tables.md). They, the dimensions and the codes are stable: they stay the
same from edition to edition, and `changes.csv` says where they do not. How to use the files is told in [use the open
data](../how-to/use-the-open-data.md).

## Columns

| column | content |
|---|---|
| `<dimension>` | a code, always text: `0055`, `2021/2022`, `3+` |
| `<dimension>_nl`, `<dimension>_en` | what it is called, in every language of the edition; \
a dimension whose codes are called as they are written, such as the year, has none |
| `value` | the number, with a point for decimals and no thousands; empty where there is none |
| `obs_status` | what the number is, or why there is none, by the SDMX list CL_OBS_STATUS |
| `conf_status` | `C` for what is withheld, else `F` (free), by the SDMX list CL_CONF_STATUS |
| `remark` | only in invented data, where it says so on every row |

The unit, the number of decimals, the source, the reference date and the notes are the same for a whole table, and stand
in its metadata. A share from a survey has more digits than it is to be shown with; the metadata say how many mean
something.

The CSV is RFC 4180 to the letter: UTF-8 without a byte order mark, a comma between columns, lines ending in CR LF,
quotes where they are needed. **A name** that begins with `=`, `+`, `-` or `@` gets an apostrophe before it, because
people do open these files in a spreadsheet, which would run it as a formula. **Codes and numbers are never touched**,
because programs join and compute with them. In JSON-stat and Parquet, which no spreadsheet opens with a double click,
names are as they are.
"""
ZEROS_TO_ADDRESSES = """\
## Zeros

**Every combination of the codes of a table has a row**, in every format. So zero is a number like any other, `0`; what
is not known has a row too, without a number and with the reason; and nobody needs to know what it means that a row is
not there.

A release lists only what is not zero, so this makes the files longer: for the demo 210,000 rows instead of 112,000, the
rest being zeros of rare nationalities and faraway municipalities. Altogether the files of an edition are 29 MB.
Compressed, as any web server sends them, the largest CSV is 160 kB and the largest JSON-stat 24 kB.

## JSON-stat

`value` is a list of all cells, the last dimension running fastest, with `null` where there is no number. `status` has
the form that is shortest: none where every cell is normal, one word where all are the same, an object by position where
few have one, else a list of all. What each status is called in the file's language stands in `extension.status.label`.

| in `extension` | |
|---|---|
| `table`, `edition`, `municipality`, `publisher`, `licence` | whose it is |
| `definition`, `unit`, `decimals`, `reference`, `moment` | what is counted, and of when the newest figures are |
| `rounded_to` | the multiple to which the source rounds, 0 for exact numbers |
| `protection` | `method`: `exact`, `rounded` or `none`; `base`: \
a rounded number is less than this from the true one; `hidden_at_most`: \
the largest that a withheld number can be, `null` where nothing is promised |
| `breaks` | years in which the series breaks, and why |
| `invented` | only in invented data |

`role` says which dimensions are times and which are areas. There is no dimension of measures: a table has one.

## Changes

`changes.csv` has a row, and `changes.json` an entry, for every difference from the edition before.

| `change` | |
|---|---|
| `table_added`, `table_removed` | |
| `dimensions_changed` | a table has other dimensions; its cells are not compared |
| `text_changed` | another title, definition or unit: `what` says which |
| `code_added`, `code_removed`, `code_renamed` | `codes` says which, as `dimension=code`; \
a new year is a code that was added |
| `revision` | a cell that both editions have, with another number or status; `codes` has all its codes, joined by `;` |

Only what both editions released is compared. A number that is withheld in one of them stands there as withheld. What
the register knows behind it plays no part: the changes are made of the two releases.

## Addresses

When the manifest of the release has a `site_url` (an `https` address that ends in a slash), every address is absolute:
the open data are then at `<site_url>data/`. As long as it is not known where the site will stand, all addresses are
relative to the file in which they stand, which is right wherever the folder is put. No address is made up.
"""
CATALOGUE = """\
In the catalogue every table is a dataset, and all are in one series. A dataset keeps its identifier
(`internationals-gm0546-residents_age`) from edition to edition; its version is the edition. The publisher is the
municipality in the government's register of organisations (TOOI). The licence is that of `municipality.yml`:
{known}, or the address of another one. Any other text is refused, because no
portal would know what it allows.
"""
DATES = """\
`created` in the data package and `updated` in JSON-stat are the reference date of the edition. When it was published is
not told: the same release gives the same bytes on any day.
"""


def page() -> str:
    """The whole page."""
    return joined(
        "# Open data",
        written_by("`docs/generators/open_data.py`"),
        FILES_AND_COLUMNS,
        "## Statuses",
        "No two of these look alike, in any of the formats.",
        table(("", "`obs_status`", "`conf_status`", "`value`", "`status` in JSON-stat"), _statuses()),
        ZEROS_TO_ADDRESSES,
        CATALOGUE.format(known=", ".join(code(licence.name) for licence in KNOWN)),
        DATES,
    )


def _statuses() -> Iterator[tuple[str, str, str, str, str]]:
    numbers = {Status.NORMAL, Status.PROVISIONAL, Status.BREAK, Status.ROUNDED}
    for status, (observed, confidential) in SDMX.items():
        normal = status is Status.NORMAL
        meaning = texts.word("en", "data.normal" if normal else f"status_meaning.{status}")
        said = meaning if normal else f"**{texts.word('en', f'status.{status}')}**: {meaning}"
        word = "none, or `normal`" if normal else code(status.value)
        yield said, observed, confidential, "a number" if status in numbers else "empty", word
