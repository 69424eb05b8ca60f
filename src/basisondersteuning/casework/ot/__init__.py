"""What a meeting of the ondersteuningsteam asks: who is due, does it meet the norms, what does it add to dossiers."""
