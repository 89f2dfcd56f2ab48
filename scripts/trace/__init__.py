"""Trace a row: its words in their sentence, its source, its rule, and who else says it."""
