"""The journal: changes to a folder happen all together or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audio_edition.errors import PublishError
from audio_edition.podcast import journal
from audio_edition.podcast.publisher import Publisher, recover_edition

_PATHS = ("episodes/a.vtt", "feed.xml", "index.html")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder in which two of three files are published."""
    with Publisher(tmp_path / "out") as publisher:
        for path in _PATHS[:2]:
            publisher.write(path, b"old")
        publisher.commit()
    return tmp_path / "out"


def read_files(output: Path) -> dict[str, bytes]:
    files = (path for path in output.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(file.relative_to(output)): file.read_bytes() for file in files}


def test_a_failed_move_undoes_all_others(output: Path) -> None:
    (output / "index.html").mkdir()
    with Publisher(output) as publisher:
        for path in _PATHS:
            publisher.write(path, b"new")
        with pytest.raises(PublishError, match="out: "):
            publisher.commit()
    (output / "index.html").rmdir()
    assert read_files(output) == dict.fromkeys(_PATHS[:2], b"old")


def interrupt_commit(output: Path, name: str) -> None:
    """Leave the folder as a kill between renames does: the first file is new, the second old, the third missing."""
    staging = output / ".staging-x"
    staging.mkdir()
    (staging / "0.old").write_bytes(b"old")
    (output / _PATHS[0]).write_bytes(b"new")
    for number in (1, 2):
        (staging / f"{number}.new").write_bytes(b"new")
    (staging / "1.old").hardlink_to(output / _PATHS[1])
    moves = [{"path": path, "replaces": number < 2} for number, path in enumerate(_PATHS)]
    (output / name).write_text(json.dumps({"staging": staging.name, "moves": moves}))


@pytest.mark.parametrize(
    ("name", "expected"),
    [(journal.REDO_FILE, dict.fromkeys(_PATHS, b"new")), (journal.UNDO_FILE, dict.fromkeys(_PATHS[:2], b"old"))],
)
def test_an_interrupted_commit_is_completed_or_undone_by_the_next_run(
    output: Path, name: str, expected: dict[str, bytes]
) -> None:
    interrupt_commit(output, name)
    recover_edition(output)
    with Publisher(output):
        pass
    assert read_files(output) == expected
    assert [path.name for path in output.glob(".*")] == [".audio-edition.lock"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        '{"staging": ".staging-x", "moves": [{"path": "../feed.xml", "replaces": false}]}',
        '{"staging": ".staging-x", "moves": [{"path": "/tmp/feed.xml", "replaces": false}]}',
        '{"staging": ".staging-x", "moves": [{"path": "episodes/../../feed.xml", "replaces": false}]}',
        '{"staging": ".staging-x", "moves": [{"path": "C:feed.xml", "replaces": false}]}',
        '{"staging": "../x", "moves": []}',
        '{"staging": ".staging-x/..", "moves": []}',
    ],
)
def test_a_journal_that_is_damaged_or_names_paths_outside_its_folder_is_refused(output: Path, text: str) -> None:
    (output / journal.UNDO_FILE).write_text(text)
    before = read_files(output)
    with pytest.raises(PublishError, match=r"undo: is damaged") as caught:
        recover_edition(output)
    assert "remove it and build again" in caught.value.hint
    with pytest.raises(PublishError, match="is damaged"), Publisher(output):
        pass
    assert read_files(output) == before
    (output / journal.UNDO_FILE).unlink()
    with Publisher(output):  # the lock has been released
        pass
