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


def overview(version: str) -> str:
    """What `bo` and `bo --help` show."""
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {name:<{width}}  {text}" for name, (_, text) in COMMANDS.items()]
    return "\n".join(
        [
            f"bo {version}: van leerlingdossier naar onderbouwd oordeel. Mensen beslissen; bo laat zien wat er staat.",
            "",
            "Gebruik: bo OPDRACHT [OPTIES] PAD...",
            "",
            "Opdrachten:",
            *lines,
            "",
            "Opties:",
            "  --help     Deze hulp; na een opdracht de hulp bij die opdracht.",
            "  --version  De versie van bo.",
            "",
            "Beginnen: bo escalate MAP-MET-DOSSIERS",
        ]
    )
