"""Tables → package: files, descriptor and data dictionary, replaced as a whole or not at all."""
