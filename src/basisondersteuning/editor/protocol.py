"""The conversation with an editor, where a message is not as it should be: a request still gets its answer, at once."""

from __future__ import annotations

from typing import Any

from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol


class Answering(LanguageServerProtocol):
    """Answers a request that cannot be read, such as one about line -1, with an error; `pygls` itself would say nothing."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in `data`. Raises JsonRpcException for what cannot be read, after the editor was told."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise
