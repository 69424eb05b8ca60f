"""What is said when a file cannot be made because a part is not installed."""

from __future__ import annotations


class Missing(Exception):
    """A part that an output format needs is not on this machine; `message` says in one line how to get it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def extra(format_name: str, name: str) -> Missing:
    """The Python packages of an extra are missing; `format_name` is what the user asked for."""
    return Missing(f'Voor {format_name} ontbreekt een onderdeel. Zo krijgt u het: pip install "basisondersteuning[{name}]"')


def pango() -> Missing:
    """The system library that sets the text of a PDF is missing."""
    return Missing(
        "Voor PDF ontbreekt Pango op deze computer. Zo krijgt u het: "
        "Linux: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
        "macOS: brew install pango; "
        "Windows: installeer MSYS2 (msys2.org) en daarin: pacman -S mingw-w64-ucrt-x86_64-pango"
    )
