"""PyYAML's own parser, for machines without libyaml: slower, and made to read what libyaml reads.

Two things differ in PyYAML: it allows no tab between words, and within brackets no question mark in a text (`{vraag: Wat
helpt?}`). libyaml allows both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from .parse import bad_character


class PureParser(Reader, Scanner, Parser):
    """Reads events from bytes."""

    NON_PRINTABLE = bad_character()  # type: ignore[misc]

    def __init__(self, data: bytes) -> None:
        Reader.__init__(self, data)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_plain(self) -> Any:
        """An unquoted text; while it is scanned, a `?` within brackets is a letter like any other."""
        if not self.flow_level:
            return super().scan_plain()
        return self._seeing("?", "x", lambda: True, super().scan_plain)

    def scan_plain_spaces(self, indent: Any, start_mark: Any) -> Any:
        """The space within an unquoted text; a tab counts as a space, except where a line should be indented."""
        scan = super().scan_plain_spaces
        return self._seeing("\t", " ", lambda: self.column >= indent, lambda: scan(indent, start_mark))

    def scan_to_next_token(self) -> None:
        """Skip space, ends of lines and comments; a tab counts as a space, but not where a line may begin a key."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def _seeing(self, real: str, seen: str, when: Callable[[], bool], scan: Callable[[], Any]) -> Any:
        """Scan while one character looks like another; the text itself is taken as it stands."""
        peek = self.peek

        def disguised(index: int = 0) -> str:
            character: str = peek(index)
            return seen if character == real and when() else character

        self.peek = disguised  # type: ignore[method-assign]
        try:
            return scan()
        finally:
            self.peek = peek  # type: ignore[method-assign]
