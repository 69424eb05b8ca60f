"""Two validators that are not ours give the verdict of `bo` on every record, but for the gaps in `schemas/README.md`.

The records are the examples, the frames and their tests, the gallery, mistakes written down here, and records made up
from the models, right ones and ones with a mistake put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.findings.finding import Finding
from basisondersteuning.findings.gallery import FOLDER as GALLERY
from basisondersteuning.model.kinds import RECORD_KINDS
from basisondersteuning.norms.library import BUILT_IN
from basisondersteuning.records.write import dump
from schema_checks import (
    accepts,
    errors,
    findings,
    gaps,
    loaded,
    pointed_at,
    read_otherwise,
    refused_elsewhere,
    reversed_gaps,
)
from schema_made import records, with_mistake

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "examples").rglob("*.yaml")), *sorted(BUILT_IN.glob("*.yaml")), *sorted(GALLERY.rglob("*.yaml"))]


GOOD = {
    "dossier": """soort: dossier
leerling: {id: L-0101, geboortedatum: 2018-03-14, groep: 5}
school: 99XX00
betrokkenen:
  - {id: lk, naam: A. Voorbeeld, rol: groepsleerkracht}
  - {id: moeder, naam: B. Voorbeeld, rol: ouder, gezag: ja}
tijdlijn:
  - {datum: 2026-09-07, soort: observatie, door: lk, vakgebied: rekenen, gedrag: Telt op de vingers., ondersteuning_gewenst: ja}
""",
    "normenkader": """soort: normenkader
code: voorbeeld-2026
reeks: voorbeeld
titel: Voorbeeld van een normenkader
geldig: {van: 2026-08-01}
gebaseerd_op: kop-van-noord-holland-2014
regels:
  - code: VB-1.1
    titel: De ouders horen binnen twee schoolweken van de zorg
    afspraak: Verzonnen werkafspraak.
    niveau: 1
    ernst: waarschuwing
    als: {soort: observatie, ondersteuning_gewenst: ja}
    dan: {soort: oudercontact, over: {bevat: zorg}}
    binnen: {schoolweken: 2, herkomst: afspraak}
    wie: groepsleerkracht
    doe: Bespreek de zorg met de ouders.
    waarom: Ouders horen niet achteraf dat er zorg is.
  - code: VB-S.1
    titel: Het SOP noemt een protocol
    afspraak: Verzonnen werkafspraak.
    over: sop
    ernst: waarschuwing
    als: {soort: sop}
    vooraf: {soort: protocol, onderwerp: dyslexie}
    wie: directeur
    doe: Zet het protocol in het SOP.
    waarom: Zo weten andere scholen hoe deze school werkt.
""",
    "kaderproeven": """soort: kaderproeven
kader: voorbeeld-2026
betrokkenen:
  - {id: lk, naam: A. Voorbeeld, rol: groepsleerkracht}
proeven:
  - naam: de ouders horen van de zorg
    tijdlijn:
      - {datum: 2026-09-07, soort: observatie, door: lk, vakgebied: rekenen, ondersteuning_gewenst: ja}
    verwacht:
      2026-09-08: {VB-1.1: open}
      2026-09-10: {VB-1.1: open, niveau: {rekenen: 1}}
  - naam: een SOP met een protocol
    feiten:
      - {soort: sop}
      - {soort: protocol, onderwerp: dyslexie}
    verwacht:
      2026-09-08: {VB-S.1: voldaan}
""",
    "sop": """soort: sop
school: 99XX00
naam: De Voorbeeldschool
schooljaar: 2026-2027
bestuur: {naam: Stichting Voorbeeld, nummer: 99999}
ijkpunten:
  - {ijkpunt: veilige_omgeving, score: volledig}
interne_begeleiding:
  - {naam: E. Voorbeeld, opleiding: master_sen, uren_per_week: 16}
kengetallen:
  - {wat: leerlingen, peildatum: 2026-10-01, aantal: 187}
tijdlijn:
  - {datum: 2026-10-06, soort: vaststelling, door: Stichting Voorbeeld}
""",
    "kengetallen": """soort: kengetallen
samenwerkingsverband: PO9999
verzonnen: ja
tellingen:
  - {peildatum: 2025-10-01, wat: leerlingen, onderwijs: so, cluster: 3, aantal: 312, bron: Verzonnen.}
