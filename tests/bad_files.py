"""Files that are wrong, or look wrong, in every way we could think of: their bytes and the codes they must give."""

# ruff: noqa: E501 - tables of cases, one to a line

from __future__ import annotations

HEAD = "soort: dossier\nleerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}\nschool: 99XX00\n"
PEOPLE = "betrokkenen:\n  - {id: lk, naam: M. Visser, rol: groepsleerkracht}\n"
EVENT = "tijdlijn:\n  - {datum: 2024-09-09, soort: observatie, door: lk, ondersteuning_gewenst: ja}\n"
GOOD = HEAD + PEOPLE + EVENT


def _with(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def _note(text: str) -> str:
    return HEAD + PEOPLE + f"tijdlijn:\n  - datum: 2024-09-09\n    soort: overdracht\n    naar: groep 6\n    notitie: {text}\n"


_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + step)}: &{chr(98 + step)} [{', '.join(['*' + chr(97 + step)] * 9)}]\n" for step in range(12)
)

TEXTS: dict[str, tuple[str, set[str]]] = {
    # nothing in it
    "comments": ("# nog invullen\n\n# later\n", {"BO105"}),
    "blank": (" \n\n \n", {"BO105"}),
    "dashes": ("---\n...\n", {"BO105"}),
    "quoted_nothing": ("''\n", {"BO105"}),
    # characters
    "tabs_indent": (GOOD.replace("  - {id", "\t- {id"), {"BO109"}),
    "tabs_between": (_with("school: 99XX00", "school:\t99XX00"), set()),
    "control": (_note("werkt\x07rustig"), {"BO107"}),
    "escape_code": (_note('"\\e[31mrood"'), {"BO107"}),
    "escaped_nul": (_note('"een\\0twee"'), {"BO107"}),
    "escaped_key": (HEAD + '"a\\0b": x\n', {"BO107", "BO202"}),
    "escaped_surrogate": (_note('"\\ud800"'), {"BO108"}),
    "escaped_too_high": (_note('"\\U00110000"'), {"BO108"}),
    "next_line": (_note('"een\\Ntwee"'), set()),
    "bom_inside": (_note("een\ufefftwee"), set()),
    # nesting
    "flow_10000": (HEAD + "tijdlijn: " + "[" * 10_000, {"BO110"}),
    "flow_1000000": (HEAD + "tijdlijn: " + "[" * 1_000_000, {"BO110"}),
    "braces_1000000": ("{a: " * 1_000_000, {"BO110"}),
    "block_10000": (HEAD + "tijdlijn:\n" + "- " * 10_000 + "x\n", {"BO110"}),
    "block_1000000": (HEAD + "tijdlijn:\n" + "- " * 1_000_000 + "x\n", {"BO110"}),
    "indent_1000": ("".join(" " * level + "a:\n" for level in range(1000)), {"BO110"}),
    "closing_1000000": (HEAD + "tijdlijn: " + "]" * 1_000_000, {"BO108"}),
    "questions_100000": ("? " * 100_000, {"BO115"}),
    "deep_in_duplicate": ("a: 1\na: " + "[" * 100_000, {"BO110", "BO114"}),
    # what YAML can and a record does not need
    "alias_bomb": ("soort: dossier\n" + _BOMB, {"BO111", "BO124"}),
    "anchor": (_with("school: 99XX00", "school: &s 99XX00"), {"BO111"}),
    "anchor_only": (_with("school: 99XX00", "school: &s"), {"BO111"}),
    "unknown_alias": (_with("school: 99XX00", "school: *s"), {"BO111"}),
    "alias_key": ("soort: dossier\n*a : b\n", {"BO111"}),
    "self_alias": ("soort: dossier\ntijdlijn: &t [*t]\n", {"BO111"}),
    "tag_python": (_note("!!python/object/apply:os.system [ls]"), {"BO112", "BO207"}),
    "tag_binary": (_note("!!binary aGFsbG8="), {"BO112"}),
    "tag_local": (_note("!eigen x"), {"BO112"}),
    "two_documents": (GOOD + "---\n" + GOOD, {"BO113"}),
    "trailing_marker": (GOOD + "---\n", {"BO113"}),
    "after_dots": (GOOD + "...\nsoort: dossier\n", {"BO113"}),
    "directive_11": ("%YAML 1.1\n---\n" + GOOD, set()),
    "directive_99": ("%YAML 9.9\n---\n" + GOOD, {"BO108"}),
    "directive_tag": ("%TAG ! tag:example.org,2024:\n---\n" + GOOD, set()),
    "directive_other": ("%ANDERS\n---\n" + GOOD, {"BO108"}),
    "merge_key": (HEAD + "<<: {x: y}\n", {"BO202"}),
    "merge_alias": ("basis: &b {x: y}\nsoort: dossier\n<<: *b\n", {"BO111"}),
    "complex_key_list": (HEAD + "? [a, b]\n: c\n", {"BO115"}),
    "complex_key_block": (HEAD + "? a: b\n: c\n", {"BO115"}),
    "blank_key": (HEAD + ": waarde\n", {"BO108"}),
    # keys
    "duplicate": (HEAD + "school: 99XX01\n", {"BO114"}),
    "duplicate_blank": (HEAD + "betrokkenen:\nbetrokkenen:\n", {"BO114"}),
    "duplicate_blank_first": (HEAD + "betrokkenen:\nbetrokkenen: []\n", {"BO114"}),
    "duplicate_blank_second": (HEAD + "betrokkenen: []\nbetrokkenen:\n", {"BO114"}),
    "duplicate_10000": (HEAD + "school: 99XX00\n" * 10_000, {"BO114", "BO124"}),
    "duplicate_kind": ("soort: dossier\n" + GOOD, {"BO114"}),
    "unknown_10000": (HEAD + "".join(f"veld_{one}: x\n" for one in range(10_000)), {"BO202", "BO124"}),
    "aliases_10000": (HEAD + "tijdlijn: [" + "*a, " * 10_000 + "]\n", {"BO111", "BO124"}),
    "class_key": (HEAD + "__class__: x\n__dict__: {}\nmodel_config: x\n", {"BO202"}),
    "long_key": (HEAD + "k" * 10_000 + ": x\n", {"BO108"}),
    "long_quoted_key": (HEAD + '"' + "k" * 1000 + '": x\n', {"BO202"}),
    "long_line": (_note("woord " * 2000), set()),
    "long_word_wrong": (HEAD + "groep: " + "9" * 10_000 + "\n", {"BO202"}),
    # the top
    "list": ("- soort: dossier\n- school: 99XX00\n", {"BO116"}),
    "scalar": ("dit is een brief\n", {"BO116"}),
    "number": ("42\n", {"BO116"}),
    "list_empty": ("[]\n", {"BO116"}),
    "mapping_empty": ("{}\n", set()),
    # soort
    "kind_unknown": (_with("soort: dossier", "soort: dosier"), {"BO122"}),
    "kind_long": (_with("soort: dossier", "soort: " + "x" * 10_000), {"BO122"}),
    "kind_list": (_with("soort: dossier", "soort: [dossier]"), {"BO122"}),
    "kind_mapping": (_with("soort: dossier", "soort: {dossier: ja}"), {"BO122"}),
    "kind_blank": (_with("soort: dossier", "soort:"), {"BO121"}),
    "kind_empty": (_with("soort: dossier", "soort: ''"), {"BO122"}),
    "kind_capital": (_with("soort: dossier", "Soort: dossier"), {"BO121"}),
    "kind_left_out": (_with("soort: dossier\n", ""), {"BO121"}),
    "kind_ot": ("soort: ot\n", {"BO201"}),
    # shapes
    "timeline_mapping": (HEAD + "tijdlijn: {}\n", {"BO207"}),
    "timeline_null": (HEAD + "tijdlijn: null\n", {"BO207"}),
    "timeline_text": (HEAD + "tijdlijn: volgt nog\n", {"BO207"}),
    "timeline_blank": (HEAD + "tijdlijn:\n", set()),
    "people_mapping": (HEAD + "betrokkenen: {lk: M. Visser}\n", {"BO207"}),
    "person_text": (HEAD + "betrokkenen: [M. Visser]\n", {"BO207"}),
    "event_text": (HEAD + "tijdlijn:\n  - observatie\n", {"BO207"}),
    "event_number": (HEAD + "tijdlijn: [1, 2]\n", {"BO207"}),
    "event_list": (HEAD + "tijdlijn: [[]]\n", {"BO207"}),
    "event_blank": (HEAD + "tijdlijn:\n  -\n", {"BO207"}),
    "event_empty": (HEAD + "tijdlijn: [{}]\n", {"BO211"}),
    "event_kind_list": (HEAD + "tijdlijn:\n  - {soort: [observatie], datum: 2024-09-09}\n", {"BO210"}),
    "event_kind_mapping": (HEAD + "tijdlijn:\n  - {soort: {a: b}, datum: 2024-09-09}\n", {"BO210"}),
    "event_kind_blank": (HEAD + "tijdlijn:\n  - {soort: , datum: 2024-09-09}\n", {"BO211"}),
    "deep_text": (_note("[[[[a]]]]"), {"BO207"}),
    "deep_text_mapping": (_note("{a: {b: {c: d}}}"), {"BO207"}),
    "pupil_text": (_with("leerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}", "leerling: Noor"), {"BO207"}),
    "pupil_list": (_with("leerling: {id: L-0101, geboortedatum: 2016-03-14, groep: 5}", "leerling: []"), {"BO207"}),
    "waivers_text": (HEAD + "afwijkingen: geen\n", {"BO207"}),
    # values
    "group_huge": (_with("groep: 5", "groep: " + "9" * 5000), {"BO206"}),
    "group_negative": (_with("groep: 5", "groep: -1"), {"BO206"}),
    "group_unicode": (_with("groep: 5", "groep: ٥"), {"BO206"}),
    "group_float": (_with("groep: 5", "groep: 5.0"), {"BO206"}),
    "date_zero": (_with("2024-09-09", "0000-00-00"), {"BO204"}),
    "date_30_feb": (_with("2024-09-09", "2026-02-30"), {"BO204"}),
    "date_year_99999": (_with("2024-09-09", "99999-01-01"), {"BO204"}),
    "date_unicode": (_with("2024-09-09", "２０２４-09-09"), {"BO204"}),
    "date_year_1": (_with("2024-09-09", "0001-01-01"), {"BO204"}),
    "date_year_9999": (_with("2024-09-09", "9999-12-31"), {"BO204"}),
    "born_year_9999": (_with("2016-03-14", "9999-12-31"), {"BO204"}),
    "date_future": (_with("2024-09-09", "2199-12-31"), {"BO308", "BO306"}),
    "born_future": (_with("2016-03-14", "2199-12-31"), {"BO308"}),
    "date_time": (_with("2024-09-09", "2024-09-09T10:00:00"), {"BO204"}),
    "id_newline": (_with("id: lk", 'id: "lk\\n"'), {"BO212"}),
    "school_lower": (_with("99XX00", "99xx00"), {"BO209"}),
    "school_year_zero": ("soort: samenwerkingsverband\nnaam: x\nroosters:\n  - {schooljaar: 0000-0001, regio: noord, volledig: ja, bron: x}\n", {"BO314"}),
    "school_year_unicode": ("soort: samenwerkingsverband\nnaam: x\nroosters:\n  - {schooljaar: ２０２４-２０２５, regio: noord, volledig: ja, bron: x}\n", set()),
    # form of the text
    "unclosed_quote": (_note('"open'), {"BO108"}),
    "unclosed_list": (_with("ondersteuning_gewenst: ja}", "ondersteuning_gewenst: ja"), {"BO108"}),
    "colon_in_text": (_note("zegt: nee"), {"BO108"}),
    "no_colon": (_with("school: 99XX00", "school 99XX00"), {"BO108"}),
    "at_sign": (_note("@moeder bellen"), {"BO108"}),
    "bad_indent": (_with("tijdlijn:\n  -", "tijdlijn:\n  -").replace("school:", " school:"), {"BO108"}),
    "quote_and_more": (_note('"Noor" leest'), {"BO108"}),
    "backslash": (_note('"C:\\dossiers"'), {"BO108"}),
    "html": ("<!doctype html><html><body>Inloggen</body></html>\n", {"BO116"}),
    "json": ('{"soort": "dossier", "leerling": {"id": "L-0101", "geboortedatum": "2016-03-14", "groep": 5}, "school": "99XX00"}\n', set()),
}  # fmt: skip

