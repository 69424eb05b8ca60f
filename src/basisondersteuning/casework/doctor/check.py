"""One thing that was looked at."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How it is: fine, only to be told, worth a look, or wrong so that it must be mended."""

    GOED = "goed"
    INFO = "info"
    LET_OP = "let_op"
    MIS = "mis"


class Check(NamedTuple):
    """What was looked at (`name`), how it is, in words, and how to mend it where there is something to mend."""

    name: str
    state: State
    words: str
    remedy: str = ""


def shown(path: str) -> str:
    """A path for the screen: the folder of the user as `~`, since its name is often that of a person."""
    home = os.path.expanduser("~")
    whole = os.path.abspath(path)
    short = f"~{whole[len(home) :]}" if len(home) > 1 and (whole == home or whole.startswith(home + os.sep)) else whole
    return "".join(one if one.isprintable() else "?" for one in short)
