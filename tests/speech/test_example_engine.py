"""An engine in a separate package, installed as a user would install it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from audio_edition.speech import engines
from tests.conftest import run

PACKAGE = Path(__file__).parent / "example_engine"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Environment variables of a process that has the example installed besides all packages here."""
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "--no-deps", "--no-build-isolation", "--no-index", "--target", target, PACKAGE)
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(target), os.environ.get("PYTHONPATH", "")])}


def run_tool(environment: dict[str, str], *arguments: str | Path) -> str:
    return run(sys.executable, "-m", "audio_edition", *arguments, env=environment)


def test_the_voices_of_an_installed_engine_are_listed(environment: dict[str, str]) -> None:
    listed = [
        json.loads(line) for line in run_tool(environment, "voices", "--engine", "buzz", "--json").splitlines()
    ]
    assert listed == [
        {"engine": "buzz", "language": "und", "id": name, "name": name, "licence": "MIT"}
        for name in ("bee", "bumblebee")
    ]
    assert "buzz" not in engines.list_installed()
    assert {line.split()[0] for line in run_tool(environment, "voices").splitlines()} > {"buzz", "tone"}


def test_an_installed_engine_can_speak_an_edition(environment: dict[str, str], issue: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    report = json.loads(run_tool(environment, "build", issue, "-o", out, "--engine", "buzz", "--json"))
    assert "buzz 1" in json.dumps(report)
    assert report["failures"] == []
    assert "3 articles" in run_tool(environment, "check", out)


def test_a_missing_voice_of_an_installed_engine_ends_the_build(
    environment: dict[str, str], issue: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "audio_edition", "build", str(issue), "-o", str(tmp_path / "out")]
    command += ["--engine", "buzz", "--voice", "wasp"]
    process = subprocess.run(command, check=False, capture_output=True, env=environment)
    assert process.returncode == 4
