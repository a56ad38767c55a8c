"""The command `segment`: what of each article is spoken, what is dropped, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from audio_edition import config
from audio_edition.cli.terminal import (
    CONFIG_OPTION,
    JSON_OPTION,
    KEEP_OPTION,
    PATHS_ARGUMENT,
    StyledText,
    print_json,
    print_line,
    print_warning,
    raise_failures,
)

if TYPE_CHECKING:
    from audio_edition.model import DroppedBlock, Paragraph, Script


@click.command()
@PATHS_ARGUMENT
@CONFIG_OPTION
@KEEP_OPTION
@click.option("--summary", is_flag=True, help="Show a line an article: its length, drops by rule, warnings.")
@JSON_OPTION
def segment(
    paths: tuple[Path, ...], config_file: Path | None, keep_kinds: str | None, *, summary: bool, as_json: bool
) -> None:
    """Show what of each article is spoken, what is dropped, and why."""
    from audio_edition.build.report import describe_script
    from audio_edition.build.scripts import ScriptReader
    from audio_edition.cli.summary_table import SummaryTable

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places), {"keep_kinds": keep_kinds})
    reader = ScriptReader(places, settings)
    table = SummaryTable(settings.rate, err=as_json) if summary else None
    for script in reader:
        if as_json:
            print_json(describe_script(script))
        if table:
            table.print_script(script)
        elif not as_json:
            _print_script(script)
        if not table:
            _print_warnings(script)
    if table:
        table.print_totals(len(reader.failures))
    raise_failures(reader.failures)


def _print_warnings(script: Script) -> None:
    for warning in script.warnings:
        print_warning(f"{script.source}: {warning}")


def _print_script(script: Script) -> None:
    """Print the blocks in page order: spoken ones with +, dropped ones with - and the rule."""
    print_line(StyledText(f"{script.source}  section {script.section}, published {script.published}", bold=True))
    blocks: list[Paragraph | DroppedBlock] = [*script.paragraphs, *script.dropped]
    for entry in sorted(blocks, key=lambda entry: entry.block):
        if hasattr(entry, "rule"):
            print_line(StyledText("- ", "red"), StyledText(f"[{entry.rule}] {entry.text}", dim=True))
        else:
            print_line(StyledText("+ ", "green"), f"[{entry.role}] {entry.text}")
    print_line(f"  {len(script.paragraphs)} blocks spoken, {len(script.dropped)} dropped")
    print_line()
