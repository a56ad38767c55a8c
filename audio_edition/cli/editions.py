"""`build`, `check`, `serve`: an edition from its articles to its listeners."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import Any

import click

from audio_edition import config
from audio_edition.cli import listening
from audio_edition.cli.stages import stages
from audio_edition.cli.terminal import (
    CONFIG,
    JSON,
    KEEP,
    OUTPUT,
    PATHS,
    Painted,
    clock,
    progress_bar,
    safe_json,
    say,
    say_error,
    tell,
    tell_json,
    warn,
)
from audio_edition.errors import ArticleError, IncompleteEditionError, PublishError
from audio_edition.progress import counted


@click.command()
@PATHS
@click.option("-o", "--output", default="output", type=click.Path(path_type=Path), show_default=True)
@CONFIG
@click.option("--engine", help="Speech engine (see `voices`).")
@click.option("--voice", help="Voice: its id, name or language (see `voices`).")
@click.option("--rate", type=int, help="Words a minute.")
@click.option("--jobs", type=int, help="Processes that speak at the same time [default: one a core]")
@click.option("--scheduler", help="Have a Dask cluster speak instead: tcp://host:8786.")
@click.option("--episodes", help="Some of article,section,edition [default: article,edition]")
@KEEP
@click.option("--title", help="Title of the edition.")
@click.option("--date", help="Date of the issue, 2026-11-21.")
@click.option("--issue", type=int, help="Number of the issue [default: its date, 20261121]")
@click.option("--base-url", help="Address where output/ will be found, for a feed with whole addresses.")
@click.option("--keep-issues", type=int, help="Keep so many of the newest issues in OUTPUT [default: all]")
@click.option("--cache-size", help="Keep so much sound for the next build, 500MB [default: 4GB]; 0: none.")
@click.option("--follow", is_flag=True, default=None, help="Publish what is finished while the rest is spoken.")
@click.option("--strict", is_flag=True, default=None, help="Stop at the first article that fails.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@JSON
def build(
    paths: tuple[Path, ...], output: Path, config_file: Path | None, *, quiet: bool, as_json: bool, **options: Any
) -> None:
    """Build the edition: PATHS (default: articles/) → output/."""
    from audio_edition.build import up_to_date

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places), options)
    before = up_to_date.traces(places)
    made_of = up_to_date.stamp(places, settings)
    if settings.cache_size and up_to_date.is_current(output, made_of):
        _repeat(output, quiet=quiet, as_json=as_json)
        return
    from audio_edition.build.stages import build as build_edition  # only now: it loads all that makes sound

    with stages(hidden=quiet or as_json) as progress:
        report = build_edition(places, output, settings, progress)
    is_lasting = all(isinstance(each.error, ArticleError) for each in report.failures)
    if settings.cache_size and is_lasting and up_to_date.traces(places) == before:
        up_to_date.remember(output, made_of)  # what an engine failed at, it may say the next time
    if as_json:
        click.echo(safe_json(report.render()), nl=False)
    if not quiet and not as_json:
        _summarise(report, output)
    _raise_incomplete([failure.reason for failure in report.failures])


def _repeat(output: Path, *, quiet: bool, as_json: bool) -> None:
    """Say again what the last build said, for it would say nothing else."""
    text = (output / "report.json").read_text(encoding="utf-8")
    if as_json:
        click.echo(safe_json(text), nl=False)
    elif not quiet:
        say(f"Nothing has changed since {output} was built. Listen: audio-edition serve {output}")
    _raise_incomplete([failure["error"] for failure in json.loads(text)["failures"]])


def _raise_incomplete(errors: Sequence[str]) -> None:
    if errors:
        names = "\n".join(f"  {error}" for error in errors)
        count = counted(len(errors), "article")
        hint = "build again to try them once more, or mend or remove them first: only what is missing is spoken"
        raise IncompleteEditionError(f"published without {count}:\n{names}", hint=hint)


def _summarise(report: Any, output: Path) -> None:
    from audio_edition.model import EpisodeKind

    edition = report.edition
    for episode in edition.episodes:
        marks = counted(len(episode.track.chapters), "chapter")
        bold = episode.kind is not EpisodeKind.ARTICLE
        length = clock(episode.track.duration_ms)
        say(f"  {length:>8}  ", Painted(episode.title, bold=bold), f" ({marks})")
    spoken = sum(len(script.narrative) for script in report.scripts)
    dropped = sum(report.drops.values())
    counts = (counted(len(report.scripts), "article"), counted(spoken, "paragraph"), counted(dropped, "block"))
    say("{}, {} spoken, {} dropped".format(*counts) + (":" if dropped else ""))
    if dropped:
        say("  " + ", ".join(f"{rule} {count}" for rule, count in report.drops.most_common(8)))
    say(f"Read by {'; '.join(edition.narrators)}")
    mended = sum(flaw.mended for flaw in report.flaws)
    if mended:
        say(f"{counted(mended, 'clip')} sounded wrong and {'were' if mended != 1 else 'was'} spoken again")
    for flaw in report.flaws:
        if not flaw.mended:
            warn(f"sounds wrong, {flaw.fault}: {flaw.text[:60]!r}")
    for warning in report.warnings:
        warn(warning)
    say(f"Published in {output}. Listen: audio-edition serve {output}")


@click.command()
@OUTPUT
@click.option("--listen", is_flag=True, help="Also have a recogniser write down what is said, and compare.")
@JSON
def check(output: Path, *, listen: bool, as_json: bool) -> None:
    """Prove that OUTPUT holds what it says: sound, chapters, transcripts, feed."""
    from audio_edition.verification.check import check as prove

    with progress_bar("Checking", hidden=as_json) as progress:
        proof = prove(output, progress)
    heard = listening.listened(output, hidden=as_json) if listen else None
    problems = (*proof.problems, *(listening.problems(heard) if heard else ()))
    if as_json:
        entry: dict[str, Any] = {
            "episodes": proof.episodes,
            "articles": proof.articles,
            "seconds": round(proof.seconds, 3),
        }
        entry |= {"listened": listening.described(heard)} if heard else {}
        tell_json(entry | {"problems": problems})
    elif heard:
        listening.summarise(heard)
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        what = "one thing is" if len(problems) == 1 else f"{len(problems)} things are"
        raise PublishError(f"{output}: {what} wrong:\n{lines}", hint="build the edition again")
    if not as_json:
        length = clock(round(proof.seconds * 1000))
        tell(
            f"{output}: {counted(proof.episodes, 'episode')} of {counted(proof.articles, 'article')}, {length} of"
            " sound; every paragraph is in it, and feed, chapters, transcripts and tags agree"
        )


@click.command()
@click.argument("slug")
@OUTPUT
@click.option("--base-url", default="", help="Address of OUTPUT on the web [default: what it was built for]")
def embed(slug: str, output: Path, base_url: str) -> None:
    """Print HTML that shows the player of an episode, called SLUG, on a page of yours."""
    from audio_edition.verification.embedding import embed as snippet

    click.echo(snippet(output, slug, base_url))


_LONG = 16
"""Letters of a token that nobody guesses if they are chance; fewer are too few in any case."""


def _checked_token(_: click.Context, __: click.Parameter, token: str | None) -> str | None:
    """A token is one part of a path."""
    if token and not re.fullmatch(r"[\w-]+", token, re.ASCII):
        raise click.BadParameter("takes letters, digits, - and _")
    return token


@click.command()
@OUTPUT
@click.option(
    "--watch",
    "articles",
    multiple=True,
    metavar="ARTICLES",
    type=click.Path(exists=True, path_type=Path),
    help="Build OUTPUT again whenever these have changed (more than once: of several).",
)
@CONFIG
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the home network.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--token",
    callback=_checked_token,
    help="Secret word in the address [default: your own, if others can reach it]",
)
@click.option("--qr", is_flag=True, help="Show the feed's address as a QR code, as for the home network.")
@click.option("-v", "--verbose", is_flag=True, help="Log every request.")
def serve(output: Path, articles: tuple[Path, ...], config_file: Path | None, **options: Any) -> None:
    """Serve OUTPUT to podcast apps and browsers, until Ctrl-C."""
    if config_file and not articles:
        raise click.UsageError("--config goes with --watch")
    with suppress(KeyboardInterrupt), ExitStack() as meanwhile:
        if articles:
            meanwhile.enter_context(_rebuilding(output, articles, config_file))
        _serve(output, **options)


def _rebuilding(output: Path, articles: tuple[Path, ...], config_file: Path | None) -> AbstractContextManager[None]:
    """What keeps the edition as its articles are; if there is none, it is built first."""
    from audio_edition.build.subprocess_build import Builder
    from audio_edition.build.watch import watching
    from audio_edition.podcast import server

    builder = Builder(articles, output, config_file)
    if not server.is_published(output):
        code = builder.build()
        if not server.is_published(output):
            sys.exit(code)
    return watching(builder, lambda outcome: (say if outcome.is_published else say_error)(outcome.line))


def _serve(output: Path, *, host: str, port: int, token: str | None, qr: bool, verbose: bool) -> None:
    from audio_edition.podcast import server
    from audio_edition.podcast.publisher import settle
    from audio_edition.podcast.qr_code import print_code
    from audio_edition.podcast.token import own_token

    settle(output)
    private = server.is_own(host)
    word = token or ("" if private else own_token())
    if not private and len(word) < _LONG:
        warn(f"--token: a word of {len(word)} letters can be guessed; without --token it is this machine's own")
    app = server.create_app(output, token=word, own_only=private)
    with server.listen(host, port) as listener:
        base = server.address(host, listener.getsockname()[1], word)
        for line in (f"Feed: {base}feed.xml", f"Page: {base}", "Ctrl-C ends."):
            tell(line)
        sys.stdout.flush()
        if qr or (not private and sys.stderr.isatty()):
            print_code(f"{base}feed.xml", sys.stderr)
        server.serve(app, listener, token=word, verbose=verbose)
