"""Tables as Parquet: the rows and columns of the CSV with their types, in a twentieth of the space.

What the CSV has to say in another file stands in the metadata of this one, under the key `internationals`.
"""

from __future__ import annotations

import io
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from internationals.definitions.statuses import SDMX
from internationals.outputs.opendata.columns import Column, Kind
from internationals.outputs.opendata.cube import Cube
from internationals.outputs.opendata.facts import Facts, in_language
from internationals.shapes import Status


def table_parquet(cube: Cube, columns: Sequence[Column], facts: Facts, metadata: Mapping[str, Any]) -> bytes:
    """A table; codes, names and statuses are text, numbers are whole or floating as the card has them."""
    arrays = {column.name: _array(column, cube, facts) for column in columns}
    about = {"internationals": json.dumps(metadata, ensure_ascii=False)}
    written = pa.table(arrays).replace_schema_metadata(about)
    target = io.BytesIO()
    pq.write_table(written, target, compression="snappy")  # which every reader has
    return target.getvalue()


def _array(column: Column, cube: Cube, facts: Facts) -> pa.Array:
    count = len(cube.values)
    match column.kind:
        case Kind.VALUE:
            return pa.array(cube.values, pa.float64() if cube.card.decimals else pa.int64())
        case Kind.OBS_STATUS | Kind.CONF_STATUS:
            kinds = list(Status)
            nth = 0 if column.kind is Kind.OBS_STATUS else 1
            at = {status: position for position, status in enumerate(kinds)}
            positions = np.fromiter((at[status] for status in cube.statuses), np.int32, count)
            return _spread(positions, [SDMX[status][nth] for status in kinds])
        case Kind.REMARK:
            return _spread(np.zeros(count, np.int32), [facts.mark])
        case _:
            return _of_dimension(column, cube)


def _of_dimension(column: Column, cube: Cube) -> pa.Array:
    """A code or its name, for every row: each as often as the dimensions after it ask, all as often as those before."""
    dimension = column.dimension
    assert dimension is not None  # only codes and labels come here
    at = cube.card.dimensions.index(dimension)
    before, after = math.prod(cube.size[:at]), math.prod(cube.size[at + 1 :])
    positions = np.tile(np.repeat(np.arange(cube.size[at], dtype=np.int32), after), before)
    if column.kind is Kind.CODE:
        return _spread(positions, list(dimension.codes))
    return _spread(positions, [in_language(label, column.language) for label in dimension.codes.values()])


def _spread(positions: Any, texts: list[str]) -> pa.Array:
    """The texts at these positions, as plain text: readers make of Arrow's dictionaries what they like."""
    return pa.array(texts, pa.string()).take(pa.array(positions))
