"""Run the fault and fuzz tests with many more cases than CI, and print the table: `python -m tests.faults`."""

from __future__ import annotations

import os
import sys

import pytest

_FACTORS = {"AUDIO_EDITION_FAULTS": "40", "AUDIO_EDITION_FUZZ": "25"}

if __name__ == "__main__":
    for variable, factor in _FACTORS.items():
        os.environ.setdefault(variable, factor)
    sys.exit(pytest.main(["tests/faults", "tests/fuzz", "-m", "", "--timeout", "0", *sys.argv[1:]]))
