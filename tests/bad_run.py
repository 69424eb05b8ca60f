"""Run `bo` as a user does, in a process of its own, and hold it to what always holds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

BO = [sys.executable, "-m", "basisondersteuning"]
DAY = ["--peildatum", "2024-10-07"]
FORMATS = ["text", "short", "json", "jsonl"]


def bo(*words: str | bytes, cwd: Path, env: dict[str, str] | None = None, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run `bo` as a user does; a run that takes half a minute counts as one that hangs."""
    environment = {**os.environ, "COLUMNS": "80", **(env or {})}
    environment.pop("BO_DEBUG", None)
    more.setdefault("stdout", subprocess.PIPE)
    more.setdefault("stderr", subprocess.PIPE)
    more.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run([*BO, *words], cwd=cwd, env=environment, timeout=30, check=False, **more)
    for stream in (done.stdout, done.stderr):
        assert b"Traceback" not in (stream or b""), stream.decode(errors="replace")
        assert b"Warning" not in (stream or b"")
    return done
