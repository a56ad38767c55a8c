"""Quality floors of the segmenter on the labelled pages, scored by the benchmark's own script."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.eval.pages import BENCH, BENCHES, KINDS, TRACKS, kind_of, page_path

SOURCES = {"wide": "wcxb", "other": "ftm"}
FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def bench() -> Path:
    if not BENCH.is_dir():
        pytest.skip("the labelled pages are not beside this checkout")
    return BENCH


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("track", TRACKS)
def test_quality_is_not_below_its_floor(bench: Path, track: str, kind: str, tmp_path: Path) -> None:
    folder = BENCHES[0] if kind == "news" else BENCHES[1]
    golds = [json.loads(file.read_text("utf-8")) for file in sorted((folder / "gold").glob("*.json"))]
    pages = [gold["id"] for gold in golds if kind_of(gold) == kind]
    files = [page_path(track, page, tmp_path, folder) for page in pages]
    command = [sys.executable, "-m", "audio_edition", "segment", "--json", *map(str, files)]
    predictions = tmp_path / "predictions.jsonl"
    run = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    entries = [json.loads(line) for line in run.stdout.splitlines()]
    lines = [json.dumps(entry | {"date": entry["published"]}) for entry in entries]  # the script's name for it
    predictions.write_text("\n".join(lines), "utf-8")
    assert len(entries) >= len(files) - 1, run.stderr
    scoring = [sys.executable, str(bench / "seg_eval.py"), str(predictions), "--bench", str(folder)]
    scoring += ["--source", SOURCES[kind]] if kind in SOURCES else []
    scoring += ["--track", "txt" if track == "html" else track]
    report = subprocess.run(scoring, capture_output=True, check=True, encoding="utf-8").stdout
    figures = {name: float(value) for name, value in re.findall(r"(F1|clean|complete) +([\d.]+)", report)}
    for name, right, known in re.findall(r"(headline|standfirst|byline|date) (\d+)/(\d+)", report):
        figures[name] = int(right) / max(1, int(known))
    print(track, kind, report)  # noqa: T201 - the log shows the figures
    for name, floor in FLOORS[f"{kind} {track}"].items():
        assert figures[name] >= floor, f"{name} {figures[name]} is below {floor}"


def test_every_spoken_paragraph_has_the_text_of_its_block(bench: Path, tmp_path: Path) -> None:
    files = [page_path("html", gold.stem, tmp_path) for gold in sorted((bench / "gold").glob("*.json"))[:20]]
    from audio_edition.build.scripts import read_scripts
    from audio_edition.readers import read

    blocks = {file.stem: read(file)[0].blocks for file in files}
    for script in read_scripts(files).scripts:
        for paragraph in script.paragraphs:
            assert paragraph.text == blocks[Path(script.source).stem][paragraph.block].text


def test_segment_json_prints_one_object_with_the_id_of_the_page(bench: Path) -> None:
    file = next(iter(sorted((bench / "crop").glob("*.txt"))))
    command = [sys.executable, "-m", "audio_edition", "segment", "--json", str(file)]
    (line,) = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()
    assert json.loads(line)["id"] == file.stem
