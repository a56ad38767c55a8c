"""Quality floors of the spoken form, on our newspaper cases and on public sets, by the benchmark's own script."""

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


def audible_letters(text: str) -> str:
    """Return the letters and digits of a spoken form; spaces, punctuation and case make no sound."""
    return re.sub(r"[\W_]", "", text.replace("’", "'").lower())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['category']}")
def test_every_newspaper_case_has_an_accepted_spoken_form(case: dict[str, Any]) -> None:
    assert audible_letters(say_as(case["written"])) in map(audible_letters, case["accepted"])


def test_the_newspaper_set_loses_no_case_and_repeats_none() -> None:
    assert len(CASES) >= FLOORS["newspaper cases"]
    assert len({case["written"] for case in CASES}) == len(CASES)


def measure_share(name: str, *options: str) -> float:
    """Return the share of a set's cases for which the command `say-as` prints an accepted spoken form."""
    if not BENCH.is_dir():
        pytest.skip("the public cases are not beside this checkout")
    cases = NEWSPAPER if name == "newspaper" else BENCH / f"{name}.jsonl"
    locale = "en-GB" if name in BRITISH else "en-US"
    command = [sys.executable, str(BENCH / "norm_score.py"), str(cases), *options, "--"]
    command += [sys.executable, "-m", "audio_edition", "say-as", "--locale", locale]
    report = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", cwd=ROOT).stdout
    total = re.search(r"^ALL +(\d+)/(\d+)", report, re.MULTILINE)
    assert total, report
    return int(total[1]) / int(total[2])


@pytest.mark.parametrize("name", [name for name in FLOORS if " " not in name])
def test_the_share_of_a_set_is_not_below_its_floor(name: str) -> None:
    assert measure_share(name) >= FLOORS[name]


def test_the_newspaper_set_reaches_its_floor_when_spelled_letters_are_compared_strictly() -> None:
    assert measure_share("newspaper", "--strict-caps") >= FLOORS["newspaper strict"]
