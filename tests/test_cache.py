from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.cache import CLIPS, TAKES, Cache, make_key, trim


def test_what_is_put_is_got_and_nothing_else(tmp_path: Path) -> None:
    store = Cache(tmp_path / "store")
    assert store.get(make_key("a")) is None
    store.put(make_key("a"), b"one")
    store.put(make_key("b"), b"")
    assert (store.get(make_key("a")), store.get(make_key("b"))) == (b"one", b"")
    store.put(make_key("a"), b"two")
    assert store.get(make_key("a")) == b"two"


def test_what_was_damaged_is_not_there(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.put(make_key("a"), b"some samples")
    (file,) = (each for each in tmp_path.rglob("*") if each.is_file())
    for damaged in (file.read_bytes()[:-1], b"", file.read_bytes().replace(b"some", b"same")):
        file.write_bytes(damaged)
        assert store.get(make_key("a")) is None


def test_a_store_that_cannot_be_written_keeps_nothing_and_does_not_mind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Cache(tmp_path / "file" / "store")
    store.put(make_key("a"), b"x")
    assert store.get(make_key("a")) is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    stores = [Cache(tmp_path / name) for name in (CLIPS, TAKES)]
    for number in range(6):
        stores[number % 2].put(make_key(number), bytes(1000))
    for number, file in enumerate(sorted(tmp_path.rglob("*"), key=lambda file: file.stat().st_mtime_ns)):
        os.utime(file, (number, number))
    stores[0].get(make_key(0))
    trim(tmp_path, 2100)
    left = [number for number in range(6) if stores[number % 2].get(make_key(number))]
    assert len(left) == 2
    assert 0 in left


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=3))
def test_other_parts_are_another_key(one: list[str], other: list[str]) -> None:
    assert (make_key(*one) == make_key(*other)) == (one == other)
