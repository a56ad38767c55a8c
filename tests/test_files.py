"""Files that are whole or absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audio_edition import files


def test_a_file_is_written_replaced_and_for_others_to_read(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        files.write(tmp_path / "a", data)
        assert (tmp_path / "a").read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert os.name == "nt" or (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_the_same_bytes_leave_the_file_alone(tmp_path: Path) -> None:
    files.write(tmp_path / "a", b"one")
    os.utime(tmp_path / "a", (1, 1))
    files.write(tmp_path / "a", b"one")
    assert (tmp_path / "a").stat().st_mtime == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="a"):
        files.write(tmp_path / "a", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_what_a_kill_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in (".part-1", "below/.part-2", "below/part-3"):
        (tmp_path / name).write_bytes(b"half")
    files.remove_partial_files(tmp_path)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["part-3"]
