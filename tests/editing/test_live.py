"""The server of an editor: it follows the files, speaks with this machine only, and leaves no trace."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from internationals import cli, live
from internationals.live import LiveServer, state
from internationals.live_answers import Now, answer
from internationals.outputs.site.render import policy
from internationals.preview import Preview, Shown
from internationals.shapes import ConfigError
from tests.editing.a_project import OF_OTHER, OF_PAGE, PAGE, built_in, own, project


@dataclass
class Editor:
    """A project, the server that follows it, and what was said in the terminal."""

    folder: Path
    server: LiveServer
    said: list[str]

    def get(self, path: str, host: str | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection(live.ADDRESS, self.server.port, timeout=5)
        connection.request("GET", path, headers={"Host": host or f"127.0.0.1:{self.server.port}"})
        response = connection.getresponse()
        found = response.status, response.read().decode()
        connection.close()
        return found

    def version(self) -> str:
        return self.get("/.preview/version")[1]


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    folder = project(tmp_path / "leiden")
    said: list[str] = []
    server = LiveServer(Preview(folder, "2022"), 0, said.append)
    server.open()
    try:
        yield Editor(folder, server, said)
    finally:
        server.close()


def soon(holds: Callable[[], bool], within: float = 1.0) -> bool:
    """Whether something becomes true in time."""
    until = time.monotonic() + within
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def test_a_changed_text_is_served_within_a_second(editor: Editor) -> None:
    version = editor.version()
    own(editor.folder, "nl.md", built_in("nl.md") + "\nDit schreef de redactie.\n")
    assert soon(lambda: "Dit schreef de redactie." in editor.get(f"/{OF_PAGE['nl']}")[1])
    assert editor.version() != version


def test_nothing_changes_while_nobody_writes(editor: Editor) -> None:
    version = editor.version()
    time.sleep(0.6)
    assert editor.version() == version


def test_a_mistake_is_said_in_the_terminal_once_and_so_is_its_end(editor: Editor) -> None:
    path = own(editor.folder, "nl.md", "Er zijn 7.\n")
    assert soon(lambda: len(editor.said) == 1)
    assert f"pages/{PAGE}/nl.md, line 1" in editor.said[0]
    (editor.folder / "facts.yml").write_text("{}", encoding="utf-8")
    path.unlink()
    assert soon(lambda: len(editor.said) == 2)
    assert editor.said[1] == "Nothing is wrong any more."


def test_a_mistake_that_belongs_to_no_page_stands_above_every_page(editor: Editor) -> None:
    (editor.folder / "facts.yml").write_text("a: <b>\n", encoding="utf-8")
    assert soon(lambda: "facts.yml, line 1" in editor.get(f"/{OF_OTHER['en']}")[1])
    assert 'role="alert"' in editor.get("/")[1]


def test_an_error_of_ours_does_not_end_the_server(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_preview: Preview) -> Shown:
        raise ZeroDivisionError("ours")

    with monkeypatch.context() as patched:
        patched.setattr(Preview, "renew", fail)
        own(editor.folder, "nl.md", built_in("nl.md"))
        assert soon(lambda: bool(editor.said))
        assert "error of ours" in editor.said[0] and "ZeroDivisionError" in editor.said[0]
        assert editor.get(f"/{OF_PAGE['nl']}")[0] == 200
    own(editor.folder, "nl.md", built_in("nl.md") + "\n")
    assert soon(lambda: editor.said[-1] == "Nothing is wrong any more.")


def test_only_the_page_in_the_browser_has_the_script_and_leave_for_it(editor: Editor) -> None:
    status, page = editor.get(f"/{OF_PAGE['nl']}")
    document = Preview(editor.folder, "2022").renew().documents[OF_PAGE["nl"]].decode()
    assert status == 200
    assert "script-src 'self'; default-src" in page and page.count("<script") == 1
    assert "<script" not in document and "script-src" not in document
    assert policy().replace("'", "&#39;") in document


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/nl/", 200), ("/nl/index.html?x", 200), ("/assets/style.css", 200), ("/nowhere", 404)],
)
def test_the_site_is_served_at_its_addresses(editor: Editor, path: str, status: int) -> None:
    assert editor.get(path)[0] == status


def test_an_address_without_its_slash_leads_to_the_one_with_it() -> None:
    found = answer("nl", Now(Shown({"nl/index.html": b"<body></body>"}), "1"))
    assert (found.status, found.location) == (301, "/nl/")


def test_before_there_is_any_site_the_mistake_is_shown(tmp_path: Path) -> None:
    folder = project(tmp_path / "leiden")
    (folder / "municipality.yml").write_text("x: 1\n", encoding="utf-8")
    found = answer("", Now(Preview(folder, "2022").renew(), "1"))
    assert found.status == 404 and b"municipality.yml" in found.content and b"<script" in found.content


def test_another_name_for_this_machine_is_refused(editor: Editor) -> None:
    assert editor.get("/", host="rebound.example.org")[0] == 403
    assert editor.get("/", host="localhost:80")[0] == 200


def test_it_listens_to_this_machine_only(editor: Editor) -> None:
    assert editor.server._server.server_address[0] == "127.0.0.1"


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=f"Port {port} is in use"):
            LiveServer(Preview(tmp_path, "2022"), port, print)


def test_after_closing_the_port_is_free_and_no_thread_is_left(tmp_path: Path) -> None:
    threads = set(threading.enumerate())
    server = LiveServer(Preview(project(tmp_path / "leiden"), "2022"), 0, print)
    server.open()
    port = server.port
    server.close()
    assert set(threading.enumerate()) <= threads
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))


def test_nothing_is_written_while_following(editor: Editor) -> None:
    assert not (editor.folder / "public").exists()


def test_a_file_of_the_same_length_written_later_is_another_state(tmp_path: Path) -> None:
    file = tmp_path / "nl.md"
    file.write_text("een", encoding="utf-8")
    before = state([tmp_path])
    time.sleep(0.02)
    file.write_text("nee", encoding="utf-8")
    assert state([tmp_path]) != before


def test_the_command_follows_until_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = project(tmp_path / "leiden")

    def interrupted(_server: LiveServer) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(LiveServer, "wait", interrupted)
    assert cli.run(["serve", str(folder), "-e", "2022", "--watch", "--port", "0"]) == 0
    printed = capsys.readouterr().out
    assert "http://127.0.0.1:" in printed and printed.endswith("Stopped.\n")


def test_an_edition_that_does_not_exist_is_refused_before_anything_is_served(tmp_path: Path) -> None:
    assert cli.run(["serve", str(project(tmp_path / "leiden")), "-e", "2031", "--watch"]) == 3
