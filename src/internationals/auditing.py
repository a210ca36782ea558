"""An attack on what an edition has published: on its release, and on every byte of its public folder."""

from __future__ import annotations

import base64
import gzip
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pyarrow.parquet as pq

from internationals import build, disclosure, planning, publish, release
from internationals.disclosure import Audit
from internationals.project import Project
from internationals.register import files
from internationals.register.identifiers import identifiers

Progress = Callable[[str, float], None]

_TOKEN = re.compile(rb"[0-9A-Za-z]{6,}")
_SHORTEST = 6
"""Identifiers of fewer characters are not looked for: any year or count could be one."""


@dataclass(frozen=True)
class Trace:
    """Something in a file that must not be there."""

    file: str
    what: str


@dataclass(frozen=True)
class Searched:
    """What a search of the files of an edition found; `identifiers` is how many of these it looked for."""

    files: int
    identifiers: int
    traces: tuple[Trace, ...]


def attack(
    project: Project, edition: str, *, why: bool = False, progress: Progress = lambda _what, _part: None
) -> Audit:
    """Attack the release of an edition, with those of all other editions and the figures of others at hand."""
    progress("release", 0)
    released = release.read(project.release(edition))
    others = build.others(project, edition)
    progress("attack", 0.2)
    return disclosure.audit(
        released.tables.values(), others, build.policy_of(project), build.own_code(project), why=why
    )


def search(project: Project, edition: str) -> Searched:
    """Search the release and the public folder of an edition for what may not be in them.

    Whatever is public has to follow from the release: the site is made once more, and a file that is not the same
    has something in it that the release does not explain. And no file may hold the key, a person's number or a
    pseudonym; these are known where the extracts are at hand.
    """
    known, keys = _secrets(project, edition)
    traces = list(_unexplained(project, edition))
    looked = [
        path for folder in (project.release(edition), project.public(edition)) for path in _files(folder)
    ]
    for path in looked:
        name, content = str(path.relative_to(project.folder)), _content(path)
        if not known.isdisjoint(match.group() for match in _TOKEN.finditer(content)):
            traces.append(Trace(name, "a person's number or pseudonym"))
        if any(key in content for key in keys):
            traces.append(Trace(name, "the key of the pseudonyms"))
    return Searched(len(looked), len(known), tuple(sorted(traces, key=lambda each: (each.file, each.what))))


def _secrets(project: Project, edition: str) -> tuple[frozenset[bytes], tuple[bytes, ...]]:
    """The persons' numbers and pseudonyms that are looked for as words, and the key in the forms that it can have."""
    settings = project.edition(edition)
    if not files.listed(project.extracts).any:
        return frozenset(), ()
    plan = planning.plan(project, edition, settings, tolerant=True)
    known = frozenset(each.encode() for each in identifiers(plan) if len(each) >= _SHORTEST)
    key = project.key()
    return known, (key, key.hex().encode(), base64.b64encode(key).rstrip(b"="))


def _unexplained(project: Project, edition: str) -> Iterator[Trace]:
    """Files of the public folder that are not what the release makes."""
    public = project.public(edition)
    if not public.is_dir():
        return
    with tempfile.TemporaryDirectory() as folder:
        made = publish.publish_into(project, edition, Path(folder) / "public")
        expected = {path.relative_to(made): path for path in _files(made)}
        for path in _files(public):
            name = path.relative_to(public)
            if name not in expected:
                yield Trace(str(path.relative_to(project.folder)), "a file that the release does not make")
            elif path.read_bytes() != expected[name].read_bytes():
                yield Trace(str(path.relative_to(project.folder)), "content that the release does not make")


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _content(path: Path) -> bytes:
    """The bytes of a file with what is packed in it: a table of the explorer, the columns of a Parquet file, the
    parts of an office file, the streams of a PDF. Letters of a font within a PDF are numbers of shapes, so that its
    texts are seen only as what they were made from: that is what making it again is for."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        return b"\n".join((content, gzip.decompress(content)))
    if path.suffix == ".parquet":
        columns = pq.read_table(path).columns
        values = "\n".join(str(value) for column in columns for value in set(column.to_pylist()))
        return b"\n".join((content, values.encode()))
    if path.suffix in (".xlsx", ".ods", ".pptx"):
        with zipfile.ZipFile(path) as packed:
            return b"\n".join((content, *(packed.read(name) for name in packed.namelist())))
    if path.suffix == ".pdf":
        with pikepdf.open(path) as document:
            unpacked = io.BytesIO()
            document.save(
                unpacked, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, compress_streams=False
            )
        return b"\n".join((content, unpacked.getvalue()))
    return content
