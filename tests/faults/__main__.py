"""The long run: `python -m tests.faults` does what CI does again and again, and prints the table."""

from __future__ import annotations

import os
import sys

import pytest

_TIMES = {"AUDIO_EDITION_FAULTS": "40", "AUDIO_EDITION_FUZZ": "25"}

if __name__ == "__main__":
    for variable, times in _TIMES.items():
        os.environ.setdefault(variable, times)
    sys.exit(pytest.main(["tests/faults", "tests/fuzz", "-m", "", "--timeout", "0", *sys.argv[1:]]))
