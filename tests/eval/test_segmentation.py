"""The quality floor of the segmenter on labelled pages, scored by the bench's own scorer."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.eval.pages import BENCH, TRACKS, page_path

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def bench() -> Path:
    if not BENCH.is_dir():
        pytest.skip("the labelled pages are not beside this checkout")
    return BENCH


@pytest.mark.slow
@pytest.mark.parametrize("track", TRACKS)
def test_quality_never_falls_below_its_floor(bench: Path, track: str, tmp_path: Path) -> None:
    files = [page_path(track, gold.stem, tmp_path) for gold in sorted((bench / "gold").glob("*.json"))]
    command = [sys.executable, "-m", "audio_edition", "segment", "--json", *map(str, files)]
    predictions = tmp_path / "predictions.jsonl"
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    entries = [json.loads(line) for line in done.stdout.splitlines()]
    lines = [json.dumps(entry | {"date": entry["published"]}) for entry in entries]  # the scorer's name for it
    predictions.write_text("\n".join(lines), "utf-8")
    assert len(entries) >= len(files) - 1, done.stderr
    scored = [sys.executable, str(bench / "seg_eval.py"), str(predictions), "--bench", str(bench)]
    scored += ["--track", "txt" if track == "html" else track]
    said = subprocess.run(scored, capture_output=True, check=True, encoding="utf-8").stdout
    figures = {name: float(value) for name, value in re.findall(r"(F1|clean) +([\d.]+)", said)}
    for name, right, known in re.findall(r"(headline|standfirst|byline|date) (\d+)/(\d+)", said):
        figures[name] = int(right) / int(known)
    print(track, said)  # noqa: T201 - the figures are what a reader of the log wants
    for name, floor in FLOORS[track].items():
        assert figures[name] >= floor, f"{name} {figures[name]} is below {floor}"


def test_every_spoken_paragraph_has_the_words_of_its_block(bench: Path, tmp_path: Path) -> None:
    files = [page_path("html", gold.stem, tmp_path) for gold in sorted((bench / "gold").glob("*.json"))[:20]]
    from audio_edition.build.scripts import read_scripts
    from audio_edition.readers import read

    blocks = {file.stem: read(file)[0].blocks for file in files}
    for script in read_scripts(files).scripts:
        for paragraph in script.paragraphs:
            assert paragraph.text == blocks[Path(script.source).stem][paragraph.block].text


def test_predictions_are_objects_with_the_fields_of_the_design(bench: Path) -> None:
    file = next(iter(sorted((bench / "crop").glob("*.txt"))))
    command = [sys.executable, "-m", "audio_edition", "segment", "--json", str(file)]
    (line,) = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()
    assert json.loads(line)["id"] == file.stem
