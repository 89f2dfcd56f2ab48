"""What the sources say of one fact → comparisons, their sides and a verdict."""
