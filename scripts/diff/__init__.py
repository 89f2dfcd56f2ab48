"""What differs between two editions of a package, and which version number that asks for."""
