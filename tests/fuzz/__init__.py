"""Fuzz tests with hostile input; input that once failed is kept in `finds` and tried again by every run.

Random input has fixed seeds. The environment variable AUDIO_EDITION_FUZZ multiplies the number of cases.
"""

import os

FACTOR = int(os.environ.get("AUDIO_EDITION_FUZZ", "1"))
