"""What cannot be seen from outside: `bo` going wrong by itself, and a machine on which something is missing."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from lsprotocol import types

from basisondersteuning.editor import answers, mending
from basisondersteuning.editor.answers import make_server
from basisondersteuning.editor.desk import Desk
from basisondersteuning.editor.examined import examine
from basisondersteuning.editor.server import Server
from basisondersteuning.editor.texts import Text
from basisondersteuning.findings.catalogue import reading
from basisondersteuning.findings.finding import Place
from basisondersteuning.records.remedies import Remedy, Replacement
from running import Bo


class Told:
    """A server of which what it says is kept."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.server: Server = make_server()
        self.messages: list[str] = []
        self.published: list[types.PublishDiagnosticsParams] = []
        patch.setattr(self.server, "window_show_message", lambda params: self.messages.append(params.message))
        patch.setattr(self.server, "text_document_publish_diagnostics", self.published.append)

    def say(self, method: str, params: object) -> object:
        """Hand the server a message."""
        return self.server.protocol.fm.features[method](params)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    monkeypatch.delenv("BO_DEBUG", raising=False)
    return Told(monkeypatch)


def test_a_mistake_of_our_own_is_said_once_and_all_goes_on(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Noor Bakker")

    monkeypatch.setattr(answers, "hover", broken)
    monkeypatch.setattr(Server, "examined", lambda *_: object())
    place = types.HoverParams(types.TextDocumentIdentifier("file:///x.yaml"), types.Position(0, 0))
    assert told.say(types.TEXT_DOCUMENT_HOVER, place) is None
    assert told.say(types.TEXT_DOCUMENT_HOVER, place) is None
    assert told.messages == ["`bo` zelf liep vast (RuntimeError). Uw bestand is niet veranderd en u kunt doorwerken."]
    monkeypatch.setattr(answers, "hover", lambda *_: "weer goed")
    assert told.say(types.TEXT_DOCUMENT_HOVER, place) == "weer goed"


def test_a_mistake_of_the_protocol_says_nothing_of_a_record(told: Told) -> None:
    told.server.report_server_error(ValueError("Noor Bakker"), ValueError)
    assert told.messages == ["`bo` zelf liep vast (ValueError). Uw bestand is niet veranderd en u kunt doorwerken."]


def test_what_is_not_open_has_no_answer(told: Told) -> None:
    about = types.TextDocumentIdentifier("file:///nergens.yaml")
    assert told.say(types.TEXT_DOCUMENT_HOVER, types.HoverParams(about, types.Position(0, 0))) is None
    assert told.say(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(about)) == []
    assert told.say(types.TEXT_DOCUMENT_COMPLETION, types.CompletionParams(about, types.Position(0, 0))) == []


def test_without_the_extra_it_says_how_to_install_it(bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    done = bo("lsp")
    assert done.code == 2
    assert (
        done.err
        == 'bo lsp: hiervoor is een extra onderdeel nodig; u installeert het met `pip install "basisondersteuning[lsp]"`.\n'
    )
    assert done.out == ""


def test_at_a_terminal_it_does_not_wait(bo: Bo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("basisondersteuning.cli.lsp.is_terminal", lambda _: True)
    done = bo("lsp")
    assert done.code == 2
    assert "dit is voor een editor" in done.err


def test_remedies_of_the_same_text_are_never_applied_together(monkeypatch: pytest.MonkeyPatch) -> None:
    about = reading.NO_KIND.at(Place("x", 1, 1, 5))
    spans = [(0, 5), (3, 8), (8, 9), (20, 21)]
    found = [Remedy(about, "Herstel.", (Replacement(start, end, "x"),), True) for start, end in spans]
    monkeypatch.setattr(mending, "remedies", lambda _: [*found, Remedy(about, "Raad.", (Replacement(11, 12, "x"),), False)])
    done = examine("x", "file:///x", Text("soort: dossier\nschool: 99XX00\n"), Desk(), date(2026, 11, 25))
    whole = types.Range(types.Position(0, 0), types.Position(2, 0))
    (fix,) = mending.quick_fixes(done, whole, [mending.FIX_ALL])
    assert fix.edit is not None and fix.edit.changes is not None
    starts = [done.text.offset(one.range.start) for one in fix.edit.changes["file:///x"]]
    assert starts == [0, 8, 20]
    titles = [one.title for one in mending.quick_fixes(done, whole, ["quickfix"])]
    assert titles == ["Herstel."] * 4 + ["Raad. (kijk na of dit klopt)"]
