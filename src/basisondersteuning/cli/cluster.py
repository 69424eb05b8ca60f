"""A Dask cluster as an executor: an existing engine, where a region outgrows one machine."""

from __future__ import annotations

import logging
import os
from concurrent.futures import Executor
from typing import Any

import typer

from .. import __version__
from ..casework.batch_work import on_this_machine

_PATIENCE = 15
"""Seconds in which a cluster must answer."""

_MISSING = 'hiervoor is een extra onderdeel nodig; u installeert het met `pip install "basisondersteuning[dask]"`.'


class Cluster:
    """The workers at an address; `threads` is how many files they handle at a time."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise _wrong(_MISSING) from None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # a worker that is lost is no news for a user
        connect: Any = Client  # a package without types
        try:
            self._client = connect(address, timeout=_PATIENCE, set_as_default=False)
        except Exception:
            raise _wrong("op dit adres is geen rekencluster van Dask te bereiken.") from None
        try:
            self.threads = self._check()
        except BaseException:
            self.close()
            raise
        self.executor: Executor = self._client.get_executor(pure=False)

    def close(self) -> None:
        """Let go of the cluster; it goes on for others."""
        try:
            self._client.close(timeout=_PATIENCE)
        except Exception:
            logging.getLogger(__name__).debug("the cluster had gone already")

    def _check(self) -> int:
        """How many threads there are; they must have this version of `bo`, and the folder in which it was started."""
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE)
            told = self._client.run(on_this_machine, os.getcwd())
            threads = sum(self._client.nthreads().values())
        except Exception as error:
            if isinstance(error, ImportError):
                raise _wrong("op de rekencluster is `bo` niet geïnstalleerd.") from None
            raise _wrong("de rekencluster heeft geen werkers die antwoorden.") from None
        if any(version != __version__ for version, _ in told.values()):
            raise _wrong(f"op de rekencluster staat een andere versie van `bo`; hier is het {__version__}.")
        if not all(there for _, there in told.values()):
            raise _wrong("de rekencluster kan niet bij de map waarin u werkt.")
        return int(threads)


def _wrong(words: str) -> typer.BadParameter:
    return typer.BadParameter(words, param_hint="--dask")
