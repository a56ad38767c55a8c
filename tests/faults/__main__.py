"""The long run: `python -m tests.faults` does what CI does twenty-five times over, and prints the table."""

from __future__ import annotations

import os
import sys

import pytest

_FACTOR = "25"

if __name__ == "__main__":
    for variable in ("AUDIO_EDITION_FAULTS", "AUDIO_EDITION_FUZZ"):
        os.environ.setdefault(variable, _FACTOR)
    sys.exit(pytest.main(["tests/faults", "tests/fuzz", *sys.argv[1:]]))
