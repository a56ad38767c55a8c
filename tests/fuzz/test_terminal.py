"""Hostile names, titles and messages reach a terminal as plain text only."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from audio_edition.cli.terminal import escape_controls, escape_json
from tests.conftest import story
from tests.terminal import on_terminal

HOSTILE = "\x1b]0;owned\x07\x1b[2J\x1b[8mhidden\x9b31m\u202eexe.txt\r\x08"
OUR_OWN = re.compile(r"\x1b\[(?:0|1|2|3[1-3])m")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals, and no such names"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of articles with hostile names and texts, readable ones and an empty one."""
    place = tmp_path / "articles"
    (place / f"s{HOSTILE}").mkdir(parents=True)
    (place / f"s{HOSTILE}" / f"wall{HOSTILE}.txt").write_text(
        story(f"The wall {HOSTILE}is low", "wall"), encoding="utf-8", newline=""
    )
    (place / f"empty{HOSTILE}\nerror: forged.txt").write_text("", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(place) + b"/mud\xff.txt")).write_text(story("Mud", "mud"), encoding="utf-8")
    return place


def run_in_terminal(*arguments: str | Path) -> str:
    """Return what a command writes when stdout and stderr are a terminal."""
    return on_terminal(sys.executable, "-m", "audio_edition", *arguments)[1]


@pytest.mark.parametrize("command", ["segment", "script"])
def test_a_terminal_receives_no_control_sequences_except_our_colours(command: str, folder: Path) -> None:
    seen = run_in_terminal(command, folder)
    assert OUR_OWN.search(seen)
    assert not CONTROLS.search(OUR_OWN.sub("", seen))
    assert "The wall" in seen
    assert r"\x1b]0;owned\x07" in seen
    assert "\nerror: forged" not in seen


def test_a_build_prints_hostile_names_without_control_characters(folder: Path, tmp_path: Path) -> None:
    (folder / "edition.toml").write_text('title = "\\u001b[2JWeekly\\u202e"\n', encoding="utf-8")
    seen = run_in_terminal("build", folder, "--output", tmp_path / "out", "--engine", "tone", "--jobs", "1")
    progress = re.sub(r"\r|\x1b\[\?25[lh]|\x1b\[K", "", seen)  # without the sequences of the progress bar
    assert not CONTROLS.search(OUR_OWN.sub("", progress))
    assert re.search("published without (1|one) article", seen)
    assert "Traceback" not in seen


@pytest.mark.parametrize("command", ["segment", "script"])
def test_json_output_has_every_name_and_no_control_character(command: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "audio_edition", command, "--json", folder], check=False, capture_output=True
    )
    lines = done.stdout.decode().splitlines()
    assert {json.loads(line).get("id", json.loads(line).get("article")) for line in lines} >= {"mud"}
    assert not CONTROLS.search("".join(lines))


def test_control_characters_are_escaped_in_text_and_in_json() -> None:
    assert escape_controls("a\x1b[31m\x9b\u202e\udcff\tb\n  c\nd") == "a\\x1b[31m\\x9b\\u202e\\udcff\tb\n  c\\nd"
    text = json.dumps({"a": "\x1b\x9b\u202e\udcff é"}, ensure_ascii=False)
    assert json.loads(escape_json(text)) == {"a": "\x1b\x9b\u202e\udcff é"}
    assert escape_json(text).encode() == b'{"a": "\\u001b\\u009b\\u202e\\udcff \xc3\xa9"}'
