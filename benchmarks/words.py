"""Made-up Dutch text for made-up dossiers: no sentence is about anyone."""

from __future__ import annotations

AREAS = ("rekenen", "technisch_lezen", "begrijpend_lezen", "spelling", "taal", "gedrag", "werkhouding", "sociaal_emotioneel")

FIRST_NAMES = ("Noor", "Sem", "Yara", "Milan", "Fenna", "Daan", "Esra", "Thijs", "Lotte", "Amin", "Jip", "Zoë")
LAST_NAMES = ("Voorbeeld", "Proefstra", "Fictief", "Verzonnen", "Nepveld", "Testman", "Schijnhof", "Bedacht")

SEEN = (
    "Werkt de eerste tien minuten geconcentreerd en zoekt daarna contact met de buren.",
    "Begint pas aan de taak als de leerkracht langs de tafel komt en de eerste stap voordoet.",
    "Steekt de vinger op bij een vraag, maar trekt hem terug als een ander het antwoord zegt.",
    "Telt op de vingers onder de tafel en wist uitkomsten vaak weer uit.",
    "Leest zachtjes mee en volgt met de vinger; bij lange woorden haakt zij af.",
    "Is tijdens de instructie stil; bij de verwerking blijken de stappen niet duidelijk.",
    "Raakt bij onverwachte wisselingen van les van slag en heeft dan vijf minuten nodig.",
    "Helpt anderen graag en legt dan goed uit wat de bedoeling is.",
    "Zit tijdens de kring op het randje van de stoel; kijkt veel naar buiten.",
    "Maakt de sommen met plaatjes vlot, de kale sommen blijven liggen.",
)
RESULTS = (
    "Van de twintig opgaven zijn er negen goed; de fouten zitten bij de tientaloverschrijding.",
    "De methodetoets van blok 3 is met 62 procent goed gemaakt, tegen 80 procent voor de groep.",
    "Leest 34 woorden per minuut met acht fouten; in september waren dat er 29.",
    "De laatste twee dictees gaven 11 en 9 fouten, vooral in open en gesloten lettergrepen.",
    "De tussenopbrengst ligt onder de lijn van de groep en is sinds de herfst gelijk gebleven.",
    "Het werk van deze week is voor de helft af; wat af is, is voor driekwart goed.",
)
GOALS = (
    "Kan sommen tot 100 met tientaloverschrijding in twee stappen uitrekenen en de stappen vertellen.",
    "Leest een tekst op instructieniveau met hooguit vier fouten per minuut.",
    "Start binnen twee minuten zelf met de taak en werkt een kwartier door.",
    "Past de regel van open en gesloten lettergrepen in acht van de tien woorden goed toe.",
    "Vraagt op een rustige manier om hulp als een opdracht niet lukt.",
)
APPROACHES = (
    "Verlengde instructie in een groepje van vier, met concreet materiaal en hardop verwoorden van elke stap.",
    "Drie keer per week tien minuten herhaald lezen met een maatje; de leerkracht luistert een keer mee.",
    "Een stappenkaart op tafel; de leerkracht loopt na twee en na tien minuten langs en bevestigt wat goed gaat.",
    "Dagelijks vijf woorden van de week op het wisbordje, met directe terugkoppeling.",
    "Vaste plek vooraan, dagritme op het bord en een afgesproken teken voor een korte pauze.",
)
TALKS = (
    "De ouders herkennen het beeld en vertellen dat het huiswerk thuis ook veel tijd kost.",
    "Besproken wat er in de groep gebeurt; de ouders denken mee over een vast moment om thuis te oefenen.",
    "De ouders zijn blij met de vooruitgang en vragen hoe het na de vakantie verder gaat.",
    "Afgesproken dat wij over zes weken weer bij elkaar komen, dan met de uitkomst van de toets erbij.",
    "De ouders maken zich zorgen over het zelfvertrouwen; de leerkracht neemt dit mee in de aanpak.",
)
VOICES = (
    "Ik snap het wel als de juf het voordoet, maar daarna weet ik het niet meer.",
    "Het is te druk aan mijn tafel, ik wil liever bij het raam zitten.",
    "Lezen met mijn maatje is leuk, dan durf ik ook fouten te maken.",
    "Ik wil graag dat ik het blok op mag houden als ik het moeilijk vind.",
)
EFFECTS = (
    "Op de toets van blok 5 zijn 14 van de 20 opgaven goed; het doel was 16.",
    "Het tempo is gestegen van 34 naar 41 woorden per minuut, met vijf fouten.",
    "De taak is nu vier van de vijf dagen af, ook zonder dat de leerkracht langsloopt.",
    "Er is weinig verandering te zien; de groep is wel rustiger door de nieuwe indeling.",
)
QUESTIONS = (
    "Welke instructie past bij een leerling die de stappen wel kan zeggen, maar niet zelf toepast?",
    "Hoe kan ik de aanpak uit het dyslexieprotocol in deze groep inpassen?",
    "Wat heeft deze leerling nodig om na de vakantie zelfstandig verder te kunnen?",
    "Is er meer aan de hand dan een achterstand, en wie kan daarbij meekijken?",
)
OUTCOMES = (
    "Wij houden de aanpak aan en voegen een tweede moment met de onderwijsassistent toe.",
    "De intern begeleider kijkt volgende week mee in de les en bespreekt dit na.",
    "Eerst nog acht weken intensief oefenen, daarna opnieuw toetsen en bespreken.",
    "Een observatie door de orthopedagoog, zo nodig gevolgd door onderzoek.",
)
NEEDS = (
    "korte, duidelijke opdrachten",
    "een voorbeeld naast zich",
    "tijd om na te denken voor het antwoord",
    "complimenten over de aanpak, niet over de uitkomst",
    "een vaste plek in de klas",
    "materiaal om mee te schuiven",
    "een maatje bij het lezen",
    "voorspelbare overgangen tussen lessen",
)
