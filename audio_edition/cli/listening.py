"""How `check --listen` says what it heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audio_edition.cli.terminal import clock, progress_bar, say, warn

if TYPE_CHECKING:
    from audio_edition.verification.recognition import Finding, Listening


def listened(output: Path, *, hidden: bool) -> Listening | None:
    """What the recogniser hears; None, and a line that says so, if it is not installed."""
    from audio_edition.speech import recognizer
    from audio_edition.verification.recognition import listen

    if not recognizer.is_installed():
        say("not listened to: pip install 'audio-edition[check]' brings the recogniser")
        return None
    with progress_bar("Listening", hidden=hidden) as progress:
        return listen(output, progress)


def problems(heard: Listening) -> Iterator[str]:
    """The findings that are faults of the edition."""
    for each in heard.findings:
        if each.is_problem:
            what = (
                f"{each.missing} words are missing"
                if each.missing >= each.added
                else f"{each.added} words too many"
            )
            yield f"{_place(each)}: {what} {_texts(each)}"


def summarise(heard: Listening) -> None:
    """The findings that are doubts, what was not listened to, and the total."""
    for each in heard.findings:
        if not each.is_problem:
            warn(f"{_place(each)}: {each.errors} of {each.words} words sound different {_texts(each)}")
    for language in heard.unknown:
        warn(f"the recogniser does not know the language {language!r}: not listened to")
    say(f"Listened to {heard.words} words; {heard.wer:.1%} of them sound different")


def described(heard: Listening) -> dict[str, Any]:
    """For --json."""
    findings = [asdict(each) | {"problem": each.is_problem} for each in heard.findings]
    return {
        "words": heard.words,
        "errors": heard.errors,
        "wer": round(heard.wer, 4),
        "findings": findings,
        "unknown_languages": heard.unknown,
    }


def _place(finding: Finding) -> str:
    return f"{finding.episode} at {clock(finding.start_ms)}"


def _texts(finding: Finding) -> str:
    return f"\n    to be said: {finding.said}\n    heard:      {finding.heard}"
