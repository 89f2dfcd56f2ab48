"""Start a data set: a folder that builds at once and says what to write where."""