FILES: dict[str, tuple[bytes, set[str]]] = {
    **{name: (text.encode(), codes) for name, (text, codes) in TEXTS.items()},
    "empty": (b"", {"BO105"}),
    "cp1252": (_note("één").encode("cp1252"), {"BO106"}),
    "utf16_bom": (GOOD.encode("utf-16"), {"BO106"}),
    "utf16_le": (GOOD.encode("utf-16-le"), {"BO106"}),
    "utf16_be": (GOOD.encode("utf-16-be"), {"BO106"}),
    "utf32": (GOOD.encode("utf-32"), {"BO106"}),
    "utf8_bom": (GOOD.encode("utf-8-sig"), set()),
    "only_bom": (b"\xef\xbb\xbf", {"BO105"}),
    "crlf": (GOOD.replace("\n", "\r\n").encode(), set()),
    "cr_only": (GOOD.replace("\n", "\r").encode(), set()),
    "cr_wrong": (_with("gewenst: ja", "gewenst: jaa").replace("\n", "\r").encode(), {"BO205"}),
    "nul": (_note("een\0twee").encode(), {"BO107"}),
    "nul_only": (b"\0" * 1000, {"BO106"}),
    "surrogate": (_note("een").encode() + b"    # \xed\xa0\x80\n", {"BO106"}),
    "overlong": (_note("een").encode() + b"    # \xc0\xaf\n", {"BO106"}),
    "truncated": (_note("één").encode()[:-3], {"BO106"}),
    "zip": (b"PK\x03\x04" + bytes(range(256)) * 20, {"BO125"}),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {"BO125"}),
    "old_word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, {"BO125"}),
    "random": (bytes((index * 37 + 11) % 256 for index in range(4000)), {"BO107"}),
}
"""Name, bytes, and exactly the codes that `bo validate` gives when the file stands in a folder."""
