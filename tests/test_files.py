"""Atomic writing: a file is complete or absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audio_edition import files


def test_write_creates_and_replaces_a_file_that_other_users_may_read(tmp_path: Path) -> None:
    for data in (b"one", b"two"):
        files.write(tmp_path / "a", data)
        assert (tmp_path / "a").read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert os.name == "nt" or (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_writing_the_same_bytes_does_not_touch_the_file(tmp_path: Path) -> None:
    files.write(tmp_path / "a", b"one")
    os.utime(tmp_path / "a", (1, 1))
    files.write(tmp_path / "a", b"one")
    assert (tmp_path / "a").stat().st_mtime == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_failed_write_leaves_no_temporary_file(tmp_path: Path) -> None:
    (tmp_path / "a" / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="a"):
        files.write(tmp_path / "a", b"one")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_partial_files_of_a_killed_process_are_removed_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in (".part-1", "below/.part-2", "below/part-3"):
        (tmp_path / name).write_bytes(b"half")
    files.remove_partial_files(tmp_path)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["part-3"]
