"""On what kind of place a folder stands, and who else can read it; as far as a program can see that."""

from __future__ import annotations

import os
import stat
import sys

_CLOUDS = {"onedrive": "OneDrive", "dropbox": "Dropbox", "google drive": "Google Drive", "googledrive": "Google Drive",
           "my drive": "Google Drive", "mijn drive": "Google Drive", "icloud": "iCloud", "com~apple~clouddocs": "iCloud",
           "sharepoint": "SharePoint"}  # fmt: skip
"""Words in the name of a folder that is copied to a service on the internet."""

_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "fuse.sshfs", "fuse.davfs", "davfs", "9p", "fuse.rclone"}
_REMOVABLE_UNDER = ("/media/", "/run/media/", "/Volumes/")
_WINDOWS_REMOVABLE, _WINDOWS_NETWORK = 2, 4


def cloud(folder: str) -> str | None:
    """The service on the internet that this folder seems to be copied to, by the names above it; None when none is seen."""
    for part in os.path.abspath(folder).replace("\\", "/").split("/"):
        for word, name in _CLOUDS.items():
            if part.lower().startswith(word):
                return name
    return None


def drive(folder: str) -> str | None:
    """`netwerk` or `los` (a stick, a card, another disk) where that is to be seen; else None."""
    whole = os.path.realpath(folder)
    if sys.platform == "win32":
        return _windows_drive(whole)
    kind = _mounted(whole)
    if kind in _NETWORK:
        return "netwerk"
    return "los" if whole.startswith(_REMOVABLE_UNDER) else None


def _windows_drive(whole: str) -> str | None:
    if whole.startswith("\\\\"):
        return "netwerk"
    import ctypes

    windows = getattr(ctypes, "windll", None)
    found = windows.kernel32.GetDriveTypeW(os.path.splitdrive(whole)[0] + "\\") if windows is not None else 0
    return {_WINDOWS_NETWORK: "netwerk", _WINDOWS_REMOVABLE: "los"}.get(found)


def _mounted(whole: str, table: str = "/proc/mounts") -> str | None:
    """The kind of file system that a path is on, on Linux."""
    try:
        with open(table, encoding="utf-8", errors="replace") as file:
            rows = [line.split() for line in file]
    except OSError:
        return None
    best, kind = "", None
    for row in rows:
        if len(row) < 3:
            continue
        at = row[1].replace("\\040", " ")
        if (whole == at or whole.startswith(at.rstrip("/") + "/")) and len(at) >= len(best):
            best, kind = at, row[2]
    return kind


def others_can_read(path: str) -> bool | None:
    """Whether other users of this computer can read a folder or file; None where that cannot be seen (Windows)."""
    if sys.platform == "win32":
        return None
    try:
        whole = os.path.realpath(path)
        if not os.stat(whole).st_mode & (stat.S_IROTH | stat.S_IRGRP):
            return False
        while (above := os.path.dirname(whole)) != whole:
            whole = above
            if not os.stat(whole).st_mode & (stat.S_IXOTH | stat.S_IXGRP):
                return False  # nobody else gets past here
    except OSError:
        return None
    return True
