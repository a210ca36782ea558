"""The polite client: it waits as it is asked to, it does not wait for ever, and it keeps what is whole only."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from internationals.shapes import SourceError
from internationals.sources.net import Net, Patience
from tests.fakes.server import Service, serving
from tests.fakes.serving import serving as answering

EAGER = Patience(attempts=3, connect=1, read=1, first_wait=0.001, longest_wait=10, pause=0)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving(lambda path, _query, _base: None if path == "/none" else {"path": path}) as running:
        yield running


def seconds(service: Service, fault: str, patience: Patience = EAGER) -> float:
    """How long an answer took that came at the second try."""
    began = time.monotonic()
    with Net(patience) as net:
        assert net.json(f"{service.with_fault(fault)}x1/a") == {"path": "/a"}
    assert service.asked == ["/a", "/a"]
    return time.monotonic() - began


def test_it_waits_as_many_seconds_as_a_busy_host_asks(service: Service) -> None:
    assert seconds(service, "later") >= 1


def test_it_waits_until_the_time_that_a_busy_host_names(service: Service) -> None:
    assert seconds(service, "atatime") >= 0.9


def test_it_waits_no_longer_than_its_own_patience_when_a_host_asks_for_a_day(service: Service) -> None:
    assert seconds(service, "muchlater", replace(EAGER, longest_wait=0.05)) < 1


def test_it_waits_as_it_would_have_when_a_host_asks_in_words(service: Service) -> None:
    assert seconds(service, "whenever") < 1


def test_it_rests_between_two_questions_to_one_host(service: Service) -> None:
    began = time.monotonic()
    with Net(replace(EAGER, pause=0.2)) as net:
        for _ in range(3):
            net.json(f"{service.address}/a")
    assert time.monotonic() - began >= 0.4


def test_what_is_not_there_is_asked_for_once(service: Service) -> None:
    with Net(EAGER) as net, pytest.raises(SourceError, match=r"has no /none\."):
        net.json(f"{service.address}/none")
    assert service.asked == ["/none"]


def test_a_host_that_answers_a_byte_at_a_time_is_not_waited_for_to_the_end() -> None:
    began = time.monotonic()
    with (
        serving(lambda _path, _query, _base: {"much": "x" * 1000}) as running,
        Net(replace(EAGER, whole=0.3)) as net,
        pytest.raises(SourceError, match=r"is too slow: .* was not whole after 0\.3 seconds"),
    ):
        net.json(f"{running.with_fault('drip')}/a")
    assert time.monotonic() - began < 5


def test_tries_end_with_the_time_for_the_whole_question(service: Service) -> None:
    patience = replace(EAGER, attempts=50, whole=0.3, first_wait=0.1, longest_wait=0.1)
    with Net(patience) as net, pytest.raises(SourceError, match=r"it answered 500, [2-9] times in a row"):
        net.json(f"{service.with_fault('500')}/a")


def test_an_answer_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (
        answering(lambda _asked: (200, b"x" * 3_000_000)) as address,
        Net(replace(EAGER, largest=2**20)) as net,
    ):
        with pytest.raises(SourceError, match="is larger than 1 MB"):
            net.download(f"{address}/map", tmp_path / "map")
        assert not (tmp_path / "map").exists()


def test_a_download_that_breaks_off_leaves_no_file(service: Service, tmp_path: Path) -> None:
    with Net(EAGER) as net:
        with pytest.raises(SourceError, match="the connection broke"):
            net.download(f"{service.with_fault('cut')}/a", tmp_path / "file")
        assert not (tmp_path / "file").exists()
        net.download(f"{service.with_fault('cut')}x1/b", tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b'{"path": "/b"}'


@pytest.mark.parametrize("body", [b'{"value": NaN}', b'{"value": -Infinity}', b"", b"[]", b"\xff\xfe"])
def test_what_is_no_object_in_json_is_refused(body: bytes) -> None:
    with (
        answering(lambda _asked: (200, body)) as address,
        Net(EAGER) as net,
        pytest.raises(SourceError, match="in place of"),
    ):
        net.json(address)


def test_a_text_in_another_alphabet_is_refused() -> None:
    with (
        answering(lambda _asked: (200, b"\xff\xfe")) as address,
        Net(EAGER) as net,
        pytest.raises(SourceError, match="no text in UTF-8"),
    ):
        net.text(address)


def test_a_host_that_is_not_there_and_an_address_that_is_none_give_a_sentence() -> None:
    with serving(lambda _path, _query, _base: {}) as running:
        address = running.address
    with Net(EAGER) as net:
        with pytest.raises(SourceError, match="the connection broke"):
            net.json(address)
        for wrong in ("http://[", "opendata.cbs.nl/table", "ftp://opendata.cbs.nl", "http://a b/\x00"):
            with pytest.raises(SourceError, match=f"'{re.escape(wrong)}' is no address"):
                net.json(wrong)


def test_it_does_not_follow_a_host_to_another_address() -> None:
    with (
        answering(lambda _asked: (302, b"")) as address,
        Net(EAGER) as net,
        pytest.raises(SourceError, match=r"refused .* with 302"),
    ):
        net.json(f"{address}/a")
