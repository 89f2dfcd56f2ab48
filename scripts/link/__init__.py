"""Rows of all articles → events, utterances, promises kept; then each report inherits, once."""
