"""`bo`: from a folder of pupil dossiers to verdicts that a person can check.

The floors, each importing only from those below it: `cli`, `casework`, `norms`, `records`, `model`, `findings`.
"""

__version__ = "0.1.0"
