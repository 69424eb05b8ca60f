"""What the reference page on readers shows, from the table itself: `docs/naslag/voor-wie.md`."""

from __future__ import annotations

from typing import Any

from basisondersteuning.documents.audience.see import WARNING
from basisondersteuning.documents.audience.table import TABLE, Row
from basisondersteuning.model.base import Model
from basisondersteuning.model.dossier import Afwijking, Betrokkene, Dossier, Leerling
from basisondersteuning.model.events_team import Afspraak, Deskundige, Uitkomst
from basisondersteuning.model.kinds import event_models
from basisondersteuning.model.ot import Agendapunt, Ot

_MODELS: tuple[type[Model], ...] = (Dossier, Leerling, Betrokkene, Afwijking, Uitkomst, Afspraak, Deskundige, Ot, Agendapunt)


def readers_data() -> dict[str, Any]:
    """What the page shows: the rows of each model, in the order of the table."""
    titles: dict[str, str] = {"Gebeurtenis": "Elke gebeurtenis"}
    for one in (*_MODELS, *event_models().values()):
        words: Any = one.model_config["json_schema_extra"]
        titles[one.__name__] = words["title"]
    models: dict[str, list[tuple[str, Row]]] = {}
    for key, row in TABLE.items():
        model, field = key.split(".")
        models.setdefault(model, []).append((field, row))
    return {"models": [{"title": titles[name], "rows": rows} for name, rows in models.items()], "warning": WARNING}
