"""Remedies of findings that a program can apply: what to put where, and whether that is safe."""

from .remedy import Remedy as Remedy
from .remedy import Replacement as Replacement
from .remedy import mended as mended
from .remedy import remedies as remedies
