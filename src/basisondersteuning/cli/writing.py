"""Write a record that a command made: to the screen or to a file, and never over what a person wrote."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from ..findings.finding import readable
from .terminal import say

ForceOption = Annotated[bool, typer.Option("--force", help="Overschrijf een bestand met kengetallen dat er al is.")]


def put_figures(command: str, path: str, text: str, force: bool) -> bool:
    """Write the text of a record of counts to `path`, `-` for the screen. Says what is wrong; whether there was anything."""
    from ..records.kengetallen_text import replaceable
    from ..records.source import MAX_BYTES
    from ..records.write import reason, replace, write_new

    shown = readable(path)
    if len(text.encode()) > MAX_BYTES:
        say(f"bo {command}: dit wordt te groot voor één bestand. Geef met --swv de scholen op die meetellen.")
        return True
    if path == "-":
        sys.stdout.write(text)
        return False
    if force and os.path.lexists(path) and not replaceable(path):
        say(f"bo {command}: {shown} blijft zoals het is: alleen een bestand met niets dan aantallen wordt overschreven.")
        return True
    try:
        (replace if force else write_new)(path, text, private=False)
    except FileExistsError:
        say(f"bo {command}: {shown} bestaat al en blijft zoals het is. Kies een andere naam, of overschrijf met --force.")
        return True
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "die naam kan niet"
        say(f"bo {command}: {shown} is niet te schrijven: {why}.")
        return True
    return False
