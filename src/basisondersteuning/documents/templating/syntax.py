"""What is wrong with a template that cannot be read, in Dutch: Jinja's own words are English and of its parser."""

from __future__ import annotations

import re
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from ...records.nearmiss import nearest

_PAIRS = {one: f"end{one}" for one in ("if", "for", "block", "macro", "call", "filter", "set", "with", "autoescape", "raw")}
_WORDS = (*_PAIRS, *_PAIRS.values(), "elif", "else", "extends", "include", "import", "from")
_TAG = re.compile(r"\{#.*?#\}|\{%[-+]?\s*(\w+)(.*?)%\}", re.DOTALL)
_QUOTES = "“”„‘’‚«»"


class Words(NamedTuple):
    """What to say. `line` where that is not Jinja's; `word` is what to point at; `remedy` empty for the code's own."""

    message: str
    line: int
    word: str = ""
    remedy: str = ""
    suggestion: str | None = None


def syntax_words(error: TemplateSyntaxError, source: str) -> Words:
    """The words for a mistake in the syntax of a template with this source."""
    told, line = error.message or "", error.lineno
    if told.startswith("Unexpected end of template."):
        opener, where = _unclosed(source)
        if opener:
            return Words(f"Deze `{opener}` wordt nergens afgesloten.", where, opener, f"Zet `{{% {_PAIRS[opener]} %}}` erachter.")
        return Words("Het sjabloon houdt op voordat alles is afgesloten.", line)
    if told.startswith("Encountered unknown tag"):
        return _unknown_tag(told, line, source)
    if told.startswith("unexpected char"):
        return _character(told, line)
    if found := re.match(r"block '(\w+)' defined twice", told):
        return Words("Dit blok staat er twee keer.", line, found[1], "Geef een van de twee een andere naam, of voeg ze samen.")
    for start, message, remedy in _KNOWN:
        if told.startswith(start):
            return Words(message, line, "", remedy)
    return Words("Hier staat iets wat op deze plaats niet kan.", line)


_KNOWN = (
    ("expected token 'end of print statement'", "Hier had `}}` moeten staan.", "Sluit af met `}}`, of haal weg wat te veel is."),
    ("expected token 'end of statement block'", "Hier had `%}` moeten staan.", "Sluit af met `%}`, of haal weg wat te veel is."),
    ("unexpected '", "Hier staat een haakje te veel, of het verkeerde.", "Kijk of elk haakje open ook weer dichtgaat."),
    ("Expected an expression", "Hier ontbreekt wat er getoond of vergeleken moet worden.", ""),
    ("tag name expected", "Achter `{%` ontbreekt het woord.", "Schrijf bijvoorbeeld `{% if doc.kop.waarschuwing %}`."),
    ("Missing end of comment", "Een opmerking wordt nergens afgesloten.", "Sluit haar af met `#}`."),
    ("Block names in Jinja", "In de naam van een blok kan geen streepje staan.", "Schrijf `_` in plaats van `-`."),
    ("expected token 'name'", "Hier had een naam moeten staan.", ""),
)
"""How Jinja's message starts, what we say, and what to do."""


def _unknown_tag(told: str, line: int, source: str) -> Words:
    word = re.search(r"unknown tag '(\w*)", told)
    tag = word[1] if word else ""
    if tag in ("else", "elif", *_PAIRS.values()):
        opener, where = _unclosed("\n".join(re.split(r"\r\n|\r|\n", source)[: line - 1]))
        if opener and _PAIRS[opener] != tag:
            remedy = f"Zet hiervoor eerst `{{% {_PAIRS[opener]} %}}`: dat hoort bij de `{opener}` op regel {where}."
            return Words(f"Hier staat `{tag}` terwijl een `{opener}` nog open is.", line, tag, remedy)
        return Words(f"Deze `{tag}` hoort nergens bij.", line, tag, "Haal de regel weg, of zet ervoor wat hier afgesloten wordt.")
    return Words("Dit woord kan niet achter `{%` staan.", line, tag, "", nearest(tag, _WORDS))


def _character(told: str, line: int) -> Words:
    found = re.match(r"unexpected char ['\"](.)['\"]", told, re.DOTALL)
    character = found[1] if found else ""
    if character and character in _QUOTES:
        remedy = "Gebruik rechte aanhalingstekens: `\"` of `'`. Een tekstverwerker maakt er soms kromme van."
        return Words("Kromme aanhalingstekens kan een sjabloon niet lezen.", line, character, remedy)
    if character in ("'", '"'):
        return Words("Een aanhalingsteken gaat open en niet meer dicht.", line, character, "Zet er een tweede bij.")
    return Words("Dit teken kan hier niet staan.", line, character)


def _unclosed(source: str) -> tuple[str, int]:
    """The innermost opening word that is not closed, with its line; an empty word when there is none."""
    stack: list[tuple[str, int]] = []
    for tag in _TAG.finditer(source):
        word = tag[1]
        if word in _PAIRS and not (word == "set" and "=" in tag[2]):
            stack.append((word, len(re.findall(r"\r\n|\r|\n", source[: tag.start()])) + 1))
        elif stack and word == _PAIRS[stack[-1][0]]:
            stack.pop()
    return stack[-1] if stack else ("", 0)
