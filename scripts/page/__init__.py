"""A package as one page that anybody can open."""
