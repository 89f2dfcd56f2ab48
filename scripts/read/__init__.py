"""Files → articles: canonical text cut into blocks, furniture marked, nothing deleted."""
