"""Where a shell reads what to do when it starts, and the one line that goes there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path
from typing import NamedTuple

from .scripts import LINES

COMMENT = "# aanvullen met Tab voor bo; weer uitzetten: haal deze twee regels weg"
"""Stands above the line, so that who finds it knows what it is."""

_ASK_PROFILE = "[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false; $PROFILE"
_POWERSHELLS = ("powershell", "pwsh")
"""Windows PowerShell, which every Windows has, and the newer one: each reads a profile of its own."""

REFUSED = "Meldt PowerShell dat scripts niet zijn toegestaan (Get-ExecutionPolicy geeft dan Restricted)? Typ daar:"
ALLOW = "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned"
ELSE = "Mag dat niet van uw school? Vraag dan uw beheerder. De rest van bo werkt gewoon."
"""What to do where PowerShell may read no profile."""


class NotInstalled(Exception):
    """The file cannot be found, or cannot be read as text; the message says in Dutch what to do."""


class Installing(NamedTuple):
    """The line for a shell, the file it goes in, and whether it stands there already. `encoding` is that of the file."""

    path: str
    line: str
    there: bool
    encoding: str


def installing(shell: str) -> list[Installing]:
    """What is to be done for a shell: for PowerShell in the profile of each that is here, since none says from which `bo` runs.

    Raises NotInstalled when its file is not to be found or read.
    """
    return [_installing(shell, path) for path in (_profiles() if shell == "powershell" else [_startup(shell)])]


def _installing(shell: str, path: str) -> Installing:
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        data = b""
    except OSError:
        raise NotInstalled(f"{path} is niet te lezen. Zet de regel er zelf in: {LINES[shell]}") from None
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise NotInstalled(f"{path} is geen gewone tekst. Zet de regel er zelf in: {LINES[shell]}") from None
    return Installing(path, LINES[shell], f"bo completion {shell}" in text, encoding)


def append(wanted: Installing) -> None:
    """Put the line at the end of the file, on lines of its own; what stands there keeps every byte. Raises OSError."""
    path = Path(wanted.path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        file.seek(0)
        before = file.read()
        text = before.decode(wanted.encoding)
        end = "\r\n" if "\r\n" in text else "\n"
        start = "" if not text or text.endswith("\n") else end
        encoding = "utf-16-le" if wanted.encoding == "utf-16" else wanted.encoding.removesuffix("-sig")
        file.write(f"{start}{end if text else ''}{COMMENT}{end}{wanted.line}{end}".encode(encoding))


def _encoding(data: bytes) -> str:
    """How a start-up file is written: an older PowerShell writes UTF-16."""
    if data.startswith(b"\xff\xfe"):
        return "utf-16"
    return "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"


def _startup(shell: str) -> str:
    home = os.path.expanduser("~")
    if not os.path.isabs(home):
        raise NotInstalled(f"de map met uw instellingen is niet te vinden. Zet de regel er zelf in: {LINES[shell]}")
    if shell == "zsh":
        return os.path.join(os.environ.get("ZDOTDIR") or home, ".zshrc")
    if shell == "fish":
        settings = os.environ.get("XDG_CONFIG_HOME", "")
        return os.path.join(settings if os.path.isabs(settings) else os.path.join(home, ".config"), "fish", "config.fish")
    if sys.platform == "darwin":  # a new window of Terminal reads only this one
        return os.path.join(home, ".bash_profile")
    return os.path.join(home, ".bashrc")


def _profiles() -> list[str]:
    """The profiles of PowerShell; only PowerShell knows where they are, since documents may have been moved."""
    programs = [path for name in _POWERSHELLS if (path := shutil.which(name))]
    if not programs:
        raise NotInstalled(f"PowerShell is op deze computer niet te vinden. Zet in uw profiel ($PROFILE): {LINES['powershell']}")
    found = [path for one in programs if (path := _profile_of(one)) is not None]
    if not found:
        raise NotInstalled(f"waar uw profiel staat, is niet te vinden. Zet in het bestand $PROFILE: {LINES['powershell']}")
    return list(dict.fromkeys(found))


def _profile_of(program: str) -> str | None:
    try:
        done = subprocess.run(
            [program, "-NoProfile", "-NonInteractive", "-Command", _ASK_PROFILE],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
        )
        path = done.stdout.strip()
    except (OSError, subprocess.SubprocessError):
        path = ""
    return path if os.path.isabs(path) and "\ufffd" not in path else None
