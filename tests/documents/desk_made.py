"""Made-up runs over SOPs, for the page and the workbook: ordinary ones, large ones, and one full of hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from basisondersteuning.findings.finding import Finding, Norm, Place, Severity
from basisondersteuning.norms.status import Status
from basisondersteuning.swv.desk.across import Across
from basisondersteuning.swv.desk.region import Region
from basisondersteuning.swv.desk.run import Absent, Checked, DeskRule, DeskSchool, Run, Sent, Tally
from basisondersteuning.swv.sops.row import Cell, SopRow

DAY = date(2026, 11, 24)
STATUSES = (None, *Status)
HOSTILE = (
    "=1+1",
    "+31612345678",
    "-1",
    "@som",
    "\t=1+1",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\u202egnirts\u2066",
    "bel\x07 en \x00niets",
    "{{ 7 * 7 }}",
    "lang " * 8_000,
    "../../etc/passwd",
    '=HYPERLINK("http://x.nl";"klik")',
)


def rule(number: int) -> DeskRule:
    """A rule about SOPs."""
    return DeskRule(
        f"PRF-S.{number}",
        f"Onderdeel {number} van het profiel is ingevuld",
        Severity.FOUT if number % 3 else Severity.WAARSCHUWING,
        f"passage {number}",
        "directeur",
        f"Vul onderdeel {number} in.",
        f"onderdeel {number}",
        "Zonder dit onderdeel is niet te zien wat de school zelf biedt.",
        "Is dit voldoende?" if number % 5 == 0 else None,
    )


def of_rule(rule: DeskRule, status: Status, path: str, school: str, line: int) -> Finding:
    """A finding on a rule."""
    norm = Norm(rule.title, rule.source, rule.role, status.value, date(2027, 2, 1) if status is Status.OPEN else None)
    place = Place(path, line, 3, 5)
    return Finding(rule.code, rule.severity, place, f"{rule.title}: {status.words}.", rule.action, (), school, None, norm)


def sop(number: int, rules: tuple[DeskRule, ...], text: str | None = None, year: str = "2026-2027") -> Checked:
    """A SOP in which the rules come to ever other statuses. With `text` that stands wherever a school can write."""
    school = f"99{number // 100 % 100:02d}{number % 100:02d}"
    path = f"sops/{school}.yaml"
    if number % 11 == 10:
        found = Finding(
            "BO204", Severity.FOUT, Place(path, 4, 1), "Deze sleutel kent `bo` niet.", "Bedoelde u `naam`?", (), school
        )
        return Checked(path, "sop", (found,), sent=Sent(school, year))
    clean = number % 7 == 3
    cells = tuple(
        Cell(one.code, Status.VOLDAAN if clean else STATUSES[(number * 3 + index) % len(STATUSES)], 1)
        for index, one in enumerate(rules)
    )
    wrong = (Status.TE_LAAT, Status.GESCHONDEN, Status.OPEN, Status.ONBEKEND, Status.OORDEEL_NODIG)
    findings = tuple(
        of_rule(one, cell.status, path, school, 10 + index)
        for index, (one, cell) in enumerate(zip(rules, cells, strict=True))
        if cell.status in wrong and cell.status is not None
    )
    name, board = text or f"Basisschool De Voorbeeldboom {number}", text or f"Stichting Voorbeeld {number % 5}"
    row = SopRow(path, school, name, board, year, text or "2026", "prf", date(2026, 6, 2), cells, "")
    return Checked(path, "sop", findings, sop=row, sent=Sent(school, year))


def school_of(checked: Checked) -> DeskSchool:
    """The school of a SOP, as a samenwerkingsverband lists it."""
    assert checked.sent is not None
    row = checked.sop
    return DeskSchool(checked.sent.school, row.name if row else f"School {checked.sent.school}", row.board if row else None)


def run_of(schools: int = 12, rules: int = 24, /, *, texts: tuple[str, ...] = (), **more: object) -> Run:
    """A run over so many SOPs, and a dossier with a finding. `texts` stand in the SOPs, in turn."""
    made = tuple(rule(one) for one in range(1, rules + 1))
    dossier = Finding("BO204", Severity.WAARSCHUWING, Place("dossiers/a.yaml", 3, 1), "Dit kan niet.", "Kijk na.", (), "L-0001")

    def results() -> Iterator[Checked]:
        for number in range(schools):
            yield sop(number, made, texts[number % len(texts)] if texts else None)
        yield Checked("dossiers/a.yaml", "dossier", (dossier,))
        yield Checked("dossiers/b.yaml", "dossier", ())

    empty = DeskSchool("99ZZ00", texts[0] if texts else "Basisschool De Leegte", "Stichting Voorbeeld 1")
    listed = tuple(school_of(sop(number, made, texts[number % len(texts)] if texts else None)) for number in range(schools))
    missing = (Absent(*empty, "Vraag de school om haar SOP."),)
    across = Across(Region(schools=(*listed, empty), places={one.code: Place("swv.yaml", 1, 1) for one in (*listed, empty)}))
    for one in results():
        if one.kind == "sop":
            across.note(one)
    double = Finding(
        "BO801",
        Severity.FOUT,
        Place("sops/990001.yaml", 1, 1),
        "Van deze school is er meer dan één SOP.",
        "Vraag het na.",
        (),
        "990001",
    )
    values: dict[str, object] = {
        "rules": made,
        "frame": "prf-2026",
        "swv": texts[0] if texts else "SWV Voorbeeld",
        "schools": (*listed, empty),
        "missing": missing,
        "year": "2026-2027",
        "years": across.years(),
        "across": (double,),
        "tally": Tally(),
        **more,
    }
    return Run(results, DAY, **values)  # type: ignore[arg-type]