deelname:
  - {peildatum: 2025-10-01, wat: deelname_sbo, definitie: vensters, percentage: 2.5, bron: Verzonnen.}
""",
    "samenwerkingsverband": """soort: samenwerkingsverband
naam: SWV Voorbeeld
nummer: PO9999
scholen:
  - {vestiging: 99XX00, naam: De Voorbeeldschool, regio: noord}
roosters:
  - schooljaar: 2026-2027
    school: 99XX00
    volledig: nee
    bron: Jaarplan van de school (verzonnen).
    vakanties:
      - {naam: studiedag, van: 2026-11-16, tot: 2026-11-16}
""",
}
"""A record of each kind that is right."""

OCCASION = """als: {soort: observatie, ondersteuning_gewenst: ja}
    dan: {soort: oudercontact, over: {bevat: zorg}}
    binnen: {schoolweken: 2, herkomst: afspraak}
"""
IN_CHOICE = """voorwaarde_voor: 2
    een_van: [{moet: {gedrag: {aanwezig: ja}}}, {vooraf: {soort: observatie}}]
"""

DAN = "dan: {soort: oudercontact, over: {bevat: zorg}}"

UNSEEN = [
    ("dossier", "2018-03-14", "2018-02-30", "BO204"),
    ("dossier", "2018-03-14", "14-3-1018", "BO204"),
    ("dossier", "geboortedatum: 2018-03-14", "geboortedatum: {}", "BO204"),
    ("dossier", "groep: 5", "groep: 0x5", "BO206"),
    ("dossier", "id: L-0101", "id: -5", "BO212"),
    ("samenwerkingsverband", "regio: noord", "regio: ~", "BO203"),
    ("normenkader", "van: 2026-08-01", "van: 2026-08-01, tot: ~", "BO204"),
    ("dossier", "gezag: ja", "gezag: ~", "BO205"),
    ("normenkader", "{schoolweken: 2,", "{schoolweken: 2, dagen: ~,", "BO206"),
    ("dossier", "tijdlijn:", "afwijkingen: ~\ntijdlijn:", "BO207"),
    ("samenwerkingsverband", "school: 99XX00", "school: ~", "BO209"),
    ("dossier", "soort: observatie,", "soort: observatie, id: ~,", "BO212"),
    ("samenwerkingsverband", "nummer: PO9999", "nummer: ~", "BO215"),
    ("dossier", "school: 99XX00", "school: 99XX00\nschool: 99XX01", "BO114"),
    ("dossier", "groep: 5", "groep: !!int 5", "BO112"),
    ("dossier", "Telt op de vingers.", "a" * 4_200_000, "BO104"),
    ("normenkader", "over: {bevat: zorg}", "datum: {minstens: 2026-02-30}", "BO403"),
    ("normenkader", DAN, "moet: {samenvatting: {aanwezig: ja}}", "BO402"),
    ("normenkader", f"observatie, ondersteuning_gewenst: ja}}\n    {DAN}", "oudercontact}\n    moet: {vorm: nieuw}", "BO403"),
    ("normenkader", DAN, "moet: {vakgebied: rekenen}", "BO404"),
    ("normenkader", "schoolweken: 2", "schoolweken: 999", "BO412"),
    ("normenkader", "{schoolweken: 2, herkomst: afspraak}", "{veld: tot}", "BO412"),
    ("normenkader", OCCASION, IN_CHOICE, "BO411"),
    ("sop", "nummer: 99999", "nummer: 9999", "BO215"),
    ("kengetallen", "aantal: 312", "aantal: 0x5", "BO217"),
    ("kengetallen", "aantal: 312", "aantal: 322-310", "BO217"),
    ("kengetallen", "percentage: 2.5", "percentage: 2.512345", "BO218"),
    ("kengetallen", "cluster: 3", "cluster: 0x3", "BO203"),
    ("kengetallen", "percentage: 2.5", "percentage: 2.5, teller: ~", "BO217"),
    ("kengetallen", "vensters, percentage: 2.5", "vensters, teller: 5, noemer: 200, percentage: ~", "BO218"),
    ("kaderproeven", "VB-1.1: open", "VB-9.9: open", "BO433"),
    ("kaderproeven", "niveau: {rekenen: 1}", "niveau: {rekenen: 9}", "BO433"),
    ("kaderproeven", "2026-09-08", "2009-09-08", "BO420"),
]
"""What only `bo` sees: kind, words of its example, words instead, and the code of the one finding that gives."""

SEEN = [
    ("dossier", "groep: 5", "groep: vijf", "BO206"),
    ("dossier", "id: L-0101", "id: Noor Bakker", "BO212"),
    ("dossier", "gezag: ja", "gezag: true", "BO205"),
    ("dossier", "school: 99XX00", "school: 99XX0A", "BO209"),
    ("dossier", "school: 99XX00", "school: ~", "BO209"),
    ("dossier", "rol: ouder", "rol: []", "BO214"),
    ("dossier", "school: 99XX00", "school:", "BO201"),
    ("normenkader", "van: 2026-08-01", "van: 1 augustus 2026", "BO204"),
    ("normenkader", "over: {bevat: zorg}", "over: zorg", "BO404"),
    ("normenkader", "over: {bevat: zorg}", "over: {bevat: zorgen}", "BO403"),
    ("normenkader", "over: {bevat: zorg}", "onderwerp: {bevat: zorg}", "BO402"),
    ("normenkader", "dan: {soort: oudercontact", "dan: {soort: oudergesprek", "BO401"),
    ("normenkader", "over: {bevat: zorg}", "door: {rol: juf}", "BO405"),
    ("normenkader", DAN, "dan: oudercontact", "BO207"),
    ("normenkader", ", herkomst: afspraak", "", "BO412"),
    ("normenkader", "afspraak: Verzonnen", "voorwaarde_voor: 2\n    afspraak: Verzonnen", "BO411"),
    ("kengetallen", "aantal: 312", "aantal: <1", "BO217"),
    ("kengetallen", "aantal: 312", "aantal: -5", "BO217"),
    ("kengetallen", "aantal: 312", "aantal: 2.5", "BO217"),
    ("kengetallen", "percentage: 2.5", "percentage: 100.5", "BO218"),
    ("kengetallen", "percentage: 2.5", "percentage: 2.5 %", "BO218"),
    ("kengetallen", "cluster: 3", "cluster: 5", "BO203"),
    ("sop", "score: volledig", "score: bijna", "BO203"),
    ("sop", "soort: vaststelling", "soort: vastgesteld", "BO210"),
    ("sop", "nummer: 99999", "nummer: '9999'", "BO215"),
    ("sop", "aantal: 187", "aantal: <1", "BO217"),
    ("normenkader", "    niveau: 1\n", "", "BO407"),
    ("normenkader", "over: sop", "over: sop\n    niveau: 1", "BO407"),
    ("normenkader", "over: sop", "over: school", "BO203"),
    ("normenkader", "{soort: protocol, onderwerp: dyslexie}", "{soort: toets}", "BO401"),
    ("normenkader", "onderwerp: dyslexie", "naam: {minstens: 2}", "BO404"),
    ("normenkader", "{soort: protocol, onderwerp: dyslexie}", "{soort: grens, veld: expertise}", "BO402"),
    ("kaderproeven", "soort: protocol, onderwerp: dyslexie", "soort: protocol", "BO201"),
    ("kaderproeven", "{soort: sop}", "{soort: toets}", "BO401"),
    ("kaderproeven", "onderwerp: dyslexie", "onderwerp: dyslexie, score: volledig", "BO433"),
    ("kaderproeven", "    feiten:", "    tijdlijn: []\n    feiten:", "BO433"),
    ("kaderproeven", "VB-1.1: open", "VB-1.1: opgelost", "BO433"),
    ("kaderproeven", "niveau: {rekenen: 1}", "niveau: {reken: 1}", "BO433"),
    (
        "normenkader",
        "afspraak: Verzonnen",
        "bron: {document: basisondersteuning-2014, passage: 1}\n    afspraak: Verzonnen",
        "BO411",
    ),
    ("normenkader", DAN, f"{DAN}\n    vooraf: {{soort: toets}}", "BO411"),
    ("normenkader", DAN, f"{DAN}\n    sinds: {{soort: toets}}", "BO411"),
    ("normenkader", DAN, "", "BO411"),
    ("normenkader", DAN, "oordeel: Is dit goed?", "BO412"),
    ("normenkader", "{schoolweken: 2,", "{schoolweken: 2, dagen: 3,", "BO412"),
    ("normenkader", "{schoolweken: 2, herkomst: afspraak}", "{}", "BO412"),
    ("normenkader", "regels:", "instellingen: [{naam: x, titel: x, herkomst: wet, toelichting: x}]\nregels:", "BO412"),
]
"""What a schema sees too, beside what it does not see."""


class Subject(NamedTuple):
    """One file, what `bo` says of it, and whether each validator accepts it."""

    path: Path
    kind: str
    findings: list[Finding]
    text: Any
    jsonschema_rs: bool
    check_jsonschema: bool


class Corpus(NamedTuple):
    """Every file that the validators are asked about."""

    standing: list[Subject]
    written: dict[tuple[str, str, str, str], Subject]
    right: list[Subject]
    wrong: list[Subject]

    def subjects(self) -> Iterator[Subject]:
        yield from (*self.standing, *self.written.values(), *self.right, *self.wrong)


def made(strategy: Callable[[str], st.SearchStrategy[Any]], kind: str, number: int) -> list[Any]:
    """What a strategy gives, always the same."""
    found: list[Any] = []

    @settings(max_examples=number, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(strategy(kind))
    def gather(tree: Any) -> None:
        found.append(tree)

    gather()
    return found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("schemas")
    written = {}
    for number, case in enumerate((*UNSEEN, *SEEN)):
        kind, old, new, _ = case
        folder = root / "geschreven" / str(number)
        if kind == "kaderproeven":
            _put(folder / "kader.yaml", GOOD["normenkader"])
        assert old in GOOD[kind], old
        written[case] = _put(folder / "record.yaml", GOOD[kind].replace(old, new, 1))
    right, wrong = {}, {}
    for kind in RECORD_KINDS:
        for number, tree in enumerate(made(records, kind, 30)):
            right[_put(root / "goed" / kind / f"{number}.yaml", dump(tree))] = kind
        for number, tree in enumerate(made(with_mistake, kind, 70)):
            wrong[_put(root / "fout" / kind / f"{number}.yaml", dump(tree))] = kind
    paths = [*FILES, *written.values(), *right, *wrong]
    kinds = {path: _kind(path) for path in paths}
    refused = {
        path
        for kind in RECORD_KINDS
        for path in refused_elsewhere(kind, (one for one in paths if kinds[one] == kind), Path(ROOT.anchor))
    }
    standing = [_subject(path, kinds[path], refused) for path in FILES]
    return Corpus(
        [one for one in standing if one.text is not None or one.findings],  # a file with only remarks is no record
        {case: _subject(path, kinds[path], refused) for case, path in written.items()},
        [_subject(path, kind, refused, alone=True) for path, kind in right.items()],
        [_subject(path, kind, refused, alone=True) for path, kind in wrong.items()],
    )


def _put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _kind(path: Path) -> str:
    """The kind of record whose schema a file is put to: its own, or that of a dossier where it has none."""
    found = re.search(rb"^soort: *(\w+)", path.read_bytes(), re.MULTILINE)
    kind = found[1].decode() if found else ""
    return kind if kind in RECORD_KINDS else "dossier"


def _subject(path: Path, kind: str, refused: set[Path], *, alone: bool = False) -> Subject:
    got = loaded(path)
    tree = read_otherwise(path.read_bytes()) if path.stat().st_size < 20_000_000 else None
    text = got.document.root if got.document is not None else None
    return Subject(path, kind, findings(got, alone=alone), text, tree is not None and accepts(kind, tree), path not in refused)


GAPS = gaps()


def disagreement(one: Subject) -> str:
    """How a validator and `bo` disagree on a file where no row of the table says so; empty when they do not."""
    wrong = [finding.code for finding in errors(one.findings)]
    seen = [
        f"{finding.code} {pointed_at(finding)!r}"
        for finding in errors(one.findings)
        if not any(gap.covers(finding) for gap in GAPS)
    ]
    for name, accepted in (("jsonschema-rs", one.jsonschema_rs), ("check-jsonschema", one.check_jsonschema)):
        if accepted and seen:
            return f"{name} accepts {one.path}, `bo` does not: {seen}"
        if not accepted and not wrong:
            return f"{name} refuses {one.path}, `bo` does not"
    return ""


def test_on_examples_frames_and_the_gallery(corpus: Corpus) -> None:
    assert {one.kind for one in corpus.standing} >= {"dossier", "normenkader", "kaderproeven", "samenwerkingsverband"}
    assert [found for one in corpus.standing if (found := disagreement(one))] == []


def test_on_mistakes_written_down(corpus: Corpus) -> None:
    for case, one in corpus.written.items():
        _, _, new, code = case
        assert [finding.code for finding in errors(one.findings)] == [code], new[:80]
        assert disagreement(one) == "", new[:80]
        assert one.jsonschema_rs is (case in UNSEEN), new[:80]
        assert one.check_jsonschema is (case in UNSEEN and code != "BO114"), new[:80]  # ruamel sees a key that comes again


def test_on_made_up_records_that_are_right(corpus: Corpus) -> None:
    form = [one for one in corpus.right if any(finding.code.startswith(("BO1", "BO2")) for finding in one.findings)]
    assert form == [], "these should be right"
    assert [found for one in corpus.right if (found := disagreement(one))] == []


def test_on_made_up_records_with_a_mistake(corpus: Corpus) -> None:
    assert [found for one in corpus.wrong if (found := disagreement(one))] == []
    for kind in RECORD_KINDS:
        verdicts = [one.jsonschema_rs for one in corpus.wrong if one.kind == kind]
        assert verdicts.count(False) > 10, "the mistakes are too mild"  # settings are mostly free text
        assert verdicts.count(True) > 0, "what changed is always a mistake"


def test_the_schema_accepts_a_record_as_bo_reads_it(corpus: Corpus) -> None:
    """Everything text: what a reader without types would give."""
    for one in corpus.subjects():
        if not errors(one.findings) and one.text is not None:
            assert accepts(one.kind, one.text), one.path


def test_every_form_finding_of_the_gallery_is_seen_by_a_schema(corpus: Corpus) -> None:
    whole = {gap.code for gap in GAPS if not gap.sometimes}
    seen = {finding.code for one in corpus.standing if not one.jsonschema_rs for finding in one.findings}
    form = {code for code in all_codes() if code.startswith("BO2")}
    assert not form & whole
    assert form <= seen


@pytest.mark.parametrize("gap", GAPS, ids=lambda one: f"{one.code}-{one.reason}" if one.reason else one.code)
def test_no_gap_in_the_table_is_stale(gap: Any, corpus: Corpus) -> None:
    """Both validators accept a file of which `bo` says just this; where the gap is partial, they refuse another one."""
    assert gap.code in all_codes()
    alone = [
        one
        for one in (*corpus.standing, *corpus.written.values())
        if gap.code in {finding.code for finding in one.findings}
        and all(
            any(other.code == finding.code and (other.code == gap.code or not other.sometimes) for other in GAPS)
            for finding in one.findings
        )
    ]
    others = [other for other in GAPS if other != gap and other.reason]
    covered = [
        one
        for one in alone
        if any(gap.covers(finding) and not any(other.covers(finding) for other in others) for finding in one.findings)
    ]
    assert [one for one in covered if one.jsonschema_rs and (one.check_jsonschema or gap.code == "BO114")], "a stale row"
    refused = [one for one in alone if not one.jsonschema_rs and not one.check_jsonschema]
    assert bool(refused) is gap.sometimes, "the table says wrongly whether a schema sees some of these"


def test_what_a_schema_refuses_and_bo_does_not(tmp_path: Path) -> None:
    examples = reversed_gaps()
    assert examples
    for number, example in enumerate(examples):
        key = example.split(":")[0]
        path = _put(tmp_path / f"{number}.yaml", re.sub(rf"\b{key}: [^,}}\n]+", example, GOOD["dossier"], count=1))
        assert example in path.read_text(encoding="utf-8")
        assert errors(findings(loaded(path))) == []
        assert not accepts("dossier", read_otherwise(path.read_bytes()))
        assert refused_elsewhere("dossier", [path], tmp_path) == {path}


def test_other_readers_differ_from_bo() -> None:
    """So that the comparison is one: these texts are no text to them."""
    assert read_otherwise(b"{a: on, b: 0x5, c: 5, 1: ~, d: 2026-11-03}") == {
        "a": True,
        "b": 5,
        "c": 5,
        "1": None,
        "d": "2026-11-03",
    }
    assert read_otherwise(b"a: [") is None
    assert yaml.safe_load("d: 2026-11-03")["d"] != "2026-11-03"
