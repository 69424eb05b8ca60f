"""What the language server answers to each message of an editor, over standard input and output: no network connection."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from lsprotocol import types

from .completing import completions
from .hovering import hover
from .mending import FIX_ALL, quick_fixes
from .navigating import definition, inlay_hints, symbols
from .server import Server


def _guarded(server: Server, answer: Callable[[Server, Any], object]) -> Callable[[Any], object]:
    """What answers one kind of message: with nothing, where `bo` itself goes wrong."""

    def guarded(params: Any) -> object:
        try:
            return answer(server, params)
        except Exception as error:
            server.trouble(error)
            return None

    return guarded


def make_server() -> Server:
    """A server with all that it can do, not yet listening."""
    server = Server()
    for name, answer in _ANSWERS.items():
        server.feature(name, _OPTIONS.get(name))(_guarded(server, answer))
    return server


def serve() -> None:
    """Serve one editor over standard input and output, until it says goodbye or goes away."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)  # its messages hold the text of records
    server = make_server()
    out, sys.stdout = sys.stdout, sys.stderr  # whatever prints must not end up in the conversation
    try:
        with open(os.dup(out.fileno()), "wb") as own:  # pygls closes what it writes to
            server.start_io(sys.stdin.buffer, own)
    finally:
        sys.stdout = out


def _initialized(server: Server, _: types.InitializedParams) -> None:
    """Ask the editor to say when a file changes that others depend on."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace is not None else None
    if watching is None or not watching.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yaml,yml}")])
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    server.client_register_capability(types.RegistrationParams([types.Registration("bo", method, options)]))


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.open_uris.add(params.text_document.uri)
    server.publish(params.text_document.uri)


def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.publish_soon(params.text_document.uri)


def _saved(server: Server, _: types.DidSaveTextDocumentParams) -> None:
    server.publish_all()


def _files_changed(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    server.publish_all()


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.forget(params.text_document.uri)


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    done = server.examined(params.text_document.uri)
    return hover(done, params.position, server.desk, date.today()) if done is not None else None


def _completion(server: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
    done = server.examined(params.text_document.uri)
    if done is None:
        return []
    asked = server.client_capabilities.text_document
    item = asked.completion.completion_item if asked is not None and asked.completion is not None else None
    snippets = bool(item is not None and item.snippet_support)
    return completions(done, params.position, server.desk, date.today(), snippets=snippets)


def _definition(server: Server, params: types.DefinitionParams) -> types.Location | None:
    done = server.examined(params.text_document.uri)
    return definition(done, params.position) if done is not None else None


def _symbols(server: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    done = server.examined(params.text_document.uri)
    return symbols(done) if done is not None else []


def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    done = server.examined(params.text_document.uri)
    only = [str(getattr(one, "value", one)) for one in params.context.only] if params.context.only is not None else None
    return quick_fixes(done, params.range, only) if done is not None else []


def _hints(server: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    done = server.examined(params.text_document.uri)
    return inlay_hints(done) if done is not None else []


_ANSWERS: dict[str, Callable[[Server, Any], object]] = {
    types.INITIALIZED: _initialized,
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _files_changed,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.TEXT_DOCUMENT_COMPLETION: _completion,
    types.TEXT_DOCUMENT_DEFINITION: _definition,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: _symbols,
    types.TEXT_DOCUMENT_CODE_ACTION: _actions,
    types.TEXT_DOCUMENT_INLAY_HINT: _hints,
}

_OPTIONS: dict[str, object] = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=[":", " ", "-", "[", "{", ","]),
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
}
