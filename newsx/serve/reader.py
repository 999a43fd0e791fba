"""One page read in a process of its own, within its time and memory, so that no page can stop the server."""

from __future__ import annotations

import json
import signal
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from newsx.batch.machine import memory_share
from newsx.batch.memory import OVER_LIMIT, Memory
from newsx.batch.worker import end_with_parent, process_context
from newsx.errors import NewsxError, OptionError
from newsx.timed import cause

AT_ONCE = 4
"""Pages read at one time; others wait for their turn."""


class Answer(NamedTuple):
    """What goes back to the browser."""

    status: int
    body: bytes
    """JSON: `record`, `explanation` and `markdown`, or `error` with its `kind` and `message`."""


def failure(status: int, kind: str, message: str) -> Answer:
    """The answer that tells of an error."""
    return Answer(status, _json({"error": {"kind": kind, "message": message}}))


class Reading:
    """A page that is being read."""

    def __init__(self, page: bytes, arguments: dict[str, str], seconds: float) -> None:
        """page: its bytes. arguments: those of `newsx.extract` beside it. seconds: what it may take."""
        self._page = page
        self._seconds = seconds
        self._memory = memory_share(AT_ONCE)
        context = process_context()
        self._connection, self._theirs = context.Pipe()
        self._process = context.Process(  # type: ignore[attr-defined]  # typeshed has it on the single contexts only
            target=_read, args=(self._theirs, arguments, self._memory, seconds), daemon=True
        )
        self._is_ended = False

    def answer(self) -> Answer:
        """Waits for it; a page that cannot be read, or takes too much, is an answer as well."""
        try:
            self._process.start()
            self._theirs.close()
            if self._is_ended:
                self.end()
            self._connection.send_bytes(self._page)
            if not self._connection.poll(self._seconds):
                return failure(422, "timeout", f"no result after {self._seconds:g} seconds")
            answer: Answer = self._connection.recv()
        except (EOFError, OSError):
            return self._died()
        finally:
            self.end()
            self._process.join()
            self._connection.close()
        return answer

    def end(self) -> None:
        """Ends its process, whatever it is at; another thread may be waiting for the answer."""
        self._is_ended = True
        if self._process.pid is not None:
            self._process.kill()

    def _died(self) -> Answer:
        self._process.join()
        if self._process.exitcode == OVER_LIMIT:
            return failure(422, "memory", f"it takes more than {self._memory / 1e9:g} GB of memory")
        return failure(422, "crash", f"the process that read it died ({cause(self._process.exitcode)})")


def _read(connection: Connection, arguments: dict[str, str], memory: int, seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes, and the server ends this one
    end_with_parent(seconds)
    Memory(memory)
    try:
        connection.send(_answer(connection.recv_bytes(), arguments))
    except (EOFError, OSError):
        return  # the server is gone


def _answer(page: bytes, arguments: dict[str, Any]) -> Answer:
    from newsx.pipeline import examine, explained
    from newsx.write.explanation import to_dict

    try:
        examined = explained(examine(page, **arguments))
        article = examined.article
        answer = {
            "record": article.to_dict(),
            "explanation": to_dict(examined.labelled, article),
            "markdown": article.to_markdown(front_matter=True),
        }
        return Answer(200, _json(answer))
    except OptionError as error:
        return failure(400, error.kind, str(error))
    except NewsxError as error:
        return failure(422, error.kind, str(error))
    except MemoryError:
        return failure(422, "memory", "there is not enough memory for it")
    except Exception as error:  # noqa: BLE001 - a bug that one page meets is told, as everywhere
        message = (
            f"newsx failed on it ({type(error).__name__}: {error}), which is a bug; please report it with this page"
        )
        return failure(500, "bug", message)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
