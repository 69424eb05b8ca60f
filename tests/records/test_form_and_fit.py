"""Each mistake of form and of coherence: its code, its place, the words that help."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

from datetime import date
from itertools import permutations
from types import SimpleNamespace
from typing import Literal

import pytest
from pydantic import BaseModel

from basisondersteuning.findings.finding import Finding
from basisondersteuning.model.dossier import Dossier
from basisondersteuning.model.frame import Normenkader
from basisondersteuning.model.frame_beside import Kaderproeven
from basisondersteuning.model.swv import Samenwerkingsverband
from basisondersteuning.records import coherence
from basisondersteuning.records.discover import Candidate
from basisondersteuning.records.load import load_text
from basisondersteuning.records.same_pupil import Pupils, own_first, pupil_of, stems_of
from basisondersteuning.records.shape import _CODES, _no_day

TODAY = date(2024, 12, 1)
HEAD = "soort: dossier\nleerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}\nschool: 99XX00\n"
PEOPLE = """betrokkenen:
  - {id: lk, naam: M. Visser, rol: groepsleerkracht}
  - {id: moeder, naam: S. Bakker, rol: ouder}
  - {id: ib, naam: T. de Wit, rol: intern_begeleider}
"""
SUPPORT = "{datum: 2024-09-16, soort: ondersteuning, id: o1, vakgebied: rekenen, doel: x, aanpak: y, door: lk}"
SPELLING = SUPPORT.replace("o1", "o2").replace("rekenen", "spelling")


def findings(text: str) -> list[Finding]:
    return load_text("x.yaml", text.encode(), today=TODAY).findings


def events(*lines: str, more: str = "") -> str:
    return HEAD + PEOPLE + "tijdlijn:\n" + "".join(f"  - {line}\n" for line in lines) + more


def shown(found: list[Finding]) -> list[tuple[str, str]]:
    """Of each finding its code and the words it points at."""
    return [(one.code, (one.place.text or "")[one.place.column - 1 :][: one.place.length]) for one in found]


OBS = "{datum: 2024-09-09, soort: observatie, door: lk, ondersteuning_gewenst: ja}"
GOOD = events(OBS)


@pytest.mark.parametrize(
    ("old", "new", "code", "pointed"),
    [
        ("school: 99XX00\n", "", "BO201", "soort"),
        ("school: 99XX00", "school:", "BO201", "school"),
        ("door: lk, ", "", "BO201", "{datum"),
        ("door: lk", "door: ", "BO201", "door"),
        ("door: lk", "dor: lk, door: lk", "BO202", "dor"),
        ("soort: observatie", "soort: observatie, gedragje: x", "BO202", "gedragje"),
        ("rol: ouder", "rol: ouders", "BO203", "ouders"),
        ("rol: ouder", "rol: [ouder, oom]", "BO203", "oom"),
        ("2024-09-09", "9-9-24", "BO204", "9-9-24"),
        ("2024-09-09", "31-9-2024", "BO204", "31-9-2024"),
        ("2024-09-09", "[2024-09-09]", "BO204", "datum"),
        ("gewenst: ja", "gewenst: true", "BO205", "true"),
        ("groep: 5", "groep: vijf", "BO206", "vijf"),
        ("groep: 5", "groep: {nu: 5}", "BO206", "groep"),
        ("school: 99XX00", "school: [99XX00]", "BO207", "school"),
        ("leerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}", "leerling: Noor", "BO207", "Noor"),
        (OBS, "observatie", "BO207", "observatie"),
        ("naam: M. Visser", "naam: '  '", "BO208", "'  '"),
        ("school: 99XX00", "school: 99XX0A", "BO209", "99XX0A"),
        ("soort: observatie", "soort: obs", "BO210", "obs"),
        ("soort: observatie, ", "", "BO211", "{datum"),
        ("id: L-0101", "id: Noor Bakker", "BO212", "Noor Bakker"),
        ("groep: 5", "groep: 11", "BO213", "11"),
        ("rol: ouder", "rol: []", "BO214", "rol"),
    ],
)
def test_each_mistake_of_form(old: str, new: str, code: str, pointed: str) -> None:
    assert old in GOOD
    assert shown(findings(GOOD.replace(old, new, 1))) == [(code, pointed)]


def test_every_type_of_error_that_our_models_can_give_has_a_code() -> None:
    """The types of pydantic's errors for the schemas of our models, found by walking those."""
    kinds = set()

    def walk(schema: object) -> None:
        if isinstance(schema, dict):
            kinds.add(schema.get("type"))
            for one in schema.values():
                walk(one)
        elif isinstance(schema, (list, tuple)):
            for one in schema:
                walk(one)

    for model in (Dossier, Samenwerkingsverband, Normenkader, Kaderproeven):
        walk(model.__pydantic_core_schema__)
    assert {"literal", "tagged-union", "str", "list", "dict", "model", "function-plain"} <= kinds
    assert {"missing", "extra_forbidden", "literal_error", "union_tag_invalid", "union_tag_not_found", "too_short"} <= set(_CODES)


