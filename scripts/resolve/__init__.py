"""Words → days, actors, places and rows, with nothing but the article they stand in."""
