"""The language server: which texts are open in the editor, and what `bo` says of each.

Texts that are not saved stay in memory. What goes wrong within `bo` is said once; the server lives on.
"""

from __future__ import annotations

import asyncio
import logging
import os
from datetime import date

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from .. import __version__
from .desk import Desk, State
from .diagnostics import diagnostics
from .examined import Examined, examine
from .protocol import Answering
from .texts import Text

DELAY = 0.25
"""Seconds of not typing after which a text is judged again."""


class Server(LanguageServer):
    """Knows the texts that are open, and what `bo` says of each."""

    def __init__(self) -> None:
        super().__init__("bo", __version__, types.TextDocumentSyncKind.Full, protocol_cls=Answering)
        self.desk = Desk()
        self.troubled = False
        self.open_uris: set[str] = set()
        self._examined: dict[str, tuple[str, State, Examined]] = {}
        self._waiting: dict[str, asyncio.TimerHandle] = {}
        self._warned: set[str] = set()

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002
        """Say that something went wrong, without a word of any record; a message that cannot be read is no mistake of `bo`."""
        if not isinstance(error, JsonRpcException):
            self.trouble(error)

    def trouble(self, error: Exception) -> None:
        """Say once that `bo` itself went wrong."""
        if os.environ.get("BO_DEBUG"):
            logging.getLogger(__name__).error("bo lsp", exc_info=error)
        if not self.troubled:
            self.troubled = True
            text = f"`bo` zelf liep vast ({type(error).__name__}). Uw bestand is niet veranderd en u kunt doorwerken."
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def examined(self, uri: str) -> Examined | None:
        """What `bo` says of a text that is open, as it is now; None when it is not open."""
        if uri not in self.open_uris:
            return None
        text, path, today = self.workspace.get_text_document(uri).source, to_fs_path(uri) or uri, date.today()
        state = self.desk.state(path, today)
        kept = self._examined.get(uri)
        if kept is None or kept[:2] != (text, state):
            encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
            done = examine(path, uri, Text(text, str(getattr(encoding, "value", encoding))), self.desk, today)
            kept = self._examined[uri] = text, state, done
            self._warn(done)
        return kept[2]

    def publish(self, uri: str) -> None:
        """Send what is to be said of a text."""
        done = self.examined(uri)
        if done is not None:
            version = self.workspace.get_text_document(uri).version
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics(done), version=version))

    def publish_soon(self, uri: str) -> None:
        """The same once nothing was typed for a moment."""
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().call_later(DELAY, self._published, uri)

    def _published(self, uri: str) -> None:
        self._waiting.pop(uri, None)
        try:
            self.publish(uri)
        except Exception as error:
            self.trouble(error)

    def publish_all(self) -> None:
        """Judge all that is open again: a file that others depend on has changed."""
        self._examined.clear()
        for uri in self.open_uris:
            self.publish(uri)

    def forget(self, uri: str) -> None:
        """A text was closed: nothing is shown with it any more."""
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._examined.pop(uri, None)
        self.open_uris.discard(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _warn(self, done: Examined) -> None:
        """Say once why nothing is judged, where the norms cannot be used."""
        if done.loaded.kind not in ("dossier", "sop"):
            return
        assessor = self.desk.assessor(done.path, date.today())
        if assessor.sound or not assessor.problems:
            return
        first = assessor.problems[0]
        text = f"De normen zijn niet te gebruiken, dus bo geeft geen oordeel: {first.code} in {first.place}. {first.message}"
        if text not in self._warned:
            self._warned.add(text)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, text))
