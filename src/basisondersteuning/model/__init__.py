"""Floor 2: what a record is. The keys, and what each means, are the Dutch words that a person writes."""
