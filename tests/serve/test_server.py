"""The server: what it gives, whom it refuses, how it bounds a page, how it begins and ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

import newsx
from newsx.read.source import SIZE_LIMIT
from tests.cli.invented import HEADLINE, LISTING, NEWSX, PAGE
from tests.serve.conftest import PAGE_TYPE, Server, serving

OTHER = "https://other.example"


def test_a_page_comes_back_as_the_record_that_the_library_gives(server: Server) -> None:
    """With the explanation and Markdown beside it."""
    reply = server.extract(PAGE.encode())
    found = reply.json()
    article = newsx.extract(PAGE.encode())
    assert reply.status == 200
    assert found["record"] == article.to_dict()
    assert found["markdown"] == article.to_markdown(front_matter=True)
    dropped = [block for block in found["explanation"]["blocks"] if block["use"] == "dropped"]
    assert dropped
    assert all(block["reason"] for block in dropped)


def test_arguments_of_extract_stand_in_the_query(server: Server) -> None:
    """As the address and the time that a saved page does not tell."""
    found = server.extract(PAGE.replace("<link", "<x").encode(), "?url=https://gaon.example/a&encoding=").json()
    assert found["record"]["url"] == "https://gaon.example/a"
    assert server.extract(PAGE.encode(), "?captured_at=soon").status == 400
    assert "captured_at must be" in server.extract(PAGE.encode(), "?captured_at=soon").json()["error"]["message"]
    assert server.extract(PAGE.encode(), "?path=/etc/passwd").json()["error"]["kind"] == "option"


def test_a_page_without_an_article_and_one_that_is_none_are_told(server: Server) -> None:
    """The first is an answer as any, the second an error of one line."""
    assert server.extract(LISTING.encode()).json()["record"]["is_article"] is False
    for page, kind in ((b"%PDF-1.7\n", "pdf"), (b"", "empty")):
        reply = server.extract(page)
        assert (reply.status, reply.json()["error"]["kind"]) == (422, kind)
        assert "\n" not in reply.json()["error"]["message"]


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "text/html", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", None],
)
def test_what_a_form_of_another_site_could_send_is_refused(server: Server, content_type: str | None) -> None:
    """Browsers send these types without asking for leave."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    assert server.ask("POST", "/extract", PAGE.encode(), headers).status == 415


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "rebound.example"},
        {"Host": "rebound.example:8639"},
        {"Host": "127.0.0.1.rebound.example"},
        {"Host": "127.0.0.1@rebound.example"},
        {"Host": ""},
        {"Origin": OTHER},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("POST", "/extract"), ("OPTIONS", "/extract")])
def test_requests_of_other_sites_are_refused(server: Server, method: str, path: str, headers: dict[str, str]) -> None:
    """By a name that is not of this machine, by their origin, and by what the browser says of them."""
    reply = server.ask(method, path, PAGE.encode() if method == "POST" else None, {**PAGE_TYPE, **headers})
    assert (reply.status, reply.json()["error"]["kind"]) == (403, "forbidden")
    assert not [name for name in reply.headers if name.lower().startswith("access-control-")]


def test_requests_of_its_own_page_are_answered(server: Server) -> None:
    """By either name of this machine."""
    for name in ("127.0.0.1", "localhost", "LocalHost"):
        host = f"{name}:{server.port}"
        headers = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
        assert server.extract(PAGE.encode(), **headers).status == 200
    assert server.ask("GET", "/", headers={"Sec-Fetch-Site": "none"}).status == 200


def test_each_answer_forbids_the_browser_what_it_does_not_need(server: Server) -> None:
    """Nothing from elsewhere, no script but the page's own, no frame around it."""
    for reply in (
        server.ask("GET", "/"),
        server.ask("GET", "/nothing"),
        server.ask("GET", "/", headers={"Origin": "x"}),
    ):
        headers = {name.lower(): value for name, value in reply.headers.items()}
        rules = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == rules["frame-ancestors"] == "'none'"
        assert rules["script-src"].startswith("'sha256-")
        assert rules["style-src"].startswith("'sha256-")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


def test_addresses_that_are_not_there_are_told(server: Server) -> None:
    """As JSON."""
    for method, path, status in (("GET", "/nothing", 404), ("GET", "/extract", 405), ("GET", "/../etc/passwd", 404)):
        reply = server.ask(method, path)
        assert (reply.status, reply.json()["error"]["message"]) == (status, "there are GET / and POST /extract")


def test_a_page_that_says_to_be_too_large_is_refused_unread(server: Server) -> None:
    """Before a byte of it is there."""
    request = f"POST /extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: {PAGE_TYPE['Content-Type']}\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(f"{request}Content-Length: {SIZE_LIMIT + 1}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")


def test_a_page_that_does_not_say_its_size_is_refused_when_it_is_too_large(server: Server) -> None:
    """And the server goes on."""
    chunk = b"x" * 1_000_000

    def chunks() -> Iterator[bytes]:
        for _ in range(SIZE_LIMIT // len(chunk) + 1):
            yield chunk

    assert server.ask("POST", "/extract", chunks(), PAGE_TYPE).status == 413
    assert server.extract(PAGE.encode()).status == 200


def test_a_page_that_takes_too_long_is_given_up() -> None:
    """Its process is ended, and the next page is read."""
    with serving("--timeout", "0.01") as server:
        reply = server.extract(PAGE.encode() * 200)
        assert reply.status == 422
        assert reply.json()["error"] == {"kind": "timeout", "message": "no result after 0.01 seconds"}
        assert server.ask("GET", "/").status == 200


@pytest.mark.parametrize("is_reading", [False, True])
def test_ctrl_c_ends_it_quietly(is_reading: bool) -> None:
    """Also while a page comes in: no traceback, code 130, within seconds."""
    with serving() as server, socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        if is_reading:
            head = f"POST /extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: {PAGE_TYPE['Content-Type']}\r\n"
            connection.sendall(f"{head}Content-Length: 5\r\n\r\n12".encode())
            time.sleep(0.3)
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(timeout=20) == 130
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    """Another address of the same machine is not answered."""
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)


def test_a_port_in_use_is_told(server: Server) -> None:
    """In one line that says what to do."""
    done = subprocess.run(
        [*NEWSX, "serve", "--port", str(server.port)], capture_output=True, text=True, check=False, timeout=60
    )
    message = f"it cannot listen on port {server.port} (Address already in use); choose another one: --port"
    assert (done.returncode, done.stderr) == (1, f"newsx: serve: {message}\n")


def test_without_the_extra_it_says_how_to_install_it() -> None:
    """And no traceback."""
    code = "import sys; sys.modules['starlette'] = None; sys.argv = ['newsx', 'serve']\n"
    code += "import newsx.cli.app as a; a.main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60, env={**os.environ}
    )
    assert done.returncode == 2
    assert "serve needs starlette and uvicorn; pip install 'newsx[serve]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_hostile_bytes_are_an_answer(server: Server) -> None:
    """Whatever comes, there is JSON."""
    for page in (b"\x00" * 1000, os.urandom(2000), b"<" * 100_000, f"<h1>{HEADLINE}".encode("utf-16")):
        assert server.extract(page).status in (200, 422)
