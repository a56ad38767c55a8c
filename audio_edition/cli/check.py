"""The command `check`: proves an output folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from audio_edition.cli import recognition_report
from audio_edition.cli.terminal import (
    JSON_OPTION,
    OUTPUT_ARGUMENT,
    format_duration,
    print_json,
    print_line,
    progress_bar,
)
from audio_edition.errors import PublishError
from audio_edition.progress import format_count


@click.command()
@OUTPUT_ARGUMENT
@click.option("--listen", is_flag=True, help="Also have a recogniser write down what is said, and compare.")
@JSON_OPTION
def check(output: Path, *, listen: bool, as_json: bool) -> None:
    """Prove that OUTPUT holds what it says: sound, chapters, transcripts, feed."""
    from audio_edition.verification.check import check as check_edition

    with progress_bar("Checking", hidden=as_json) as progress:
        proof = check_edition(output, progress)
    recognized = recognition_report.recognize_output(output, hidden=as_json) if listen else None
    problems = (*proof.problems, *(recognition_report.list_problems(recognized) if recognized else ()))
    if as_json:
        entry: dict[str, Any] = {
            "episodes": proof.episodes,
            "articles": proof.articles,
            "seconds": round(proof.seconds, 3),
        }
        entry |= {"listened": recognition_report.describe_result(recognized)} if recognized else {}
        print_json(entry | {"problems": problems})
    elif recognized:
        recognition_report.print_summary(recognized)
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        what = "one thing is" if len(problems) == 1 else f"{len(problems)} things are"
        raise PublishError(f"{output}: {what} wrong:\n{lines}", hint="build the edition again")
    if not as_json:
        length = format_duration(round(proof.seconds * 1000))
        print_line(
            f"{output}: {format_count(proof.episodes, 'episode')} of {format_count(proof.articles, 'article')},"
            f" {length} of sound; every paragraph is in it, and feed, chapters, transcripts and tags agree"
        )
