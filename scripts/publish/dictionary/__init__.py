"""The data dictionary, section by section: what a reader of an unzipped package opens first."""
