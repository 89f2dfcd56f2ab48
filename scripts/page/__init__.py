"""A built package as one page that is opened without a server or a network."""
