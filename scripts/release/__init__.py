"""Release a data set: build, compare, number, pack, check, and put all in place at once."""
