"""The floor: libyaml's bare events over the files of a folder, and nothing else."""

from __future__ import annotations

import os
import sys

from yaml import StreamEndEvent
from yaml.cyaml import CParser


def main(folder: str) -> None:
    """Read every file and let libyaml make its events."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            get = CParser(file.read()).get_event
        while get().__class__ is not StreamEndEvent:
            pass


if __name__ == "__main__":
    main(sys.argv[1])
