"""Floor 5, above casework: what a samenwerkingsverband asks of norms, schools and figures."""
