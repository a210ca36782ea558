"""The polite client: one host at a time, slower when it is asked to, and never content with half an answer.

A question is asked again after 429, 5xx, a hang, or an answer that is cut off or is no JSON: with exponential
backoff and jitter, or after as long as the host asks (Retry-After). What is missing (404) or refused (4xx) is not
asked again, and no question takes longer than `Patience.whole`, however slowly a host goes on answering. Whatever
fails is a SourceError with a sentence.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx
import stamina

from internationals import __version__
from internationals.shapes import SourceError

RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
Sent = Mapping[str, str] | None
"""Parameters or headers that go with a question."""


@dataclass(frozen=True)
class Patience:
    """How long and how often the client tries, in seconds; tests are less patient than people."""

    attempts: int = 5
    connect: float = 10
    read: float = 60
    first_wait: float = 0.5
    longest_wait: float = 60
    pause: float = 0.2
    whole: float = 600
    largest: int = 200 * 2**20


class _AgainError(Exception):
    """Worth another try; `after` is how long the host asks us to wait."""

    def __init__(self, sentence: str, after: float | None = None) -> None:
        super().__init__(sentence)
        self.after = after


class Net:
    """A client for the open data of one producer after the other."""

    def __init__(self, patience: Patience | None = None) -> None:
        self.patience = patience or Patience()
        self._client = httpx.Client(
            timeout=httpx.Timeout(self.patience.read, connect=self.patience.connect),
            headers={"User-Agent": f"internationals/{__version__}", "Accept": "*/*"},
            follow_redirects=False,
        )
        self._last: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def json(self, url: str, *, params: Sent = None, headers: Sent = None) -> dict[str, Any]:
        """A JSON object. Raises SourceError for anything else."""

        def parsed(content: bytes) -> dict[str, Any]:
            try:
                found = json.loads(content, parse_constant=_no_number)
            except ValueError as problem:
                page = "a web page" if content.lstrip()[:1] == b"<" else "something that is cut off"
                raise _AgainError(f"it answered with {page} in place of JSON") from problem
            if not isinstance(found, dict):
                raise _AgainError(f"it answered with a {type(found).__name__} in place of an object")
            return found

        found: dict[str, Any] = self._asked(url, params, headers, parsed)
        return found

    def text(self, url: str, *, params: Sent = None, headers: Sent = None) -> str:
        """A text in UTF-8. Raises SourceError for anything else."""

        def decoded(content: bytes) -> str:
            try:
                return content.decode("utf-8")
            except UnicodeDecodeError as problem:
                raise _AgainError("it answered with something that is no text in UTF-8") from problem

        found: str = self._asked(url, params, headers, decoded)
        return found

    def download(self, url: str, path: Path, *, params: Sent = None, headers: Sent = None) -> None:
        """A file, whole or not at all."""
        content = self._asked(url, params, headers, lambda content: content)
        path.write_bytes(content)

    def _asked(self, url: str, params: Sent, headers: Sent, parse: Any) -> Any:
        patience = self.patience
        retrying = stamina.retry_context(
            on=self._wait,
            attempts=patience.attempts,
            timeout=patience.whole,
            wait_initial=patience.first_wait,
            wait_max=patience.longest_wait,
            wait_jitter=patience.first_wait,
        )
        host, ends, times = _host(url), time.monotonic() + patience.whole, 0
        try:
            for attempt in retrying:
                with attempt:
                    times = attempt.num
                    return parse(self._once(url, params, headers, ends))
        except _AgainError as problem:
            raise SourceError(
                f"{host} is unavailable: {problem}, {times} times in a row ({_short(url)}). Try again later."
            ) from problem
        raise AssertionError("a question is answered or has failed")

    def _wait(self, problem: Exception) -> bool | float:
        if not isinstance(problem, _AgainError):
            return False
        return True if problem.after is None else min(problem.after, self.patience.longest_wait)

    def _once(self, url: str, params: Sent, headers: Sent, ends: float) -> bytes:
        host = urlsplit(url).netloc
        since = time.monotonic() - self._last.get(host, -self.patience.pause)
        time.sleep(max(0.0, self.patience.pause - since))
        try:
            with self._client.stream("GET", url, params=params, headers=headers) as reply:
                if reply.status_code in RETRIED:
                    raise _AgainError(f"it answered {reply.status_code}", _retry_after(reply))
                if reply.status_code == 404:
                    raise SourceError(f"{host} has no {_short(url)}. Look whether the data set was replaced.")
                if reply.status_code >= 300:
                    raise SourceError(f"{host} refused {_short(url)} with {reply.status_code}.")
                return self._content(reply, url, ends)
        except httpx.TimeoutException as problem:
            raise _AgainError("it did not answer in time") from problem
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as problem:
            raise SourceError(f"'{url}' is no address: {problem}") from problem
        except httpx.HTTPError as problem:
            raise _AgainError(f"the connection broke ({problem or type(problem).__name__})") from problem
        finally:
            self._last[host] = time.monotonic()

    def _content(self, reply: httpx.Response, url: str, ends: float) -> bytes:
        parts, size = [], 0
        for part in reply.iter_bytes():
            size += len(part)
            if size > self.patience.largest:
                raise SourceError(
                    f"{_short(url)} is larger than {self.patience.largest // 2**20} MB. Select less of it."
                )
            if time.monotonic() > ends:
                raise SourceError(
                    f"{urlsplit(url).netloc} is too slow: {_short(url)} was not whole after "
                    f"{self.patience.whole:g} seconds. Try again later."
                )
            parts.append(part)
        return b"".join(parts)


def _retry_after(reply: httpx.Response) -> float | None:
    """How long the host asks us to wait, in seconds: it may say so as a number or as a date."""
    text = reply.headers.get("Retry-After", "").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _no_number(name: str) -> None:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError(name)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError as problem:
        raise SourceError(f"'{url}' is no address: {problem}.") from problem


def _short(url: str) -> str:
    parts = urlsplit(url)
    return parts.path if len(parts.path) <= 120 else f"{parts.path[:117]}..."
