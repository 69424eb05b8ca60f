"""Floor 7: the command line; one thin module per command, heavy imports inside the commands."""
