"""Pictures in documents: SVG from small typed values, each with the same data in words and as a table."""
