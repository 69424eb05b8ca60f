"""The documents of a meeting of the ondersteuningsteam."""
