"""Remedies of findings: what is mended, what is left to people, and that nothing else changes."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

from datetime import date

import pytest

from bad_files import FILES, GOOD, HEAD, PEOPLE
from basisondersteuning.findings.catalogue import all_codes
from basisondersteuning.findings.finding import Finding
from basisondersteuning.findings.gallery import FOLDER
from basisondersteuning.records.load import Loaded, load_text
from basisondersteuning.records.remedies import Remedy, Replacement, mend, mended, remedies
from basisondersteuning.records.remedies.dates import date_reading
from basisondersteuning.records.remedies.forms import clock, count, group, ident, number, pattern, percent, school, yes_no
from basisondersteuning.records.remedies.judging import stage
from basisondersteuning.records.remedies.near import distance, typing_error
from basisondersteuning.records.remedies.table import MAKERS, REASONS, mends

TODAY = date(2026, 11, 24)


def _loaded(text: str | bytes) -> Loaded:
    return load_text("L-0101.yaml", text if isinstance(text, bytes) else text.encode(), today=TODAY)


def _safe(text: str | bytes) -> str:
    """The text with every safe remedy."""
    data = text if isinstance(text, bytes) else text.encode()
    return mend(data, lambda one: one.safe, today=TODAY).data.decode()


def _all(text: str | bytes) -> str:
    """The text with every remedy, guesses too."""
    data = text if isinstance(text, bytes) else text.encode()
    return mend(data, lambda one: True, today=TODAY).data.decode()


def _event(fields: str) -> str:
    return HEAD + PEOPLE + f"tijdlijn:\n  - {{datum: 2024-09-09, soort: observatie, door: lk, {fields}}}\n"


def _block(*lines: str) -> str:
    return HEAD + PEOPLE + "tijdlijn:\n  - datum: 2024-09-09\n" + "".join(f"    {one}\n" for one in lines)


def test_every_code_is_mended_or_says_why_not() -> None:
    assert set(all_codes()) == {*MAKERS, *REASONS}, "decide in records/remedies/table.py"
    assert not {*MAKERS} & {*REASONS}
    assert mends("BO202") != mends("BO201")


WORDS = [
    # what is written, and what becomes of it without guessing (the same: left to people)
    (_event("ondersteuning_gewenst: ja, vakgebied: Rekenen"), "vakgebied: rekenen"),
    (_event("ondersteuning_gewenst: ja, vakgebied: reekenen"), "vakgebied: rekenen"),
    (_event("ondersteuning_gewenst: ja, vakgebied: technisch lezen"), "vakgebied: technisch_lezen"),
    (_event("ondersteuning_gewenst: ja, vakgebied: 'Rekenen'"), "vakgebied: 'rekenen'"),
    (_event("ondersteuning_gewenst: ja, vakgebied: “rekenen”"), "vakgebied: rekenen"),
    (_event("ondersteuning_gewenst: ja, vakgebied: lezen"), "vakgebied: lezen"),
    (_event("Ondersteuning-gewenst: ja"), "ondersteuning_gewenst: ja"),
    (_event("ondersteuning_gewesnt: ja"), "ondersteuning_gewenst: ja"),
    (_event("ondersteuning_gewenst:ja"), "ondersteuning_gewenst: ja"),
    (_event("ondersteuning_gewenst: JA"), "ondersteuning_gewenst: ja"),
    (_event("ondersteuning_gewenst: false"), "ondersteuning_gewenst: nee"),
    (_event("ondersteuning_gewenst: misschien"), "ondersteuning_gewenst: misschien"),
    (_event("ondersteuning_gewenst: ja, notitie: bel @moeder: nu #1, graag"), "notitie: 'bel @moeder: nu #1, graag'"),
    (_event("ondersteuning_gewenst: ja, notitie: wil wel, maar niet nu"), "notitie: 'wil wel, maar niet nu'"),
    (_block("soort: observatie", "door: LK", "ondersteuning_gewenst: ja"), "door: lk"),
    (_block("soort: observatie", "door: lkk", "ondersteuning_gewenst: ja"), "door: lkk"),
    (_block("soort: observatie", "door:lk", "ondersteuning_gewenst: ja"), "door: lk"),
    (_block("srt: observatie", "door: lk", "ondersteuning_gewenst: ja"), "srt: observatie"),
    (_block("sort: observatie", "door: lk", "ondersteuning_gewenst: ja"), "soort: observatie"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: [zie bijlage]"), "notitie: '[zie bijlage]'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: {zie: bijlage}"), "notitie: '{zie: bijlage}'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: *let op*"), "notitie: '*let op*'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: &Co belt"), "notitie: '&Co belt'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: ! let op"), "notitie: '! let op'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: % van"), "notitie: '% van'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: 'foto's mee'"), "notitie: 'foto''s mee'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: \"Noor\" zegt: ja"), "notitie: '\"Noor\" zegt: ja'"),
    (_block("soort: overdracht", "naar: groep 6", "notitie: ‘t is 'zo': nee"), "notitie: \"‘t is 'zo': nee\""),
    (_block("soort: overdracht", "naar:", "  - groep 6"), "naar:\n        groep 6\n"),
    (_block("soort: overdracht", "-naar: groep 6"), "-naar: groep 6"),
    (HEAD.replace("school: 99XX00", "school: ’99 xx 00’"), "school: 99XX00"),
    (HEAD.replace("school: 99XX00", "school: 99XX"), "school: 99XX\n"),
    (HEAD.replace("groep: 5", "groep: groep 5"), "groep: 5}"),
    (HEAD.replace("groep: 5", "groep: [5]"), "groep: 5}"),
    (HEAD.replace("groep: 5", "groep: 5/6"), "groep: 5/6"),
    (HEAD.replace("2016-03-14", "14 maart 2016"), "geboortedatum: 14-3-2016"),
    (HEAD.replace("2016-03-14", "14-3-16"), "geboortedatum: 14-3-16"),
    (HEAD.replace("school:", "schol:"), "school: 99XX00"),
    (HEAD + "betrokkenen: {id: lk, naam: M. Visser, rol: groepsleerkracht}\n", "betrokkenen: [{id: lk"),
    (HEAD + "betrokkenen:\n  id: lk\n  naam: M. Visser\n  rol: groepsleerkracht\n", "\n  - id: lk\n    naam: M. Visser\n    rol: g"),
    (HEAD + "betrokkenen:\n  -id: lk\n    naam: M. Visser\n    rol: ouder\n", "\n  - id: lk\n"),
    (GOOD.replace("  - {datum", "\u00a0\u00a0- {datum"), "\n  - {datum"),
    (GOOD.replace("school: ", "school:\u00a0"), "school: 99XX00"),
    (GOOD.replace("soort: dossier", "soort: Dossier"), "soort: dossier"),
    (GOOD.replace("soort: dossier", "sooort: dossier"), "soort: dossier"),
    ("\ufeff\ufeff" + GOOD, "soort: dossier"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there"), WORDS)
def test_what_is_mended_without_guessing(text: str, there: str) -> None:
    assert there in _safe(text)


GUESSES = [
    (_event("ondersteuning_gewenst: ja, vakgebied: lezen"), "vakgebied: technisch_lezen"),
    (_block("soort: observatie", "door: lkk", "ondersteuning_gewenst: ja"), "door: lk\n"),
    (HEAD.replace("2016-03-14", "14-3-16"), "geboortedatum: 14-3-2016"),
    (HEAD.replace("school: 99XX00", "school: 99XX"), "school: 99XX00"),
    (HEAD + "school: 99XX01\n", "school: 99XX00\n# school: 99XX01\n"),
    (HEAD + "betrokkenen:\n" + PEOPLE, HEAD + PEOPLE),
    (HEAD + PEOPLE + "betrokkenen:\nafwijkingen: []\n", PEOPLE + "afwijkingen: []"),
    (HEAD.replace("school: 99XX00", "school: &s 99XX00"), "school: 99XX00"),
    (HEAD.replace("school:", "school"), "school: 99XX00"),
    (_block("soort: overdracht", "notitie: &g groep 6", "naar: *g"), "notitie: groep 6\n    naar: groep 6"),
    (_block("soort: overdracht", 'naar: "groep 6'), 'naar: "groep 6"'),
    (GOOD.rstrip()[:-1], "ondersteuning_gewenst: ja}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "there"), GUESSES)
def test_what_is_a_guess_is_only_made_when_asked(text: str, there: str) -> None:
    assert there not in _safe(text)
    assert there in _all(text)
    assert not any(one.safe for one in remedies(_loaded(text)))


BYTES = {
    "windows": (GOOD.replace("M. Visser", "Zoë Visser – één").encode("cp1252"), "Zoë Visser – één"),
    "utf-16": (GOOD.replace("M. Visser", "Zoë").encode("utf-16"), "Zoë"),
    "utf-16 the other way": (GOOD.replace("M. Visser", "Zoë").encode("utf-16-be"), "Zoë"),
    "nul": (GOOD.replace("M. Visser", "M.\0 Visser").encode(), "M. Visser"),
}


@pytest.mark.parametrize("name", BYTES)
def test_what_another_program_saved_becomes_utf_8(name: str) -> None:
    data, there = BYTES[name]
    text = _safe(data)
    assert there in text
    assert _loaded(text).sound


@pytest.mark.parametrize("tail", [b"\x82", b"\xc3\xa9 \xe9", b"\xa0"])
def test_bytes_that_may_be_something_else_are_a_guess(tail: bytes) -> None:
    data = GOOD.encode() + b"# " + tail + b"\n"
    assert mend(data, lambda one: one.safe, today=TODAY).data == data
    assert _loaded(_all(data)).sound


DATES = {
    "3/11/2026": ("3-11-2026", True),
    "3.11.2026": ("3-11-2026", True),
    "03 - 11 - 2026": ("3-11-2026", True),
    "3 november 2026": ("3-11-2026", True),
    "dinsdag 3 nov. 2026": ("3-11-2026", True),
    "maandag 3 november 2026": None,
    "2026/11/03": ("2026-11-03", True),
    "2026-11-3": ("2026-11-03", True),
    "20261103": ("2026-11-03", True),
    "03112026": ("3-11-2026", True),
    "19122012": ("19-12-2012", True),
    "3-11-'26": ("3-11-2026", True),
    "3 november ’26": ("3-11-2026", True),
    "“3-11-2026”": ("3-11-2026", True),
    "３-11-2026": ("3-11-2026", True),
    "3–11–2026": ("3-11-2026", True),
    "2026-11-03T00:00:00": ("2026-11-03", True),
    "2026-11-03 09:30": ("2026-11-03", False),
    "3-11-26": ("3-11-2026", False),
    "11/23/2026": ("23-11-2026", False),
    "30-2-2026": None,
    "31/11/2026": None,
    "november 2026": None,
    "volgende week": None,
    "3-11": None,
    "3-11-0026": None,
    "": None,
}


@pytest.mark.parametrize("text", DATES)
def test_dates(text: str) -> None:
    found = date_reading(text)
    assert (found and tuple(found)) == DATES[text]


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (yes_no, "Yes", ("ja", True)), (yes_no, "J", ("ja", True)), (yes_no, "onwaar", ("nee", True)), (yes_no, "x", None),
        (number, "vijf", ("5", True)), (number, "5,0", ("5", True)), (number, "1 250", ("1250", True)), (number, "1.250", ("1250", False)),
        (number, "30 min", ("30", False)), (number, "-3", None), (number, "2,5", None), (number, "٥", ("5", True)),
        (group, "gr. 7", ("7", True)), (group, "groep 9", None), (group, "5a", ("5", False)),
        (clock, "13.15 uur", ("13:15", True)), (clock, "9u05", ("09:05", True)), (clock, "1315", ("13:15", True)),
        (clock, "9 uur", ("09:00", True)), (clock, "25:00", None), (clock, "9", None),
        (count, "minder dan 5", ("<5", True)), (count, "310 – 322", ("310-322", True)), (count, "Afgeschermd", ("afgeschermd", True)),
        (count, "veel", None), (percent, "2,5 %", ("2,5", True)), (percent, "3 procent", ("3", True)), (percent, "101%", None),
        (school, "99 xx-00", ("99XX00", True)), (school, "99xx", ("99XX00", False)), (school, "De Wierhaven", None),
        (pattern, "2026/2027", ("2026-2027", True)), (pattern, "2026 - '27", ("2026-2027", True)), (pattern, "2026-2028", None),
        (pattern, "po 9999", ("PO9999", True)), (ident, " lk ", ("lk", True)), (ident, "moeder 1", ("moeder-1", False)), (ident, "é", None),
    ],
)  # fmt: skip
def test_values(read: object, text: str, meant: tuple[str, bool] | None) -> None:
    found = read(text)  # type: ignore[operator]
    assert (found and tuple(found)) == meant


def test_a_typing_error_is_a_letter_or_two_with_no_doubt() -> None:
    options = ["door", "doel", "ondersteuning_gewenst", "evaluatiedatum", "evaluatie_op"]
    assert typing_error("dor", "door", options)
    assert typing_error("dooor", "door", options)
    assert not typing_error("deel", "doel", options), "another letter in a short word makes another word"
    assert not typing_error("voor", "door", options)
    assert not typing_error("doer", "door", options)
    assert typing_error("ondersteunig_gewnst", "ondersteuning_gewenst", options)
    assert not typing_error("evaluatie", "evaluatiedatum", options)
    assert not typing_error("naam", "namen", ["namen"]), "a word that is a field elsewhere stands in the wrong place"
    assert typing_error("Door", "door", options)
    assert not typing_error("vorm_a", "vorm_b", ["vorm_b", "vorm_c"])
    assert distance("door", "odor") == 1 and distance("", "abc") == 3 and distance("a", "abcdefgh") > 3


def test_an_id_that_exists_is_not_given_twice() -> None:
    people = "betrokkenen:\n  - {id: lk-1, naam: M. Visser, rol: ouder}\n  - {id: lk 1, naam: A. Bos, rol: ouder}\n"
    assert "lk 1" in _all(HEAD + people)


def test_two_mistakes_for_one_field_do_not_become_that_field_twice() -> None:
    text = _block("soort: observatie", "dor: lk", "dooor: lk", "ondersteuning_gewenst: ja")
    assert _safe(text).count("    door: lk\n") == 1


def test_remedies_say_what_they_do_without_a_word_of_the_record() -> None:
    for text, _ in (*WORDS, *GUESSES):
        for one in remedies(_loaded(text)):
            assert "lk" not in one.words.split() and "Visser" not in one.words and "99XX" not in one.words
            assert one.words.endswith(".")


def test_a_remedy_that_does_not_help_changes_nothing() -> None:
    text = _block("soort: observatie", "dor: lk", "ondersteuning_gewenst: ja")
    (found,) = remedies(_loaded(text))
    wrong = found._replace(replacements=tuple(one._replace(text="dar") for one in found.replacements))
    refused = mended(text.encode(), [wrong], name="L-0101.yaml")
    assert isinstance(refused, Finding) and refused.code == "BO930"


def test_a_remedy_may_not_change_what_other_lines_say() -> None:
    text = _block("soort: observatie", "dor: lk", "ondersteuning_gewenst: ja")
    (found,) = remedies(_loaded(text))
    at = text.index("tijdlijn:") + len("tijdlijn:")
    sly = found._replace(replacements=(Replacement(at, at, "\nafwijkingen: []\nregels: |"),))
    school = found._replace(replacements=(*found.replacements, Replacement(at, at, "\n  -")))
    assert not isinstance(mended(text.encode(), [found]), Finding)
    for one in (sly, school):
        assert isinstance(mended(text.encode(), [one]), Finding)


CASES = {
    **{f"file {name}": data for name, (data, _) in FILES.items() if len(data) < 50_000},
    **{path.parent.name: path.read_bytes() for path in sorted(FOLDER.glob("*/fout.yaml"))},
}


@pytest.mark.parametrize("safe", [True, False], ids=["safe", "all"])
def test_laws_for_every_bad_file(safe: bool) -> None:
    for name, data in CASES.items():
        hold_the_laws(name, data, safe)


def hold_the_laws(name: str, data: bytes, safe: bool) -> bytes:
    """Mend a file, and hold that to what always holds; gives the result."""

    def wanted(one: Remedy) -> bool:
        return one.safe or not safe

    before = load_text(name, data, today=TODAY)
    for one in remedies(before, data):
        done = mended(data, [one], name=name)
        if one.whole is None and not isinstance(done, Finding):
            text, new = data.decode("utf-8-sig"), done.decode("utf-8-sig")
            first, last = one.touched
            assert new[:first] == text[:first], name
            assert new[len(new) - (len(text) - last) :] == text[last:], name
    made = mend(data, wanted, today=TODAY, name=name)
    after = load_text(name, made.data, today=TODAY)
    assert after.findings == made.loaded.findings
    assert stage(after) >= stage(before), name
    if not made.done:
        assert made.data == data, name
        return data
    hiding = {
        "BO106",
        "BO107",
        "BO108",
        "BO109",
        "BO111",
        "BO112",
        "BO113",
        "BO121",
        "BO122",
        "BO202",
        "BO207",
        "BO210",
        "BO211",
        "BO301",
        "BO302",
    }
    if (
        stage(after) == stage(before)
        and not hiding & {one.finding.code for one in made.done}
        and "BO124" not in str(before.findings)
    ):
        assert len(after.findings) < len(before.findings), name
    again = mend(made.data, wanted, today=TODAY, name=name)
    assert again.data == made.data and not again.done, name
    return made.data
