"""Floor 3: files in: found, read with positions, turned into models, checked for coherence."""
