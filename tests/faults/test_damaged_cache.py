"""A cache that is damaged, foreign, shared, full, not permitted or too large never causes wrong audio."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio_edition import cache as caches
from audio_edition.cache import CLIPS, EDITIONS, TAKES, Cache, make_key
from audio_edition.config import Pauses
from audio_edition.model import Clip, Flaw, Passage, WordTiming
from audio_edition.recording.job import Job, Recording
from audio_edition.recording.take_cache import TakeCache
from audio_edition.speech.clip_cache import ClipCache, SpokenClip, clip_key
from tests.build.test_build import hashes
from tests.conftest import ROOT, Built, line, tone
from tests.engines import LOGGING, install
from tests.faults.damage import DAMAGES, damage_files
from tests.faults.processes import FACTOR, start_build, start_tool, wait_for_exit
from tests.tally import Tally

pytestmark = pytest.mark.slow

MakeEdition = Callable[..., Built]

posix = pytest.mark.skipif(os.name == "nt", reason="pipes, links and modes are POSIX's")


def only_file(folder: Path) -> Path:
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    return file


@posix
@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_a_damaged_entry_counts_as_a_miss_and_can_be_put_again(tmp_path: Path, name: str, tally: Tally) -> None:
    for seed in range(8 * FACTOR):
        store = Cache(tmp_path / str(seed))
        store.put(make_key("a"), b"a" + random.Random(seed).randbytes(9999))
        file = only_file(tmp_path / str(seed))
        store.put(make_key("b"), b"b" * 9999)
        (other,) = (path for path in (tmp_path / str(seed)).rglob("*") if path.is_file() and path != file)
        DAMAGES[name](file, other, random.Random(seed))
        with tally("an entry of the cache is damaged"):
            assert store.get(make_key("a")) is None
        assert store.get(make_key("b")) in {None, b"b" * 9999}
        assert store.has(make_key("a")) in {True, False}
        store.put(make_key("a"), b"anew")
        assert store.get(make_key("a")) == (None if name in {"make folder", "take its place"} else b"anew")
        assert not list(tmp_path.rglob(".part-*"))


def test_an_entry_with_a_changed_byte_or_cut_at_any_length_counts_as_a_miss(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.put(make_key("a"), b"some samples")
    file = only_file(tmp_path)
    whole = file.read_bytes()
    for position in range(len(whole)):
        file.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert store.get(make_key("a")) is None
        file.write_bytes(whole[:position])
        assert store.get(make_key("a")) is None
    file.write_bytes(whole)
    assert store.get(make_key("a")) == b"some samples"


def test_an_entry_copied_to_another_key_counts_as_a_miss(tmp_path: Path) -> None:
    store = Cache(tmp_path)
    store.put(make_key("a"), b"the sound of a")
    file = only_file(tmp_path)
    foreign = tmp_path / make_key("b")[:2] / make_key("b")[2:]
    foreign.parent.mkdir(exist_ok=True)
    shutil.copy2(file, foreign)
    assert (store.get(make_key("a")), store.get(make_key("b"))) == (b"the sound of a", None)


LINE = line("Nobody asked the gulls about it.")
JOB = Job(
    passage=Passage(utterances=(LINE.utterance,)), lines=(LINE,), pauses=Pauses(), bit_rate=64, versions={"a": "1"}
)
SPOKEN = SpokenClip(
    clip=Clip(pcm=tone(200).pcm, sample_rate=22_050, words=(WordTiming(start=0, end=6, sample=10),)),
    flaw=Flaw(text=LINE.utterance.written, fault="clipped", mended=True),
)


def test_a_cached_clip_is_returned_unchanged(tmp_path: Path) -> None:
    ClipCache(Cache(tmp_path)).put(LINE, SPOKEN)
    assert ClipCache(Cache(tmp_path)).get(LINE) == SPOKEN


HEADS = st.one_of(
    st.binary(max_size=40),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from("sample_rate words flaw cues flaws start end sample text fault mended".split()),
                inner,
                max_size=4,
            )
        ),
        max_leaves=12,
    ).map(lambda value: json.dumps(value).encode()),
)


@given(HEADS, st.binary(max_size=9))
@settings(max_examples=300, deadline=None)
def test_an_intact_entry_that_is_no_clip_or_take_counts_as_a_miss(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "heads"
    TakeCache(Cache(folder)).put(JOB, Recording(frames=b"", cues=(), flaws=()))
    takes = [entry.path for entry in caches.iter_entries(folder)]
    for key in (clip_key(LINE), *(file.parent.name + file.name for file in takes)):
        Cache(folder).put(key, head + b"\n" + rest)
    assert ClipCache(Cache(folder)).get(LINE) is None
    assert TakeCache(Cache(folder)).get(JOB) is None
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("change", "pcm"),
    [
        ({}, b"odd"),
        ({}, b""),
        ({"sample_rate": 0}, b"\0\1"),
        ({"sample_rate": -22_050}, b"\0\1"),
        ({"sample_rate": 10**9}, b"\0\1"),
        ({"sample_rate": 22_050.5}, b"\0\1"),
        ({"sample_rate": "22050"}, b"\0\1"),
        ({"words": [[0, 1, 2]]}, b"\0\1"),
        ({"words": [{"start": 0, "end": 1}]}, b"\0\1"),
        ({"flaw": {"text": "x", "fault": 1, "mended": True}}, b"\0\1"),
        ({"flaw": "x"}, b"\0\1"),
        ({"more": 1}, b"\0\1"),
    ],
)
def test_a_clip_with_an_invalid_field_counts_as_a_miss(
    tmp_path: Path, change: dict[str, object], pcm: bytes
) -> None:
    right = {"sample_rate": 22_050, "words": [], "flaw": None}
    for fields, is_valid in ((right, True), (right | change, False)):
        data = json.dumps(fields).encode() + b"\n" + (b"\0\1" if is_valid else pcm)
        Cache(tmp_path).put(clip_key(LINE), data)
        assert (ClipCache(Cache(tmp_path)).get(LINE) is not None) is is_valid


def test_a_take_that_does_not_fit_its_job_counts_as_a_miss(tmp_path: Path) -> None:
    frame = bytes(3 * 64)
    cue = {"start": 0, "end": 576, "text": "Nobody", "breaks": []}
    good: dict[str, object] = {"cues": [cue], "flaws": []}
    TakeCache(Cache(tmp_path)).put(JOB, Recording(frames=frame, cues=(), flaws=()))
    (entry,) = caches.iter_entries(tmp_path)
    key = entry.path.parent.name + entry.path.name
    for head, frames, is_valid in (
        (good, frame, True),
        (good, frame[:-1], False),
        (good, b"", False),
        (good | {"cues": []}, frame, False),
        (good | {"cues": [cue, cue]}, frame, False),
        (good | {"cues": [cue | {"end": 577}]}, frame, False),
        (good | {"cues": [cue | {"start": -1}]}, frame, False),
        (good | {"cues": [cue | {"start": 577}]}, frame, False),
    ):
        Cache(tmp_path).put(key, msgspec.json.encode(head) + b"\n" + frames)
        assert (TakeCache(Cache(tmp_path)).get(JOB) is not None) is is_valid, head


@posix
@pytest.mark.parametrize("seed", range(2 * FACTOR))
def test_a_build_with_a_damaged_cache_makes_the_same_bytes(
    make_edition: MakeEdition, issue: Path, cache: Path, tmp_path: Path, seed: int, tally: Tally
) -> None:
    before = hashes(make_edition(issue, output=tmp_path / "first").output)
    rng = random.Random(seed)
    if seed % 2:  # otherwise only takes are read, some of which are intact
        shutil.rmtree(cache / TAKES)
    for kind in (CLIPS, TAKES):
        damage_files(cache / kind, rng)
    with tally("a build from a spoilt cache"):
        assert hashes(make_edition(issue, output=tmp_path / "second").output) == before


@posix
def test_a_damaged_cache_causes_no_wrong_audio_of_a_real_engine(
    make_edition: MakeEdition, issue: Path, cache: Path, tmp_path: Path
) -> None:
    before = hashes(make_edition(issue, output=tmp_path / "first", engine="pyttsx3").output)
    shutil.rmtree(cache / TAKES)
    damage_files(cache / CLIPS, random.Random(0))
    assert hashes(make_edition(issue, output=tmp_path / "second", engine="pyttsx3").output) == before


@posix
@pytest.mark.parametrize("place", ["file", "nobody's", "loop"])
def test_a_build_works_without_a_cache_where_none_can_be_made(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").write_text("not ours")
    (tmp_path / "loop").symlink_to("loop")
    places = {"file": tmp_path / "file", "nobody's": Path("/proc/none")}
    monkeypatch.setenv(caches.FOLDER_VARIABLE, str(places.get(place, tmp_path / "loop")))
    assert wait_for_exit(start_build(issue, tmp_path / "out", "--engine", "tone")) == (0, "")
    assert wait_for_exit(start_tool("cache", "info"))[0] == 0
    assert wait_for_exit(start_tool("cache", "clear"))[0] == 0
    assert (tmp_path / "file").read_text() == "not ours"


def without_root_powers(*command: str) -> list[str]:
    """Return a command that runs it without the powers by which root ignores file modes."""
    if os.geteuid():
        return list(command)
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is not installed, and root ignores file modes")
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}", *command]


@posix
def test_a_read_only_cache_is_used_and_an_unreadable_one_is_ignored(
    issue: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LOGGING, logging="Logging")
    monkeypatch.setenv("SPOKEN", str(tmp_path / "spoken"))
    options = ("--engine", "logging", "--jobs", "1", "-q", "-o")
    command = [sys.executable, "-m", "audio_edition", "build", str(issue), *options]
    subprocess.run([*command, str(tmp_path / "first")], check=True)
    shutil.rmtree(cache / EDITIONS)
    before = list_files(cache)
    for mode, speaks in ((0o555, False), (0o000, True)):
        (tmp_path / "spoken").unlink()
        for path in (*cache.rglob("*"), cache):
            if not os.geteuid():
                os.chown(path, 65534, 65534)
            path.chmod(mode if path.is_dir() else mode & 0o444)
        output = tmp_path / f"{mode:o}"
        done = subprocess.run(
            without_root_powers(*command, str(output)), check=False, capture_output=True, text=True
        )
        cache.chmod(0o700)
        for path in cache.rglob("*"):
            path.chmod(0o700)
        assert (done.returncode, done.stderr) == (0, "")
        assert hashes(output) == hashes(tmp_path / "first")
        assert (tmp_path / "spoken").exists() is speaks
        assert list_files(cache) == before
        (tmp_path / "spoken").touch()


@posix
def test_on_a_full_disk_an_entry_is_not_cached_and_leaves_no_partial_file(tmp_path: Path) -> None:
    code = """
