"""What a live server answers: the documents of a preview, with what a browser needs to follow changes.

That is added on the way to the browser: a script that asks for news, leave for that script in the page's own
policy, and the mistakes that belong to no page. The site as it is published has none of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from mimetypes import guess_type

from internationals.preview import Shown

INTERVAL = 0.1
"""Seconds between two looks at the files, and between two questions of a browser."""

_VERSION, _SCRIPT = ".preview/version", ".preview/follow.js"
_FOLLOW = f"""\
const shown = document.currentScript.dataset.version;
for (const notice of document.querySelectorAll(".banner[role=alert]")) {{
  Object.assign(notice.style, {{position: "sticky", top: 0, zIndex: 1}});
}}
setInterval(async () => {{
  if (document.hidden) return;
  try {{
    const answer = await fetch("/{_VERSION}", {{cache: "no-store"}});
    if (answer.ok && (await answer.text()) !== shown) location.reload();
  }} catch {{ /* The server is gone; it may come back. */ }}
}}, {INTERVAL * 1000:.0f});
"""
_POLICY = re.compile('(<meta http-equiv="Content-Security-Policy" content=")([^"]*)')
_BODY = re.compile("<body[^>]*>")
_EMPTY = (
    b'<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Preview</title>\n</head>\n<body>\n</body>\n</html>\n'
)


@dataclass(frozen=True)
class Now:
    """What is shown, and a name for it that nothing shown before has, also not by an earlier server."""

    shown: Shown
    version: str


@dataclass(frozen=True)
class Answer:
    """An answer over HTTP; `location` when the browser is sent elsewhere."""

    status: HTTPStatus
    content: bytes
    kind: str
    location: str | None = None


def answer(path: str, now: Now) -> Answer:
    """The answer to a request for a path, without its first slash."""
    documents = now.shown.documents
    if path == _VERSION:
        return Answer(HTTPStatus.OK, now.version.encode(), "text/plain")
    if path == _SCRIPT:
        return Answer(HTTPStatus.OK, _FOLLOW.encode(), "text/javascript")
    name = f"{path}index.html" if path.endswith("/") or not path else path
    if name in documents:
        kind = guess_type(name)[0] or "application/octet-stream"
        content = documents[name]
        return Answer(HTTPStatus.OK, followed(content, now) if kind == "text/html" else content, kind)
    large = now.shown.when_asked(name)
    if large is not None:
        return Answer(HTTPStatus.OK, large, guess_type(name)[0] or "application/octet-stream")
    if f"{name}/index.html" in documents:
        return Answer(HTTPStatus.MOVED_PERMANENTLY, b"", "text/plain", f"/{name}/")
    missing = documents.get("404.html", _EMPTY)
    return Answer(HTTPStatus.NOT_FOUND, followed(missing, now), "text/html")


def followed(document: bytes, now: Now) -> bytes:
    """A page that follows changes, and shows the mistakes that belong to no page."""
    page = _POLICY.sub(_with_leave, document.decode())
    page = _BODY.sub(lambda body: f"{body[0]}\n{_notice(now.shown.elsewhere)}", page, count=1)
    script = f'<script src="/{_SCRIPT}" data-version="{now.version}"></script>\n'
    return page.replace("</body>", f"{script}</body>", 1).encode()


def _with_leave(policy: re.Match[str]) -> str:
    """A policy that lets the script run and ask; a rule that is there already is not given twice."""
    needed = [f"{rule} 'self'; " for rule in ("script-src", "connect-src") if rule not in policy[2]]
    return policy[1] + "".join(needed) + policy[2]


def _notice(sentences: Iterable[str]) -> str:
    said = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in sentences)
    return f'<div class="banner" role="alert">{said}</div>\n' if said else ""
