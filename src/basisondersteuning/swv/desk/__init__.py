"""The desk of a samenwerkingsverband: many files checked in one run, and what they give together."""
