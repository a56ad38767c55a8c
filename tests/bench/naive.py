"""The way an audio edition is usually written, to be measured: pyttsx3 to WAV files, pydub adds them up.

`python -m tests.bench.naive CORPUS OUTPUT` needs the system's espeak-ng and ffmpeg, as pyttsx3 and pydub do.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pyttsx3
from pydub import AudioSegment


def main(corpus: Path, output: Path) -> None:
    """An MP3 an article, and one of all."""
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
            if wav.exists() and wav.stat().st_size:  # pyttsx3 loses some
                sound += AudioSegment.from_wav(wav) + AudioSegment.silent(600)
        sound.export(output / f"{article.stem}.mp3", format="mp3", bitrate="64k")
        issue += sound
    issue.export(output / "issue.mp3", format="mp3", bitrate="64k")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
