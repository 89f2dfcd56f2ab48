"""What a row may be: Table Schemas in `tables/`, the codebook in `codes/`.

`tables.py` reads both as frozen values, `frames.py` derives polars types and pandera schemas.
"""
