"""The command line: the only place that prints or exits."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from audio_edition import __version__, config
from audio_edition.errors import AudioEditionError, IncompleteEditionError, PublishError

PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
OUTPUT = click.argument("output", default="output", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON on stdout; all else goes to stderr.")
CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help="edition.toml to use [default: beside the articles]",
)


KEEP = click.option(
    "--keep",
    "keep_kinds",
    metavar="KINDS",
    help="Speak these too: some of caption,table,code,formula,embed,footnote",
)


class _Commands(click.Group):
    """Commands in the order of work, and one clear line for every error of ours."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AudioEditionError as error:
            _say(click.style("error: ", fg="red", bold=True) + str(error))
            if error.hint:
                _say(f"  {error.hint}")
            ctx.exit(error.exit_code)


def _say(text: str) -> None:
    click.echo(text, err=True)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="audio-edition")
def main() -> None:
    """Turn a folder of articles into an audio edition: MP3s with chapters, transcripts and a podcast feed."""


@main.command()
@PATHS
@click.option("-o", "--output", default="output", type=click.Path(path_type=Path), show_default=True)
@CONFIG
@click.option("--engine", help="Speech engine (see `voices`).")
@click.option("--voice", help="Voice: its id, name or language (see `voices`).")
@click.option("--rate", type=int, help="Words a minute.")
@click.option("--jobs", type=int, help="Processes that speak at the same time [default: one a core]")
@click.option("--episodes", help="Some of article,section,edition [default: article,edition]")
@KEEP
@click.option("--title", help="Title of the edition.")
@click.option("--date", help="Date of the issue, 2026-11-21.")
@click.option("--base-url", help="Address where output/ will be found, for a feed with whole addresses.")
@click.option("--strict", is_flag=True, default=None, help="Stop at the first article that fails.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@JSON
def build(
    paths: tuple[Path, ...], output: Path, config_file: Path | None, *, quiet: bool, as_json: bool, **options: Any
) -> None:
    """Build the edition: PATHS (default: articles/) → output/."""
    from audio_edition import pipeline

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find(places), options)
    with _progress(hidden=quiet or as_json) as progress:
        report = pipeline.build(places, output, settings, progress)
    if as_json:
        click.echo(report.render(), nl=False)
    if not quiet and not as_json:
        _summarise(report, output)
    if report.failures:
        names = "\n".join(f"  {failure.error}" for failure in report.failures)
        count = f"{len(report.failures)} article{'s' * (len(report.failures) != 1)}"
        raise IncompleteEditionError(
            f"published without {count}:\n{names}", hint="mend or remove them and build again"
        )


@contextmanager
def _progress(*, hidden: bool) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on the terminal; nothing where there is none."""
    if hidden or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    with click.progressbar(length=1, label="Speaking", file=sys.stderr, show_eta=True) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield advance


def _summarise(report: Any, output: Path) -> None:
    from audio_edition.model import EpisodeKind

    edition = report.edition
    for episode in edition.episodes:
        marks = f"{len(episode.track.chapters)} chapter{'s' * (len(episode.track.chapters) != 1)}"
        bold = episode.kind is not EpisodeKind.ARTICLE
        _say(f"  {_clock(episode.track.duration_ms):>8}  {click.style(episode.title, bold=bold)} ({marks})")
    spoken = sum(len(script.narrative) for script in report.scripts)
    dropped = sum(report.drops.values())
    _say(f"{len(report.scripts)} articles, {spoken} paragraphs spoken, {dropped} blocks dropped:")
    _say("  " + ", ".join(f"{rule} {count}" for rule, count in report.drops.most_common(8)))
    for warning in report.warnings:
        _say(click.style("warning: ", fg="yellow") + warning)
    _say(f"Published in {output}. Listen: audio-edition serve {output}")


def _clock(ms: int) -> str:
    seconds = round(ms / 1000)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


@main.command()
@PATHS
@CONFIG
@KEEP
@JSON
def segment(paths: tuple[Path, ...], config_file: Path | None, keep_kinds: str | None, *, as_json: bool) -> None:
    """Show what of each article is spoken, what is dropped, and why."""
    from audio_edition import pipeline
    from audio_edition.pipeline.report import describe

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find(places), {"keep_kinds": keep_kinds})
    found = pipeline.read_scripts(places, settings)
    for script in found.scripts:
        if as_json:
            click.echo(json.dumps(describe(script), ensure_ascii=False))
        else:
            _show_script(script)
    _raise_failures(found.failures)


def _show_script(script: Any) -> None:
    """Blocks in page order: spoken with +, dropped with - and the rule."""
    click.secho(f"{script.source}  section {script.section}, published {script.published}", bold=True)
    for entry in sorted((*script.paragraphs, *script.dropped), key=lambda each: each.block):
        if hasattr(entry, "rule"):
            click.secho(f"- [{entry.rule}] {entry.text}", dim=True)
        else:
            click.echo(click.style("+ ", fg="green") + f"[{entry.role}] {entry.text}")
    click.echo(f"  {len(script.paragraphs)} blocks spoken, {len(script.dropped)} dropped\n")


def _raise_failures(failures: tuple[Any, ...]) -> None:
    """Name the articles that could not be read, and end with the first one's code."""
    for failure in failures[1:]:
        _say(click.style("error: ", fg="red", bold=True) + str(failure.error))
    if failures:
        raise failures[0].error


