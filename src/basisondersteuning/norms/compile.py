"""From a typed `normenkader` to a compiled `Frame`; mistakes become findings, before any dossier is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from ..findings.catalogue import frame as codes
from ..findings.finding import Severity
from ..model.facts import EVERY_RECORD, fact_kinds, kinds_over
from ..model.frame import Bron, Eis, Instelling, Normenkader, Regel, Termijn
from ..model.reflect import FieldSpec, fields_of
from ..records.tree import Path
from .calendar import UNITS, Term
from .frame import Frame, Rule, RuleCard, RuleException
from .levels import Level, LevelStart
from .pattern import Pattern
from .pattern_compile import TRANSITION, PatternCompiler
from .problems import Problems
from .requirement import Combination, Deadline, Judgement, Must, Never, Precedence, Requirement, Response

LONGEST = {"dagen": 3660, "weken": 520, "schooldagen": 2000, "schoolweken": 400, "maanden": 120, "schooljaren": 10}
"""No term is longer than about ten years; what is, is a slip of the finger, and would run off the calendar."""

_FORMS = ("dan", "vooraf", "moet", "nooit", "oordeel", "een_van", "alle")


class FrameCompiler:
    """Compiles one frame; `problems` gathers what is wrong with it."""

    def __init__(self, record: Normenkader, problems: Problems) -> None:
        self.record = record
        self.problems = problems
        self.level_codes = tuple(one.niveau for one in record.niveaus)
        self.patterns = PatternCompiler(problems, self.level_codes)
        self.settings = {one.naam: one for one in record.instellingen}
        self._timeless = False
        self.passages = {doc.document: {one.nummer for one in doc.passages} for doc in record.bronnen}

    def compile(self, texts: tuple[bytes, ...], path: str, over: Collection[str] = EVERY_RECORD) -> Frame:
        """The frame, without the rules that could not be compiled, and without those about other records than `over`."""
        record = self.record
        self._unique("regels", [one.code for one in record.regels], "code")
        self._unique("niveaus", list(self.level_codes), "niveau")
        self._unique("instellingen", [one.naam for one in record.instellingen], "naam")
        for index, setting in enumerate(record.instellingen):
            self._length(setting, ("instellingen", index))
        if record.geldig.tot is not None and record.geldig.tot < record.geldig.van:
            self.problems.add(codes.PERIOD, ("geldig",))
        levels = tuple(self.level(index) for index in range(len(record.niveaus)))
        rules = [self.rule(rule, ("regels", index)) for index, rule in enumerate(record.regels) if rule.over in over]
        ends = [self._pattern(raw, ("einde", index)) for index, raw in enumerate(record.einde)]
        for index, untranslated in enumerate(record.onvertaald):
            self._source(untranslated.bron, ("onvertaald", index, "bron"))
        for index, elsewhere in enumerate(record.elders):
            self._source(elsewhere.bron, ("elders", index, "bron"))
        return Frame(
            record.code,
            record.reeks,
            record.titel,
            record.geldig.van,
            record.geldig.tot,
            levels,
            tuple(rule for rule in rules if rule is not None),
            tuple(one for one in ends if one is not None),
            record,
            texts,
            path,
        )

    def _unique(self, name: str, words: list[str], key: str) -> None:
        for index, word in enumerate(words):
            if word in words[:index]:
                self.problems.add(codes.DUPLICATE, (name, index, key))

    def _source(self, source: Bron, path: Path) -> None:
        known = self.passages.get(source.document)
        if known is None:
            self.problems.add(codes.PASSAGE, [*path, "document"], "Dit document staat niet bij `bronnen`.", options=self.passages)
            return
        for number in source.passage:
            if number not in known:
                self.problems.add(codes.PASSAGE, [*path, "passage"])

    def level(self, index: int) -> Level:
        """One niveau of the record, without the beginnings that could not be compiled."""
        raw = self.record.niveaus[index]
        path = ("niveaus", index)
        self._source(raw.bron, (*path, "bron"))
        starts = []
        for number, begin in enumerate(raw.begint_met):
            here = (*path, "begint_met", number)
            pattern = self._pattern(begin.bij, (*here, "bij"))
            after = self._pattern(begin.na, (*here, "na")) if begin.na is not None else None
            if pattern is not None and (begin.na is None or after is not None):
                starts.append(LevelStart(pattern, after))
        kinds = frozenset(one.pattern.kind for one in starts)
        return Level(raw.niveau, raw.naam, index + 1, tuple(starts), tuple(raw.bron.passage), raw.lopende_ondersteuning, kinds)

    def rule(self, rule: Regel, path: Path) -> Rule | None:
        """One rule, which stands at `path`; None after a mistake."""
        self.patterns.over, self._timeless = rule.over, _timeless(rule)
        try:
            return self._rule(rule, path)
        finally:
            self.patterns.over, self._timeless = "dossier", False

    def _rule(self, rule: Regel, path: Path) -> Rule | None:
        before = len(self.problems.findings)
        if (rule.als is None) == (rule.voorwaarde_voor is None):
            self.problems.add(codes.FORM, path)
            return None
        if (rule.bron is None) == (rule.afspraak is None):
            self.problems.add(
                codes.FORM, path, "Een regel rust óf op een bron óf op een afspraak.", remedy="Vul één van beide in."
            )
        if rule.bron is not None:
            self._source(rule.bron, [*path, "bron"])
        if rule.geldig is not None and rule.geldig.tot is not None and rule.geldig.tot < rule.geldig.van:
            self.problems.add(codes.PERIOD, [*path, "geldig"], "De geldigheid van deze regel eindigt voor zij begint.")
        if (rule.over == "dossier") == (rule.niveau is None):
            self.problems.add(
                codes.LEVEL,
                [*path, "niveau"] if rule.niveau is not None else path,
                "Een regel over een dossier hoort bij een niveau, een regel over een ander record niet.",
                remedy="Vul `niveau` in, of haal het weg.",
            )
        if rule.over != "dossier" and rule.voorwaarde_voor is not None:
            message = "Alleen een regel over een dossier is een voorwaarde voor een niveau."
            self.problems.add(codes.FORM, [*path, "voorwaarde_voor"], message, remedy="Zeg met `als` wanneer de regel speelt.")
            return None
        for key, level in (("niveau", rule.niveau), ("voorwaarde_voor", rule.voorwaarde_voor)):
            if rule.over == "dossier" and level is not None and level not in self.level_codes:
                self.problems.add(codes.LEVEL, [*path, key], word=level, options=self.level_codes)
        if rule.voorwaarde_voor is not None and rule.voorwaarde_voor not in self.level_codes:
            return None
        if rule.voorwaarde_voor is not None:
            raws: list[dict[str, Any]] = [{"soort": TRANSITION, "naar": rule.voorwaarde_voor}]
            fields: list[dict[str, FieldSpec]] = []
        else:
            raws = rule.als or []
            known = kinds_over(rule.over)
            models = [known.get(kind) for raw in raws if isinstance(kind := raw.get("soort"), str)]
            fields = [fields_of(one) for one in models if one is not None]
        triggers = [
            self._pattern(raw, [*path, "als", index] if rule.als is not None and len(rule.als) > 1 else [*path, "als"])
            if rule.als is not None
            else self._pattern(raw, [*path, "voorwaarde_voor"])
            for index, raw in enumerate(raws)
        ]
        requirement = self._requirement(rule, path, fields)
        exceptions = []
        for index, exception in enumerate(rule.tenzij):
            compiled = self._requirement(exception, [*path, "tenzij", index], fields)
            if compiled is not None:
                exceptions.append(RuleException(exception.naam, compiled))
        if len(self.problems.findings) > before or requirement is None:
            return None
        needed = [requirement, *(one.requirement for one in exceptions)]
        return Rule(
            rule.code,
            rule.titel,
            Severity(rule.ernst),
            rule.wie,
            rule.doe,
            rule.niveau or "",
            tuple(one for one in triggers if one is not None),
            self.level_codes.index(rule.voorwaarde_voor) + 1 if rule.voorwaarde_voor is not None else 0,
            rule.eerste,
            requirement,
            tuple(exceptions),
            rule.eerste or any(pattern.same_strand for one in needed for pattern in one.patterns()),
            source_words(rule),
            RuleCard(rule.code, rule.titel, Severity(rule.ernst), rule.wie, rule.doe, rule.kort or rule.titel, rule.oordeel),
            rule,
            None if rule.geldig is None else (rule.geldig.van, rule.geldig.tot or date.max),
            rule.over,
        )

    def _pattern(self, raw: dict[str, Any], path: Path) -> Pattern | None:
        """A pattern anywhere but with `vooraf`, the one place where the last event can be asked for."""
        pattern = self.patterns.compile(raw, path)
        if pattern is not None and raw.get("laatste") == "ja":
            self.problems.add(codes.FORM, [*path, "laatste"], "`laatste` hoort alleen bij `vooraf`.")
            return None
        return pattern

    def _requirement(self, raw: Eis, path: Path, fields: list[dict[str, FieldSpec]]) -> Requirement | None:
        given = [name for name in _FORMS if getattr(raw, name) is not None]
        if len(given) != 1:
            self.problems.add(codes.FORM, path)
            return None
        (form,) = given
        here = [*path, form]
        if raw.sinds is not None and form != "vooraf":
            self.problems.add(codes.FORM, [*path, "sinds"], "`sinds` hoort alleen bij `vooraf`.")
            return None
        if raw.binnen is not None and form in ("oordeel", "een_van", "alle"):
            self.problems.add(
                codes.TERM,
                [*path, "binnen"],
                f"`{form}` zelf heeft geen termijn.",
                remedy="Zet de termijn bij de onderdelen.",
            )
            return None
        if self._timeless and form == "dan":
            message = "De aanleiding heeft geen datum en geldt op de peildatum; daarna komt niets meer."
            self.problems.add(codes.FORM, here, message, remedy="Gebruik `vooraf` in plaats van `dan`.")
            return None
        if self._timeless and form in ("moet", "nooit") and raw.binnen is not None and raw.binnen.veld is None:
            message = "De aanleiding heeft geen datum en geldt op de peildatum; een termijn loopt daarna niet meer af."
            remedy = "Laat de termijn weg, of tel met `veld` vanaf een datum die de aanleiding noemt."
            self.problems.add(codes.TERM, [*path, "binnen"], message, remedy=remedy)
            return None
        deadline = self._deadline(raw.binnen, [*path, "binnen"], fields, form) if raw.binnen is not None else None
        if raw.binnen is not None and deadline is None:
            return None
        if raw.oordeel is not None:
            return Judgement(raw.oordeel)
        if form in ("een_van", "alle"):
            parts = [self._requirement(one, [*here, index], fields) for index, one in enumerate(getattr(raw, form))]
            return None if None in parts else Combination(tuple(one for one in parts if one is not None), form == "alle")
        if raw.moet is not None:
            if not fields:
                self.problems.add(codes.FORM, here, "`moet` gaat over de aanleiding, en die is hier geen gebeurtenis.")
                return None
            shared = {name: spec for name, spec in fields[0].items() if all(name in one for one in fields)}
            tests = self.patterns.tests(raw.moet, shared, here)
            return None if tests is None else Must(Pattern("", tests, same_strand=False), deadline)
        pattern = (self.patterns.compile if form == "vooraf" else self._pattern)(getattr(raw, form), here)
        since = self._pattern(raw.sinds, [*path, "sinds"]) if raw.sinds is not None else None
        if pattern is None or (raw.sinds is not None and since is None):
            return None
        if form == "vooraf":
            return Precedence(pattern, deadline, since)
        return Response(pattern, deadline) if form == "dan" else Never(pattern, deadline)

    def _deadline(self, raw: Termijn, path: Path, fields: list[dict[str, FieldSpec]], form: str) -> Deadline | None:
        if raw.veld is not None:
            names = {
                name for one in fields for name, spec in one.items() if spec.kind == "datum" and not spec.many and name != "datum"
            }
            if form == "vooraf":
                self.problems.add(
                    codes.TERM, [*path, "veld"], "Een datumveld hoort niet bij `vooraf`.", remedy="Geef de termijn een lengte."
                )
                return None
            if raw.veld not in names:
                message = "De aanleiding heeft geen datumveld met deze naam."
                self.problems.add(codes.TERM, [*path, "veld"], message, word=raw.veld, options=names)
                return None
            if raw.instelling is None and all(getattr(raw, unit) is None for unit in UNITS):
                return Deadline(None, raw.veld, "dossier")
        if raw.instelling is not None:
            if any(getattr(raw, unit) is not None for unit in UNITS):
                message = "Deze termijn noemt een instelling en ook een lengte."
                self.problems.add(codes.TERM, path, message, remedy="Laat een van beide weg.")
                return None
            setting = self.settings.get(raw.instelling)
            if setting is None:
                self.problems.add(codes.SETTING, [*path, "instelling"], word=raw.instelling, options=self.settings)
                return None
            term = self._length(setting, None)
            return None if term is None else Deadline(term, raw.veld, setting.herkomst, setting.naam)
        term = self._length(raw, path)
        if term is None:
            return None
        if raw.herkomst is None:
            self.problems.add(codes.TERM, path, "Bij deze termijn ontbreekt de `herkomst`.")
            return None
        return Deadline(term, raw.veld, raw.herkomst)

    def _length(self, raw: Termijn | Instelling, path: Path | None) -> Term | None:
        given = [(unit, getattr(raw, unit)) for unit in UNITS if getattr(raw, unit) is not None]
        if len(given) != 1:
            if path is not None:
                self.problems.add(codes.TERM, path)
            return None
        term = Term(*given[0])
        if term.amount > LONGEST[term.unit]:
            if path is not None:
                self.problems.add(codes.TERM, [*path, term.unit], "Deze termijn is langer dan tien jaar.")
            return None
        return term


def _timeless(rule: Regel) -> bool:
    """Whether only facts without a day give rise to a rule."""
    kinds = fact_kinds(rule.over)
    given = [kinds.get(str(raw.get("soort"))) for raw in rule.als or ()]
    return bool(given) and all(one is not None and not one.dated for one in given)


def source_words(rule: Regel) -> str:
    """Where a rule comes from, as a person reads it."""
    if rule.bron is None:
        return "afspraak"
    return f"{rule.bron.document}, passage {' en '.join(str(one) for one in rule.bron.passage)}"


def uncovered(record: Normenkader) -> list[tuple[str, int]]:
    """The passages that no niveau, rule, `onvertaald` or `elders` holds."""
    held: set[tuple[str, int]] = set()
    sources: Iterable[Bron | None] = [
        *(one.bron for one in record.niveaus),
        *(one.bron for one in record.regels),
        *(one.bron for one in record.onvertaald),
        *(one.bron for one in record.elders),
    ]
    for source in sources:
        if source is not None:
            held.update((source.document, number) for number in source.passage)
    return [
        (doc.document, one.nummer) for doc in record.bronnen for one in doc.passages if (doc.document, one.nummer) not in held
    ]
