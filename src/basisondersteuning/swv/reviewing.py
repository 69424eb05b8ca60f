"""Record that someone read rules beside their source: entries are added to the register beside the frame."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from ..model.frame_beside import Kaderherzieningen
from ..norms.fingerprint import of_holders, of_passage, of_rule
from ..norms.frame import Frame
from ..norms.review import Register, State, held_besides, passage_code, register_path
from ..records.load import load_text
from ..records.tree import Tree
from ..records.write import locked, on_one_line, reason, replace, write_new

HEAD = """\
# Wie las welke regel naast de bron, en hoe de passage en de regel er toen uitzagen. `bo kader herzien` vult dit aan.
# Verandert een passage of een regel daarna, dan is de regel verdacht tot iemand opnieuw heeft gelezen.
"""


class NotWritten(Exception):
    """The register could not be added to; the words say why, and nothing was changed."""


def reviewable(frame: Frame) -> list[str]:
    """Every code that can be reviewed: the rules, and the passages that something besides rules holds."""
    record = frame.record
    return [
        *(rule.code for rule in record.regels),
        *(
            passage_code(document.document, one.nummer)
            for document in record.bronnen
            for one in document.passages
            if held_besides(record, document.document, one.nummer)
        ),
    ]


def waiting(register: Register) -> list[str]:
    """The codes that were not read yet, or that are suspect."""
    return [one.code for one in register.standings().values() if one.state is not State.READ]


def entry(frame: Frame, code: str, by: str, on: date, note: str | None) -> dict[str, Tree]:
    """The review of one rule or passage as it reads now; KeyError for a code that cannot be reviewed."""
    record = frame.record
    prints = {
        passage_code(document.document, one.nummer): of_passage(document.document, one)
        for document in record.bronnen
        for one in document.passages
    }
    rule = next((one for one in record.regels if one.code == code), None)
    if rule is not None:
        cited = [passage_code(rule.bron.document, number) for number in rule.bron.passage] if rule.bron else []
        passages, content = {one: prints[one] for one in cited}, of_rule(rule)
    else:
        passages = {code: prints[code]}
        document, _, number = code.rpartition(".")
        content = of_holders(record, document, int(number))
    found: dict[str, Tree] = {"code": code, "door": by, "op": on.isoformat(), "passages": dict(passages), "inhoud": content}
    return found | ({"toelichting": note} if note else {})


def record_reviews(frame: Frame, entries: Iterable[dict[str, Tree]]) -> str:
    """Add entries to the register of a frame and give its path; NotWritten when that cannot be done safely."""
    path = register_path(frame.path)
    added = list(entries)
    lines = "".join(f"  - {on_one_line(one)}\n" for one in added)
    if os.path.lexists(path) and not os.path.isfile(path):
        raise NotWritten(f"{path} is geen gewoon bestand.")
    try:
        with locked(path):  # between reading and writing no other may add to it
            if not os.path.exists(path):
                head = f"{HEAD}soort: kaderherzieningen\nkader: {frame.code}\nherzieningen:\n"
                write_new(path, head + lines, private=False)
                return path
            with open(path, encoding="utf-8", newline="") as file:
                before = file.read()
            replace(path, _appended(path, frame.code, before, lines, len(added)), private=False)
    except (OSError, UnicodeDecodeError) as error:
        raise NotWritten(f"{path} is niet te schrijven: {reason(error)}.") from error
    return path


def _appended(path: str, frame: str, before: str, lines: str, number: int) -> str:
    """The text of the register with the new lines under it, once it is sure that they are read as what they are."""
    end = "\r\n" if "\r\n" in before else "\n"
    after = before + ("" if before.endswith("\n") or not before else end) + lines.replace("\n", end)
    old, new = (load_text(path, text.encode(), today=date.max) for text in (before, after))
    if not isinstance(old.record, Kaderherzieningen):
        raise NotWritten(f"in {path} klopt iets niet; herstel dat eerst (`bo validate`).")
    if old.record.kader != frame:
        raise NotWritten(f"{path} hoort bij een ander kader ({old.record.kader}); zie BO424.")
    if not isinstance(new.record, Kaderherzieningen) or new.record.herzieningen[:-number] != old.record.herzieningen:
        raise NotWritten(
            f"zet in {path} de lijst `herzieningen` als laatste, met elke herziening op een eigen regel achter een streepje."
        )
    return after
