"""A local service with faults: what a producer answers, and what it answers on a bad day.

The fault is part of the address (`/f/503x2/...`), because every client can be given another base address and none
another header. A fault with a number happens so often and then no more; one without happens always.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

Answer = Callable[[str, dict[str, str], str], Any]
"""The path without the fault, the query, and the base address to the content of a 200, None for a 404."""

_FAULT = re.compile(r"/f/(?P<name>[a-z0-9]+?)(?:x(?P<times>\d+))?(?P<rest>/.*)")
SLOW = 0.8
ASKED_TO_WAIT: dict[str, Callable[[], str]] = {
    "later": lambda: "1",
    "muchlater": lambda: "86400",
    "atatime": lambda: formatdate(time.time() + 2, usegmt=True),
    "whenever": lambda: "soon",
}
"""How a busy host asks to wait: in seconds, for a day, until a time of day, and in words that nobody can read."""


@dataclass
class Service:
    """A running service: its address, what was asked of it, and what it does on a bad day."""

    address: str
    asked: list[str] = field(default_factory=list)
    happened: Counter[str] = field(default_factory=Counter)

    def with_fault(self, fault: str) -> str:
        """The base address of the same service on a bad day."""
        return f"{self.address}/f/{fault}"


@contextmanager
def serving(answer: Answer, tamper: Callable[[str, str, Any], Any] | None = None) -> Iterator[Service]:
    """The service, on a free port of this machine. `tamper` gives faults of content: name, path, content."""
    service = Service("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # else every answer after the first waits 40 ms for a receipt

        def log_message(self, *arguments: object) -> None:
            """Nothing: the test says what was asked."""

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            fault, base, path = "", service.address, url.path
            if (match := _FAULT.fullmatch(path)) is not None:
                fault, path = match["name"], match["rest"]
                base = service.address + self.path[: self.path.index(path)]
                service.happened[f"{fault} {path}"] += 1
                if match["times"] and service.happened[f"{fault} {path}"] > int(match["times"]):
                    fault = ""
            service.asked.append(path)
            self.fail_or_answer(fault, path, dict(parse_qsl(url.query, keep_blank_values=True)), base)

        def fail_or_answer(self, fault: str, path: str, query: dict[str, str], base: str) -> None:
            if fault in ("429", "503", "500"):
                self.reply(int(fault), b"busy", {"Retry-After": "0"} if fault != "500" else {})
                return
            if fault in ASKED_TO_WAIT:
                self.reply(429, b"busy", {"Retry-After": ASKED_TO_WAIT[fault]()})
                return
            if fault == "hang":
                time.sleep(SLOW)
                self.close_connection = True
                return
            if fault == "html":
                self.reply(200, b"<html>Onderhoud</html>", {"Content-Type": "text/html"})
                return
            content = answer(path, query, base)
            if content is None or fault == "404":
                self.reply(404, json.dumps({"error": {"code": "404", "message": "none"}}).encode())
                return
            if fault and tamper:
                content = tamper(fault, path, content)
            body = json.dumps(content, ensure_ascii=False).encode()
            if fault == "cut":
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body[: len(body) // 2])
                self.close_connection = True
                return
            if fault == "drip":
                self.drip(body)
                return
            if fault == "short":
                body = body[: len(body) // 2]
            self.reply(200, body)

        def drip(self, body: bytes) -> None:
            """Goes on answering, but never comes to an end while anybody waits for it."""
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for at in range(len(body)):
                self.wfile.write(body[at : at + 1])
                time.sleep(0.05)

        def reply(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, address: object) -> None:
            """A client that went away is no error of ours."""

    server = Server(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
