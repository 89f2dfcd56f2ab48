"""What must hold: a rule is one value in the file of its table; `check.py` asks all layers.

`RULES.md` lists them; `python -m validations.catalogue` writes it.
"""
