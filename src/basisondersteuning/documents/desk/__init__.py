"""What the desk of a samenwerkingsverband reads of a run over many files: a page and a workbook."""
