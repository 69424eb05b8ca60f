"""Whether this computer and this folder are in order for `bo`, as data; no terminal in it."""
