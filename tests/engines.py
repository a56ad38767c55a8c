"""Installation of a test's own engines, where this process and its children find them."""

from __future__ import annotations

from pathlib import Path

import pytest

LOGGING = """
import os
from audio_edition.speech.engines.tone import ToneEngine

class Logging(ToneEngine):
    def synthesize(self, text, voice, rate):
        with open(os.environ["SPOKEN"], "a") as log:
            print(text, file=log)
        return super().synthesize(text, voice, rate)

    def pronounce(self, text, voice, rate, pronunciations):
        return self.synthesize(text, voice, rate)
"""
"""Source of a tone engine that logs each text it speaks as a line of the file named by SPOKEN."""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str, **points: str) -> None:
    """Make `source` importable as a module, with an entry point NAME = CLASS for each of `points`."""
    (folder / "engines_of_a_test.py").write_text(source, encoding="utf-8")
    info = folder / "engines_of_a_test-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: engines-of-a-test\nVersion: 1\n")
    lines = "".join(f"{name} = engines_of_a_test:{engine}\n" for name, engine in points.items())
    (info / "entry_points.txt").write_text(f"[audio_edition.engines]\nabsent = no_such_module:Engine\n{lines}")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.syspath_prepend(str(folder))
