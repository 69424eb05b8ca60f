"""What is added to a dossier: from what a person says, to an event that fits, to the new text of the file."""
