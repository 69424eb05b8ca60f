"""Dossiers and meetings for tests of the OT: small, made up, with only what a test asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from basisondersteuning.casework.assess import Assessor, Setup
from basisondersteuning.casework.ot.due import Found, due
from basisondersteuning.norms.calendar import Calendar
from basisondersteuning.records.load import load_text

PEILDATUM, MEETING_DAY = date(2026, 11, 24), date(2026, 12, 10)
PEOPLE = (
    "{id: moeder, naam: S. Bakker, rol: ouder, gezag: ja}",
    "{id: lk, naam: M. Visser, rol: groepsleerkracht}",
    "{id: ib, naam: T. de Wit, rol: intern_begeleider}",
    "{id: dir, naam: H. Brouwer, rol: directeur}",
    "{id: ortho, naam: E. van Dam, rol: orthopedagoog}",
)
SEEN = "{datum: 2026-02-02, soort: observatie, door: lk, vakgebied: rekenen, gedrag: x, resultaten: y, ondersteuning_gewenst: ja}"
TALK = "{datum: 2026-02-05, soort: oudercontact, met: moeder, over: [zorg, resultaten, vervolg], vakgebied: rekenen}"
FIRST = (
    "{datum: 2026-02-09, soort: ondersteuning, id: o1, vakgebied: rekenen, doel: x, aanpak: y, door: lk, tot: 2026-04-10, "
    "groepsplan: z}"
)
WEAK = "{datum: 2026-04-14, soort: evaluatie, van: o1, effect: onvoldoende, door: lk}"
MORE = (
    FIRST.replace("2026-02-09", "2026-05-11").replace("o1", "o2, vorm: geintensiveerd, vervolg_op: o1").replace("04-10", "10-23")
)
STILL_WEAK = WEAK.replace("2026-04-14", "2026-10-27").replace("o1", "o2")
LEVEL_2 = (SEEN, TALK, FIRST, WEAK, TALK.replace("02-05", "04-16"), MORE)
GROWTH = "{datum: 2026-11-10, soort: groeidocument, actie: opgesteld, door: lk, vastgelegd: aanpak_niveau_2}"
REGISTERED = "{datum: 2026-11-17, soort: aanmelding_ot, door: ib, vakgebied: rekenen, vraag: Wat helpt?}"


def discussed(day: str, *, back: str = "", area: str = "rekenen") -> str:
    """A discussion in the OT with everybody there."""
    about = f", vakgebied: {area}" if area else ""
    until = f", evaluatiedatum: {back}" if back else ""
    there = "voorzitter: dir, aanwezig: [dir, lk, ib, ortho, moeder]"
    return f"{{datum: {day}, soort: ot_bespreking, {there}, inbreng: x, bespreking: y{about}{until}}}"


def dossier(*events: str, pupil: str = "L-1", school: str = "99XX00", people: Sequence[str] = PEOPLE) -> str:
    """A dossier as text."""
    head = f"soort: dossier\nleerling: {{id: {pupil}, geboortedatum: 2017-03-01, groep: 5}}\nschool: {school}\nbetrokkenen:\n"
    return head + "".join(f"  - {one}\n" for one in people) + "tijdlijn:\n" + "".join(f"  - {one}\n" for one in events)


def due_from(*events: str, day: date = MEETING_DAY, peildatum: date = PEILDATUM) -> Found:
    """Whether the pupil of a dossier with these events is due."""
    assessor = Assessor(Setup(peildatum, max(peildatum, day)))
    loaded = load_text("d.yaml", dossier(*events).encode(), today=max(peildatum, day))
    assert loaded.sound, loaded.findings
    verdict = assessor.judge(loaded).verdict
    assert verdict is not None
    return due(loaded, verdict, Calendar(), day)


def write(folder: Path, name: str, text: str) -> None:
    """Put a file in a folder that may not be there yet."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
