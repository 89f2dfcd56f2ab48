"""What is done: read → find → resolve → link → compare → check → publish (`build.py`)."""
