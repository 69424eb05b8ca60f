"""The parts of the Groeidocument about the child: strengths, voices, what was seen and asked, and needs."""

from __future__ import annotations

from typing import Annotated, NamedTuple


class Eerder(NamedTuple):
    """An earlier list, kept with its day."""

    dag: Annotated[str, "Wanneer dit is opgeschreven."]
    punten: Annotated[tuple[str, ...], "De punten."]


class Lijst(NamedTuple):
    """The latest list of points, and those before it."""

    punten: Annotated[tuple[str, ...], "De laatste punten; leeg als er nooit iets is opgeschreven."]
    bij: Annotated[str, "Wanneer en door wie dit is opgeschreven."]
    eerder: Annotated[tuple[Eerder, ...], "Wat er eerder stond, nieuwste eerst."]


class Aantekening(NamedTuple):
    """A note with its day."""

    dag: Annotated[str, "De dag."]
    tekst: Annotated[str, "De aantekening."]


class Behoeften(NamedTuple):
    """What helps, what hinders, and what is needed."""

    helpt: Annotated[Lijst, "Wat goed gaat en helpt."]
    belemmert: Annotated[Lijst, "Wat het moeilijk maakt."]
    leerling: Annotated[Lijst, "Wat de leerling nodig heeft."]
    leerkracht: Annotated[Lijst, "Wat de leerkracht nodig heeft."]
    ouders: Annotated[Lijst, "Wat de ouders nodig hebben."]
    aantekeningen: Annotated[tuple[Aantekening, ...], "Aantekeningen hierbij."]


class Leerlingstem(NamedTuple):
    """The pupil's own voice."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Wie met de leerling sprak."]
    over: Annotated[str, "Waarover het ging; mag leeg zijn."]
    inbreng: Annotated[str, "Wat de leerling zelf zei of liet zien."]
    invloed: Annotated[str, "Wat ermee gedaan is; leeg als dat niet is vastgelegd."]
    terugkoppeling: Annotated[str, "Wat aan de leerling is teruggezegd; leeg als dat niet is vastgelegd."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Visie(NamedTuple):
    """How parents see it, in their own words."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Met welke ouders het gesprek was."]
    tekst: Annotated[str, "De woorden zelf."]


class Waarneming(NamedTuple):
    """What someone saw in the group."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Wie het zag."]
    vakgebied: Annotated[str, "Waarover het gaat; mag leeg zijn."]
    gedrag: Annotated[str, "Het gedrag; mag leeg zijn."]
    resultaten: Annotated[str, "De resultaten; mag leeg zijn."]
    gewenst: Annotated[bool, "Of hieruit bleek dat ondersteuning gewenst is."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]


class Vraagregel(NamedTuple):
    """A question that was asked."""

    dag: Annotated[str, "Wanneer."]
    wie: Annotated[str, "Wie de vraag stelde."]
    aan: Annotated[str, "Aan wie: «het ondersteuningsteam», of een naam."]
    vakgebied: Annotated[str, "Waarover het gaat; mag leeg zijn."]
    vraag: Annotated[str, "De vraag zelf."]
    deskundigen: Annotated[str, "Welke deskundigheid gewenst is; mag leeg zijn."]
    aantekening: Annotated[str, "Aantekening; meestal leeg."]
