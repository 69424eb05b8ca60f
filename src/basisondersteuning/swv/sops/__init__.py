"""SOPs as a samenwerkingsverband sees them: judged by its norms, one by one and all together."""
