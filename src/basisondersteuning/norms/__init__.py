"""Floor 4: the rule language. Load, check, compile, evaluate, trace."""
