"""How roles are written in a narrow column, and what a user may type for them."""

from __future__ import annotations

from collections.abc import Collection

from ..model.words import plain

SHORT_ROLES = {"groepsleerkracht": "leerkracht", "intern_begeleider": "ib", "externe_deskundige": "deskundige"}
"""The short words of roles in tables."""


def short_role(role: str) -> str:
    """`ib`: the word of a role in a table."""
    return SHORT_ROLES.get(role, plain(role))


def role_of(text: str, roles: Collection[str]) -> str | None:
    """The role that a user means: by its code, or by a word that `bo` shows for it; None for no role."""
    typed = " ".join(text.lower().replace("_", " ").split())
    return next((one for one in roles if typed in (plain(one), short_role(one))), None)
