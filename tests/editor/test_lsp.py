"""`bo lsp` as an editor runs it: a process of its own, spoken to over its pipes."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from conftest import EXAMPLES

from .lsp_session import PATIENCE, Session
from .marks import applied, marked, units

COMMAND = [sys.executable, "-m", "basisondersteuning", "lsp"]
CAN = {
    "workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {"contentFormat": ["markdown"]}},
    "general": {"positionEncodings": ["utf-16"]},
}

DAY = date.today() - timedelta(days=200)

HEAD = """\
soort: dossier
leerling: {id: L-0101, geboortedatum: 2018-03-14, groep: 5}
school: 99XX00
betrokkenen:
  - {id: lk, naam: "🙂 *Visser*", rol: groepsleerkracht}
  - {id: ib, naam: T. de Wit, rol: [intern_begeleider, directeur]}
  - {id: moeder, naam: S. Bakker, rol: ouder, gezag: ja}
tijdlijn:
"""
SEEN = f"  - {{datum: {DAY}, soort: observatie, door: lk, gedrag: stil, resultaten: wisselend, ondersteuning_gewenst: ja}}\n"
SUPPORT = (
    f"  - {{datum: {DAY}, soort: ondersteuning, id: o1, vakgebied: rekenen, doel: sommen, aanpak: materiaal, door: lk, "
    "groepsplan: blok 2}\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("school é")
    for name in ("samenwerkingsverband.yaml", "bo.yaml"):
        shutil.copy(EXAMPLES / name, root / name)
    shutil.copytree(EXAMPLES / "kaders", root / "kaders")
    (root / "dossiers").mkdir()
    return root


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Session]:
    session = Session(COMMAND, folder, None, **CAN)
    yield session
    assert session.end() == 0


class Opened:
    """A text that is open, with a cursor at its mark."""

    def __init__(self, server: Session, folder: Path, text: str, name: str = "dossiers/L-0101.yaml") -> None:
        self.server = server
        self.path = folder / name
        made = marked(text if "‸" in text else f"{text}‸")
        self.text, self.line, self.character = made
        self.uri = server.open(self.path, self.text)

    def at(self, method: str) -> Any:
        """A request about the place of the cursor."""
        return self.server.at(method, self.uri, self.line, self.character)

    @property
    def diagnostics(self) -> dict[str, dict[str, Any]]:
        """What is said of the text, by code."""
        return {one["code"]: one for one in self.server.diagnostics(self.uri)}

    @property
    def hover(self) -> str:
        found = self.at("hover")
        return str(found["contents"]["value"]) if found else ""

    @property
    def offered(self) -> dict[str, str]:
        """What is offered, with what then stands there."""
        return {one["label"]: one["textEdit"]["newText"] for one in self.at("completion")}

    def actions(self, *only: str) -> list[dict[str, Any]]:
        """What can be mended on the line of the cursor."""
        place = {"line": self.line, "character": self.character}
        context = {"diagnostics": [], **({"only": list(only)} if only else {})}
        asked = {"textDocument": {"uri": self.uri}, "range": {"start": place, "end": place}, "context": context}
        found: list[dict[str, Any]] = self.server.ask("textDocument/codeAction", asked)
        return found


def test_it_offers_what_it_can_and_no_way_but_its_pipes(server: Session) -> None:
    can = server.server["capabilities"]
    assert can["textDocumentSync"]["change"] == 1
    assert can["positionEncoding"] == "utf-16"
    for one in ("hover", "definition", "documentSymbol", "inlayHint", "codeAction", "completion"):
        assert can[f"{one}Provider"]
    help_text = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert "--stdio" in help_text
    assert not {"--tcp", "--ws", "--port", "--host"} & set(help_text.split())


def test_a_mistake_is_shown_while_typing_and_goes_when_it_is_mended(server: Session, folder: Path) -> None:
    wrong = Opened(server, folder, HEAD + SEEN.replace("door: lk", "door: lks"))
    found = wrong.diagnostics["BO301"]
    assert (found["severity"], found["source"]) == (1, "bo")
    assert "Bedoelde u `lk`?" in found["message"]
    start, end = found["range"]["start"], found["range"]["end"]
    assert wrong.text.splitlines()[start["line"]][start["character"] : end["character"]] == "lks"
    assert "BO301" not in Opened(server, folder, HEAD + SEEN).diagnostics
    assert not wrong.path.exists(), "what is not saved stays in memory"


def test_the_place_of_a_mistake_is_right_behind_an_emoji_and_with_other_line_ends(server: Session, folder: Path) -> None:
    for text in (HEAD + SEEN, (HEAD + SEEN).replace("\n", "\r\n"), "\ufeff" + HEAD + SEEN):
        opened = Opened(server, folder, text.replace('🙂 *Visser*", rol: groep', '🙂 *Visser*", rl: groep'))
        found = opened.diagnostics["BO202"]["range"]
        line = opened.text.replace("\r\n", "\n").split("\n")[4]
        assert found["start"] == {"line": 4, "character": units(line[: line.index("rl:")])}
        assert found["end"]["character"] - found["start"]["character"] == 2


def test_related_places_come_with_a_finding(server: Session, folder: Path) -> None:
    found = Opened(server, folder, HEAD + SUPPORT + SUPPORT).diagnostics["BO304"]
    assert [one["location"]["range"]["start"]["line"] for one in found["relatedInformation"]] == [8]


def test_a_duty_stands_at_the_event_that_asks_for_it(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, HEAD + SEEN)
    late = opened.diagnostics["KNH-1.4"]
    assert late["severity"] == 2
    assert late["message"].startswith("Te laat: uiterste datum was ")
    assert "Groepsleerkracht: " in late["message"]
    line = opened.text.splitlines()[late["range"]["start"]["line"]]
    assert line[late["range"]["start"]["character"] :].startswith("observatie")
    today = SEEN.replace(str(DAY), str(date.today()))
    still = Opened(server, folder, HEAD + today).diagnostics["KNH-1.4"]
    assert still["severity"] == 4
    assert still["message"].startswith("Uiterlijk ")


def test_the_niveau_stands_beside_the_pupil_and_in_full_when_pointed_at(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, (HEAD + SEEN + SUPPORT).replace("leerling:", "leer‸ling:"))
    asked = {
        "textDocument": {"uri": opened.uri},
        "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}},
    }
    (hint,) = server.ask("textDocument/inlayHint", asked)
    assert hint["label"].startswith("rekenen: ")
    assert "te doen: " in hint["label"]
    assert hint["position"] == {"line": 1, "character": len(opened.text.splitlines()[1])}
    assert "**Wat het dossier onderbouwt**" in opened.hover
    assert "Mensen beslissen" in opened.hover


def test_pointing_at_a_word_explains_it(server: Session, folder: Path) -> None:
    base = HEAD + SEEN + SUPPORT
    person = Opened(server, folder, base.replace("soort: observatie, door: lk", "soort: observatie, door: l‸k")).hover
    assert person == r"**🙂 \*Visser\***, groepsleerkracht"
    event = Opened(server, folder, base + f"  - {{datum: {DAY}, soort: evaluatie, van: o‸1}}\n").hover
    assert "**ondersteuning** van" in event
    assert "- doel: sommen" in event
    assert "Blijkt hieruit" in Opened(server, folder, base.replace("ondersteuning_gewenst", "ondersteuning‸_gewenst")).hover
    assert "Wat iemand van de leerling" in Opened(server, folder, base.replace("observatie", "obser‸vatie")).hover
    rule = Opened(server, folder, base + f"afwijkingen:\n  - {{regel: KNH-‸1.4, reden: x, door: ib, datum: {DAY}}}\n").hover
    assert rule.startswith("**KNH-1.4 ")
    assert "**Waarom:**" in rule
    assert "passage 10" in rule
    assert Opened(server, folder, f"{base}# zie BO2‸04\n").hover.startswith("**BO204 ")
    assert Opened(server, folder, base.replace("gedrag: stil", "gedrag: st‸il")).hover.startswith("**gedrag**")


@pytest.mark.parametrize(
    ("text", "offered", "not_offered"),
    [
        (f"{HEAD}  - {{datum: {DAY}, soort: oudercontact, met: ‸", {"moeder"}, {"lk", "ib"}),
        (f"{HEAD}  - {{datum: {DAY}, soort: arrangementaanvraag, orthopedagoog: ‸}}\n", set(), {"lk", "ib"}),
        (f"{HEAD}  - {{datum: {DAY}, soort: observatie, door: l‸}}\n", {"lk", "ib", "moeder"}, set()),
        (f"{HEAD}{SEEN}{SUPPORT}  - datum: {DAY}\n    soort: evaluatie\n    van: ‸\n", {"o1"}, {"lk"}),
        (f"{HEAD}  - datum: {DAY}\n    soort: toets\n    ‸\n", {"naam", "schaal", "toelichting"}, {"datum", "soort", "gedrag"}),
        (f"{HEAD}  - datum: {DAY}\n    soort: toets\n    schaal: ‸\n", {"AE", "percentage"}, {"ja"}),
        (f"{HEAD}  - datum: {DAY}\n    soort: to‸\n", {"toets", "observatie"}, set()),
        (f"{HEAD}{SEEN}afwijkingen:\n  - {{regel: ‸, reden: x}}\n", {"KNH-1.4", "KNH-2.3"}, {"lk"}),
        ("soort: dossier\n‸\n", {"leerling", "school", "tijdlijn"}, {"soort"}),
        ("soort: ‸\n", {"dossier", "sop", "ot"}, set()),
        ("‸", {"soort"}, set()),
        (f"{HEAD}  - datum: ‸\n", {date.today().isoformat()}, set()),
        (f"{HEAD}  - {{datum: {DAY}, soort: observatie, gedrag: Noor ‸}}\n", set(), {"lk", "ja"}),
    ],
)
def test_what_fits_is_offered(server: Session, folder: Path, text: str, offered: set[str], not_offered: set[str]) -> None:
    found = set(Opened(server, folder, text).offered)
    assert offered <= found
    assert not not_offered & found


def test_a_key_that_must_be_there_comes_first_and_keeps_the_colon_it_has(server: Session, folder: Path) -> None:
    event = f"{HEAD}  - datum: {DAY}\n    soort: toets\n"
    assert next(iter(Opened(server, folder, f"{event}    ‸\n").offered.items())) == ("naam", "naam: ")
    assert Opened(server, folder, f"{event}    na‸m: x\n").offered["naam"] == "naam"


def test_a_whole_event_can_be_chosen_in_either_style(server: Session, folder: Path) -> None:
    assert Opened(server, folder, f"{HEAD}  - ‸\n").offered["evaluatie"].split("\n") == [
        "datum: ${1:}", "  soort: evaluatie", "  van: ${2:}",
    ]  # fmt: skip
    assert Opened(server, folder, f"{HEAD}  - {{‸").offered["evaluatie"] == "datum: ${1:}, soort: evaluatie, van: ${2:}"


def test_from_an_id_to_what_it_names(server: Session, folder: Path) -> None:
    base = HEAD + SEEN + SUPPORT
    found = Opened(server, folder, base.replace("soort: observatie, door: lk", "soort: observatie, door: lk‸")).at("definition")
    assert found["range"] == {"start": {"line": 4, "character": 9}, "end": {"line": 4, "character": 11}}
    found = Opened(server, folder, base + f"  - {{datum: {DAY}, soort: evaluatie, van: o1‸}}\n").at("definition")
    assert found["range"]["start"]["line"] == 9
    assert Opened(server, folder, base.replace("gedrag: stil", "gedrag: st‸il")).at("definition") is None


def test_the_timeline_is_the_outline(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, HEAD + SEEN + SUPPORT)
    found = server.ask("textDocument/documentSymbol", {"textDocument": {"uri": opened.uri}})
    assert [one["name"] for one in found] == ["soort", "leerling", "school", "betrokkenen", "tijdlijn"]
    events = found[-1]["children"]
    assert [(one["name"], one.get("detail")) for one in events] == [
        (f"{DAY} observatie", None),
        (f"{DAY} ondersteuning", "rekenen"),
    ]
    assert [one["range"]["start"]["line"] for one in events] == [8, 9]


def test_a_quick_fix_gives_a_sound_file(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, HEAD + SEEN.replace("door: lk", "dor‸: lk"))
    assert opened.diagnostics["BO202"]["severity"] == 1
    (fix,) = opened.actions("quickfix")
    assert fix["isPreferred"]
    assert fix["diagnostics"][0]["code"] == "BO202"
    mended = applied(opened.text, fix["edit"]["changes"][opened.uri])
    assert mended == HEAD + SEEN
    assert not [one for one in Opened(server, folder, mended).diagnostics if one.startswith("BO")]


def test_all_that_is_safe_can_be_mended_at_once(server: Session, folder: Path) -> None:
    text = HEAD + SEEN.replace("door: lk", "dor: lk").replace("gedrag:", "gedrg:").replace("stil", "🙂")
    opened = Opened(server, folder, text)
    (fix,) = opened.actions("source.fixAll")
    assert applied(opened.text, fix["edit"]["changes"][opened.uri]) == HEAD + SEEN.replace("stil", "🙂")
    assert opened.actions("refactor") == []


def test_a_change_in_the_samenwerkingsverband_is_seen_at_once(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, HEAD + SEEN)
    assert "KNH-1.4" in opened.diagnostics
    swv = folder / "samenwerkingsverband.yaml"
    kept = swv.read_text(encoding="utf-8")
    changed = {"changes": [{"uri": swv.as_uri(), "type": 2}]}
    try:
        swv.write_text(kept.replace("\nnaam:", "\nnormenkader: bestaat-niet\nnaam:", 1), encoding="utf-8")
        server.forget(opened.uri)
        server.tell("workspace/didChangeWatchedFiles", changed)
        assert opened.diagnostics == {}
        said = server.heard_of("window/showMessage")["params"]["message"]
        assert said.startswith("De normen zijn niet te gebruiken")
    finally:
        swv.write_text(kept, encoding="utf-8")
    server.forget(opened.uri)
    server.tell("textDocument/didSave", {"textDocument": {"uri": swv.as_uri()}})
    assert "KNH-1.4" in opened.diagnostics


def test_the_editor_may_go_away_without_a_word(folder: Path) -> None:
    done = subprocess.run(COMMAND, input=b"", capture_output=True, cwd=folder, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_client_of_others_understands_it(folder: Path) -> None:
    """The client of pygls: every message by the types of the protocol."""
    said: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    async def converse() -> tuple[types.InitializeResult, types.PublishDiagnosticsParams, types.Hover | None]:
        client = LanguageClient("test", "1")

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            said.put_nowait(params)

        await client.start_io(*COMMAND)
        can = types.ClientCapabilities()
        met = await client.initialize_async(types.InitializeParams(can, root_uri=folder.as_uri()))
        client.initialized(types.InitializedParams())
        uri = (folder / "dossiers" / "client.yaml").as_uri()
        item = types.TextDocumentItem(uri, "yaml", 1, "soort: dossier\nschol: 99XX00\n")
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        found = await asyncio.wait_for(said.get(), PATIENCE)
        about = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 2))
        pointed = await client.text_document_hover_async(about)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()
        return met, found, pointed

    met, found, pointed = asyncio.run(converse())
    assert met.server_info is not None and met.server_info.name == "bo"
    assert {one.code for one in found.diagnostics} >= {"BO201", "BO202"}
    assert isinstance(pointed, types.Hover) and isinstance(pointed.contents, types.MarkupContent)
    assert pointed.contents.value.startswith("**soort**")


def test_a_file_of_another_program_is_left_alone(server: Session, folder: Path) -> None:
    for text in ("services: &a\n  web: *a\n", "", "- a\n- b\n", "{"):
        assert Opened(server, folder, text, "docker-compose.yaml").diagnostics == {}


def test_it_asks_to_hear_of_files_that_others_depend_on(server: Session) -> None:
    asked = server.heard_of("client/registerCapability")["params"]["registrations"]
    assert [one["method"] for one in asked] == ["workspace/didChangeWatchedFiles"]


def test_what_is_closed_shows_nothing_any_more(server: Session, folder: Path) -> None:
    opened = Opened(server, folder, HEAD + SEEN, "dossiers/dicht.yaml")
    assert opened.diagnostics
    server.tell("textDocument/didClose", {"textDocument": {"uri": opened.uri}})
    assert server.at("hover", opened.uri, 1, 1) is None


@pytest.mark.parametrize(("line", "character"), [(-1, 0), (0, -7), (2**31, 0), (2**80, 0), (2**31 - 1, 2**31 - 1), (0, 10**9)])
def test_a_place_that_cannot_be_has_an_answer_at_once(server: Session, folder: Path, line: int, character: int) -> None:
    opened = Opened(server, folder, HEAD, "dossiers/L-0199.yaml")
    place = {"line": line, "character": character}
    about = {"textDocument": {"uri": opened.uri}, "position": place}
    for method in ("hover", "completion", "definition"):
        answer = server.answer(f"textDocument/{method}", about)
        assert ("error" in answer) == (not 0 <= line < 2**31 or not 0 <= character < 2**31), answer
    asked = {"textDocument": {"uri": opened.uri}, "range": {"start": place, "end": place}, "context": {"diagnostics": []}}
    assert server.answer("textDocument/codeAction", asked).keys() & {"error", "result"}
    assert not any(one["method"] == "window/showMessage" and "liep vast" in str(one) for one in server.heard)
