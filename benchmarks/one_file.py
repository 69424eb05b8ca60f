"""The least a program of this kind can do: import the models, read one file, check it."""

from __future__ import annotations

import sys
from datetime import date

from basisondersteuning.records.load import load

if __name__ == "__main__":
    sys.exit(bool(load(sys.argv[1], today=date.today()).findings))
