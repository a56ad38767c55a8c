"""How `check --listen` says what it heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audio_edition.cli.terminal import format_duration, print_message, print_warning, progress_bar

if TYPE_CHECKING:
    from audio_edition.verification.recognition import Finding, RecognitionResult


def recognize_output(output: Path, *, hidden: bool) -> RecognitionResult | None:
    """What the recogniser hears; None, and a line that says so, if it is not installed."""
    from audio_edition.speech import recognizer
    from audio_edition.verification.recognition import recognize_edition

    if not recognizer.is_installed():
        print_message("not listened to: pip install 'audio-edition[check]' brings the recogniser")
        return None
    with progress_bar("Listening", hidden=hidden) as progress:
        return recognize_edition(output, progress)


def list_problems(heard: RecognitionResult) -> Iterator[str]:
    """The findings that are faults of the edition."""
    for each in heard.findings:
        if each.is_problem:
            what = (
                f"{each.missing} words are missing"
                if each.missing >= each.added
                else f"{each.added} words too many"
            )
            yield f"{_format_place(each)}: {what} {_format_texts(each)}"


def print_summary(heard: RecognitionResult) -> None:
    """The findings that are doubts, what was not listened to, and the total."""
    for each in heard.findings:
        if not each.is_problem:
            print_warning(
                f"{_format_place(each)}: {each.errors} of {each.words} words sound different {_format_texts(each)}"
            )
    for language in heard.unknown:
        print_warning(f"the recogniser does not know the language {language!r}: not listened to")
    print_message(f"Listened to {heard.words} words; {heard.wer:.1%} of them sound different")


def describe_result(heard: RecognitionResult) -> dict[str, Any]:
    """For --json."""
    findings = [asdict(each) | {"problem": each.is_problem} for each in heard.findings]
    return {
        "words": heard.words,
        "errors": heard.errors,
        "wer": round(heard.wer, 4),
        "findings": findings,
        "unknown_languages": heard.unknown,
    }


def _format_place(finding: Finding) -> str:
    return f"{finding.episode} at {format_duration(finding.start_ms)}"


def _format_texts(finding: Finding) -> str:
    return f"\n    to be said: {finding.said}\n    heard:      {finding.heard}"
