"""`bo log` for several pupils at once: one event each, with what differs from a list or asked per pupil."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from ...casework.logging.addition import Addition
from ...casework.logging.event import Writer, missing
from ...casework.logging.group import Concerned, Entry, added_to, entries_of, pupils_in
from ...casework.logging.kinds import Kind
from ...casework.logging.sheet import read_sheet
from ...findings.catalogue import daily as codes
from ...findings.finding import Finding, Severity
from ...model.words import count
from ...records.tree import Tree
from ..app import FINDINGS, FINE, NO_RECORDS
from ..asking import can_ask, confirm
from .afresh import Settled, changed_meanwhile, read_afresh
from .arguments import check_fields
from .group_asking import ask_each, ask_shared
from .group_text import Told, preview, total
from .one import How, ask_kind
from .showing import agreed, put, say_first, say_folded, tell_meanwhile
from .showing import told as say_written

if TYPE_CHECKING:
    from ...casework.assess import Assessor

DIFFERS: Mapping[str, tuple[str, ...]] = {"toets": ("waarde",), "leerlinggesprek": ("inbreng",)}
"""What is not the same for every pupil, where the user does not say so: a result, and somebody's own words."""


class Group(NamedTuple):
    """What the user said about the pupils together."""

    group: int | None
    per_pupil: Sequence[str]
    sheet: str | None
    good_ones: bool


class _Start(NamedTuple):
    """The fields that differ, what is said of each pupil (None: to be asked), and what is wrong before anything is asked."""

    own: list[str]
    entries: list[Entry] | None
    absent: list[str]
    findings: list[Finding]
    useless: bool = False


def log_several(
    paths: Sequence[str], kind: Kind | None, said: dict[str, list[Tree]], group: Group, how: How, assessor: Assessor
) -> int:
    """Add an event to each of some dossiers; the exit code."""
    concerned = pupils_in(paths, today=assessor.setup.today, group=group.group)
    if not concerned.pupils and not concerned.findings and not concerned.broken:
        say_folded("Er is geen leerling gevonden" + (f" in groep {group.group}." if group.group is not None else "."))
        return NO_RECORDS
    if kind is None and can_ask() and concerned.pupils:
        kind = ask_kind(concerned.pupils[0].loaded, assessor)
    if kind is None:
        raise typer.BadParameter("zeg erbij wat u vastlegt, bijvoorbeeld: bo log dossiers toets --groep 5", param_hint="SOORT")
    _fits_together(kind, said, group, how)
    if concerned.pupils:
        check_fields(kind, said, Writer(concerned.pupils[0].loaded, assessor.setup.peildatum), everyone=True)
    start = _start(kind, said, group, concerned)
    own, entries, stopped = start.own, start.entries, False
    told = Told(kind, own, said, entries or [], [], start.findings, (), start.absent)
    if start.useless or not concerned.pupils:
        return _settle(told, concerned, group, how).code
    shared = [one for one in missing(kind, said) if one not in own and one != "id"]
    if can_ask() and (shared or entries is None):
        if not _go_on(start.findings, len(concerned.pupils if entries is None else entries), group, how):
            say_folded("Er is niets vastgelegd.")
            return FINDINGS
        told = told._replace(findings=[], known=start.findings)
    ask_shared(shared, kind, said, concerned.pupils, assessor)
    asking = entries is None
    if entries is None:
        entries, stopped = ask_each(own, kind, said, concerned.pupils, assessor, group.group)
    turns = _TURNS
    while turns:
        planned = _planned(told._replace(entries=entries), assessor)
        ended = _settle(planned, concerned, group, how._replace(ja=how.ja and not stopped), stopped=stopped)
        if ended is _CHANGED:
            turns -= 1
            continue
        mend = asking and not ended.written and not how.toon and not how.ja
        if not mend or not confirm("Wat u per leerling opgaf verbeteren?", default=False):
            return ended.code
        entries, stopped = ask_each(own, kind, said, concerned.pupils, assessor, group.group, entries)
    say_folded("Er is niets vastgelegd: iemand anders is nog in deze dossiers bezig.")
    return FINDINGS


_TURNS = 3
"""So often the files may change under the hands of somebody who says yes."""


_CHANGED = Settled(FINDINGS)


def _planned(told: Told, assessor: Assessor) -> Told:
    """What is added to each dossier as it is now, which may be other than when the first question was asked."""
    needed = [one for one in told.own if told.kind.fields[one].required]
    additions: list[Addition] = []
    findings = list(told.findings)
    for entry in told.entries:
        done = _added(entry, told, needed, assessor)
        if isinstance(done, Addition):
            additions.append(done)
            findings += [] if done.there and done.new is not None else done.findings
        else:
            findings += done
    return told._replace(additions=additions, findings=sorted(findings, key=lambda one: one.sort_key))


