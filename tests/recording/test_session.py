"""Engines that drop, repeat, distort or omit sound: how a build detects, repairs and reports it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition.errors import BadClipError
from audio_edition.podcast.transcript import read_vtt
from audio_edition.verification.check import check
from tests.conftest import Built
from tests.engines import install

MakeEdition = Callable[..., Built]

ENGINES = """
import os, pathlib, signal, time
from array import array
from audio_edition.model import Clip
from audio_edition.speech.engines.tone import ToneEngine


class Swallowing(ToneEngine):  # drops the end of a sentence about herons, the first time only
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        flag = pathlib.Path(os.environ["SWALLOWED"])
        if "heron stands" not in text or flag.exists():
            return clip
        flag.touch()
        return Clip(pcm=clip.pcm[: len(clip.pcm) * 3 // 10 * 2], sample_rate=clip.sample_rate)


class Stretching(ToneEngine):  # repeats the first half of sentences about herons
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        extra = clip.pcm[: len(clip.pcm) // 4 * 2] if "heron" in text else b""
        return Clip(pcm=clip.pcm + extra, sample_rate=clip.sample_rate)


class Holed(ToneEngine):  # adds two seconds of silence to the middle of long sentences about herons
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        if "heron" not in text or len(text) < 90:
            return clip
        half = len(clip.pcm) // 4 * 2
        pcm = clip.pcm[:half] + bytes(4 * clip.sample_rate) + clip.pcm[half:]
        return Clip(pcm=pcm, sample_rate=clip.sample_rate)


class Cut(ToneEngine):  # clips sentences about herons
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        if "heron" not in text:
            return clip
        loud = (max(-32767, min(32767, 9 * n)) for n in array("h", clip.pcm))
        return Clip(pcm=array("h", loud).tobytes(), sample_rate=clip.sample_rate)


class Hanging(ToneEngine):  # hangs at one headline
    def synthesize(self, text, voice, rate):
        if text == "The river and the heron.":
            time.sleep(600)
        return super().synthesize(text, voice, rate)


class Crashing(ToneEngine):  # crashes at every sentence about herons
    def synthesize(self, text, voice, rate):
        if "heron" in text:
            os.kill(os.getpid(), signal.SIGSEGV)
        return super().synthesize(text, voice, rate)


class Half(ToneEngine):  # speaks the first half of every text
    def synthesize(self, text, voice, rate):
        return super().synthesize(text[: len(text) // 2], voice, rate)


class Mute(ToneEngine):  # is silent for sentences about herons
    def synthesize(self, text, voice, rate):
        clip = super().synthesize(text, voice, rate)
        return Clip(pcm=bytes(len(clip.pcm)), sample_rate=clip.sample_rate) if "heron" in text else clip
"""

SENTENCES = """
The river has been low since May, and the eel traps at the weir hang a yard above the water.
Nobody remembers such a summer.
The keeper of the lock, who has written down the level every morning for thirty years, says that he has run out of
marks on the board.
Boats wait below the gate for days.
Their owners play cards in the shade, quarrel about whose turn it is, and send a boy to the village for bread.
On the far bank a heron stands in the mud all day, as if it had been told that the fish would soon be back.
In the evening it flies away.
"""


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four articles of seven sentences, and the engines above."""
    names = "Swallowing Stretching Holed Cut Hanging Crashing Half Mute".split()
    install(tmp_path, monkeypatch, ENGINES, **{name.lower(): name for name in names})
    monkeypatch.setenv("SWALLOWED", str(tmp_path / "swallowed"))
    folder = tmp_path / "stories"
    folder.mkdir()
    for bird in ("heron", "stork", "crane", "egret"):
        text = " ".join(SENTENCES.split()).replace("heron", bird)
        (folder / f"{bird}.txt").write_text(f"The river and the {bird}\n\n{text}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("engine", "fault", "mended"),
    [
        ("swallowing", "takes", True),
        ("stretching", "takes", False),
        ("holed", "s of silence inside", True),
        ("cut", "clipped", False),
    ],
)
def test_a_suspicious_line_is_spoken_again_and_reported(
    make_edition: MakeEdition, stories: Path, engine: str, fault: str, mended: bool
) -> None:
    built = make_edition(stories, engine=engine)
    assert built.result.failures == ()
    assert {flaw.mended for flaw in built.result.flaws} == {mended}
    assert all(fault in flaw.fault and "heron" in flaw.text for flaw in built.result.flaws)
    article = next(a for a in built.result.report.articles if a.id == "heron")
    assert len(article.flaws) == len(built.result.flaws)


def test_an_article_published_early_is_published_again_after_its_line_is_mended(
    make_edition: MakeEdition, stories: Path
) -> None:
    built = make_edition(stories, engine="swallowing", follow=True)
    assert [flaw.mended for flaw in built.result.flaws] == [True]
    assert check(built.output).problems == ()


def test_a_mended_line_is_as_long_as_the_same_line_of_another_article(
    make_edition: MakeEdition, stories: Path
) -> None:
    built = make_edition(stories, engine="swallowing")
    lengths = {}
    for bird in ("heron", "crane"):
        cues = read_vtt(built.episode(bird, ".vtt").read_text("utf-8"))
        lengths[bird] = next(cue.end_ms - cue.start_ms for cue in cues if f"a {bird} stands" in cue.text)
    assert lengths["heron"] == pytest.approx(lengths["crane"], rel=0.1)


def test_check_reports_lines_that_could_not_be_mended(make_edition: MakeEdition, stories: Path) -> None:
    problems = check(make_edition(stories, engine="stretching").output).problems
    assert {problem.partition(":")[0] for problem in problems} == {"edition-2026-11-21", "heron"}
    assert all("to say" in problem and "heron" in problem for problem in problems)


def test_a_reliable_engine_has_no_flaws(make_edition: MakeEdition, stories: Path) -> None:
    assert make_edition(stories, engine="pyttsx3").result.flaws == ()


def test_an_engine_that_speaks_half_of_every_text_is_refused_in_one_line(
    make_edition: MakeEdition, stories: Path
) -> None:
    with pytest.raises(BadClipError, match="too fast to be all of it|which is too short") as caught:
        make_edition(stories, engine="half")
    assert "\n" not in str(caught.value)
    assert not (stories.parent / "output").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("engine", "reason"),
    [("mute", "silence for"), ("crashing", "its process ended with status"), ("hanging", "no answer within")],
)
def test_an_article_that_the_engine_cannot_speak_is_left_out_and_named(
    make_edition: MakeEdition, stories: Path, engine: str, reason: str
) -> None:
    built = make_edition(stories, engine=engine)
    assert [failure.id for failure in built.result.failures] == ["heron"]
    assert reason in str(built.result.failures[0].error)
    assert "\n" not in str(built.result.failures[0].error)
    assert [article.id for article in built.result.report.articles] == ["crane", "egret", "stork"]
    assert check(built.output).problems == ()
