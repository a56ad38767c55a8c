"""`segment`, `script`: what would be spoken, and how."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from audio_edition import config
from audio_edition.cli.terminal import CONFIG, JSON, KEEP, PATHS, Painted, raise_failures, tell, tell_json


@click.command()
@PATHS
@CONFIG
@KEEP
@JSON
def segment(paths: tuple[Path, ...], config_file: Path | None, keep_kinds: str | None, *, as_json: bool) -> None:
    """Show what of each article is spoken, what is dropped, and why."""
    from audio_edition.build.report import describe
    from audio_edition.build.scripts import ScriptReader

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places), {"keep_kinds": keep_kinds})
    reader = ScriptReader(places, settings)
    for script in reader:
        if as_json:
            tell_json(describe(script))
        else:
            _show_script(script)
    raise_failures(reader.failures)


def _show_script(script: Any) -> None:
    """Blocks in page order: spoken with +, dropped with - and the rule."""
    tell(Painted(f"{script.source}  section {script.section}, published {script.published}", bold=True))
    for entry in sorted((*script.paragraphs, *script.dropped), key=lambda each: each.block):
        if hasattr(entry, "rule"):
            tell(Painted("- ", "red"), Painted(f"[{entry.rule}] {entry.text}", dim=True))
        else:
            tell(Painted("+ ", "green"), f"[{entry.role}] {entry.text}")
    tell(f"  {len(script.paragraphs)} blocks spoken, {len(script.dropped)} dropped")
    tell()


@click.command()
@PATHS
@CONFIG
@click.option("--unknown", is_flag=True, help="List names the voice may say wrongly, as lines for edition.toml.")
@JSON
def script(paths: tuple[Path, ...], config_file: Path | None, *, unknown: bool, as_json: bool) -> None:
    """Show the spoken form, utterance by utterance."""
    from audio_edition.build.lexicon import lexicon_of
    from audio_edition.build.scripts import ScriptReader
    from audio_edition.build.unknown_names import unknown_names
    from audio_edition.verbaliser.utterances import utterances

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places))
    lexicon = lexicon_of(settings)
    reader = ScriptReader(places, settings)
    if unknown:
        _show_unknown(unknown_names(reader, settings, lexicon), as_json=as_json)
        raise_failures(reader.failures)
        return
    for each in reader:
        if not as_json:
            tell(Painted(each.source, bold=True))
        for utterance in utterances(each, settings.spoken_language, lexicon):
            if as_json:
                tell_json(_utterance(each.id, utterance))
            else:
                tell(f"{utterance.paragraph:4} [{utterance.role}] {utterance.spoken}")
    raise_failures(reader.failures)


def _show_unknown(found: Sequence[Any], *, as_json: bool) -> None:
    """A table for edition.toml with the reading as it is now, which is the value to mend."""
    if found and not as_json:
        tell("[pronounce]")
    for each in found:
        name = each.name
        if as_json:
            tell_json({"name": name.word, "count": name.count, "articles": name.articles, "ipa": each.ipa})
        else:
            said = f"/{each.ipa}/" if each.ipa else name.word
            tell(f'"{name.word}" = "{said}"  # {name.count} × in {", ".join(name.articles)}')


def _utterance(article: str, utterance: Any) -> dict[str, Any]:
    return {
        "article": article,
        "paragraph": utterance.paragraph,
        "role": utterance.role,
        "language": utterance.language,
        "written": utterance.written,
        "spoken": utterance.spoken,
        "replacements": [_replacement(utterance.written, each) for each in utterance.replacements],
    }


def _replacement(written: str, each: Any) -> dict[str, str]:
    """`phonemes` is there where the lexicon gives some."""
    entry = {"written": written[each.start : each.end], "spoken": each.spoken, "rule": each.rule}
    return entry | ({"phonemes": each.phonemes} if each.phonemes else {})
