"""The page in a real browser: what it shows, and that nothing in a saved page can run, load or leave."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newsx.serve.guard import policy
from tests.cli.invented import FIRST, HEADLINE, PAGE
from tests.serve.conftest import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MARKUP = Path(__file__).resolve().parents[2] / "newsx" / "serve" / "page.html"
HOSTILE = PAGE.replace(HEADLINE, f"{HEADLINE} &lt;img src=x onerror=\"document.title='ran'\"&gt;").replace(
    FIRST, f"{FIRST} &lt;script&gt;document.title='ran'&lt;/script&gt; &lt;/script&gt;&lt;b id=broken&gt;"
)


def test_the_page_asks_nothing_but_its_own_server() -> None:
    """No address of elsewhere in it, and no way to turn text into markup."""
    markup = MARKUP.read_text("utf-8")
    assert re.findall(r"https?://(?!site\.example)", markup) == []
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|\son\w+=", markup)
    assert re.findall(r"<(?:link|img|iframe|script|style)\b[^>]*>", markup) == ["<style>", "<script>"]


def test_the_policy_holds_for_these_scripts_alone() -> None:
    """A letter more, and the script is another one."""
    assert policy("<script>a()</script>") != policy("<script>a() </script>")
    assert "script-src 'none'" in policy("<p>")


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
class TestInChromium:
    """Driven through the protocol for debugging, over pipes."""

    def test_a_pasted_page_is_shown_beside_what_was_left_out(self, server: Server, tmp_path: Path) -> None:
        """With reasons, and the fields."""
        browser = Browser(tmp_path)
        browser.open(server.address)
        browser.paste(PAGE)
        assert browser.value("document.querySelector('#article h1').textContent") == HEADLINE
        assert browser.value("document.querySelector('#article').lang") == "hi"
        assert FIRST in browser.value("document.querySelector('#article').textContent")
        left = browser.value("document.querySelector('#dropped').textContent")
        assert "हमारे बारे में" in left
        assert "navigation" in left or "footer" in left
        browser.screenshots("pasted")
        assert browser.close() == []

    def test_text_of_a_page_does_not_run(self, server: Server, tmp_path: Path) -> None:
        """It is shown as it was written."""
        browser = Browser(tmp_path)
        browser.open(server.address)
        browser.paste(HOSTILE)
        shown = browser.value("document.querySelector('#article').textContent")
        assert "<img src=x onerror=" in shown
        assert "<script>document.title='ran'</script>" in shown
        assert browser.value("document.title") == "newsx"
        assert browser.value("document.querySelectorAll('img, #broken, main script').length") == 0
        assert browser.close() == []

    def test_what_is_no_page_is_told(self, server: Server, tmp_path: Path) -> None:
        """In one line, in the place of a result."""
        browser = Browser(tmp_path)
        browser.open(server.address)
        browser.paste("%PDF-1.7 x")
        assert "PDF" in browser.value("document.querySelector('#status').textContent")
        assert browser.value("document.querySelector('#result').hidden") is True
        assert browser.close() == []

    def test_nothing_is_wider_than_a_telephone(self, server: Server, tmp_path: Path) -> None:
        """At 390 pixels nobody scrolls sideways."""
        browser = Browser(tmp_path)
        browser.size(390)
        browser.open(server.address)
        browser.paste(HOSTILE.replace(FIRST, FIRST + "x" * 300))
        assert browser.value("document.documentElement.scrollWidth") <= 390
        assert browser.close() == []


class Browser:
    """A headless Chromium that may reach this machine alone, and is told what to do over two pipes."""

    def __init__(self, folder: Path) -> None:
        in_read, self._write = os.pipe()
        self._read, out_write = os.pipe()
        # Chromium reads at 3 and writes at 4, which may be the numbers of something else here.
        theirs = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (in_read, out_write)]
        ends = "exec 3<&{0} 4>&{1} {0}<&- {1}>&-".format(*theirs)
        options = f"--headless --no-sandbox --disable-gpu --remote-debugging-pipe --user-data-dir={folder / 'profile'}"
        self._process = subprocess.Popen(
            [
                "bash",
                "-c",
                f'{ends}; exec "$0" {options} --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"',
                str(CHROMIUM),
            ],
            pass_fds=theirs,
            stderr=subprocess.DEVNULL,
        )
        for end in (in_read, out_write, *theirs):
            os.close(end)
        self._folder = folder
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        self._requests: list[str] = []
        self._errors: list[str] = []
        target = self._do("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._do(f"{domain}.enable")

    def open(self, address: str) -> None:
        self._do("Page.navigate", url=address)
        self._until("document.readyState === 'complete' && document.querySelector('#drop') !== null")

    def size(self, width: int, height: int = 900) -> None:
        self._do("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def paste(self, text: str) -> None:
        self.value(f"at('pasted').value = {json.dumps(text)}; at('drop').requestSubmit(); 0")
        self._until("!at('status').textContent.startsWith('Reading')")

    def screenshots(self, name: str) -> None:
        """At both widths, for a person to look at: ``pytest --basetemp`` says where."""
        for width in (1280, 390):
            self.size(width)
            taken = self._do("Page.captureScreenshot", captureBeyondViewport=True)["data"]
            (self._folder / f"{name}-{width}.png").write_bytes(base64.b64decode(taken))

    def value(self, expression: str) -> Any:
        found = self._do("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def close(self) -> list[str]:
        """Ends it; requests for anything but the server, and what the console complained of."""
        elsewhere = [url for url in self._requests if not url.startswith(("http://127.0.0.1:", "about:"))]
        self._process.kill()
        self._process.wait()
        os.close(self._read)
        os.close(self._write)
        return [*elsewhere, *self._errors]

    def _until(self, condition: str) -> None:
        self.value(
            "new Promise((done, fail) => { const end = Date.now() + 60000; const look = () => ("
            f"{condition}) ? done(1) : Date.now() > end ? fail(Error('in vain')) : setTimeout(look, 50); look(); }})"
        )

    def _do(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def _note(self, event: dict[str, Any]) -> None:
        parameters = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            self._requests.append(parameters["request"]["url"])
        elif event.get("method") == "Runtime.exceptionThrown":
            self._errors.append(str(parameters))
        elif event.get("method") == "Log.entryAdded":
            complaint = str(parameters)
            if "favicon.ico" not in complaint and "status of 422" not in complaint:
                self._errors.append(complaint)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._read, 1 << 16)
            assert part, "the browser has ended"
            self._rest += part
        message, _, self._rest = self._rest.partition(b"\0")
        event: dict[str, Any] = json.loads(message)
        return event
