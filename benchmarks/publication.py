"""How long a publication takes, part by part, beside other makers of sites on the same pages.

    python -m benchmarks.publication PROJECT --edition 2022 [--mkdocs PATH] [--observable PATH]

Each part is timed by itself, in this process; then the whole, twice: without pictures of an earlier run, and with. With
`--mkdocs` (an executable of an environment that has mkdocs-material) and `--observable` (that of an npm project that
has @observablehq/framework) the same pages, with the same drawings and tables, are built by those too: what they are
given are finished Markdown files, so that their time is that of a site alone.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from internationals import publish
from internationals.outputs import office, opendata, pdf, site
from internationals.outputs.downloads import downloads
from internationals.project import open_project
from internationals.shapes import Publication


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("project", type=Path)
    parser.add_argument("--edition", default="2022")
    parser.add_argument("--mkdocs", type=Path)
    parser.add_argument("--observable", type=Path)
    asked = parser.parse_args()
    project = open_project(asked.project)
    made = publish.publication(project, asked.edition)
    print(
        f"{len(made.pages)} pages, {len(made.figures)} figures, {len(made.release.tables)} tables; processor seconds:"
    )
    measured("release, pages, figures", lambda _folder: publish.publication(project, asked.edition))
    ours = measured("site", lambda folder: site.write(made, folder / "site", downloads(made)))
    measured("workbooks and pictures of figures", lambda folder: site.write_large(made, folder / "site"))
    measured("report, summary, news (PDF)", lambda folder: pdf.write(made, folder))
    measured("workbooks and slides", lambda folder: office.write(made, folder))
    measured("open data", lambda folder: opendata.write(made, folder / "data"))
    shutil.rmtree(project.folder / publish.CACHE, ignore_errors=True)
    for said in ("the whole, pictures drawn", "the whole, pictures kept"):
        begun = time.perf_counter()
        publish.publish(project, asked.edition)
        print(f"  {said:<36} {time.perf_counter() - begun:6.2f} s by the clock")
    peers = (
        ("MkDocs Material", asked.mkdocs, mkdocs),
        ("Observable Framework", asked.observable, observable),
    )
    for name, program, build in peers:
        if program:
            theirs = measured(f"the same pages by {name}", partial(build, program.resolve(), made))
            print(f"  {name} takes {theirs / ours:.1f} times as long as our site")


def measured(name: str, task: Callable[[Path], object]) -> float:
    """The processor seconds of a task that writes into a fresh folder, those of its children with them."""
    with tempfile.TemporaryDirectory() as folder:
        begun = _processor()
        task(Path(folder))
        spent = _processor() - begun
    print(f"  {name:<36} {spent:6.2f}")
    return spent


def _processor() -> float:
    import resource

    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def mkdocs(program: Path, made: Publication, folder: Path) -> None:
    """Build the same pages, drawings and tables with MkDocs Material."""
    (folder / "mkdocs.yml").write_text(
        "site_name: monitor\ntheme: {name: material}\nplugins: [search]\nmarkdown_extensions: [attr_list, tables]\n",
        encoding="utf-8",
    )
    as_markdown(made, folder)
    subprocess.run([program, "build", "--quiet", "-f", folder / "mkdocs.yml"], check=True, cwd=folder)


def observable(program: Path, made: Publication, folder: Path) -> None:
    """Build the same pages, drawings and tables with Observable Framework."""
    (folder / "observablehq.config.js").write_text(
        'export default {title: "monitor", root: "docs", search: true};\n', encoding="utf-8"
    )
    as_markdown(made, folder)
    quiet = {**os.environ, "OBSERVABLE_TELEMETRY_DISABLE": "true"}
    subprocess.run([program, "build"], check=True, cwd=folder, env=quiet, capture_output=True)


def as_markdown(made: Publication, folder: Path) -> None:
    """The pages as Markdown files with their drawings and tables."""
    for page in made.pages:
        target = folder / "docs" / page.language / f"{page.slug}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        parts = [f"# {page.title}", page.headline, page.body]
        for figure in made.figures_of(page):
            rows = (figure.header, ("---",) * len(figure.header), *figure.rows)
            table = "\n".join("| " + " | ".join(row) + " |" for row in rows)
            parts += [f"## {figure.chart.title}", re.sub(r"\n\s*\n", "\n", figure.wide), table]
        target.write_text("\n\n".join(parts), encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Monitor\n", encoding="utf-8")


if __name__ == "__main__":
    main()
