"""The cache on disk: hits, misses, corrupt entries and trimming."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.cache import CLIPS, TAKES, Cache, make_key, package_digest, trim


def test_get_returns_what_was_put_and_none_for_an_unknown_key(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "store")
    assert cache.get(make_key("a")) is None
    cache.put(make_key("a"), b"one")
    cache.put(make_key("b"), b"")
    assert (cache.get(make_key("a")), cache.get(make_key("b"))) == (b"one", b"")
    cache.put(make_key("a"), b"two")
    assert cache.get(make_key("a")) == b"two"


def test_a_corrupt_entry_counts_as_a_miss(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(make_key("a"), b"some samples")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    for corrupt in (file.read_bytes()[:-1], b"", file.read_bytes().replace(b"some", b"same")):
        file.write_bytes(corrupt)
        assert cache.get(make_key("a")) is None


def test_a_failed_write_is_ignored_and_counts_as_a_miss(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "store")
    cache.put(make_key("a"), b"x")
    assert cache.get(make_key("a")) is None


def test_trim_removes_the_least_recently_used_entries_first(tmp_path: Path) -> None:
    caches = [Cache(tmp_path / name) for name in (CLIPS, TAKES)]
    for number in range(6):
        caches[number % 2].put(make_key(number), bytes(1000))
    for number, file in enumerate(sorted(tmp_path.rglob("*"), key=lambda file: file.stat().st_mtime_ns)):
        os.utime(file, (number, number))
    caches[0].get(make_key(0))
    trim(tmp_path, 2100)
    left = [number for number in range(6) if caches[number % 2].get(make_key(number))]
    assert len(left) == 2
    assert 0 in left


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_different_parts_give_different_keys(one: list[str], other: list[str]) -> None:
    assert (make_key(*one) == make_key(*other)) == (one == other)


def test_the_digest_of_a_package_does_not_depend_on_what_python_compiles_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "tides"
    package.mkdir()
    (package / "__init__.py").write_text("HIGH = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    before = package_digest.__wrapped__("tides")
    (package / "__pycache__").mkdir(exist_ok=True)
    (package / "__pycache__" / "ebb.cpython-311.pyc.140234").write_bytes(b"half of it")
    assert package_digest.__wrapped__("tides") == before
    (package / "ebb.py").write_text("LOW = 0\n")
    assert package_digest.__wrapped__("tides") != before
