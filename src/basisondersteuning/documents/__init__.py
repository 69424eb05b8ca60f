"""Floor 6: what people read on paper and in a browser: view models, templates, output formats."""
