"""A cache that is damaged, foreign, shared, full, forbidden or too large: never a wrong sound."""

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
from tests.faults.damage import DAMAGES, spoil
from tests.faults.processes import FACTOR, begin, build, ended
from tests.tally import Tally

pytestmark = pytest.mark.slow

Hum = Callable[..., Built]

posix = pytest.mark.skipif(os.name == "nt", reason="pipes, links and modes are POSIX's")


def the_file(folder: Path) -> Path:
    (file,) = (each for each in folder.rglob("*") if each.is_file())
    return file


@posix
@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_whatever_befalls_an_entry_it_is_not_there_and_can_be_put_again(
    tmp_path: Path, name: str, tally: Tally
) -> None:
    for seed in range(8 * FACTOR):
        kept = Cache(tmp_path / str(seed))
        kept.put(make_key("a"), b"a" + random.Random(seed).randbytes(9999))
        file = the_file(tmp_path / str(seed))
        kept.put(make_key("b"), b"b" * 9999)
        (other,) = (each for each in (tmp_path / str(seed)).rglob("*") if each.is_file() and each != file)
        DAMAGES[name](file, other, random.Random(seed))
        with tally("an entry of the cache is damaged"):
            assert kept.get(make_key("a")) is None
        assert kept.get(make_key("b")) in {None, b"b" * 9999}
        assert kept.has(make_key("a")) in {True, False}
        kept.put(make_key("a"), b"anew")
        assert kept.get(make_key("a")) == (None if name in {"make folder", "take its place"} else b"anew")
        assert not list(tmp_path.rglob(".part-*"))


