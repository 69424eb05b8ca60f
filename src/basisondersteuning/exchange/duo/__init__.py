"""Open data of DUO about numbers of pupils, read from files that were downloaded before."""
