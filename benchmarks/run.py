"""Time and peak memory of the demo edition, stage by stage, beside a bare scan and a plain pandas script.

Each stage runs in a process of its own, several times, and the best run counts; what matters are the ratios
within one run of this script, not the seconds of one machine.

    python -m benchmarks.run [--edition 2023] [--repeat 3] [--format parquet]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

STAGES = {
    "bare scan": "every raw column read once by DuckDB, nothing kept",
    "tables": "reading, validating and all tables (internationals)",
    "pandas": "the same tables by a plain pandas script, unvalidated",
    "build": "the release: tables, protection, checksums",
    "publish": "the site from the release",
    "monitor": "the whole command: internationals monitor",
}


def measured(stage: str, folder: Path, edition: str) -> dict[str, float]:
    """Seconds and peak megabytes of one stage in its own process."""
    command = [sys.executable, "-m", "benchmarks.stages", stage, str(folder), edition]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    """Print the table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edition", default="2023")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--format", default="parquet")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "leiden"
        made = measured(f"demo-{chosen.format}", folder, chosen.edition)
        best = {
            stage: min(
                (measured(stage, folder, chosen.edition) for _ in range(chosen.repeat)),
                key=lambda run: run["seconds"],
            )
            for stage in STAGES
        }
    scan = best["bare scan"]["seconds"]
    print(
        f"Edition {chosen.edition}, {chosen.format}; {best['bare scan']['rows']:,.0f} rows; best of {chosen.repeat}.\n"
    )
    print("| stage | what | seconds | × scan | peak MB |")
    print("|---|---|---|---|---|")
    print(f"| demo | inventing the extracts | {made['seconds']:.2f} | | {made['megabytes']:.0f} |")
    for stage, what in STAGES.items():
        run = best[stage]
        print(
            f"| {stage} | {what} | {run['seconds']:.2f} | {run['seconds'] / scan:.1f} | {run['megabytes']:.0f} |"
        )


if __name__ == "__main__":
    main()