import pathlib, resource, sys
from audio_edition.cache import Cache, make_key as key_of
store = Cache(pathlib.Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999))  # a larger file fails, as on a full disk
store.put(key_of("large"), bytes(20_000))
store.put(key_of("small"), bytes(2_000))
assert store.get(key_of("large")) is None and store.get(key_of("small")) == bytes(2_000)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    assert only_file(tmp_path).stat().st_size < 9999


def test_builds_that_share_a_cache_make_the_same_bytes_as_alone(
    make_edition: MakeEdition, issue: Path, cache: Path, tmp_path: Path
) -> None:
    alone = hashes(make_edition(issue, output=tmp_path / "alone", engine="pyttsx3", cache_size=0).output)
    running = [
        start_build(issue, tmp_path / str(number), "--engine", "pyttsx3", "--jobs", "2", "--cache-size", size)
        for number, size in enumerate(["4GB", "4GB", "1MB"])  # the third evicts entries that the others need
    ]
    rng = random.Random(0)
    while any(process.poll() is None for process in running):
        if limit := rng.choice([0, 10**5, 10**6, 10**7]):
            caches.trim(cache, limit)
        else:
            caches.clear(cache)
        time.sleep(0.05)
    assert [wait_for_exit(process) for process in running] == [(0, "")] * 3
    assert [hashes(tmp_path / str(number)) for number in range(3)] == [alone] * 3


