"""The command `voices`: lists the voices that are here, and fetches others."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from audio_edition.cli.terminal import JSON_OPTION, StyledText, print_json, print_line, print_message, progress_bar
from audio_edition.errors import EngineError

if TYPE_CHECKING:
    from audio_edition.model import Voice
    from audio_edition.speech.engine_process.client import EngineProcess


@click.command()
@click.option("--engine", help="Only this engine.")
@click.option("--fetch", "wanted", metavar="NAME", help="Fetch this voice; the rest of the command stays offline.")
@JSON_OPTION
def voices(engine: str | None, wanted: str | None, *, as_json: bool) -> None:
    """List the engines and voices that can be used here, the best first, or fetch a voice."""
    from audio_edition.speech import engines
    from audio_edition.speech.engine_process.client import EngineProcess

    if wanted:
        _fetch_and_print(wanted, engine, as_json=as_json)
        return
    for name in (engine,) if engine else engines.list_by_preference():
        with closing(EngineProcess(name)) as process:
            try:
                _print_voices(process, as_json=as_json)
            except EngineError as error:
                if engine:
                    raise
                print_message(f"{name}: {error}; {error.hint}" if error.hint else f"{name}: {error}")


def _print_voices(process: EngineProcess, *, as_json: bool) -> None:
    offered = process.voices()
    for voice in offered:
        if as_json:
            print_json(_describe_voice(process.name, voice))
        else:
            named = f"{process.name:10} {voice.language:14} {voice.id:24} {voice.name:24}"
            print_line(f"{named} " if voice.licence else named.rstrip(), StyledText(voice.licence, dim=True))
    if advice := _suggest_fetch(process, offered):
        print_message(f"{process.name}: {advice}")


def _describe_voice(engine: str, voice: Voice) -> dict[str, str]:
    return {
        "engine": engine,
        "language": voice.language,
        "id": voice.id,
        "name": voice.name,
        "licence": voice.licence,
    }


def _suggest_fetch(process: EngineProcess, offered: tuple[Voice, ...]) -> str:
    """Return advice on how to get a voice, or more voices, for an engine; "" if there is none."""
    source, catalogue = process.source()
    if not source:
        return "" if offered else _voice_folder_hint(process.name)
    more = "" if offered else "no voice is here; "
    if catalogue:
        return f"{more}audio-edition voices --fetch NAME brings those of {source.partition('/resolve/')[0]}"
    here = {voice.id for voice in offered}
    names = [each.voice for each in process.downloads(b"") if each.voice not in here]
    return f"{more}audio-edition voices --fetch NAME brings {', '.join(names)}" if names else ""


def _voice_folder_hint(engine: str) -> str:
    from audio_edition.speech.engines import voice_files

    return f"no voice is here; its files belong into {voice_files.engine_folder(engine)}"


def _fetch_and_print(name: str, engine: str | None, *, as_json: bool) -> None:
    from audio_edition.acquisition import voices

    with progress_bar("Fetching", hidden=as_json) as progress:
        fetched = voices.fetch_voice(name, engine, progress)
    if as_json:
        entry = {"engine": fetched.engine, "id": fetched.voice, "files": [str(file) for file in fetched.files]}
        print_json(entry | {"new": fetched.new})
    elif not fetched.files:
        print_line(f"{fetched.engine} brings {fetched.voice} itself: there is nothing to fetch")
    else:
        was = "is here" if fetched.new else "was here already"
        print_line(f"{fetched.engine}: {fetched.voice} {was}: {fetched.files[0]}")