@main.command()
@PATHS
@CONFIG
@JSON
def script(paths: tuple[Path, ...], config_file: Path | None, *, as_json: bool) -> None:
    """Show the spoken form, utterance by utterance."""
    from audio_edition import pipeline
    from audio_edition.text.verbaliser import utterances

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find(places))
    found = pipeline.read_scripts(places, settings)
    for each in found.scripts:
        if not as_json:
            click.secho(each.source, bold=True)
        for utterance in utterances(each, settings.language):
            if as_json:
                click.echo(json.dumps(_utterance(each.id, utterance), ensure_ascii=False))
            else:
                click.echo(f"{utterance.paragraph:4} [{utterance.role}] {utterance.spoken}")
    _raise_failures(found.failures)


def _utterance(article: str, utterance: Any) -> dict[str, Any]:
    return {
        "article": article,
        "paragraph": utterance.paragraph,
        "role": utterance.role,
        "language": utterance.language,
        "written": utterance.written,
        "spoken": utterance.spoken,
        "replacements": [
            {"written": utterance.written[r.start : r.end], "spoken": r.spoken, "rule": r.rule}
            for r in utterance.replacements
        ],
    }


@main.command(name="say-as")
@click.option("--locale", default="en-GB", show_default=True, help="How and where it is read: en-GB, en-US, de …")
def say_as(locale: str) -> None:
    """Read written lines on stdin, print each as it is spoken."""
    from audio_edition.text import verbaliser

    for line in click.open_file("-", encoding="utf-8", errors="replace"):
        click.echo(verbaliser.say_as(line.rstrip("\r\n"), locale))


@main.command()
@click.option("--engine", help="Only this engine.")
@JSON
def voices(engine: str | None, *, as_json: bool) -> None:
    """List the engines and voices that can be used here."""
    from audio_edition.speech import engines
    from audio_edition.speech.process import EngineProcess

    for name in (engine,) if engine else engines.installed():
        process = EngineProcess(name)
        try:
            offered = process.voices()
        except AudioEditionError as error:
            if engine:
                raise
            _say(f"{name}: {error}")
            continue
        finally:
            process.close()
        for voice in offered:
            if as_json:
                entry = {"engine": name, "id": voice.id, "name": voice.name, "language": voice.language}
                click.echo(json.dumps(entry, ensure_ascii=False))
            else:
                click.echo(f"{name:10} {voice.language:14} {voice.id:24} {voice.name}")


@main.command()
@OUTPUT
@JSON
def check(output: Path, *, as_json: bool) -> None:
    """Prove that OUTPUT holds what it says: sound, chapters, transcripts, feed."""
    from audio_edition import pipeline

    proof = pipeline.check(output)
    if as_json:
        entry = {"episodes": proof.episodes, "articles": proof.articles, "seconds": round(proof.seconds, 3)}
        click.echo(json.dumps(entry | {"problems": proof.problems}, ensure_ascii=False))
    if proof.problems:
        lines = "\n".join(f"  {problem}" for problem in proof.problems)
        raise PublishError(
            f"{output}: {len(proof.problems)} things are wrong:\n{lines}", hint="build the edition again"
        )
    if not as_json:
        length = _clock(round(proof.seconds * 1000))
        click.echo(
            f"{output}: {proof.episodes} episodes of {proof.articles} articles, {length} of sound; every paragraph"
            " is in it, and feed, chapters, transcripts and tags agree"
        )


@main.command()
@OUTPUT
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the home network.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option("--token", default="", help="A secret word in the address; without it nothing is served.")
def serve(output: Path, host: str, port: int, token: str) -> None:
    """Serve OUTPUT to podcast apps and browsers, until Ctrl-C."""
    from audio_edition.podcast import server

    app = server.create_app(output, token=token)
    with server.listen(host, port) as listener:
        base = server.address(host, listener.getsockname()[1], token)
        click.echo(f"Feed: {base}feed.xml\nPage: {base}\nCtrl-C ends.")
        sys.stdout.flush()
        server.serve(app, listener)


@main.command()
@click.argument("folder", default="articles", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Write a commented edition.toml into FOLDER (default: articles/)."""
    file = config.write_template(folder)
    click.echo(f"{file} written; edit it, then: audio-edition build {folder}")
