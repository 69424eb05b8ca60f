"""The trace of an activation as a tree for the terminal."""

from __future__ import annotations

from rich.text import Text
from rich.tree import Tree

from ..model.dossier import Dossier
from ..model.words import plain, short_date
from ..norms.pattern_compile import TRANSITION
from ..norms.requirement import Outcome
from ..norms.status import Status
from ..norms.timeline import Entry
from ..norms.trace import Looked, Reading, Trace, TraceNode
from ..norms.verdict import Verdict
from ..records.load import Loaded

_STYLES = {
    Status.TE_LAAT: "bold red",
    Status.GESCHONDEN: "bold red",
    Status.OPEN: "bold yellow",
    Status.VOLDAAN: "bold green",
}


class TraceTree:
    """Draws traces of one dossier; values are shown as they stand in the file."""

    def __init__(self, loaded: Loaded, verdict: Verdict) -> None:
        assert isinstance(loaded.record, Dossier)
        self.loaded = loaded
        self.dossier = loaded.record
        self.verdict = verdict

    def tree(self, trace: Trace) -> Tree:
        """One activation."""
        one = trace.activation
        area = f" · {plain(one.strand)}" if one.strand else ""
        root = Tree(_text(f"{one.rule.code}{area}: {one.status.words}", _STYLES.get(one.status, "bold")))
        if one.entry is None:
            root.add(_text(f"aanleiding: een overgang op {short_date(one.day)} die nog niet gemaakt is"))
        else:
            trigger = root.add(_text(f"aanleiding: {self._event(one.entry)}"))
            for reading in trace.trigger:
                self._reading(trigger, reading)
        self._node(root, trace.requirement, "eis")
        for name, node in trace.exceptions:
            self._node(root, node, f"tenzij {name}")
        if one.exception is not None:
            root.add(_text(f"niet van toepassing: {one.exception}"))
        if one.waiver is not None:
            waiver = self.verdict.waivers[one.waiver]
            line = self.loaded.line(("afwijkingen", one.waiver))
            until = f" tot en met {short_date(waiver.tot)}" if waiver.tot else ""
            root.add(_text(f"afgeweken{until} (regelnummer {line}): {waiver.reden}"))
        root.add(_text(self._outcome(one.status, one.outcome)))
        return root

    def _node(self, parent: Tree, node: TraceNode, label: str) -> None:
        branch = parent.add(_text(f"{label}: {f'{node.form} ' if node.form else ''}{node.asked} → {node.status.words}"))
        if node.due is not None:
            due = node.due
            skipped = f"; overgeslagen: {', '.join(due.skipped)}" if due.skipped else ""
            unknown = "; schoolvakanties van deze periode zijn niet ingevuld" if not due.known else ""
            whence = f" ({node.provenance})" if node.provenance else ""  # a combination has that of its parts
            term = f"termijn: {due.term} na {short_date(due.start)} is {short_date(due.day)}"
            branch.add(_text(f"{term}{whence}{skipped}{unknown}"))
        for part in node.parts:
            self._node(branch, part, "deel")
        for looked in node.looked:
            self._looked(branch, looked)
        if not node.looked and not node.parts:
            branch.add(_text("zo'n gebeurtenis staat niet op de tijdlijn"))

    def _looked(self, branch: Tree, looked: Looked) -> None:
        remark = f" ({looked.remark})" if looked.remark else ""
        leaf = branch.add(_text(f"{self._event(looked.entry)}: {looked.answer}{remark}", "" if looked.answer == "ja" else "dim"))
        for reading in looked.readings:
            self._reading(leaf, reading)

    def _reading(self, branch: Tree, reading: Reading) -> None:
        place = self.loaded.place(reading.path)
        node: object = self.dossier
        for step in reading.path:
            node = getattr(node, step) if isinstance(step, str) else node[step]  # type: ignore[index]
        shown = "niet ingevuld" if node is None or node == [] else _value(node)
        answer = f": {reading.answer}" if reading.answer else ""
        branch.add(_text(f"{reading.test}{answer} · {place.line}:{place.column} {shown}", "dim"))

    def _event(self, entry: Entry) -> str:
        if entry.kind == TRANSITION:
            cause = self.dossier.tijdlijn[entry.index]
            line = self.loaded.event_line(entry.index)
            move = f"overgang van {entry.values['van']} naar {entry.values['naar']}"
            return f"{move} door {plain(cause.soort)} van {short_date(entry.day)} (regelnummer {line})"
        event = self.dossier.tijdlijn[entry.index]
        line = self.loaded.event_line(entry.index)
        return f"{plain(event.soort)} van {short_date(event.datum)} (regelnummer {line})"

    def _outcome(self, status: Status, outcome: Outcome) -> str:
        proof = ", ".join(self._event(one) for one in outcome.evidence)
        gaps = ", ".join(f"`{name}` bij {self._event(entry)}" for entry, name in outcome.missing)
        return f"uitkomst: {status.words}" + (f"; bewijs: {proof}" if proof else "") + (f"; ontbreekt: {gaps}" if gaps else "")


def _value(node: object) -> str:
    if isinstance(node, bool):
        return "ja" if node else "nee"
    if isinstance(node, list):
        return "[" + ", ".join(_value(one) for one in node) + "]"
    text = str(getattr(node, "soort", node))
    return f"«{text if len(text) <= 60 else text[:59] + '…'}»"


def _text(text: str, style: str = "") -> Text:
    return Text(text, style=style)
