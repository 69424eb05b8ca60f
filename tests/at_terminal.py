"""Somebody at a real terminal: `bo` in a pty, and the screen as a person sees it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import pexpect
import pyte

ROWS = 120
"""So high that all of a command stays in view."""


class Seen(NamedTuple):
    """What stood on the screen at the end, line by line, and the exit code."""

    lines: list[str]
    code: int | None


class Terminal:
    """A terminal in a folder. Nothing waits longer than `patience` seconds: then what was on the screen is told."""

    def __init__(self, folder: Path, columns: int = 80, patience: int = 20) -> None:
        self.folder, self.columns, self.patience = folder, columns, patience

    def bo(self, *arguments: str, typing: list[tuple[str, str]] | None = None, **extra: str) -> Seen:
        """Run `bo`; each time the first text of a pair is on the screen, what stands beside it is typed."""
        screen = pyte.Screen(self.columns, ROWS)
        stream = pyte.Stream(screen)
        dropped = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "BO_EENVOUDIG", "BO_DEBUG", "VISUAL", "EDITOR")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        env = {**kept, "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": str(self.folder), **extra}
        child = pexpect.spawn(
            sys.executable,
            ["-m", "basisondersteuning", *arguments],
            cwd=str(self.folder),
            env=env,
            encoding="utf-8",
            timeout=self.patience,
            dimensions=(ROWS, self.columns),
        )
        screen.write_process_input = child.send  # answers where the cursor is, as a terminal does
        for awaited, typed in typing or []:
            while not any(awaited in line for line in screen.display):
                assert self._feed(child, stream), f"never came: {awaited}\n{_text(screen)}"
            child.send(typed)
        while self._feed(child, stream):
            pass
        waited = child.isalive()
        child.close(force=True)
        assert not waited, f"it is still waiting for something:\n{_text(screen)}"
        return Seen(_text(screen).split("\n"), child.exitstatus)

    def _feed(self, child: pexpect.spawn, stream: pyte.Stream) -> bool:
        try:
            stream.feed(child.read_nonblocking(4096, timeout=self.patience))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        return True


def _text(screen: pyte.Screen) -> str:
    """The screen without what is empty at the end."""
    return "\n".join(line.rstrip() for line in screen.display).rstrip()
