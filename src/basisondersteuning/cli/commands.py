"""Which commands there are. Nothing here imports anything, so that `bo --help` is instant."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "escalate": (
        "escalate",
        "Per leerling: welk niveau het dossier onderbouwt, wat ontbreekt en wie wat wanneer doet.",
    ),
    "validate": ("validate", "Controleer dossiers, SOP's en andere bestanden, en maak er rapporten van."),
    "explain": ("explain", "Leg een regel, een bevinding of een uitkomst in een dossier uit."),
    "render": ("render", "Maak een document: Groeidocument, stukken voor het OT, groepsplan, SOP, brief aan een school."),
    "ot": ("ot", "Een bijeenkomst van het ondersteuningsteam: plannen, controleren en verwerken."),
    "sjabloon": ("sjabloon", "Sjablonen van documenten: bekijken, overnemen en controleren."),
    "kader": ("kader", "Normenkaders: bekijken, controleren en testen."),
    "init": ("init", "Richt een map in voor uw school: instellingen, mappen, hulp voor uw editor."),
    "new": ("new", "Maak een nieuw bestand om in te vullen, met uitleg bij elk veld: dossier, SOP, OT, kader en meer."),
    "log": ("log", "Leg iets vast in een dossier: een gesprek, een toets, een evaluatie; ook voor een hele groep."),
    "waive": ("waive", "Leg vast dat het team van een regel afwijkt, met de reden en een einddatum."),
    "undo": ("undo", "Neem terug wat `bo` het laatst schreef."),
    "fix": ("fix", "Herstel schrijffouten die `bo` veilig kan herstellen, zoals een tikfout in een veldnaam."),
    "fmt": ("fmt", "Zet een dossier netjes: datums in één vorm, de tijdlijn op volgorde; opmerkingen blijven."),
    "overview": ("overview", "Alle leerlingen in één blik: per niveau, wie er deze week iets te doen heeft, ook als pagina."),
    "watch": ("watch", "Kijk mee: controleer elk bestand opnieuw zodra het verandert."),
    "doctor": ("doctor", "Kijk of alles op deze computer in orde is, en hoe u het herstelt."),
    "completion": ("completion", "Laat de Tab-toets opdrachten, opties en kenmerken van leerlingen aanvullen."),
    "lsp": ("lsp", "Meldingen van bo in uw editor, terwijl u typt."),
    "import": ("importing", "Haal cijfers van anderen binnen als kengetallen: de open data van DUO."),
    "tel": ("tel", "Tel leerlingen, plichten en overgangen in dossiers; kleine aantallen blijven afgeschermd."),
    "kengetallen": ("kengetallen", "De kengetallen van het samenwerkingsverband: deelname aan SBO en SO, arrangementen, TLV's."),
    "dekking": ("dekking", "De dekking van de regio: welke school welke deskundigheid heeft, en waar de gaten zitten."),
    "schema": ("schema", "Geef het schema van een soort bestand, voor hulp bij het typen in een editor."),
}
"""Name, module in this package, and one line of help."""


GROUPS: dict[str, tuple[str, ...]] = {
    "Elke dag": ("overview", "log", "escalate", "explain", "watch", "undo"),
    "Schrijven": ("init", "new", "waive", "validate", "fix", "fmt"),
    "Documenten en OT": ("render", "ot", "sjabloon"),
    "Samenwerkingsverband": ("dekking", "kengetallen", "tel", "import"),
    "Normen": ("kader",),
    "Hulp": ("doctor", "completion", "schema", "lsp"),
}
"""The commands by what somebody wants; each command once."""


def overview(version: str, columns: int = 80) -> str:
    """What `bo --help` shows, folded to so many columns."""
    from .layout import paragraph, rows

    about = f"bo {version}: van leerlingdossier naar onderbouwd oordeel. Mensen beslissen; bo laat zien wat er staat."
    lines = [*paragraph(about, columns), "", "Gebruik: bo OPDRACHT [OPTIES] PAD...", ""]
    left = max(map(len, COMMANDS))
    for title, names in GROUPS.items():
        lines += [title, *rows(((name, COMMANDS[name][1]) for name in names), columns, left), ""]
    options = [
        ("--help", "Deze hulp; na een opdracht de hulp bij die opdracht, met voorbeelden."),
        ("--version", "De versie van bo."),
    ]
    lines += ["Opties", *rows(options, columns, left), ""]
    end = "Met alleen `bo` ziet u wat u nu in deze map kunt doen. Een leerling noemt u met het kenmerk of het bestand."
    return "\n".join([*lines, *paragraph(end, columns)])
