"""Floor 5: what an intern begeleider asks of a folder of dossiers."""
