"""Which expertise, interventions and facilities the schools of a samenwerkingsverband have together (passages 26-29)."""
