"""The charts of a package, drawn with Altair: when things happened, and what is told of figures."""
