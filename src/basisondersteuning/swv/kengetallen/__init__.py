"""The key figures of a samenwerkingsverband: gathered, made into rates, compared, judged (passages 29-31)."""
