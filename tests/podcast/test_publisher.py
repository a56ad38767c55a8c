from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from audio_edition.errors import PublishError
from audio_edition.podcast.publisher import Publisher


def test_committed_files_are_published_and_the_staging_folder_is_removed(tmp_path: Path) -> None:
    with Publisher(tmp_path / "out") as publisher:
        publisher.write("feed.xml", b"feed")
        take = publisher.staging / "a.mp3"
        take.write_bytes(b"sound")
        publisher.place("episodes/a.mp3", take)
        assert not (tmp_path / "out" / "feed.xml").exists()
        publisher.commit()
    assert (tmp_path / "out" / "feed.xml").read_bytes() == b"feed"
    assert (tmp_path / "out" / "episodes" / "a.mp3").read_bytes() == b"sound"
    assert not list((tmp_path / "out").glob(".staging*"))


def test_uncommitted_files_are_never_published(tmp_path: Path) -> None:
    with Publisher(tmp_path) as publisher:
        publisher.write("feed.xml", b"feed")
    assert not (tmp_path / "feed.xml").exists()
    assert not list(tmp_path.glob(".staging*"))


def test_the_last_write_to_a_path_wins(tmp_path: Path) -> None:
    with Publisher(tmp_path) as publisher:
        publisher.write("feed.xml", b"old")
        publisher.commit()
        publisher.write("feed.xml", b"new")
        publisher.write("feed.xml", b"old")
        publisher.commit()
    assert (tmp_path / "feed.xml").read_bytes() == b"old"


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    with Publisher(tmp_path) as publisher:
        publisher.write("feed.xml", b"feed")
        publisher.commit()
    os.utime(tmp_path / "feed.xml", (1, 1))
    with Publisher(tmp_path) as publisher:
        publisher.write("feed.xml", b"feed")
        publisher.commit()
    assert (tmp_path / "feed.xml").stat().st_mtime == 1


def test_pruning_removes_files_of_earlier_builds_and_nothing_else(tmp_path: Path) -> None:
    foreign = {"index.html", "episodes/notes.txt", "issues/notes.txt", "feed-of-mine.xml", "notes.json"}
    built = {
        "episodes/a.0f.mp3",
        "episodes/a.vtt",
        "episodes/a.html",
        "episodes/b.chapters.json",
        "feed-2.xml",
        "feed.svg",
    }
    built |= {"issues/2026-11-14.html", "issues/2026-11-14.jpg", "issues/2026-11-14.json"}
    with Publisher(tmp_path) as publisher:
        for path in {*foreign, *built, "episodes/a.1f.mp3"}:
            publisher.write(path, b"x")
        publisher.commit()
        publisher.prune({"episodes/a.1f.mp3"})
    remaining = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert remaining - {".audio-edition.lock"} == {*foreign, "episodes/a.1f.mp3"}


def test_a_second_build_into_the_same_folder_is_refused(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from audio_edition.podcast.publisher import Publisher\n"
        "with Publisher(Path(sys.argv[1])): print('mine', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"mine\n"
        with pytest.raises(PublishError, match="another build"), Publisher(tmp_path):
            pass
        first.kill()
    (tmp_path / ".staging-left").mkdir()
    with Publisher(tmp_path) as publisher:
        assert [p for p in tmp_path.glob(".staging*") if p.name == ".staging-left"] == []
        assert publisher.staging.is_dir()


@pytest.mark.parametrize("path", ["a-file", "a-file/below"])
def test_an_output_path_that_cannot_be_a_folder_is_a_clear_error(tmp_path: Path, path: str) -> None:
    (tmp_path / "a-file").write_text("")
    with pytest.raises(PublishError, match="a-file"), Publisher(tmp_path / path):
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["a-file"]