def test_a_change_of_the_code_invalidates_only_the_entries_that_depend_on_it(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LOGGING, logging="Logging")

    def copy_with_change(changed: str) -> Path:
        copy = tmp_path / Path(changed).parent.name
        shutil.copytree(ROOT / "audio_edition", copy / "audio_edition")
        with (copy / "audio_edition" / changed).open("a") as source:
            source.write("\n# changed\n")
        return copy

    def count_spoken(version: Path, title: str) -> int:
        log = tmp_path / "spoken"
        log.unlink(missing_ok=True)
        environment = os.environ | {"PYTHONPATH": f"{version}{os.pathsep}{tmp_path}", "SPOKEN": str(log)}
        options = ("--engine", "logging", "--title", title)
        output = tmp_path / "outputs" / version.name
        assert wait_for_exit(start_build(issue, output, *options, env=environment, cwd=tmp_path)) == (0, "")
        return len(log.read_text().splitlines()) if log.exists() else 0

    def count_takes() -> int:
        return len(caches.entries_by_kind(tmp_path / "cache")[TAKES])

    all_texts, one = count_spoken(ROOT, "One"), count_takes()
    assert (count_spoken(copy_with_change("recording/worker.py"), "One"), count_takes()) == (0, 2 * one)
    assert (count_spoken(copy_with_change("speech/soundness.py"), "One"), count_takes()) == (all_texts, 3 * one)
    assert (count_spoken(ROOT, "Two"), count_takes()) == (1, 3 * one + 1)


