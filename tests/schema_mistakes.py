"""Records that are right, and single mistakes in them: some a schema cannot see, most it can."""

from __future__ import annotations

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
