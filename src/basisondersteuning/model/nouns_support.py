"""The words of the events of niveau 1 and 2 (`events_support`)."""

from __future__ import annotations

from collections.abc import Mapping

from .nouns import SUBJECTS, FieldWords, Noun, after, clause, close

_SUBJECT_MUST = "een van de vakgebieden {zijn}"


def _by(doing: str, noun: str, more: str = "") -> FieldWords:
    """A field that names who did it."""
    return FieldWords(noun, said=close("door {}"), must=f"degene {{zijn}} die {doing}", more=more)


def _subject(preposition: str) -> FieldWords:
    said = close(preposition + " {}")
    return FieldWords("het vakgebied", said=said, values=SUBJECTS, must=_SUBJECT_MUST, more="vakgebieden")


NOUNS: Mapping[str, Noun] = {
    "observatie": Noun(
        "observatie",
        "observaties",
        {
            "door": _by("observeerde", "de waarnemer"),
            "vakgebied": _subject("over"),
            "gedrag": FieldWords("het gedrag", "beschreven"),
            "resultaten": FieldWords("de resultaten", "beschreven", plural=True),
            "ondersteuning_gewenst": FieldWords(
                "de conclusie over ondersteuning",
                "getrokken",
                said=clause("waaruit blijkt dat {}"),
                facts=("ondersteuning gewenst is", "ondersteuning niet gewenst is"),
            ),
        },
    ),
    "toets": Noun(
        "toets",
        "toetsen",
        {
            "naam": FieldWords("de naam van de toets"),
            "vakgebied": _subject("voor"),
            "methodegebonden": FieldWords(
                "de band met de lesmethode",
                "vermeld",
                adjectives={
                    "ja": ("methodegebonden", "methodegebonden"),
                    "nee": ("niet-methodegebonden", "niet-methodegebonden"),
                },
                facts=("de toets bij de lesmethode hoort", "de toets niet bij de lesmethode hoort"),
            ),
            "schaal": FieldWords(
                "de schaal",
                said=close("met {} als resultaat"),
                values={
                    "percentage": "een percentage",
                    "percentiel": "een percentiel",
                    "AE": "een niveau van A tot en met E",
                    "I-V": "een niveau van I tot en met V",
                    "vaardigheidsscore": "een vaardigheidsscore",
                    "DLE": "een DLE",
                    "functioneringsniveau": "een functioneringsniveau",
                    "AVI": "een AVI-niveau",
                    "IQ": "een IQ",
                    "cijfer": "een cijfer",
                    "anders": "iets anders",
                },
            ),
            "waarde": FieldWords("het resultaat"),
            "door": _by("de toets afnam", "de afnemer"),
            "toelichting": FieldWords("de toelichting"),
        },
    ),
    "behoeften": Noun(
        "overzicht van behoeften",
        "overzichten van behoeften",
        {
            "door": _by("de behoeften opschreef", "de schrijver"),
            "bevorderend": FieldWords("de bevorderende factoren", "beschreven", plural=True),
            "belemmerend": FieldWords("de belemmerende factoren", "beschreven", plural=True),
            "leerling": FieldWords("de onderwijsbehoeften van de leerling", "beschreven", plural=True),
            "leerkracht": FieldWords("de ondersteuningsbehoeften van de leerkracht", "beschreven", plural=True),
            "ouders": FieldWords("de ondersteuningsbehoeften van de ouders", "beschreven", plural=True),
        },
        het=True,
    ),
    "oudercontact": Noun(
        "oudercontact",
        "oudercontacten",
        {
            "met": FieldWords("de ouders", plural=True, said=close("met {}"), must="degene {zijn} met wie het contact was"),
            "door": _by("het contact had", "de gespreksvoerder"),
            "over": FieldWords(
                "de onderwerpen",
                plural=True,
                said=close("over {}"),
                values={
                    "zorg": "de zorg",
                    "resultaten": "de resultaten",
                    "vervolg": "het vervolg",
                    "groeidocument": "het Groeidocument",
                    "ot": "het OT",
                    "onderzoek": "onderzoek",
                    "arrangement": "een arrangement",
                    "opp": "het OPP",
                    "afschaling": "afschaling",
                    "overig": "iets anders",
                },
                must="over {} gegaan {zijn}",
            ),
            "vakgebied": _subject("op het gebied van"),
            "vorm": FieldWords(
                "de vorm van het contact",
                said=after(", {}"),
                values={
                    "gesprek": "in een gesprek",
                    "telefoon": "per telefoon",
                    "bericht": "per bericht",
                    "huisbezoek": "tijdens een huisbezoek",
                },
                must="{} gebeurd {zijn}",
            ),
            "betreft": FieldWords("de besproken gebeurtenis", bound="daarover"),
            "samenvatting": FieldWords("de samenvatting"),
            "visie_ouders": FieldWords("de visie van de ouders", "beschreven"),
        },
        het=True,
    ),
    "leerlinggesprek": Noun(
        "gesprek met de leerling",
        "gesprekken met de leerling",
        {
            "door": _by("het gesprek voerde", "de gespreksvoerder"),
            "over": FieldWords("het onderwerp", said=close("over {}")),
            "waarvoor": FieldWords(
                "het doel van het gesprek",
                more="onderwerpen",
                said=close("over {}"),
                values={
                    "ondersteuning": "de ondersteuning",
                    "ot": "het OT",
                    "onderzoek": "het onderzoek",
                    "opp": "het OPP",
                    "overig": "iets anders",
                },
                must="over {} gegaan {zijn}",
            ),
            "inbreng": FieldWords("de inbreng van de leerling", "vastgelegd"),
            "invloed": FieldWords("de invloed van de inbreng", "vastgelegd"),
            "terugkoppeling": FieldWords("de terugkoppeling aan de leerling", "vastgelegd"),
        },
        het=True,
    ),
    "verklaring": Noun(
        "verklaring",
        "verklaringen",
        {
            "aard": FieldWords(
                "de aard van de verklaring",
                said=close("van {}"),
                values={
                    "toestemming": "toestemming",
                    "instemming": "instemming",
                    "gezien": "«gezien»",
                    "overeenstemming": "overeenstemming",
                },
            ),
            "waarvoor": FieldWords(
                "het onderwerp van de verklaring",
                said=close("bij {}"),
                values={
                    "groeidocument": "het Groeidocument",
                    "ot": "de bespreking in het OT",
                    "onderzoek": "het onderzoek",
                    "delen_gegevens": "het delen van gegevens",
                    "arrangement": "het arrangement",
                    "opp": "het OPP",
                    "handelingsdeel": "het handelingsdeel",
                    "overdracht": "de overdracht",
                },
            ),
            "uitkomst": FieldWords("de uitkomst", said=after(", {}"), values={"gegeven": "gegeven", "geweigerd": "geweigerd"}),
            "door": FieldWords(
                "de ondertekenaar",
                said=after("door {}"),
                must="degene {zijn} die de verklaring gaf",
                more="ondertekenaars",
            ),
        },
    ),
    "ondersteuning": Noun(
        "ondersteuning",
        "vormen van ondersteuning",
        {
            "vakgebied": _subject("bij"),
            "vorm": FieldWords(
                "de vorm van de ondersteuning",
                adjectives={
                    "nieuw": ("nieuw", "nieuwe"),
                    "geintensiveerd": ("geïntensiveerd", "geïntensiveerde"),
                    "aangepast": ("aangepast", "aangepaste"),
                    "voortgezet": ("voortgezet", "voortgezette"),
                },
            ),
            "plaats": FieldWords(
                "de plaats van de ondersteuning",
                said=close("{}"),
                values={"in_groep": "in de groep", "deels_buiten_groep": "deels buiten de groep"},
                must="{} gegeven {zijn}",
            ),
            "doel": FieldWords("het doel", "beschreven"),
            "aanpak": FieldWords("de aanpak", "beschreven"),
            "door": _by("de ondersteuning gaf", "de uitvoerder", "uitvoerders"),
            "frequentie": FieldWords("de frequentie"),
            "tot": FieldWords("de einddatum", present=close("met een einddatum"), absent=close("zonder einddatum")),
            "groepsplan": FieldWords(
                "het groepsplan",
                present=clause("die in een groepsplan staat"),
                absent=clause("die niet in een groepsplan staat"),
            ),
            "vervolg_op": FieldWords(
                "de eerdere ondersteuning",
                present=close("als vervolg op eerdere ondersteuning"),
                absent=clause("die geen vervolg op eerdere ondersteuning is"),
                bound="als vervolg daarop",
            ),
        },
        bare=True,
    ),
    "evaluatie": Noun(
        "evaluatie",
        "evaluaties",
        {
            "van": FieldWords("de ondersteuning", bound="daarvan"),
            "effect": FieldWords(
                "het effect",
                "vastgelegd",
                said=clause("waaruit {} blijkt"),
                values={
                    "doel_bereikt_duurzaam": "een duurzaam bereikt doel",
                    "doel_bereikt": "een bereikt doel",
                    "deels": "een deels bereikt doel",
                    "onvoldoende": "onvoldoende effect",
                },
                present=clause("waarin het effect is vastgelegd"),
                absent=clause("waarin het effect nog niet is vastgelegd"),
            ),
            "door": _by("het effect beoordeelde", "de beoordelaar", "beoordelaars"),
            "toelichting": FieldWords("de toelichting"),
        },
    ),
    "consultatie": Noun(
        "consultatie",
        "consultaties",
        {
            "met": FieldWords("de geraadpleegde", said=close("met {}"), must="degene {zijn} die geraadpleegd is"),
            "door": _by("de vraag stelde", "de vraagsteller"),
            "aard": FieldWords(
                "de aard van het gesprek",
                adjectives={"consultatief": ("consultatief", "consultatieve"), "coachend": ("coachend", "coachende")},
            ),
            "onderwerp": FieldWords("het onderwerp", said=close("over {}")),
            "vakgebied": _subject("op het gebied van"),
            "vraag": FieldWords("de vraag van de leerkracht", "vastgelegd"),
            "uitkomst": FieldWords("de uitkomst", "vastgelegd"),
        },
    ),
    "afschaling": Noun(
        "afschaling",
        "afschalingen",
        {
            "vakgebied": _subject("voor")._replace(absent=close("voor alle vakgebieden")),
            "naar": FieldWords("het niveau daarna", said=close("naar {}")),
            "door": _by("de afschaling besloot", "de beslisser"),
            "reden": FieldWords("de reden", present=after("met een reden")),
        },
    ),
}
