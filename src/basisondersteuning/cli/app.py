"""Runs one command: finds its module, calls it, and turns what goes wrong into a line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from .commands import COMMANDS
from .terminal import Spoken, is_terminal, say, utf8_output, width

FINE, FINDINGS, USAGE, NO_RECORDS, INTERNAL, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 130, 141
"""Exit codes."""


def run(arguments: list[str]) -> int:
    """Run `bo` with these arguments and give its exit code. Never raises for what a user does."""
    utf8_output()
    name = arguments[0]
    if name not in COMMANDS:
        from ..records.nearmiss import nearest

        meant = nearest(name, COMMANDS)
        say(f"bo: de opdracht `{name}` bestaat niet." + (f" Bedoelde u `bo {meant}`?" if meant else " Zie `bo --help`."))
        return USAGE
    import typer
    from typer.main import get_command

    from .dutch import usage_message

    module = import_module(f"basisondersteuning.cli.{COMMANDS[name][0]}")
    command = get_command(module.app)
    usage_error = typer.BadParameter.__mro__[1]
    try:
        code = command.main(arguments[1:], prog_name=f"bo {name}", standalone_mode=False)
        sys.stdout.flush()
    except usage_error as error:  # type: ignore[misc]
        words = [name, *(one for one in arguments[1:2] if one in getattr(command, "commands", {}))]
        _say_usage(f"bo {' '.join(words)}: {usage_message(error)} Zie `bo {' '.join(words)} --help`.")
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        say("bo: onderbroken.")
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has gone; keep the interpreter from complaining when it flushes at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:  # our own mistake: say so in one line, without a word of any record
        if os.environ.get("BO_DEBUG"):
            raise
        say(f"bo {name}: `bo` zelf liep vast ({type(error).__name__}). Meld dit met de versie (`bo --version`).")
        return INTERNAL
    if code == INTERRUPTED and not Spoken.yet:  # Typer turns Ctrl-C into an exit code by itself
        say("bo: onderbroken.")
    return code if isinstance(code, int) else FINE


def _say_usage(text: str) -> None:
    """Say what is wrong with the words of the user: in one line, which a terminal gets folded between words."""
    if is_terminal(sys.stderr):
        from ..findings.paint import folded

        text = "\n".join(folded(text, width(), "  ", ""))
    say(text)
