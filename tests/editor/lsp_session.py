"""A language client of our own: requests and notifications to a server that runs as a process of its own, over its pipes."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

PATIENCE = 10
"""Seconds after which a server that says nothing counts as dead."""


class Session:
    """A conversation with a language server. Texts are opened under the path of a file, which need not exist."""

    def __init__(self, command: list[str], folder: Path, settings: dict[str, Any] | None = None, **capabilities: Any) -> None:
        self.settings = settings or {}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
        )
        self._answers: dict[int, queue.Queue[dict[str, Any]]] = {}
        self._published: dict[str, dict[str, Any]] = {}
        self._news = threading.Condition()
        self.heard: list[dict[str, Any]] = []
        self._number = 0
        self._versions: dict[str, int] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        folders = [{"uri": folder.as_uri(), "name": "map"}]
        asked = {"processId": None, "rootUri": folder.as_uri(), "workspaceFolders": folders, "capabilities": capabilities}
        self.server: dict[str, Any] = self.ask("initialize", asked)
        self.tell("initialized", {})
        if settings is not None:
            self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def ask(self, method: str, params: Any = None) -> Any:
        """Send a request and wait for its result."""
        answer = self.answer(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def answer(self, method: str, params: Any = None) -> dict[str, Any]:
        """Send a request and wait for the whole answer, which may be an error."""
        self._number += 1
        waiting = self._answers[self._number] = queue.Queue()
        self._send({"id": self._number, "method": method, "params": params})
        return waiting.get(timeout=PATIENCE)

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str, language: str = "yaml") -> str:
        """Open a text, or put another in its place; gives its address."""
        uri = path.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        with self._news:
            self._published.pop(uri, None)
        if version == 1:
            item = {"uri": uri, "languageId": language, "version": version, "text": text}
            self.tell("textDocument/didOpen", {"textDocument": item})
        else:
            about = {"uri": uri, "version": version}
            self.tell("textDocument/didChange", {"textDocument": about, "contentChanges": [{"text": text}]})
        return uri

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """A request about a place in a text; both counted from 0."""
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
        return self.ask(f"textDocument/{method}", {**place, **more})

    def heard_of(self, method: str) -> dict[str, Any]:
        """What the server said with a method, as soon as it has."""

        def last() -> dict[str, Any] | None:
            return next((one for one in reversed(self.heard) if one["method"] == method), None)

        with self._news:
            assert self._news.wait_for(lambda: last() is not None, timeout=PATIENCE), f"no {method}"
            found = last()
        assert found is not None
        return found

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server says of the text as it stands at this address."""
        version = self._versions[uri]

        def there() -> bool:
            found = self._published.get(uri)
            return found is not None and found.get("version") in (None, version)

        with self._news:
            assert self._news.wait_for(there, timeout=PATIENCE), f"no diagnostics of {uri}"
            found: list[dict[str, Any]] = self._published[uri]["diagnostics"]
            return found

    def forget(self, uri: str) -> None:
        """Wait for what the server says from now on."""
        with self._news:
            self._published.pop(uri, None)

    def end(self) -> int:
        """Say goodbye; gives the exit code of the server."""
        self.ask("shutdown")
        self.tell("exit", None)
        code = self.process.wait(timeout=PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()
        return code

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while True:
            size = 0
            while (line := out.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            if not line:
                return
            message = json.loads(out.read(size))
            if "method" not in message:
                self._answers.pop(message["id"]).put(message)
                continue
            with self._news:
                self.heard.append(message)
                if message["method"] == "textDocument/publishDiagnostics":
                    self._published[message["params"]["uri"]] = message["params"]
                self._news.notify_all()
            if "id" in message:
                self._send({"id": message["id"], "result": self._reply(message)})

    def _reply(self, message: dict[str, Any]) -> Any:
        """What a client answers when the server asks something: its settings, or nothing."""
        if message["method"] != "workspace/configuration":
            return None
        return [self.settings.get(one.get("section", "")) for one in message["params"]["items"]]
