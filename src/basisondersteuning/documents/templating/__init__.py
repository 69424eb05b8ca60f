"""Templates: the environment they run in, the house style, and what can be wrong with them."""
