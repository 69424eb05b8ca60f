"""What a run of `bo render` gave: documents to the screen or to a folder, and findings, each once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice

from ..casework.batch import Crash
from ..documents.catalogue import TEXT
from ..documents.making import Batch, Form
from ..documents.outbox import Outbox, Written
from ..findings.finding import Finding
from ..model.words import count
from .render_order import form_of
from .terminal import say

FOLDER = "documenten"
"""Where documents go when nothing else is said."""

SCREEN = "-"
"""What stands for the screen, as with other commands."""

MOST_FINDINGS = 20
"""How many findings are shown in full."""

MOST_NAMES = 8
"""How many files are named one by one."""


class TooMany(Exception):
    """There are more documents than the one file that was named."""


class Rendered:
    """Gathers what was made. `out` is a folder, a file, or None for the screen where that can be and
    `screen` wants it.
    """

    def __init__(self, out: str | None, formats: tuple[str, ...], force: bool, problems: list[Finding], *, screen: bool) -> None:
        self.single = out if form_of(out) is not None else None
        self.folder = os.path.dirname(self.single) if self.single else FOLDER if out in (None, SCREEN) else out or FOLDER
        self.only_screen = out == SCREEN
        self.to_screen = screen and out in (None, SCREEN) and len(formats) == 1 and formats[0] in (*TEXT, "ics")
        self.outbox = Outbox(self.folder, force=force)
        self.findings: list[Finding] = []
        self.written: list[str] = []  # the first ones
        self.number = self.made = self.same = self.read = 0
        self.crashed = False
        self.without: dict[str, str] = {}  # files of which no document came, and why
        self._met: set[tuple[str, str, str]] = set()
        self.note(problems)

    def note(self, findings: list[Finding]) -> None:
        """Keep findings; the same one at the same place, as a mistake in a template gives for every document, once."""
        for one in findings:
            key = (one.code, str(one.place), one.message)
            if key not in self._met:
                self._met.add(key)
                self.findings.append(one)

    def take(self, batches: Iterator[Batch | Finding | Crash], step: Callable[[], None]) -> None:
        """Take in what is made, file by file; the first document waits until it is known whether there is a second."""
        forms = self._forms(batches, step)
        first = list(islice(forms, 2))
        if self.to_screen and len(first) == 1:
            self.made += 1
            sys.stdout.write(first[0][0].data.decode())
            return
        if (self.single is not None or self.only_screen) and len(first) > 1:
            raise TooMany
        if not first or not self._open():
            return
        for form, source in chain(first, forms):
            self._write(form, source)

    def _forms(self, batches: Iterator[Batch | Finding | Crash], step: Callable[[], None]) -> Iterator[tuple[Form, str]]:
        for one in batches:
            step()
            if isinstance(one, Batch):
                if one.is_record:
                    self.read += 1
                    self.note(one.findings)
                if one.without:
                    self.without[one.path] = one.without
                for form in one.forms:
                    yield form, one.path
            else:
                self.crashed = self.crashed or isinstance(one, Crash)
                found = one.finding if isinstance(one, Crash) else one
                self.without[found.place.file] = "`bo` liep er zelf op vast" if isinstance(one, Crash) else "het is niet te lezen"
                self.note([found])

    def _open(self) -> bool:
        """Whether the folder can be written to; says so when not."""
        wrong = self.outbox.open()
        if wrong is not None:
            self.note([wrong])
        return wrong is None

    def _write(self, form: Form, source: str) -> None:
        self.made += 1
        name = os.path.basename(self.single) if self.single else form.name
        got = self.outbox.put(name, form.data, source=source, chosen=self.single is not None)
        if isinstance(got, Written):
            self.number += 1
            if self.number <= MOST_NAMES:
                self.written.append(got.path)
            self.same += got.same
        else:
            self.without[source] = f"{got.message[:1].lower()}{got.message[1:].rstrip('.')}"
            self.note([got])

    def finish(self) -> None:
        """Say what was written, and what is wrong."""
        from ..findings.render_text import text

        shown = self.findings[:MOST_FINDINGS]
        for one in shown:
            say(text(one) + "\n")
        if len(self.findings) > len(shown):
            say(f"… en nog {count(len(self.findings) - len(shown), 'bevinding', 'bevindingen')}.\n")
        if self.number <= MOST_NAMES:
            for path in self.written:
                say(f"Geschreven: {path}")
        else:
            same = f", waarvan {self.same} ongewijzigd" if self.same else ""
            say(f"{count(self.number, 'document', 'documenten')} in {self.folder}{same}.")
