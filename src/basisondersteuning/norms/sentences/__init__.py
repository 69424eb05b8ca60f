"""Norms as running Dutch, made from the rules themselves: what `bo explain` and `bo kader show` print.

There is no second text beside the rules, so the sentence cannot say something else than what is judged.
"""

from __future__ import annotations

from .level import begins_sentence, begins_with, carries_words, ends_words
from .line import Line, flat
from .rule import RuleText, rule_text
from .settings import PROVENANCE, TermText, length_words

__all__ = [
    "PROVENANCE",
    "Line",
    "RuleText",
    "TermText",
    "begins_sentence",
    "begins_with",
    "carries_words",
    "ends_words",
    "flat",
    "length_words",
    "rule_text",
]
