"""What `bo validate` needs besides the files themselves: norms and schools, the codes to show, what was known before."""

from __future__ import annotations

import os

import typer

from ..casework.setup import Setup
from ..findings.catalogue import all_codes
from ..findings.finding import readable
from ..model.words import long_date
from ..swv.desk.baseline import Baseline, Known, NotAList, read_baseline
from ..swv.desk.choice import Choice, unknown
from ..swv.desk.region import Region, pack_region, unpack_region
from ..swv.desk.run import Checked
from .options_batch import Batch
from .terminal import say


class Opener:
    """Opens norms and samenwerkingsverband when first asked, and then says what is wrong with them.

    What an earlier run with the same set-up kept is taken from `batch`.
    """

    def __init__(self, setup: Setup, batch: Batch[Checked]) -> None:
        self.setup = setup
        self._batch = batch
        self._region: Region | None = None

    def __call__(self) -> Region:
        """The region of this run; always the same one."""
        if self._region is None:
            region = self._region = self._kept() or self._opened()
            if region.problems:
                from ..findings.render_text import text
                from ..records.excerpts import with_text

                say("\n\n".join(text(one) for one in with_text(region.problems)))
            if region.another is not None:
                say(f"bo validate: op {long_date(self.setup.peildatum)} geldt {region.another}.")
        return self._region

    def _kept(self) -> Region | None:
        data = self._batch.head()
        try:
            return unpack_region(data) if data is not None else None
        except (ValueError, TypeError, LookupError):  # kept by another hand
            return None

    def _opened(self) -> Region:
        from ..swv.desk.open_region import open_region

        region = open_region(self.setup)
        if region.sound:
            self._batch.keep_head(pack_region(region))
        return region


def ask(select: tuple[str, ...], ignore: tuple[str, ...], opener: Opener) -> Choice:
    """The codes to show. A word that is no code is a usage error; norms are opened only for words that are not ours."""
    codes: list[str] = []
    for option, words in (("--select", select), ("--ignore", ignore)):
        if not unknown(words):
            continue
        region = opener()
        if not region.sound:  # then nobody can say which codes there are, and it has been said why
            continue
        codes = [one.code for one in region.rules]
        if wrong := unknown(words, codes):
            from ..records.nearmiss import nearest

            names = [*all_codes(), *codes, *(one.name for one in all_codes().values())]
            meant = nearest(wrong[0], names)
            hint = f" Bedoelde u {meant}?" if meant else ""
            raise typer.BadParameter(
                f"{readable(wrong[0])} is geen code, naam of begin van een code die hier voorkomt.{hint}", param_hint=option
            )
    return Choice.of(select, ignore, codes)


def read_known(path: str | None, written: str | None, *, force: bool, whole: bool) -> Baseline | None:
    """The list of known findings.

    It is a usage error to write over a file that is no list, over a list without `force`, or a list of a part of what is found
    (not `whole`): the rest would be new the next time.
    """
    if written is not None:
        if not whole:
            words = "dit gaat niet samen met --select of --ignore: in de lijst zou dan maar een deel van de bevindingen staan."
            raise typer.BadParameter(words, param_hint="--baseline-schrijf")
        if os.path.lexists(written):
            _read(written, "--baseline-schrijf")
            if not force:
                words = "er is al een lijst met die naam. Kies een andere naam, of overschrijf haar met --force."
                raise typer.BadParameter(f"{readable(written)}: {words}", param_hint="--baseline-schrijf")
    return _read(path, "--baseline") if path is not None else None


def _read(path: str, option: str) -> Baseline:
    from ..records.write import reason

    try:
        return read_baseline(path)
    except NotAList as error:
        raise typer.BadParameter(f"{readable(path)}: {error}", param_hint=option) from None
    except OSError as error:
        hint = " Maak hem met --baseline-schrijf." if option == "--baseline" and isinstance(error, FileNotFoundError) else ""
        raise typer.BadParameter(f"{readable(path)} is niet te lezen: {reason(error)}.{hint}", param_hint=option) from None


def write_known(known: Known, path: str, *, complete: bool) -> bool:
    """Write the list, unless the run was broken off: half a list would make the other half new. Says what it did."""
    from ..records.write import put, reason

    if not complete:
        say(f"bo validate: {readable(path)} is niet geschreven, omdat niet alle bestanden zijn gelezen.")
        return False
    try:
        put(path, known.text().encode("utf-8", "backslashreplace"))
    except OSError as error:
        say(f"bo validate: {readable(path)} is niet te schrijven: {reason(error)}.")
        return False
    from ..model.words import count

    say(f"Geschreven: {readable(path)} ({count(len(known), 'bekende bevinding', 'bekende bevindingen')}).")
    return True