LONG = """
import numpy
from audio_edition.model import Clip
from audio_edition.speech.engines.tone import ToneEngine

class Heavy(ToneEngine):  # its sample rate makes a clip about a megabyte long
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        samples = numpy.repeat(numpy.frombuffer(clip.pcm, "<i2"), 12)
        return Clip(pcm=samples.tobytes(), sample_rate=12 * clip.sample_rate)
"""


def test_the_cache_stays_within_its_limit_during_a_build(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LONG, heavy="Heavy")
    for number in range(12):
        text = f"Story {number}\n\n" + f"A sentence of the story number {number} that takes its time. " * 8
        (tmp_path / "long").mkdir(exist_ok=True)
        (tmp_path / "long" / f"{number}.txt").write_text(text)
    limit = 20_000_000
    running = start_build(
        tmp_path / "long", tmp_path / "out", "--engine", "heavy", "--jobs", "2", "--cache-size", "20MB"
    )
    largest = 0
    while running.poll() is None:
        largest = max(
            largest, sum(entry.size for found in caches.entries_by_kind(cache).values() for entry in found)
        )
        time.sleep(0.02)
    assert wait_for_exit(running) == (0, "")
    assert limit * 0.8 < largest <= limit * 1.15
    assert sum(entry.size for found in caches.entries_by_kind(cache).values() for entry in found) <= limit