def test_every_byte_and_every_length_of_an_entry_counts(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put(make_key("a"), b"some samples")
    file = the_file(tmp_path)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.get(make_key("a")) is None
        file.write_bytes(whole[:place])
        assert kept.get(make_key("a")) is None
    file.write_bytes(whole)
    assert kept.get(make_key("a")) == b"some samples"


def test_an_entry_under_another_name_is_not_there(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put(make_key("a"), b"the sound of a")
    file = the_file(tmp_path)
    foreign = tmp_path / make_key("b")[:2] / make_key("b")[2:]
    foreign.parent.mkdir(exist_ok=True)
    shutil.copy2(file, foreign)
    assert (kept.get(make_key("a")), kept.get(make_key("b"))) == (b"the sound of a", None)


SAID = line("Nobody asked the gulls about it.")
JOB = Job(
    passage=Passage(utterances=(SAID.utterance,)), lines=(SAID,), pauses=Pauses(), bit_rate=64, versions={"a": "1"}
)
SPOKEN = SpokenClip(
    clip=Clip(pcm=tone(200).pcm, sample_rate=22_050, words=(WordTiming(start=0, end=6, sample=10),)),
    flaw=Flaw(text=SAID.utterance.written, fault="clipped", mended=True),
)


def test_a_clip_comes_back_as_it_was(tmp_path: Path) -> None:
    ClipCache(Cache(tmp_path)).put(SAID, SPOKEN)
    assert ClipCache(Cache(tmp_path)).get(SAID) == SPOKEN


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
def test_what_is_whole_but_no_clip_or_take_is_not_there(
    tmp_path_factory: pytest.TempPathFactory, head: bytes, rest: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "heads"
    TakeCache(Cache(folder)).put(JOB, Recording(frames=b"", cues=(), flaws=()))
    takes = [each.path for each in caches.iter_entries(folder)]
    for key in (clip_key(SAID), *(file.parent.name + file.name for file in takes)):
        Cache(folder).put(key, head + b"\n" + rest)
    assert ClipCache(Cache(folder)).get(SAID) is None
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
def test_a_clip_with_a_wrong_field_is_not_there(tmp_path: Path, change: dict[str, object], pcm: bytes) -> None:
    right = {"sample_rate": 22_050, "words": [], "flaw": None}
    for fields, there in ((right, True), (right | change, False)):
        data = json.dumps(fields).encode() + b"\n" + (b"\0\1" if there else pcm)
        Cache(tmp_path).put(clip_key(SAID), data)
        assert (ClipCache(Cache(tmp_path)).get(SAID) is not None) is there


def test_a_take_that_can_be_none_of_its_job_is_not_there(tmp_path: Path) -> None:
    frame = bytes(3 * 64)
    cue = {"start": 0, "end": 576, "text": "Nobody", "breaks": []}
    good: dict[str, object] = {"cues": [cue], "flaws": []}
    TakeCache(Cache(tmp_path)).put(JOB, Recording(frames=frame, cues=(), flaws=()))
    (entry,) = caches.iter_entries(tmp_path)
    key = entry.path.parent.name + entry.path.name
    for head, frames, there in (
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
        assert (TakeCache(Cache(tmp_path)).get(JOB) is not None) is there, head


@posix
@pytest.mark.parametrize("seed", range(2 * FACTOR))
def test_whatever_befalls_the_cache_the_bytes_are_those_of_a_build_without_it(
    hum: Hum, issue: Path, cache: Path, tmp_path: Path, seed: int, tally: Tally
) -> None:
    before = hashes(hum(issue, output=tmp_path / "first").output)
    chance = random.Random(seed)
    if seed % 2:  # else takes alone are tried, of which some are whole
        shutil.rmtree(cache / TAKES)
    for each in (CLIPS, TAKES):
        spoil(cache / each, chance)
    with tally("a build from a spoilt cache"):
        assert hashes(hum(issue, output=tmp_path / "second").output) == before


@posix
def test_a_spoilt_cache_is_no_wrong_sound_of_a_real_engine(
    hum: Hum, issue: Path, cache: Path, tmp_path: Path
) -> None:
    before = hashes(hum(issue, output=tmp_path / "first", engine="pyttsx3").output)
    shutil.rmtree(cache / TAKES)
    spoil(cache / CLIPS, random.Random(0))
    assert hashes(hum(issue, output=tmp_path / "second", engine="pyttsx3").output) == before


@posix
@pytest.mark.parametrize("place", ["file", "nobody's", "loop"])
def test_where_no_cache_can_be_a_build_does_without(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").write_text("not ours")
    (tmp_path / "loop").symlink_to("loop")
    places = {"file": tmp_path / "file", "nobody's": Path("/proc/none")}
    monkeypatch.setenv(caches.FOLDER_VARIABLE, str(places.get(place, tmp_path / "loop")))
    assert ended(build(issue, tmp_path / "out", "--engine", "tone")) == (0, "")
    assert ended(begin("cache", "info"))[0] == 0
    assert ended(begin("cache", "clear"))[0] == 0
    assert (tmp_path / "file").read_text() == "not ours"


def forbidden(*command: str) -> list[str]:
    """A command as somebody for whom the modes of files hold."""
    if os.geteuid():
        return list(command)
    if not shutil.which("setpriv"):
        pytest.skip("without setpriv root cannot do without its powers")
    powers = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={powers}", f"--inh-caps={powers}", *command]


@posix
def test_a_cache_that_may_only_be_read_is_used_and_one_that_may_not_is_not(
    issue: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LOGGING, logging="Logging")
    monkeypatch.setenv("SPOKEN", str(tmp_path / "spoken"))
    options = ("--engine", "logging", "--jobs", "1", "-q", "-o")
    command = [sys.executable, "-m", "audio_edition", "build", str(issue), *options]
    subprocess.run([*command, str(tmp_path / "first")], check=True)
    shutil.rmtree(cache / EDITIONS)
    before = files(cache)
    for mode, speaks in ((0o555, False), (0o000, True)):
        (tmp_path / "spoken").unlink()
        for each in (*cache.rglob("*"), cache):
            if not os.geteuid():
                os.chown(each, 65534, 65534)
            each.chmod(mode if each.is_dir() else mode & 0o444)
        output = tmp_path / f"{mode:o}"
        done = subprocess.run(forbidden(*command, str(output)), check=False, capture_output=True, text=True)
        cache.chmod(0o700)
        for each in cache.rglob("*"):
            each.chmod(0o700)
        assert (done.returncode, done.stderr) == (0, "")
        assert hashes(output) == hashes(tmp_path / "first")
        assert (tmp_path / "spoken").exists() is speaks
        assert files(cache) == before
        (tmp_path / "spoken").touch()


@posix
def test_a_disk_that_is_full_keeps_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    code = """
import pathlib, resource, sys
from audio_edition.cache import Cache, make_key as key_of
kept = Cache(pathlib.Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999))  # as where the disk ends
kept.put(key_of("large"), bytes(20_000))
kept.put(key_of("small"), bytes(2_000))
assert kept.get(key_of("large")) is None and kept.get(key_of("small")) == bytes(2_000)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)
    assert the_file(tmp_path).stat().st_size < 9999


def test_builds_that_share_a_cache_make_what_each_would_make_alone(
    hum: Hum, issue: Path, cache: Path, tmp_path: Path
) -> None:
    alone = hashes(hum(issue, output=tmp_path / "alone", engine="pyttsx3", cache_size=0).output)
    running = [
        build(issue, tmp_path / str(number), "--engine", "pyttsx3", "--jobs", "2", "--cache-size", size)
        for number, size in enumerate(["4GB", "4GB", "1MB"])  # the third forgets what the others look for
    ]
    chance = random.Random(0)
    while any(process.poll() is None for process in running):
        if limit := chance.choice([0, 10**5, 10**6, 10**7]):
            caches.trim(cache, limit)
        else:
            caches.clear(cache)
        time.sleep(0.05)
    assert [ended(process) for process in running] == [(0, "")] * 3
    assert [hashes(tmp_path / str(number)) for number in range(3)] == [alone] * 3


def test_another_version_finds_nothing_of_this_one_and_this_one_all_of_its_own(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LOGGING, logging="Logging")

    def other(changed: str) -> Path:
        copy = tmp_path / Path(changed).parent.name
        shutil.copytree(ROOT / "audio_edition", copy / "audio_edition")
        with (copy / "audio_edition" / changed).open("a") as source:
            source.write("\n# made otherwise\n")
        return copy

    def spoken(version: Path, title: str) -> int:
        log = tmp_path / "spoken"
        log.unlink(missing_ok=True)
        environment = os.environ | {"PYTHONPATH": f"{version}{os.pathsep}{tmp_path}", "SPOKEN": str(log)}
        options = ("--engine", "logging", "--title", title)
        output = tmp_path / "outputs" / version.name
        assert ended(build(issue, output, *options, env=environment, cwd=tmp_path)) == (0, "")
        return len(log.read_text().splitlines()) if log.exists() else 0

    def takes() -> int:
        return len(caches.entries_by_kind(tmp_path / "cache")[TAKES])

    all_of_it, one = spoken(ROOT, "One"), takes()
    assert (spoken(other("recording/worker.py"), "One"), takes()) == (0, 2 * one)
    assert (spoken(other("speech/soundness.py"), "One"), takes()) == (all_of_it, 3 * one)
    assert (spoken(ROOT, "Two"), takes()) == (1, 3 * one + 1)


LONG = """
import numpy
from audio_edition.model import Clip
from audio_edition.speech.engines.tone import ToneEngine

class Heavy(ToneEngine):  # at a rate that makes a clip a megabyte or so
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        samples = numpy.repeat(numpy.frombuffer(clip.pcm, "<i2"), 12)
        return Clip(pcm=samples.tobytes(), sample_rate=12 * clip.sample_rate)
"""


def test_the_cache_is_bounded_while_a_build_goes_on(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LONG, heavy="Heavy")
    for number in range(12):
        text = f"Story {number}\n\n" + f"A sentence of the story number {number} that takes its time. " * 8
        (tmp_path / "long").mkdir(exist_ok=True)
        (tmp_path / "long" / f"{number}.txt").write_text(text)
    limit = 20_000_000
    running = build(tmp_path / "long", tmp_path / "out", "--engine", "heavy", "--jobs", "2", "--cache-size", "20MB")
    most = 0
    while running.poll() is None:
        most = max(most, sum(entry.size for found in caches.entries_by_kind(cache).values() for entry in found))
        time.sleep(0.02)
    assert ended(running) == (0, "")
    assert limit * 0.8 < most <= limit * 1.15
    assert sum(entry.size for found in caches.entries_by_kind(cache).values() for entry in found) <= limit


@pytest.fixture
def filled(cache: Path) -> Path:
    """A cache of six kilobytes, the first entry of which was used longest ago, with files of somebody else's."""
    for number in range(6):
        Cache(cache / (CLIPS, TAKES, EDITIONS)[number % 3]).put(make_key(number), bytes(984))
        (entry,) = (each for found in caches.entries_by_kind(cache).values() for each in found if each.used > 10)
        os.utime(entry.path, (number, number))
    (cache / CLIPS / "holiday.mp4").write_bytes(bytes(5000))
    (cache / CLIPS / "ab").mkdir(exist_ok=True)
    (cache / CLIPS / "ab" / "notes.txt").write_text("mine")
    (cache / CLIPS / "2026").mkdir()
    (cache / CLIPS / "2026" / "a film.mp4").write_bytes(bytes(5000))
    (cache / "thesis.tex").write_text("mine")
    return cache


THEIRS = ["clips/2026/a film.mp4", "clips/ab/notes.txt", "clips/holiday.mp4", "thesis.tex"]


def files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def numbers(cache: Path) -> list[int]:
    """Which of the six are there."""
    stores = [Cache(cache / name) for name in (CLIPS, TAKES, EDITIONS)]
    return [number for number in range(6) if stores[number % 3].get(make_key(number))]


def test_files_that_are_not_ours_are_neither_counted_nor_removed(filled: Path) -> None:
    caches.trim(filled, 6000)
    assert len(files(filled)) == 6 + len(THEIRS)
    caches.trim(filled, 0)
    assert files(filled) == THEIRS


@posix
def test_folders_that_are_links_to_elsewhere_are_left_alone(filled: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / make_key("x")[2:]).write_text("looks like ours")
    (filled / CLIPS / "ff").symlink_to(elsewhere)
    caches.clear(filled)
    assert files(elsewhere) == [make_key("x")[2:]]


def test_what_was_used_longest_ago_goes_and_what_is_from_the_future_before_it(filled: Path) -> None:
    (future,) = (
        entry.path for found in caches.entries_by_kind(filled).values() for entry in found if entry.used == 5
    )
    in_a_week = time.time() + 7 * 24 * 3600
    os.utime(future, (in_a_week, in_a_week))
    caches.trim(filled, 3000)
    assert numbers(filled) == [2, 3, 4]


def test_what_a_killed_build_left_counts_and_goes(filled: Path) -> None:
    left = filled / CLIPS / make_key(0)[:2] / ".part-x1y2z3"
    left.write_bytes(bytes(10_000))
    os.utime(left, (1, 1))
    caches.trim(filled, 6000)
    assert not left.exists()


def told(*arguments: str) -> str:
    process = begin(*arguments)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out


def test_the_command_shows_and_clears_what_is_ours(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('cache_size = "500MB"\n')
    config = ("--config", str(tmp_path / "edition.toml"))
    about = json.loads(told("cache", "info", "--json", *config))
    assert about == {
        "folder": str(filled),
        "bytes": 6000,
        "limit": 500_000_000,
        "clips": 2,
        "takes": 2,
        "editions": 2,
    }
    assert told("cache", "info", *config) == f"{filled}: 6 kB of 500 MB; 2 clips, 2 takes, 2 editions\n"
    assert told("cache", "clear") == f"{filled}: 6 files removed, 6 kB\n"
    assert json.loads(told("cache", "clear", "--json")) == {"files": 0, "bytes": 0}
    assert files(filled) == THEIRS
    assert not (filled / TAKES).exists()


def test_the_size_is_one_setting_of_option_and_file(issue: Path, tmp_path: Path) -> None:
    code, said = ended(build(issue, tmp_path / "out", "--engine", "tone", "--cache-size", "4"))
    assert (code, "takes a size such as" in said) == (2, True)
    (issue / "edition.toml").write_text('cache_size = "0.5kB"\n')
    assert json.loads(told("cache", "info", "--json", "--config", str(issue / "edition.toml")))["limit"] == 500