def _added(entry: Entry, told: Told, needed: Sequence[str], assessor: Assessor) -> Addition | list[Finding]:
    done = added_to(entry, told.kind, told.said, needed, assessor, assessor.setup.peildatum)
    if not isinstance(done, Addition) or not changed_meanwhile(done.findings):
        return done
    again = read_afresh(entry.pupil.loaded, assessor)
    if again is None:
        return done
    afresh = entry._replace(pupil=entry.pupil._replace(loaded=again))
    return added_to(afresh, told.kind, told.said, needed, assessor, assessor.setup.peildatum)


def _fits_together(kind: Kind, said: Mapping[str, Sequence[Tree]], group: Group, how: How) -> None:
    if how.editor or how.people:
        option = "--editor" if how.editor else "--betrokkene"
        raise typer.BadParameter("kan alleen bij één leerling tegelijk.", param_hint=option)
    for name in group.per_pupil:
        if name not in kind.fields:
            raise typer.BadParameter(f"dit veld heeft een {kind.name} niet.", param_hint="--per-leerling")
        if name in said:
            raise typer.BadParameter("dit veld vraagt u al per leerling.", param_hint=f"--{name}")


def _start(kind: Kind, said: Mapping[str, Sequence[Tree]], group: Group, concerned: Concerned) -> _Start:
    if group.sheet is None:
        own = list(group.per_pupil or (one for one in DIFFERS.get(kind.name, ()) if one not in said))
        if own and not can_ask():
            raise typer.BadParameter(f"is nodig: {' en '.join(own)} per leerling.", param_hint="--csv")
        everyone = [Entry(one, {}, {}) for one in concerned.pupils]
        wrong = [*concerned.findings, *(one.finding for one in concerned.broken)]
        return _Start(own, None if own else everyone, [], sorted(wrong, key=lambda one: one.sort_key))
    sheet = read_sheet(group.sheet, kind, group.per_pupil)
    if (both := next((one for one in sheet.fields if one in said), None)) is not None:
        raise typer.BadParameter("dit veld staat al in de lijst.", param_hint=f"--{both}")
    if sheet.passed:
        words = "De kolom" if len(sheet.passed) == 1 else "De kolommen"
        shown = " en ".join(f"`{one}`" for one in sheet.passed)
        say_folded(f"{words} {shown} met namen van leerlingen {'wordt' if len(sheet.passed) == 1 else 'worden'} niet gelezen.")
    needed = [one for one in sheet.fields if kind.fields[one].required]
    listed = entries_of(sheet.rows, concerned, needed)
    named = {row.pupil.text.casefold() for row in sheet.rows}
    broken = [one.finding for one in concerned.broken if one.name.casefold() in named]
    if any(one.code == codes.LIST_COLUMN.code for one in sheet.findings):
        return _Start(list(sheet.fields), [], [], list(sheet.findings), useless=True)
    wrong = [*sheet.findings, *listed.findings, *broken, *concerned.findings]
    useless = not listed.entries and any(one.severity is Severity.FOUT for one in wrong)
    return _Start(list(sheet.fields), listed.entries, listed.absent, sorted(wrong, key=lambda one: one.sort_key), useless)


def _go_on(findings: Sequence[Finding], others: int, group: Group, how: How) -> bool:
    """Show what is wrong before anybody types an answer; whether to go on with the other pupils."""
    say_first(findings)
    if group.good_ones or not any(one.severity is Severity.FOUT for one in findings):
        return True
    return not how.ja and confirm(f"Verder met {_others(others)}, zonder wat hierboven staat?", default=False)


def _others(number: int) -> str:
    return "de andere leerling" if number == 1 else f"de andere {number} leerlingen"


def _settle(told: Told, concerned: Concerned, group: Group, how: How, *, stopped: bool = False) -> Settled:
    """Show it all, ask, and write it as one deed; `_CHANGED` when a file changed meanwhile: nothing was written then."""
    ready = told.ready
    preview(told)
    say_first(told.findings)
    total(told, concerned, listed=group.sheet is not None, narrowed=group.group is not None)
    wrong = any(one.severity is Severity.FOUT for one in told.findings)
    code = FINDINGS if wrong or any(one.severity is Severity.FOUT for one in told.known) else FINE
    asking = can_ask() and not how.ja and not how.toon
    if wrong and not group.good_ones and not (ready and asking):
        more = " Met --goede-wel komen de goede er wel bij." if ready else ""
        say_folded(f"Er is niets vastgelegd: eerst moet alles kloppen.{more}")
        return Settled(FINDINGS)
    if not ready:
        say_folded("Er is niets vastgelegd" + (": dit staat er al." if told.already else "."))
        return Settled(code)
    words = "Zo vastleggen?"
    if wrong:
        words = "De leerling die wel klopt vastleggen?" if len(ready) == 1 else f"De {len(ready)} die wel kloppen vastleggen?"
    if not agreed(ja=how.ja, toon=how.toon, words=words, default=not told.findings and not stopped):
        return Settled(code)
    said = f"Vastgelegd in {count(len(ready), 'dossier', 'dossiers')}."
    failed = put(ready, f"bo log {told.kind.name}")
    if changed_meanwhile(failed):
        tell_meanwhile(ready, failed)
        return _CHANGED
    return Settled(say_written(ready, failed, said) or code, written=True)