@pytest.fixture
def filled(cache: Path) -> Path:
    """A cache of six entries and 6 kB, the first one least recently used, among foreign files."""
    for number in range(6):
        Cache(cache / (CLIPS, TAKES, EDITIONS)[number % 3]).put(make_key(number), bytes(984))
        (entry,) = (new for found in caches.entries_by_kind(cache).values() for new in found if new.used > 10)
        os.utime(entry.path, (number, number))
    (cache / CLIPS / "holiday.mp4").write_bytes(bytes(5000))
    (cache / CLIPS / "ab").mkdir(exist_ok=True)
    (cache / CLIPS / "ab" / "notes.txt").write_text("mine")
    (cache / CLIPS / "2026").mkdir()
    (cache / CLIPS / "2026" / "a film.mp4").write_bytes(bytes(5000))
    (cache / "thesis.tex").write_text("mine")
    return cache


FOREIGN = ["clips/2026/a film.mp4", "clips/ab/notes.txt", "clips/holiday.mp4", "thesis.tex"]


def list_files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def present_entries(cache: Path) -> list[int]:
    """Return the numbers of the entries that are in the cache."""
    stores = [Cache(cache / name) for name in (CLIPS, TAKES, EDITIONS)]
    return [number for number in range(6) if stores[number % 3].get(make_key(number))]


def test_foreign_files_are_neither_counted_nor_removed(filled: Path) -> None:
    caches.trim(filled, 6000)
    assert len(list_files(filled)) == 6 + len(FOREIGN)
    caches.trim(filled, 0)
    assert list_files(filled) == FOREIGN


@posix
def test_clear_does_not_follow_links_to_other_folders(filled: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / make_key("x")[2:]).write_text("looks like ours")
    (filled / CLIPS / "ff").symlink_to(elsewhere)
    caches.clear(filled)
    assert list_files(elsewhere) == [make_key("x")[2:]]


def test_trim_removes_entries_dated_in_the_future_and_then_the_least_recently_used(filled: Path) -> None:
    (future,) = (
        entry.path for found in caches.entries_by_kind(filled).values() for entry in found if entry.used == 5
    )
    in_a_week = time.time() + 7 * 24 * 3600
    os.utime(future, (in_a_week, in_a_week))
    caches.trim(filled, 3000)
    assert present_entries(filled) == [2, 3, 4]


def test_trim_removes_partial_files_of_a_killed_build(filled: Path) -> None:
    partial = filled / CLIPS / make_key(0)[:2] / ".part-x1y2z3"
    partial.write_bytes(bytes(10_000))
    os.utime(partial, (1, 1))
    caches.trim(filled, 6000)
    assert not partial.exists()


def run_tool(*arguments: str) -> str:
    """Run the tool and return its stdout."""
    process = start_tool(*arguments)
    stdout, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return stdout


def test_the_cache_command_shows_and_clears_the_entries(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('cache_size = "500MB"\n')
    config = ("--config", str(tmp_path / "edition.toml"))
    info = json.loads(run_tool("cache", "info", "--json", *config))
    assert info == {
        "folder": str(filled),
        "bytes": 6000,
        "limit": 500_000_000,
        "clips": 2,
        "takes": 2,
        "editions": 2,
    }
    assert run_tool("cache", "info", *config) == f"{filled}: 6 kB of 500 MB; 2 clips, 2 takes, 2 editions\n"
    assert run_tool("cache", "clear") == f"{filled}: 6 files removed, 6 kB\n"
    assert json.loads(run_tool("cache", "clear", "--json")) == {"files": 0, "bytes": 0}
    assert list_files(filled) == FOREIGN
    assert not (filled / TAKES).exists()


def test_the_cache_size_is_set_by_an_option_or_the_configuration(issue: Path, tmp_path: Path) -> None:
    code, stderr = wait_for_exit(start_build(issue, tmp_path / "out", "--engine", "tone", "--cache-size", "4"))
    assert (code, "takes a size such as" in stderr) == (2, True)
    (issue / "edition.toml").write_text('cache_size = "0.5kB"\n')
    assert json.loads(run_tool("cache", "info", "--json", "--config", str(issue / "edition.toml")))["limit"] == 500
