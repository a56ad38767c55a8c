"""Output of `check --listen`: the findings of the speech recogniser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audio_edition.cli.terminal import format_duration, print_message, print_warning, progress_bar

if TYPE_CHECKING:
    from audio_edition.verification.recognition import Finding, RecognitionResult


def recognize_output(output: Path, *, hidden: bool) -> RecognitionResult | None:
    """Run the recogniser over an edition; print a line and return None if it is not installed."""
    from audio_edition.speech import recognizer
    from audio_edition.verification.recognition import recognize_edition

    if not recognizer.is_installed():
        print_message("not listened to: pip install 'audio-edition[check]' brings the recogniser")
        return None
    with progress_bar("Listening", hidden=hidden) as progress:
        return recognize_edition(output, progress)


def list_problems(result: RecognitionResult) -> Iterator[str]:
    """Yield a line for each finding that is a fault of the edition."""
    for each in result.findings:
        if each.is_problem:
            what = (
                f"{each.missing} words are missing"
                if each.missing >= each.added
                else f"{each.added} words too many"
            )
            yield f"{_format_place(each)}: {what} {_format_texts(each)}"


def print_summary(result: RecognitionResult) -> None:
    """Print the doubtful findings, the languages that were skipped, and the total."""
    for each in result.findings:
        if not each.is_problem:
            print_warning(
                f"{_format_place(each)}: {each.errors} of {each.words} words sound different {_format_texts(each)}"
            )
    for language in result.unknown:
        print_warning(f"the recogniser does not know the language {language!r}: not listened to")
    print_message(f"Listened to {result.words} words; {result.wer:.1%} of them sound different")


def describe_result(result: RecognitionResult) -> dict[str, Any]:
    """Return the findings as `--json` prints them."""
    findings = [asdict(each) | {"problem": each.is_problem} for each in result.findings]
    return {
        "words": result.words,
        "errors": result.errors,
        "wer": round(result.wer, 4),
        "findings": findings,
        "unknown_languages": result.unknown,
    }


def _format_place(finding: Finding) -> str:
    return f"{finding.episode} at {format_duration(finding.start_ms)}"


def _format_texts(finding: Finding) -> str:
    return f"\n    to be said: {finding.said}\n    heard:      {finding.heard}"
