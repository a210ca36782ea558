"""The open data of an edition: every released table in the formats that people and programs ask for, and what tells of it.

```text
tables/<id>.csv                 codes, names, numbers and statuses, a row for every combination of codes
tables/<id>.csv-metadata.json   what its columns mean (CSV on the Web)
tables/<id>.<language>.json     JSON-stat 2.0
tables/<id>.parquet             the rows and columns of the CSV, with types
codes.csv                       what every code is called
changes.csv, changes.json       what is different from the edition before, if there is one
datapackage.json                all CSV files as a Frictionless data package
catalog.ttl, catalog.jsonld     the catalogue for data portals (DCAT-AP-NL 3)
README.<language>.txt           for whoever opens the folder
checksums.txt                   for `sha256sum -c`
```

Nothing here is computed: a number or a status stands as the release has it. Equal publications give equal bytes.
"""

from __future__ import annotations

from pathlib import Path

from internationals.outputs.opendata.documents import documents
from internationals.outputs.opendata.jsonstat import jsonstat
from internationals.outputs.opendata.listing import Listed, listing
from internationals.shapes import ConfigError, Publication

__all__ = ["Listed", "jsonstat", "listing", "write"]


def write(publication: Publication, folder: Path) -> None:
    """Write the open data into `folder`, which is made if needed and must be empty.

    Raises ConfigError, before anything is written, when the folder is not empty, the manifest does not say enough or
    names a licence that no portal would understand, or a card gives two columns the same name.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ConfigError(f"{folder} is not empty; expected a fresh folder. Give another one or clear it.")
    for path, content in documents(publication):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
