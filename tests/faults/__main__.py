"""The long run: `python -m tests.faults` injects what CI does twenty-five times over, and prints the table."""

from __future__ import annotations

import os
import sys

import pytest

_FACTOR = "25"

if __name__ == "__main__":
    os.environ.setdefault("AUDIO_EDITION_FAULTS", _FACTOR)
    sys.exit(pytest.main(["-n", "0", "tests/faults", *sys.argv[1:]]))