def test_what_was_probably_meant_is_said() -> None:
    (found,) = findings(GOOD.replace("soort: observatie", "soort: oudergesprek", 1))
    assert found.suggestion == "oudercontact"
    assert found.remedy.startswith("Bedoelde u `oudercontact`? Kies uit: `observatie`, ")
    (found,) = findings(GOOD.replace("rol: ouder", "rol: moeder", 1))
    assert found.suggestion == "ouder"
    (found,) = findings(GOOD.replace("ondersteuning_gewenst: ja", "ondersteuning_gewenst: ja, xyz: 1", 1))
    assert found.suggestion is None
    assert found.remedy.startswith("Hier mogen staan: `datum`, `id`, `notitie`, `soort`, `door`")


@pytest.mark.parametrize(
    ("text", "message"),
    [("2024-02-30", "Deze dag staat niet op de kalender."), ("3-2-0024", "Dit jaartal kan niet kloppen.")],
)
def test_why_a_text_in_the_form_of_a_date_is_none(text: str, message: str) -> None:
    assert _no_day(text)[0] == message


def test_several_mistakes_in_the_order_of_the_file() -> None:
    wrong = (
        GOOD.replace("groep: 5", "groep: 9")
        .replace("99XX00", "99")
        .replace("gewenst: ja", "gewenst: j")
        .replace("rol: ouder", "rol: x")
    )
    assert [one.code for one in findings(wrong)] == ["BO213", "BO209", "BO203", "BO205"]


def test_more_than_a_hundred_mistakes_end_with_one_that_says_so() -> None:
    found = findings(HEAD + "".join(f"veld{one}: x\n" for one in range(150)))
    assert [one.code for one in found] == ["BO202"] * 100 + ["BO124"]
    found = findings(events(*[OBS.replace("lk", "juf")] * 150))
    assert [one.code for one in found].count("BO301") == 100
    assert [one.code for one in found].count("BO124") == 1


def test_no_message_holds_a_value_of_the_record() -> None:
    """So that findings can be sent on: the excerpt shows the value, the message does not."""
    secret = "geheimwoord"
    for old in ("99XX00", "2016-03-14", "2024-09-09", "groepsleerkracht", "observatie", "ja}", "door: lk"):
        for finding in findings(GOOD.replace(old, secret + ("}" if old.endswith("}") else ""), 1)):
            assert secret not in finding.message + finding.remedy


