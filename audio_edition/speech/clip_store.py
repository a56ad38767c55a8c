"""Clips that were spoken before, by all that their sound depends on."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from audio_edition.model import Clip, Flaw, Line, WordTiming
from audio_edition.store import Store, key_of, revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The clip of a line, and what was wrong with it at first."""

    clip: Clip
    flaw: Flaw | None = None


class ClipStore:
    """Clips as raw samples: that costs a fifth of the time of FLAC, for twice the room."""

    def __init__(self, folder: Path) -> None:
        self._store = Store(folder)

    def get(self, line: Line) -> Spoken | None:
        """The clip of such a line."""
        data = self._store.get(clip_key(line))
        if data is None:
            return None
        kept = _read(data)
        return replace(kept, flaw=replace(kept.flaw, text=line.utterance.written)) if kept.flaw else kept

    def has(self, line: Line) -> bool:
        """Whether there seems to be one."""
        return self._store.has(clip_key(line))

    def put(self, line: Line, spoken: Spoken) -> None:
        """Keep it."""
        self._store.put(clip_key(line), _written(spoken))


def clip_key(line: Line) -> str:
    """Names a line's sound: what is spoken, how and by whom; the gain is given later.

    Adapters, alphabets of phonemes and what is made of flawed clips decide on it too.
    """
    who, what = line.narrator, line.utterance
    sources = revision("audio_edition.speech")
    voice = (who.engine, who.fingerprint, who.voice, who.rate, who.longest)
    return key_of(sources, voice, what.spoken, what.pronunciations)


def _written(spoken: Spoken) -> bytes:
    """A line of JSON, then the samples."""
    clip = spoken.clip
    about = {
        "sample_rate": clip.sample_rate,
        "words": [(word.start, word.end, word.sample) for word in clip.words],
        "flaw": asdict(spoken.flaw) if spoken.flaw else None,
    }
    return json.dumps(about).encode() + b"\n" + clip.pcm


def _read(data: bytes) -> Spoken:
    head, _, pcm = data.partition(b"\n")
    about = json.loads(head)
    words = tuple(WordTiming(start=start, end=end, sample=sample) for start, end, sample in about["words"])
    clip = Clip(pcm=pcm, sample_rate=about["sample_rate"], words=words)
    return Spoken(clip=clip, flaw=Flaw(**about["flaw"]) if about["flaw"] else None)
