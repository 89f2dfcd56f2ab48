"""How the tests run: property tests without a clock, and the same examples every time in CI."""

import os

from hypothesis import settings

settings.register_profile("concord", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("concord")
