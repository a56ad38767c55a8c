"""A baseline for comparison: the usual script that writes WAV files with pyttsx3 and joins them with pydub.

`python -m tests.bench.naive CORPUS OUTPUT` needs the system's espeak-ng and ffmpeg, as pyttsx3 and pydub do.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyttsx3
from pydub import AudioSegment


def main(corpus: Path, output: Path) -> None:
    """Write an MP3 for each article and one for all together."""
    engine = pyttsx3.init()
    engine.setProperty("rate", 175)
    issue = AudioSegment.silent(0)
    for article in sorted(corpus.rglob("*.md")):
        sound = AudioSegment.silent(0)
        for paragraph in filter(None, map(str.strip, article.read_text("utf-8").split("\n\n"))):
            wav = output / "paragraph.wav"
            wav.unlink(missing_ok=True)
            engine.save_to_file(paragraph, str(wav))
            engine.runAndWait()
            if wav.exists() and wav.stat().st_size:  # pyttsx3 loses some paragraphs
                sound += AudioSegment.from_wav(wav) + AudioSegment.silent(600)
        sound.export(output / f"{article.stem}.mp3", format="mp3", bitrate="64k")
        issue += sound
    issue.export(output / "issue.mp3", format="mp3", bitrate="64k")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
