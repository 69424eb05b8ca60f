"""A command of `bo` that watches, as a process with the lines it writes."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

PROGRAM = (
    "import signal, sys; from basisondersteuning.cli.entry import main; "
    "signal.signal(signal.SIGINT, signal.default_int_handler); sys.argv = ['bo', *sys.argv[1:]]; main()"
)
"""`bo`, that heeds Ctrl-C also where these tests run in the background of a shell, which ignores it."""


class Watched:
    """A command of `bo` that watches, with the lines it wrote so far (standard output and error as one)."""

    def __init__(self, folder: Path, *words: str) -> None:
        env = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
        env.pop("BO_DEBUG", None)
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *words],
            cwd=folder,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.seen: list[str] = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line.decode())

    def until(self, word: str) -> str:
        """What was written from now up to and including a line with this word."""
        fresh: list[str] = []
        while not fresh or word not in fresh[-1]:
            try:
                fresh.append(self.lines.get(timeout=30))
            except queue.Empty:
                pytest.fail(f"no `{word}` in {''.join(self.seen + fresh)}")
        self.seen += fresh
        return "".join(fresh)

    def stop(self) -> int:
        """Ctrl-C, as a terminal gives it; the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(timeout=30)
        self.reader.join()
        assert "Traceback" not in "".join([*self.seen, *self.lines.queue])
        return code
