"""Hostile input: what is found is kept as cases.

Random input has fixed seeds; the environment variable AUDIO_EDITION_FUZZ is how many times as many cases are tried
as in everyday tests.
"""

import os

FACTOR = int(os.environ.get("AUDIO_EDITION_FUZZ", "1"))
