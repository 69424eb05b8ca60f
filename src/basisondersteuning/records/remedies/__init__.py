"""Remedies of findings that a program can apply: what to put where, and whether that is safe."""

from .applying import mended as mended
from .applying import remedies as remedies
from .mending import Mending as Mending
from .mending import mend as mend
from .remedy import Remedy as Remedy
from .remedy import Replacement as Replacement
