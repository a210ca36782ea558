"""A server for one editor on one machine: it shows a preview, and keeps it current."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from secrets import token_hex
from urllib.parse import unquote, urlsplit

from internationals.live_answers import INTERVAL, Now, answer
from internationals.preview import Preview, Shown
from internationals.shapes import ConfigError

ADDRESS = "127.0.0.1"
_NAMES = {"localhost", ADDRESS}

Tell = Callable[[str], None]


class LiveServer:
    """Serves a preview and follows its sources, from `open` until `close`.

    Raises ConfigError when the port is in use. `tell` is given the mistakes whenever they change.
    """

    def __init__(self, preview: Preview, port: int, tell: Tell) -> None:
        self._preview, self._tell = preview, tell
        try:
            self._server = _Server(port)
        except OSError as problem:
            raise ConfigError(
                f"Port {port} is in use. Choose another with --port, or 0 for a free one."
            ) from problem
        self._closed = threading.Event()
        self._threads = (
            threading.Thread(target=self._watch),
            threading.Thread(target=self._server.serve_forever, args=(INTERVAL,)),
        )

    @property
    def port(self) -> int:
        """The port at which it listens."""
        return self._server.server_port

    def open(self) -> None:
        """Show the site, and follow it from now on."""
        self._seen = state(self._preview.sources())
        self._renew()
        for thread in self._threads:
            thread.start()

    def wait(self) -> None:
        """Stay until the program is interrupted."""
        self._closed.wait()

    def close(self) -> None:
        """Stop watching and listening, and free the port."""
        self._closed.set()
        if self._threads[0].is_alive():
            self._server.shutdown()
            for thread in self._threads:
                thread.join()
        self._server.server_close()

    def _watch(self) -> None:
        while not self._closed.wait(INTERVAL):
            now = state(self._preview.sources())
            if now != self._seen:
                self._seen = now
                self._renew()

    def _renew(self) -> None:
        before = self._server.now.shown
        try:
            shown = self._preview.renew()
        except Exception:  # an error of ours must not end an editor's work
            said = (f"This is an error of ours, not of yours. Please report it.\n{traceback.format_exc()}",)
            shown = Shown(before.documents, said, said)
        self._server.now = Now(shown, token_hex(8))
        if shown.mistakes != before.mistakes:
            self._tell("\n".join(shown.mistakes) or "Nothing is wrong any more.")


def state(sources: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """When every file was changed, and how long it is; a change of a file changes one of these."""
    found = {}
    for source in sources:
        for path in (source, *source.rglob("*")):
            try:
                about = path.stat()
            except OSError:  # it is not there, or was removed this very moment
                continue
            found[path] = (about.st_mtime_ns, about.st_size)
    return found


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.now = Now(Shown(), "")


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if not isinstance(self.server, _Server):
            raise AssertionError("this handler answers for a live server")
        if self.headers.get("Host", "").partition(":")[0] not in _NAMES:
            # The name of another site may point here, to read what is not published yet.
            self.send_error(HTTPStatus.FORBIDDEN, "This preview is for this machine only")
            return
        found = answer(unquote(urlsplit(self.path).path).lstrip("/"), self.server.now)
        self.send_response(found.status)
        kind = f"{found.kind}; charset=utf-8" if found.kind.startswith("text/") else found.kind
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(found.content)))
        self.send_header("Cache-Control", "no-store")
        if found.location is not None:
            self.send_header("Location", found.location)
        self.end_headers()
        self.wfile.write(found.content)

    def log_message(self, *about: object) -> None:
        """Nothing: a browser asks for news several times a second."""
