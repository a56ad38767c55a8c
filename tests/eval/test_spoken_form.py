"""The quality floor of the spoken form: our newspaper cases, and public sets scored by the bench's own scorer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from audio_edition.verbaliser import say_as
from tests.conftest import ROOT

FLOORS: dict[str, float] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))["spoken form"]
BENCH = ROOT.parent / "shared" / "bench" / "spoken"
NEWSPAPER = Path(__file__).with_name("newspaper.jsonl")
CASES: list[dict[str, Any]] = [json.loads(line) for line in NEWSPAPER.read_text("utf-8").splitlines()]
BRITISH = {"n2words_gb", "newspaper"}


def sounds(text: str) -> str:
    """What of a reading is heard: its letters."""
    return re.sub(r"[\W_]", "", text.replace("’", "'").lower())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['category']}")
def test_every_newspaper_case_is_read_as_a_newsreader_would(case: dict[str, Any]) -> None:
    assert sounds(say_as(case["written"])) in map(sounds, case["accepted"])


def test_the_newspaper_set_is_as_large_as_it_was() -> None:
    assert len(CASES) >= FLOORS["newspaper cases"]
    assert len({case["written"] for case in CASES}) == len(CASES)


def share(name: str, *options: str) -> float:
    """The share of a set's cases that the command line reads right."""
    if not BENCH.is_dir():
        pytest.skip("the public cases are not beside this checkout")
    cases = NEWSPAPER if name == "newspaper" else BENCH / f"{name}.jsonl"
    locale = "en-GB" if name in BRITISH else "en-US"
    command = [sys.executable, str(BENCH / "norm_score.py"), str(cases), *options, "--"]
    command += [sys.executable, "-m", "audio_edition", "say-as", "--locale", locale]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=ROOT).stdout
    total = re.search(r"^ALL +(\d+)/(\d+)", said, re.MULTILINE)
    assert total, said
    return int(total[1]) / int(total[2])


@pytest.mark.parametrize("name", [name for name in FLOORS if " " not in name])
def test_no_public_set_falls_below_its_floor(name: str) -> None:
    assert share(name) >= FLOORS[name]


def test_the_newspaper_set_holds_where_letters_must_be_spelled() -> None:
    assert share("newspaper", "--strict-caps") >= FLOORS["newspaper strict"]
