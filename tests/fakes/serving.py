"""A small web server on this machine that answers as a function says."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """One question: where the server is, which path, what parameters and headers."""

    base: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


Reply = tuple[int, bytes]


def reply(content: Any) -> Reply:
    """A reply in JSON."""
    return 200, json.dumps(content).encode()


@contextmanager
def serving(answer: Callable[[Asked], Reply]) -> Iterator[str]:
    """The address of a server that answers so, for as long as it is needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is that of the standard library
            parts = urlsplit(self.path)
            base = f"http://{self.headers['Host']}"
            status, body = answer(
                Asked(base, unquote(parts.path), dict(parse_qsl(parts.query)), dict(self.headers))
            )
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing: tests are silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
