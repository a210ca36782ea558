"""The stages that `benchmarks.run` measures, one per process: seconds without start-up, and peak memory."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path


def bare_scan(folder: Path, edition: str) -> int:
    """Touch every value of every raw column of the edition's extracts, as Parquet, and keep nothing."""
    import duckdb

    rows = 0
    for path in _extracts(folder, edition):
        source = f"read_parquet('{path}')"
        columns = [name for name, *_ in duckdb.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()]
        touched = ", ".join(f"max({name})" for name in columns)
        found = duckdb.execute(f"SELECT count(*), {touched} FROM {source}").fetchone()
        rows += found[0] if found else 0
    return rows


def tables(folder: Path, edition: str) -> int:
    """Everything from the files to the counts, validation included."""
    from internationals import build
    from internationals.project import open_project

    return len(build.count(open_project(folder), edition)[0])


def with_pandas(folder: Path, edition: str) -> int:
    """The same tables by pandas."""
    from benchmarks.peer import tables as peer

    return len(peer(_extracts(folder, edition)))


def built(folder: Path, edition: str) -> int:
    """The release."""
    from internationals import build
    from internationals.project import open_project

    return len(build.build(open_project(folder), edition).files)


def published(folder: Path, edition: str) -> int:
    """The site."""
    from internationals import publish
    from internationals.project import open_project

    return publish.publish(open_project(folder), edition).pages


def monitor(folder: Path, edition: str) -> int:
    """The command, with everything that it loads."""
    from internationals.cli import run

    return run(["monitor", str(folder), "--edition", edition, "--json"])


def invented(file_format: str) -> Callable[[Path, str], int]:
    """The demo's extracts in a format."""

    def make(folder: Path, edition: str) -> int:
        from internationals.cli import run

        return run(["demo", str(folder), "--format", file_format, "--json"])

    return make


def _extracts(folder: Path, edition: str) -> list[Path]:
    """The edition's extracts in Parquet; a demo in another format has a twin beside it."""
    found = sorted((folder / "extracts").glob("*.parquet"))
    if not found:
        twin = folder.parent / "twin"
        if not twin.exists():
            invented("parquet")(twin, edition)
        found = sorted((twin / "extracts").glob("*.parquet"))
    return [
        path for path in found if path.stem < f"stand_{edition}-02" and path.stem != f"mutaties_{edition}"
    ]


STAGES: dict[str, Callable[[Path, str], int]] = {
    "bare scan": bare_scan,
    "tables": tables,
    "pandas": with_pandas,
    "build": built,
    "publish": published,
    "monitor": monitor,
    "demo-parquet": invented("parquet"),
    "demo-csv": invented("csv"),
    "demo-csv.gz": invented("csv.gz"),
}


def main() -> None:
    """Run one stage and say what it took, on the last line of the output."""
    stage, folder, edition = sys.argv[1:4]
    start = time.perf_counter()
    rows = STAGES[stage](Path(folder), edition)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print()
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "rows": rows}))


if __name__ == "__main__":
    main()
