"""The command `script`: the spoken form of articles, utterance by utterance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audio_edition import config
from audio_edition.cli.terminal import (
    CONFIG_OPTION,
    JSON_OPTION,
    PATHS_ARGUMENT,
    StyledText,
    print_json,
    print_line,
    raise_failures,
)

if TYPE_CHECKING:
    from audio_edition.build.unknown_names import UnknownName
    from audio_edition.model import Replacement, Utterance


@click.command()
@PATHS_ARGUMENT
@CONFIG_OPTION
@click.option(
    "--unknown", is_flag=True, help="List names that the voice may mispronounce, as lines for edition.toml."
)
@JSON_OPTION
def script(paths: tuple[Path, ...], config_file: Path | None, *, unknown: bool, as_json: bool) -> None:
    """Show the spoken form, utterance by utterance."""
    from audio_edition.build.lexicon import load_lexicon
    from audio_edition.build.scripts import ScriptReader
    from audio_edition.build.unknown_names import find_unknown_names
    from audio_edition.verbaliser.utterances import utterances

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places))
    lexicon = load_lexicon(settings)
    reader = ScriptReader(places, settings)
    if unknown:
        _print_unknown_names(find_unknown_names(reader, settings, lexicon), as_json=as_json)
        raise_failures(reader.failures)
        return
    for each in reader:
        if not as_json:
            print_line(StyledText(each.source, bold=True))
        for utterance in utterances(each, settings.spoken_language, lexicon):
            if as_json:
                print_json(_describe_utterance(each.id, utterance))
            else:
                print_line(f"{utterance.paragraph:4} [{utterance.role}] {utterance.spoken}")
    raise_failures(reader.failures)


def _print_unknown_names(found: Sequence[UnknownName], *, as_json: bool) -> None:
    """Print names as a table for edition.toml, each with its present reading as the value to correct."""
    if found and not as_json:
        print_line("[pronounce]")
    for each in found:
        name = each.name
        if as_json:
            print_json({"name": name.word, "count": name.count, "articles": name.articles, "ipa": each.ipa})
        else:
            said = f"/{each.ipa}/" if each.ipa else name.word
            print_line(f'"{name.word}" = "{said}"  # {name.count} × in {", ".join(name.articles)}')


def _describe_utterance(article: str, utterance: Utterance) -> dict[str, Any]:
    return {
        "article": article,
        "paragraph": utterance.paragraph,
        "role": utterance.role,
        "language": utterance.language,
        "written": utterance.written,
        "spoken": utterance.spoken,
        "replacements": [_describe_replacement(utterance.written, each) for each in utterance.replacements],
    }


def _describe_replacement(written: str, replacement: Replacement) -> dict[str, str]:
    """Return a replacement as JSON shows it; `phonemes` is included where the lexicon has some."""
    entry = {"written": written[replacement.start : replacement.end], "spoken": replacement.spoken}
    entry["rule"] = replacement.rule
    return entry | ({"phonemes": replacement.phonemes} if replacement.phonemes else {})
