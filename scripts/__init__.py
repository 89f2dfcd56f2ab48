"""What is done: read → find → resolve → link → compare → check → publish (`build.py`)."""

import os

# Sums of floating point differ in their last bits with the number of threads that share them, and
# with them could a parse: the same input gives the same bytes on any number of cores.
for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"
