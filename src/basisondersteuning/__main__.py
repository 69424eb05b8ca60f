"""`python -m basisondersteuning` is `bo`."""

from .cli.entry import main

if __name__ == "__main__":
    main()
