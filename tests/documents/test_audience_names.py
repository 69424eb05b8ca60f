"""Names in free text give way to pseudonyms, however they are written; ordinary words stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from basisondersteuning.documents.audience.see import Reader, Seen, see

from .test_audience import built


def swv(text: str, pupil: dict[str, str], people: list[tuple[str, str, str]] = ()) -> str:  # type: ignore[assignment]
    """What a samenwerkingsverband reads of a text."""
    child = {"id": "L-1", "geboortedatum": "2017-02-11", "groep": "5", **pupil}
    known = [{"id": id, "naam": naam, "rol": rol} for id, naam, rol in people]
    event = {"datum": "2026-09-07", "soort": "observatie", "door": "x", "gedrag": text, "ondersteuning_gewenst": "ja"}
    seen: Seen = see(built(event, leerling=child, betrokkenen=known), Reader.SWV, names=False)
    found: str = seen.dossier.tijdlijn[0].gedrag  # type: ignore[union-attr, assignment]
    return found


NOOR = {"roepnaam": "Noor", "tussenvoegsel": "van der", "achternaam": "Velden"}
TEACHER = ("lk", "M. de Wit", "groepsleerkracht")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noor telt. noor ook. NOOR!", "L-1 telt. L-1 ook. L-1!"),
        ("Noors boek, Noor's tas, Noor’s pen", "L-1's boek, L-1's tas, L-1's pen"),
        ("Noor van der Velden en N. van der Velden", "L-1 en L-1"),
        ("Noor  van\nder Velden", "L-1"),
        ("Van der Velden, mevrouw Velden", "L-1, mevrouw L-1"),
        ("Noordzee, Noorderpoort, honoor", "Noordzee, Noorderpoort, honoor"),
        ("noor.vandervelden@voorbeeld.nl en noor_toets2.pdf", "[e-mailadres] en L-1_toets2.pdf"),
        ("Bel 06-12345678 of (0223) 123456: 10 van de 0123", "Bel [telefoonnummer] of [telefoonnummer]: 10 van de 0123"),
        ("N.v.d.V. deed mee", "L-1 deed mee"),
        ("Nóór en Noo\u00adr", "L-1 en L-1"),
        ("juf De Wit, M. de Wit, m.de wit", "juf groepsleerkracht 1, groepsleerkracht 1, m.de wit"),
        ("een wit blad van de witte juf", "een wit blad van de witte juf"),
        ("geboren 11-2-2017, 11-02-17, 2017-02-11 of 11 februari 2017; 12-2-2017", "geboren 2017, 2017, 2017 of 2017; 12-2-2017"),
        ("2026-09-07 10 van 20 30 40 50", "2026-09-07 10 van 20 30 40 50"),
        ("", ""),
    ],
)
def test_known_names_give_way(text: str, expected: str) -> None:
    assert swv(text or "-", NOOR, [TEACHER]) == (expected or "-")


@pytest.mark.parametrize(
    ("roepnaam", "text", "expected"),
    [
        ("Roos", "Roos plukt een roos.", "L-1 plukt een roos."),
        ("Wil", "Ik wil dat Wil leest. Wil hij?", "Ik wil dat L-1 leest. L-1 hij?"),
        ("Storm", "Na de storm was STORM moe.", "Na de storm was L-1 moe."),
        ("Bo", "Het OT over Bo: Bo's bos.", "Het OT over L-1: L-1's bos."),
        ("Ot", "Het OT over Ot.", "Het OT over L-1."),
        ("Mo", "Mo zoekt mos.", "L-1 zoekt mos."),
        ("Jan Willem", "Jan Willem, ook wel Willem of jan.", "L-1, ook wel L-1 of L-1."),
        ("Anne-Sophie", "Anne-Sophie; Anne Sophie; anne", "L-1; L-1; L-1"),
        ("Zoë", "Zoë, Zoe\u0308, Zoe en zoë's", "L-1, L-1, L-1 en L-1's"),
        ("Ben", "Ik ben het, zei Ben.", "Ik ben het, zei L-1."),
        ("Kees", "Kees' jas", "L-1' jas"),
        ("D'Angelo", "D’Angelo lacht", "L-1 lacht"),
    ],
)
def test_first_names_of_every_sort(roepnaam: str, text: str, expected: str) -> None:
    assert swv(text, {"roepnaam": roepnaam}) == expected


def test_a_name_of_two_people_says_only_that_it_is_a_name() -> None:
    people = [("moeder", "E. Verhulst", "ouder"), ("vader", "G. Verhulst", "ouder"), ("daan", "Daan Verhulst", "leerling")]
    text = "E. Verhulst en G. Verhulst; familie Verhulst; Daan Verhulst"
    assert swv(text, {"roepnaam": "Daan", "achternaam": "Verhulst"}, people) == "ouder 1 en ouder 2; familie [naam]; L-1"


@pytest.mark.parametrize(
    ("naam", "text", "expected"),
    [
        ("A. Ekker", "Schaal A - E, volgens A.E.", "Schaal A - E, volgens groepsleerkracht 1"),
        ("O. Alders", "Er is o.a. gelezen.", "Er is o.a. gelezen."),
        ("O. Alders", "Er is o.A. gelezen.", "Er is o.A. gelezen."),
        ("Wit, T. de", "T. de Wit, T. Wit en T.d.W.", "groepsleerkracht 1, groepsleerkracht 1 en groepsleerkracht 1"),
        ("juf Anneke", "Juf Anneke en de juf", "Juf groepsleerkracht 1 en de juf"),
        ("mevrouw A. van Dam", "Mevrouw Van Dam bij een dam", "Mevrouw groepsleerkracht 1 bij een dam"),
        ("Anneke Dekker", "adekker of a. dekker", "groepsleerkracht 1 of groepsleerkracht 1"),
        ("het team", "Het team kijkt.", "Het team kijkt."),
    ],
)  # fmt: skip
def test_names_of_people_as_they_are_written(naam: str, text: str, expected: str) -> None:
    assert swv(text, {}, [("lk", naam, "groepsleerkracht")]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("J.v.d.B. en JvdB; J.W. en JW; J.W.v.d.B.; J.-W. deed mee", "L-1 en L-1; L-1 en L-1; L-1; L-1 deed mee"),
        ("Jan-Willem van den Berg; J.W. van den Berg; JW van den Berg", "L-1; L-1; L-1"),
        ("J. van der Berg, J van der Berg, v.d. Berg, v/d Berg, vd Berg, van der Berg", "L-1, L-1, L-1, L-1, L-1, L-1"),
        ("mevrouw van Berg", "mevrouw L-1"),
        ("J.W. van der Berg", "L-1 L-1"),
        ("de moeder van Berg, het huis van Jan-Willem", "de moeder van L-1, het huis van L-1"),
        ("Johan en Johannes zijn anderen", "Johan en Johannes zijn anderen"),
        ("Jantje, Willempje", "L-1, Willempje"),
        ("een berg met de J en de W", "een berg met de J en de W"),
        ("#JanWillem #janwillem JanWillemVanDenBerg", "#L-1 #L-1 L-1"),
        ("GesprekJanWillemThuis", "GesprekL-1Thuis"),
        ("Ja\u200bn-Wil\u2060lem, \u202eJan\u202c Willem", "L-1, \u202eL-1"),
        ("JWZ, jw, iJW", "JWZ, jw, iL-1"),
    ],
)
def test_a_double_first_name_and_a_surname_with_a_prefix(text: str, expected: str) -> None:
    assert swv(text, {"roepnaam": "Jan-Willem", "tussenvoegsel": "van den", "achternaam": "Berg"}) == expected


@pytest.mark.parametrize(
    ("roepnaam", "text", "expected"),
    [
        ("Noor", "Noortje, noortje, NOORTJES boek", "L-1, L-1, L-1's boek"),
        ("Bram", "Brampje, Brammetje", "L-1, L-1"),
        ("Kees", "Keesje", "L-1"),
        ("Roos", "Roosje kreeg een roosje", "L-1 kreeg een roosje"),
        ("Kas", "Kasje zit bij het kastje", "L-1 zit bij het kastje"),
        ("Bo", "een botje voor Bo", "een botje voor L-1"),
        ("Tess", "#tess, TessEnDaan, metTess", "#L-1, L-1EnDaan, metL-1"),
    ],
)
def test_a_first_name_made_small_or_glued(roepnaam: str, text: str, expected: str) -> None:
    assert swv(text, {"roepnaam": roepnaam}) == expected


@pytest.mark.parametrize(
    ("naam", "text", "expected"),
    [
        ("Roos Jansen", "juf roos plukt een roos", "juf groepsleerkracht 1 plukt een roos"),
        ("T. de Wit", "mevrouw de wit, een wit blad", "mevrouw groepsleerkracht 1, een wit blad"),
        ("T. de Wit", "meester wit", "meester groepsleerkracht 1"),
        ("K. Bos", "vader bos en meneer Bos in het bos", "vader groepsleerkracht 1 en meneer groepsleerkracht 1 in het bos"),
        ("Wil Bakker", "vader wil dat de bakker komt", "vader wil dat de bakker komt"),
        ("J. Bakker", "J. Bakker en P. Bakker", "groepsleerkracht 1 en groepsleerkracht 1"),
        ("Ivo Bastiaan de Groot", "het IB en de IBdG", "het IB en de groepsleerkracht 1"),
    ],
)  # fmt: skip
def test_ordinary_words_and_initials_of_people(naam: str, text: str, expected: str) -> None:
    assert swv(text, {}, [("lk", naam, "groepsleerkracht")]) == expected


def test_a_surname_that_is_a_first_name_too_leaves_what_stands_before_it() -> None:
    text = swv(
        "meneer van Roos, meneer van Bos", {"roepnaam": "Roos"}, [("lk", "P. Roos", "groepsleerkracht"), ("x", "A. Bos", "ouder")]
    )
    assert text == "meneer van [naam], meneer ouder 1"


def test_an_id_that_is_a_name_is_one() -> None:
    people = [("sanne", "S. Bakker", "ouder"), ("gedrag", "B. Terpstra", "externe_deskundige")]
    assert swv("Sanne ziet ander Gedrag.", {}, people) == "ouder 1 ziet ander Gedrag."


GIVEN = ("Noor", "Daan", "Zoë", "Jan Willem", "Fleur", "Bo", "José", "Anne-Fleur")
MIDDLE = ("", "van", "de", "van der", "in 't", "el")
SURNAMES = ("Bakker", "Verhulst", "Jansen-de Vries", "Ouali", "Wit", "Li", "Öztürk")


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(GIVEN), st.sampled_from(MIDDLE), st.sampled_from(SURNAMES)), min_size=2, max_size=4),
    st.lists(
        st.sampled_from(("{0} leest", "met {0} {1} {2}", "{2}'s boek", "{0}s tas", "({1} {2})", "{0}, {3}. {1} {2};", "{4}")),
        max_size=5,
    ),
)
def test_no_known_name_stays_in_a_text(people: list[tuple[str, str, str]], forms: list[str]) -> None:
    child, *others = people
    words = [form.format(*one, one[0][0], one[0].upper()) for form in forms for one in people]
    pupil = {"roepnaam": child[0], "achternaam": child[2], **({"tussenvoegsel": child[1]} if child[1] else {})}
    known = [(f"p{number}", " ".join(filter(None, one)), "ouder") for number, one in enumerate(others)]
    text = swv(" . ".join(["Tekst", *words]), pupil, known)
    left = text.replace("'s", " ").replace("ouder", " ").replace("[naam]", " ").split()
    names = {part.casefold() for one in people for name in one for part in name.split() if len(part) > 3}
    assert not [one for one in left if one.strip("().,;").casefold().removesuffix("s") in names], text