# --- coherence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, []),
        (events(SUPPORT, SUPPORT), [("BO304", "o1")]),
        (HEAD + PEOPLE + "  - {id: lk, naam: X, rol: ouder}\n", [("BO304", "lk")]),
        (events(OBS.replace("lk", "juf")), [("BO301", "juf")]),
        (events("{datum: 2024-09-09, soort: oudercontact, met: [moeder, lk], over: zorg}"), [("BO305", "lk")]),
        (events(SUPPORT, "{datum: 2024-10-01, soort: evaluatie, van: o9}"), [("BO302", "o9")]),
        (events(OBS.replace("{", "{id: w1, "), "{datum: 2024-10-01, soort: evaluatie, van: w1}"), [("BO303", "w1")]),
        (events(SUPPORT, "{datum: 2024-09-15, soort: evaluatie, van: o1}"), [("BO309", "2024-09-15")]),
        (events(SUPPORT.replace("lk}", "lk, tot: 2024-09-15}")), [("BO309", "2024-09-15")]),
        (events("{datum: 2024-09-09, soort: ot_bespreking, voorzitter: ib, aanwezig: [ib, oom]}"), [("BO301", "oom")]),
        (
            events("{datum: 2024-09-09, soort: ot_bespreking, voorzitter: ib, aanwezig: ib, afspraken: [{wie: oom, wat: x, wanneer: 2024-10-01}]}"),
            [("BO301", "oom")],
        ),
        (GOOD.replace("rol: groepsleerkracht", "rol: groepsleerkracht, gezag: nee"), [("BO310", "nee")]),
        (GOOD.replace("2024-09-09", "2016-03-13"), [("BO307", "2016-03-13")]),
        (GOOD.replace("2024-09-09", "2024-12-02"), [("BO308", "2024-12-02")]),
        (GOOD.replace("2016-03-14", "2025-01-01"), [("BO308", "2025-01-01")]),
        (GOOD.replace("2016-03-14", "2022-01-01"), [("BO306", "2022-01-01")]),
        (GOOD.replace("2016-03-14", "2021-12-31"), []),
        (GOOD.replace("2016-03-14", "2008-12-31"), [("BO306", "2008-12-31")]),
        (events("{datum: 2024-09-09, soort: afsluiting, reden: x}", OBS.replace("09-09", "09-10")), [("BO311", "2024-09-10")]),
        (events("{datum: 2024-09-09, soort: afsluiting, reden: x}", OBS), []),
        (events(SUPPORT, SPELLING, OBS), [("BO312", "{datum")]),
        (events(SUPPORT, OBS), []),
        (events(OBS, more="afwijkingen:\n  - {regel: X, reden: y, door: oom, datum: 2024-09-09}\n"), [("BO301", "oom")]),
        (events(OBS, more="afwijkingen:\n  - {regel: X, reden: y, door: ib, datum: 2024-09-09, betreft: w9}\n"), [("BO302", "w9")]),
        (events(OBS, more="afwijkingen:\n  - {regel: X, reden: y, door: ib, datum: 2024-09-09, tot: 2024-09-08}\n"), [("BO309", "2024-09-08")]),
        (events(OBS, more="afwijkingen:\n  - {regel: X, reden: y, door: ib, datum: 2024-12-09}\n"), [("BO308", "2024-12-09")]),
    ],
)  # fmt: skip
def test_each_check(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(findings(text)) == expected
    assert all(one.subject == "L-0101" for one in findings(text))


def test_every_check_is_run() -> None:
    names = {name for name, value in vars(coherence).items() if callable(value) and value in coherence.CHECKS}
    assert len(names) == len(coherence.CHECKS)
    assert coherence.check.__code__.co_names.count("CHECKS") == 1


def test_an_unknown_reference_names_what_there_is() -> None:
    (found,) = findings(events(OBS.replace("lk", "moder")))
    assert found.suggestion == "moeder"
    (found,) = findings(events(OBS.replace("lk", "xyz")))
    assert found.remedy.startswith("Bekend zijn: `ib`, `lk`, `moeder`. ")
    (found,) = findings(events("{datum: 2024-10-01, soort: evaluatie, van: o9}"))
    assert found.remedy.startswith("Verbeter het kenmerk, of geef")


SWV = "soort: samenwerkingsverband\nnaam: SWV Voorbeeld\n"
ROOSTER = "roosters:\n  - {schooljaar: 2024-2025, regio: noord, volledig: nee, bron: x, vakanties: [{naam: h, van: 2024-10-26, tot: 2024-11-03}]}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SWV + ROOSTER, []),
        (SWV + ROOSTER.replace("2024-2025", "2024-2026"), [("BO314", "2024-2026")]),
        (SWV + ROOSTER.replace("2024-2025", "0000-0001"), [("BO314", "0000-0001")]),
        (SWV + ROOSTER.replace("regio: noord, ", ""), [("BO314", "{schooljaar")]),
        (SWV + ROOSTER.replace("regio: noord", "school: 99XX00"), [("BO314", "99XX00")]),
        (SWV + ROOSTER.replace("tot: 2024-11-03", "tot: 2024-10-03"), [("BO309", "2024-10-03")]),
        (SWV + ROOSTER.replace("2024-10-26", "2025-10-26").replace("2024-11-03", "2025-11-03"), [("BO314", "2025-10-26")]),
        (SWV + "scholen: [{vestiging: 99XX00, naam: A}, {vestiging: 99XX00, naam: B}]\n", [("BO304", "99XX00")]),
    ],
)
def test_each_check_of_a_samenwerkingsverband(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(findings(text)) == expected


def test_one_pupil_in_two_dossiers() -> None:
    pupils = Pupils()
    loaded = [load_text(name, text.encode(), today=TODAY) for name, text in [
        ("a.yaml", GOOD), ("b.yaml", GOOD.replace("L-0101", "L-0102")), ("c.yaml", GOOD), ("d.yaml", GOOD.replace("99XX00", "99XX01")),
        ("e.yaml", SWV), ("f.yaml", GOOD.replace("groep: 5", "groep: x")),
    ]]  # fmt: skip
    found = [pupils.note(one.name, pupil_of(one)) for one in loaded]
    assert [one and one.code for one in found] == [None, None, "BO313", None, None, None]
    assert found[2] is not None
    assert str(found[2].place) == "c.yaml:2:16"
    assert str(found[2].related[0].place) == "a.yaml"
    assert "a.yaml telt mee" in found[2].message


def test_of_two_dossiers_the_one_named_after_the_pupil_counts_whatever_the_order() -> None:
    files = ["Kopie van L-0101.yaml", "l-0101.yaml", "L-0101 (1).yaml"]
    loaded = {one: load_text(one, GOOD.encode(), today=TODAY) for one in files}
    for order in permutations(files):
        pupils = Pupils()
        found = [again for one in order if (again := pupils.note(one, pupil_of(loaded[one]))) is not None]
        assert "l-0101.yaml telt mee" in found[-1].message
        results = (SimpleNamespace(path=one, pupil=pupil_of(loaded[one])) for one in order)
        first, *others = own_first(results, stems_of(Candidate(one, False) for one in order))
        assert first.path == "l-0101.yaml"
        assert sorted(one.path for one in others) == sorted([files[0], files[2]])


def test_a_model_without_a_list_of_its_own_gets_pydantics() -> None:
    """A field that `reflect` does not describe as a choice still lists what may stand there."""
    from pydantic import ValidationError

    from basisondersteuning.records.shape import _options

    class Small(BaseModel):
        kleur: Literal["rood", "geel", "blauw"]

    with pytest.raises(ValidationError) as caught:
        Small.model_validate({"kleur": "x"})
    assert _options("literal_error", caught.value.errors()[0], None) == ["rood", "geel", "blauw"]


def test_a_text_with_a_comma_between_braces_is_not_lost_silently() -> None:
    text = b"soort: dossier\nleerling: {id: L-1, geboortedatum: 2017-01-01, groep: 5, roepnam: }\nschool: 99XX00\nbetrokkenen:\n"
    text += b"  - {id: lk, naam: M. Visser, rol: groepsleerkracht}\ntijdlijn:\n"
    text += (
        b"  - {datum: 2026-09-07, soort: observatie, door: lk, ondersteuning_gewenst: ja, gedrag: Telt wel, maar niet verder}\n"
    )
    found = load_text("L-1.yaml", text, today=date(2026, 12, 1)).findings
    assert [(one.code, one.place.line, one.suggestion) for one in found] == [("BO202", 2, "roepnaam"), ("BO202", 7, None)]
    assert "aanhalingstekens" in found[1].remedy
    assert "maar niet verder" not in found[1].message + found[1].remedy
