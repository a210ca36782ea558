"""What stands beside the editions on a host: a start page, and `latest/`, whose addresses lead to the newest edition.

An edition keeps its own address for good. For whoever wants the newest, every page of every edition has a page under
the same path in `latest/` that leads to the newest edition that has it. These are ordinary files: any host can serve
them, and no address that was ever given out stops working.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from internationals import texts

LATEST = "latest"

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<noscript><meta http-equiv="refresh" content="0; url={address}"></noscript>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{address}">{said}</a></p>
{remark}</main>
<script src="{script}"></script>
</body>
</html>
"""


_POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"
_SCRIPT = """\
// What stands after the address, the view of the explorer or a figure on a page, goes along.
location.replace(document.querySelector("a").href + location.search + location.hash);
"""


def write_latest(public: Path, editions: Sequence[str], folder: Path) -> None:
    """Write the pages of `latest/` into `folder`. `editions` are the published ones in `public`, the newest last."""
    newest: dict[str, str] = {}
    for edition in editions:
        for document in (public / edition / "site").rglob("*.html"):
            newest[document.relative_to(public / edition).as_posix()] = edition
    (folder / "lead.js").write_text(_SCRIPT, encoding="utf-8")
    for path, edition in sorted(newest.items()):
        if path.endswith("404.html"):
            continue
        up = "../" * path.count("/")
        language = path.split("/")[1] if path.count("/") > 1 else ""
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        leading = _leading(f"{up}../{edition}/{path}", language, edition, f"{up}lead.js")
        target.write_text(leading, encoding="utf-8")


def write_start(public: Path, editions: Sequence[str], manifest: Mapping[str, Any]) -> None:
    """Write `index.html` of the host, which leads to the newest edition, and the `404.html` of that edition, which
    hosts show for a wrong address. Each is replaced whole."""
    newest = editions[-1]
    fresh = public / ".index.html.new"
    first, address = manifest["languages"][0], f"{newest}/site/index.html"
    remark = texts.label(first, manifest["invented"])
    fresh.write_text(_leading(address, first, newest, f"{LATEST}/lead.js", remark), encoding="utf-8")
    fresh.replace(public / "index.html")
    fresh.write_bytes((public / newest / "site" / "404.html").read_bytes())
    fresh.replace(public / "404.html")


def _leading(address: str, language: str, edition: str, script: str, remark: str = "") -> str:
    language = language if language in texts.languages() else texts.languages()[0]
    said = escape(texts.word(language, "root.newest", edition=edition))
    return _PAGE.format(
        language=language,
        policy=_POLICY,
        address=escape(address),
        title=said,
        said=said,
        script=script,
        remark=f"<p>{escape(remark)}</p>\n" if remark else "",
    )
