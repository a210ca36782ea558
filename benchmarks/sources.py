"""Time and peak memory of reading the demo's two large deliveries, beside the least that their bytes can cost.

The least is Arrow reading the same bytes into text columns, nothing judged and nothing kept. What is measured is one
reading into our codes, and the way of a file through a build: taken in as a snapshot, and observed. Each runs in a
process of its own, several times, and the best run counts; what matters are the ratios within one run.

    python -m benchmarks.sources [--repeat 3]
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SOURCES = ("cbs_nationality", "cbs_background")


def demo(folder: Path, source: str) -> int:
    """The invented project, with its deliveries."""
    from internationals.cli import run

    begun = time.perf_counter()
    return run(["demo", str(folder)]) or _told(begun, 0)


def arrow(folder: Path, source: str) -> int:
    """Every value as text, by Arrow; its library is loaded before the clock starts, as ours is."""
    from pyarrow import csv

    path = folder / "deliveries" / f"{source}.csv"
    begun = time.perf_counter()
    options = csv.ParseOptions(delimiter=";")
    header = path.read_text(encoding="utf-8-sig").partition("\n")[0].replace('"', "").split(";")
    kept = csv.ConvertOptions(column_types=dict.fromkeys(header, "string"))
    rows = csv.read_csv(path, parse_options=options, convert_options=kept).num_rows
    return _told(begun, rows)


def reading(folder: Path, source: str) -> int:
    """One reading into our codes."""
    from internationals import observing
    from internationals.project import open_project
    from internationals.sources.kinds import export

    project = open_project(folder)
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / f"{source}.csv").write_bytes((folder / "deliveries" / f"{source}.csv").read_bytes())
        known, here = observing.catalogue(project)[source], observing.place(project)
        begun = time.perf_counter()
        found = export.read(Path(place), known, here)
        return _told(begun, found.provenance.rows)


def observed(folder: Path, source: str) -> int:
    """From the file to observations of an edition: taken in as a snapshot, then observed."""
    from internationals import observing, sources
    from internationals.project import open_project

    project = open_project(folder)
    known, here = observing.catalogue(project), observing.place(project)
    (delivery,) = (each for each in sources.deliveries(project.deliveries, known) if each.source.id == source)
    with tempfile.TemporaryDirectory() as place:
        begun = time.perf_counter()
        snapshot = sources.take_in(delivery, here, sources.Store(Path(place)))
        sources.observe(known[source], snapshot, here, None, 2023, project.corrections)
        return _told(begun, snapshot.provenance.rows)


STAGES: dict[str, tuple[Callable[[Path, str], int], str]] = {
    "arrow": (arrow, "Arrow reads the same bytes as text"),
    "reading": (reading, "one reading into our codes"),
    "observed": (observed, "taken in as a snapshot and observed"),
}


def _told(begun: float, rows: int) -> int:
    seconds = time.perf_counter() - begun
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": megabytes, "rows": rows}))
    return 0


def measured(stage: str, folder: Path, source: str) -> dict[str, float]:
    """Seconds, peak megabytes and rows of one stage in its own process."""
    command = [sys.executable, "-m", "benchmarks.sources", "--stage", stage, str(folder), source]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> int:
    """Print the table in Markdown; with --stage, measure one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--stage", nargs=3, metavar=("STAGE", "FOLDER", "SOURCE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.stage:
        stage, folder, source = chosen.stage
        measure = demo if stage == "demo" else STAGES[stage][0]
        return measure(Path(folder), source)
    with tempfile.TemporaryDirectory() as place:
        project = Path(place) / "leiden"
        measured(
            "demo", project, ""
        )  # in a process of its own, so that ours stays small: children inherit the peak
        print("| delivery | rows | what | seconds | × Arrow | peak MB |")
        print("|---|---|---|---|---|---|")
        for source in SOURCES:
            least = 0.0
            for stage, (_, what) in STAGES.items():
                runs = [measured(stage, project, source) for _ in range(chosen.repeat)]
                best = min(runs, key=lambda run: run["seconds"])
                least = least or best["seconds"]
                print(
                    f"| {source} | {best['rows']:,.0f} | {what} | {best['seconds']:.3f} | "
                    f"{best['seconds'] / least:.0f} | {best['megabytes']:.0f} |"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
