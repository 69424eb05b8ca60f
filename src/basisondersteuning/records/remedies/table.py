"""For every code: what mends it, or why nothing does. A new code has to choose; a test asks for it."""

from __future__ import annotations

from .case import Maker
from .encoding import bad_characters, not_utf8
from .forms import FORMS
from .shapes import other_shape, second_document, sign, twice
from .syntax import broken, tabs
from .values import other_form
from .words import event_kind, no_event_kind, record_kind, reference, unknown_key, unknown_value

MAKERS: dict[str, tuple[Maker, ...]] = {
    "BO106": (not_utf8,),
    "BO107": (bad_characters,),
    "BO108": (broken,),
    "BO109": (tabs,),
    "BO111": (sign,),
    "BO112": (sign,),
    "BO113": (second_document,),
    "BO114": (twice,),
    "BO121": (record_kind,),
    "BO122": (record_kind,),
    "BO202": (unknown_key,),
    "BO203": (unknown_value,),
    "BO207": (other_shape,),
    "BO210": (event_kind,),
    "BO211": (no_event_kind,),
    "BO301": (reference,),
    "BO302": (reference,),
    **dict.fromkeys(FORMS, (other_form,)),
}
"""What makes the remedies of a code; the first remedy is the one that is taken."""

_NOT_A_TEXT = "Het bestand zelf is er niet, is leeg, of is niet te lezen: daaraan valt in de tekst niets te herstellen."
_UNKNOWN = "Wat hier hoort te staan, weet alleen wie het dossier kent."
_WHICH = "Twee dingen spreken elkaar tegen; welk van de twee klopt, weet alleen wie erbij was."
_STRUCTURE = "Wat er bedoeld is, is uit de tekst niet af te leiden."
_PEOPLE = "Dit is een keuze van mensen, geen schrijffout."
_RULES = "Dit gaat over wat een regel betekent; dat is geen schrijffout."
_ELSEWHERE = "Dit gaat over een sjabloon, een document of een bestand van anderen, niet over de tekst van een record."
_TOGETHER = "Dit gaat over meer dan één bestand; in elk apart is niets verschreven."
_TOOL = "Dit gaat over wat `bo` zelf deed of kon doen."

_REASONS: dict[str, str] = {
    "BO001 BO101 BO102 BO103 BO104 BO105 BO117 BO118 BO119 BO120 BO125": _NOT_A_TEXT,
    "BO110 BO115 BO116": _STRUCTURE,
    "BO123": _PEOPLE,
    "BO124 BO901": _TOOL,
    "BO201 BO208 BO214": _UNKNOWN,
    "BO303 BO304 BO305 BO306 BO307 BO308 BO309 BO311 BO312 BO314 BO316 BO317 BO318 BO319": _WHICH,
    "BO310 BO315": _PEOPLE,
    "BO313": _TOGETHER,
    "BO320 BO321 BO322 BO323 BO324 BO325 BO326 BO327 BO330 BO331 BO332 BO333": _WHICH,
    "BO401 BO402 BO403 BO404 BO405 BO406 BO407 BO408 BO409 BO410 BO411 BO412 BO413 BO414 BO415 BO416 BO417": _RULES,
    "BO418 BO419 BO420 BO421 BO422 BO423 BO424 BO430 BO431 BO432 BO433 BO434 BO435 BO436": _RULES,
    "BO440 BO441 BO442 BO443 BO444 BO445 BO446": _RULES,
    "BO501 BO502 BO503 BO504 BO505 BO506 BO507": _PEOPLE,
    "BO601 BO602 BO603 BO604 BO605 BO606 BO607 BO608 BO609": _PEOPLE,
    "BO620 BO621 BO622 BO623 BO624 BO625 BO626": _TOGETHER,
    "BO627 BO628 BO629": _TOOL,
    "BO701 BO702 BO703 BO704 BO705 BO706 BO707 BO708 BO709 BO710 BO711 BO712 BO713 BO714 BO715 BO716": _ELSEWHERE,
    "BO717": _PEOPLE,
    "BO720 BO721 BO722 BO723 BO724 BO725 BO726": _ELSEWHERE,
    "BO801 BO802 BO803 BO804 BO805 BO806 BO807 BO808 BO809 BO810": _TOGETHER,
    "BO830 BO831 BO832 BO833 BO834 BO835 BO836 BO837 BO838 BO839 BO840 BO841": _TOGETHER,
    "BO850 BO851 BO852 BO853 BO854 BO855 BO856 BO857 BO858 BO859 BO860 BO861 BO862 BO863 BO864 BO865 BO866": _ELSEWHERE,
    "BO910 BO911 BO912 BO913 BO914 BO915 BO916 BO918": _ELSEWHERE,
    "BO917": _WHICH,
    "BO900 BO902 BO903 BO904 BO905 BO906 BO930 BO931 BO932 BO945 BO946 BO947": _TOOL,
    "BO870 BO871 BO875 BO876 BO877 BO878": _TOGETHER,
}

REASONS: dict[str, str] = {code: reason for codes, reason in _REASONS.items() for code in codes.split()}
"""Why no program mends a code, in Dutch."""


def mends(code: str) -> str:
    """Whether `bo fix` mends a code, as a sentence for the manual page of that code."""
    return "`bo fix` kan dit vaak herstellen." if code in MAKERS else f"`bo fix` herstelt dit niet. {REASONS[code]}"
