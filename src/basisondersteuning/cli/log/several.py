"""`bo log` for several pupils at once: one event each, with what differs from a list or asked per pupil."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from ...casework.logging.addition import Addition
from ...casework.logging.event import Misfits, Writer, event_of, missing
from ...casework.logging.group import Concerned, Entry, Pupil, added_to, entries_of, pupils_in
from ...casework.logging.kinds import Kind, asked_fields
from ...casework.logging.sheet import read_sheet
from ...findings.catalogue import daily as codes
from ...findings.finding import Finding, Severity
from ...findings.paint import folded
from ...model.reflect import FieldSpec
from ...model.words import count, level_words, plain
from ...records.tree import Tree
from ..app import FINDINGS, FINE, NO_RECORDS
from ..asking import Choice, Question, ask, can_ask
from ..terminal import painter, width
from .arguments import check_fields
from .one import How, ask_kind
from .showing import agreed, say_all, say_folded, written

if TYPE_CHECKING:
    from ...casework.assess import Assessor

DIFFERS: Mapping[str, tuple[str, ...]] = {"toets": ("waarde",)}
"""What is not the same for every pupil, where the user does not say so; of other kinds nothing is."""


class Group(NamedTuple):
    """What the user said about the pupils together."""

    group: int | None
    per_pupil: Sequence[str]
    sheet: str | None
    good_ones: bool


class Told(NamedTuple):
    """What is going to be added, and what is wrong; `own` are the fields that differ."""

    kind: Kind
    own: Sequence[str]
    entries: Sequence[Entry]
    additions: Sequence[Addition]
    findings: Sequence[Finding]

    def answer(self, pupil: str, name: str) -> str:
        """What was said of one pupil, as it was said."""
        said = next((one.own.get(name, ()) for one in self.entries if one.pupil.name == pupil), ())
        return ", ".join(str(one) for one in said)


def log_several(
    paths: Sequence[str], kind: Kind | None, said: dict[str, list[Tree]], group: Group, how: How, assessor: Assessor
) -> int:
    """Add an event to each of some dossiers; the exit code."""
    concerned = pupils_in(paths, today=assessor.setup.today, group=group.group)
    if not concerned.pupils and not concerned.findings:
        say_folded("Er is geen leerling gevonden" + (f" in groep {group.group}." if group.group is not None else "."))
        return NO_RECORDS
    if kind is None and can_ask() and concerned.pupils:
        kind = ask_kind(concerned.pupils[0].loaded, assessor)
    if kind is None:
        raise typer.BadParameter("zeg erbij wat u vastlegt, bijvoorbeeld: bo log dossiers toets --groep 5", param_hint="SOORT")
    _fits_together(kind, said, group, how)
    if concerned.pupils:
        check_fields(kind, said, Writer(concerned.pupils[0].loaded, assessor.setup.peildatum), everyone=True)
    own, entries, findings = _entries(kind, said, group, concerned)
    if entries is not None and not entries and any(one.severity is Severity.FOUT for one in findings):
        return _settle(Told(kind, own, entries, [], findings), concerned, group, how)
    _ask_shared([one for one in missing(kind, said) if one not in own and one != "id"], kind, said, concerned.pupils, assessor)
    if entries is None:
        entries = _ask_each(own, kind, concerned.pupils, assessor)
    needed = [one for one in own if kind.fields[one].required]
    additions: list[Addition] = []
    for entry in entries:
        done = added_to(entry, kind, said, needed, assessor, assessor.setup.peildatum)
        if isinstance(done, Addition):
            additions.append(done)
            findings += done.findings
        else:
            findings += done
    findings.sort(key=lambda one: one.sort_key)
    return _settle(Told(kind, own, entries, additions, findings), concerned, group, how)


def _fits_together(kind: Kind, said: Mapping[str, Sequence[Tree]], group: Group, how: How) -> None:
    if how.editor or how.people:
        option = "--editor" if how.editor else "--betrokkene"
        raise typer.BadParameter("kan alleen bij één leerling tegelijk.", param_hint=option)
    for name in group.per_pupil:
        if name not in kind.fields:
            raise typer.BadParameter(f"dit veld heeft een {kind.name} niet.", param_hint="--per-leerling")
        if name in said:
            raise typer.BadParameter("dit veld vraagt u al per leerling.", param_hint=f"--{name}")


def _entries(
    kind: Kind, said: Mapping[str, Sequence[Tree]], group: Group, concerned: Concerned
) -> tuple[list[str], list[Entry] | None, list[Finding]]:
    """The fields that differ, what is said of each pupil (None: to be asked), and what is wrong so far."""
    if group.sheet is None:
        own = list(group.per_pupil or (one for one in DIFFERS.get(kind.name, ()) if one not in said))
        if own and not can_ask():
            raise typer.BadParameter(f"is nodig: {' en '.join(own)} per leerling.", param_hint="--csv")
        everyone = [Entry(one, {}, {}) for one in concerned.pupils]
        return own, None if own else everyone, list(concerned.findings)
    sheet = read_sheet(group.sheet, kind)
    if (both := next((one for one in sheet.fields if one in said), None)) is not None:
        raise typer.BadParameter("dit veld staat al in de lijst.", param_hint=f"--{both}")
    entries, findings = entries_of(sheet.rows, concerned.pupils, concerned.broken)
    named = {row.pupil.text for row in sheet.rows}
    broken = [one for name, one in concerned.broken.items() if name in named]
    others = [one for one in concerned.findings if one not in concerned.broken.values()]
    if any(one.code == codes.LIST_COLUMN.code for one in sheet.findings):
        return list(sheet.fields), [], list(sheet.findings)
    return list(sheet.fields), entries, [*sheet.findings, *findings, *broken, *others]


def _ask_shared(
    names: Sequence[str], kind: Kind, said: dict[str, list[Tree]], pupils: Sequence[Pupil], assessor: Assessor
) -> None:
    """Ask for what is the same for all; without somebody to ask it is a usage error."""
    if not names or not pupils:
        return
    if not can_ask():
        more = f" Ook nodig: {', '.join(f'--{one}' for one in names[1:])}." if names[1:] else ""
        raise typer.BadParameter(f"is nodig.{more}", param_hint=f"--{names[0]}")
    from .prompts import Asking

    writers = [Writer(one.loaded, assessor.setup.peildatum) for one in pupils]

    def who(spec: FieldSpec) -> tuple[Choice, ...]:
        """The roles that one person has in every dossier."""
        roles = [[role for one in each.dossier.betrokkenen for role in one.rol] for each in writers]
        fitting = [one for one in dict.fromkeys(roles[0]) if not spec.roles or one in spec.roles]
        return tuple(Choice(one, plain(one)) for one in fitting if all(each.count(one) == 1 for each in roles))

    def fits(name: str, text: str) -> str | None:
        for each in writers:
            if (wrong := _complaint(kind, name, text, each)) is not None:
                return f"Bij {each.dossier.leerling.id}: {wrong}"
        return None

    Asking(writers[0], kind, said, asked_fields(assessor.frame, kind.name), who, fits).required(names)


def _ask_each(names: Sequence[str], kind: Kind, pupils: Sequence[Pupil], assessor: Assessor) -> list[Entry]:
    """Ask per pupil what differs; a pupil of whom the first answer is left out is passed over."""
    found: list[Entry] = []
    for pupil in pupils:
        writer = Writer(pupil.loaded, assessor.setup.peildatum)
        answers: dict[str, list[Tree]] = {}
        for name in names:

            def check(text: str, name: str = name, writer: Writer = writer) -> str | None:
                return _complaint(kind, name, text, writer)

            spec = kind.fields[name]
            words = f"{pupil.name}: {plain(name)}"
            help = f"{spec.description} Enter slaat deze leerling over." if name == names[0] else spec.description
            choices = tuple(Choice(one, plain(one)) for one in spec.values)
            required = name != names[0] and spec.required
            answer = ask(Question("--csv", words, help if pupil is pupils[0] else "", choices, required=required, check=check))
            if not answer and name == names[0]:
                break
            if answer:
                answers[name] = [answer]
        if answers:
            found.append(Entry(pupil, answers, {}))
    return found


def _complaint(kind: Kind, name: str, text: str, writer: Writer) -> str | None:
    try:
        event_of(kind, {name: [text]}, writer)
    except Misfits as error:
        return str(error.found[name]) if name in error.found else None
    return None


def _settle(told: Told, concerned: Concerned, group: Group, how: How) -> int:
    """Show it all, ask, and write it as one deed."""
    paint, columns = painter(), width()
    ready = [one for one in told.additions if one.new is not None]
    lines = [row for one in ready for row in folded(_row(one, told), columns, "      ", "  ")]
    title = f"{told.kind.name} voor {count(len(ready), 'leerling', 'leerlingen')}"
    if ready:
        sys.stdout.write("\n".join([paint("bold", title[:1].upper() + title[1:]), "", *lines, ""]) + "\n")
        sys.stdout.flush()
    say_all(told.findings)
    wrong = [one for one in told.findings if one.severity is Severity.FOUT]
    sys.stdout.write("\n".join(folded(_total(told, concerned, group), columns, "")) + "\n")
    sys.stdout.flush()
    if wrong and not group.good_ones:
        more = " Met --goede-wel komen de goede er wel bij." if ready else ""
        say_folded(f"Er is niets vastgelegd: eerst moet alles kloppen.{more}")
        return FINDINGS
    if not ready:
        say_folded("Er is niets vastgelegd.")
        return FINDINGS if wrong else FINE
    if not agreed(ja=how.ja, toon=how.toon, default=not told.findings):
        return FINDINGS if wrong else FINE
    said = f"Vastgelegd in {count(len(ready), 'dossier', 'dossiers')}."
    return written(ready, f"bo log {told.kind.name}", said) or (FINDINGS if wrong else FINE)


def _row(one: Addition, told: Told) -> str:
    """One pupil on a line: what differs, and what it does."""
    parts = [f"{name}: {told.answer(one.pupil, name)}" for name in told.own if told.answer(one.pupil, name)]
    found = one.effect
    if found is not None:
        parts += [
            f"{plain(each.strand)}: van {level_words(each.before.supported)} naar {level_words(each.after.supported)}"
            for each in found.levels
            if each.before.supported != each.after.supported
        ]
        done = len(found.met) + len(found.lapsed)
        parts += [f"{done} gedaan"] if done else []
        parts += [f"{len(found.born)} nieuw te doen"] if found.born else []
    return f"{one.pupil}  {' · '.join(parts)}".rstrip()


def _total(told: Told, concerned: Concerned, group: Group) -> str:
    reached = {one.pupil for one in told.additions if one.new is not None}
    parts = [f"{count(len(reached), 'leerling', 'leerlingen')} erbij"]
    listed = {one.pupil.name for one in told.entries}
    failed = len(listed - reached)
    parts += [f"{failed} niet"] if failed else []
    others = [one.name for one in concerned.pupils if one.name not in listed]
    if others and (group.group is not None or group.sheet is None):
        where = "niet in de lijst" if group.sheet is not None else "overgeslagen"
        parts += [f"{where}: {', '.join(others) if len(others) <= _NAMED else len(others)}"]
    closed = len(concerned.closed)
    parts += [f"{count(closed, 'gesloten dossier', 'gesloten dossiers')} overgeslagen"] if closed else []
    return f"{', '.join(parts)}."


_NAMED = 12
"""So many pupils who get nothing are named; of more only the number is."""
