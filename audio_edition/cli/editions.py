"""`build`, `check`, `serve`: an edition from its articles to its listeners."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audio_edition import config
from audio_edition.cli import listening
from audio_edition.cli.stages import show_stages
from audio_edition.cli.terminal import (
    CONFIG_OPTION,
    JSON_OPTION,
    KEEP_OPTION,
    OUTPUT_ARGUMENT,
    PATHS_ARGUMENT,
    StyledText,
    escape_json,
    format_duration,
    print_error,
    print_json,
    print_line,
    print_message,
    print_warning,
    progress_bar,
)
from audio_edition.errors import IncompleteEditionError, PublishError
from audio_edition.progress import format_count

if TYPE_CHECKING:
    from audio_edition.build.result import BuildResult


@click.command()
@PATHS_ARGUMENT
@click.option("-o", "--output", default="output", type=click.Path(path_type=Path), show_default=True)
@CONFIG_OPTION
@click.option("--engine", help="Speech engine (see `voices`).")
@click.option("--voice", help="Voice: its id, name or language (see `voices`).")
@click.option("--rate", type=int, help="Words a minute.")
@click.option("--jobs", type=int, help="Processes that speak at the same time [default: one a core]")
@click.option("--scheduler", help="Have a Dask cluster speak instead: tcp://host:8786.")
@click.option("--episodes", help="Some of article,section,edition [default: article,edition]")
@KEEP_OPTION
@click.option("--title", help="Title of the edition.")
@click.option("--date", help="Date of the issue, 2026-11-21.")
@click.option("--issue", type=int, help="Number of the issue [default: its date, 20261121]")
@click.option("--base-url", help="Address where output/ will be found, for a feed with whole addresses.")
@click.option("--keep-issues", type=int, help="Keep so many of the newest issues in OUTPUT [default: all]")
@click.option("--cache-size", help="Keep so much sound for the next build, 500MB [default: 4GB]; 0: none.")
@click.option("--follow", is_flag=True, default=None, help="Publish what is finished while the rest is spoken.")
@click.option("--strict", is_flag=True, default=None, help="Stop at the first article that fails.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@JSON_OPTION
def build(
    paths: tuple[Path, ...], output: Path, config_file: Path | None, *, quiet: bool, as_json: bool, **options: Any
) -> None:
    """Build the edition: PATHS (default: articles/) → output/."""
    from audio_edition.build.edition import build_edition
    from audio_edition.podcast.build_report import render_report

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places), options)
    with show_stages(hidden=quiet or as_json) as progress:
        result = build_edition(places, output, settings, progress)
    if as_json:
        click.echo(escape_json(render_report(result.report).decode()), nl=False)
    elif not quiet and result.unchanged:
        print_message(f"Nothing has changed since {output} was built. Listen: audio-edition serve {output}")
    elif not quiet:
        _print_summary(result, output)
    _raise_incomplete([failure.reason for failure in result.failures])


def _raise_incomplete(errors: Sequence[str]) -> None:
    if errors:
        names = "\n".join(f"  {error}" for error in errors)
        count = format_count(len(errors), "article")
        hint = "build again to try them once more, or mend or remove them first: only what is missing is spoken"
        raise IncompleteEditionError(f"published without {count}:\n{names}", hint=hint)


def _print_summary(result: BuildResult, output: Path) -> None:
    from audio_edition.model import EpisodeKind

    edition, report = result.edition, result.report
    for episode in edition.episodes:
        marks = format_count(len(episode.track.chapters), "chapter")
        bold = episode.kind is not EpisodeKind.ARTICLE
        length = format_duration(episode.track.duration_ms)
        print_message(f"  {length:>8}  ", StyledText(episode.title, bold=bold), f" ({marks})")
    spoken = sum(len(article.paragraphs) for article in report.articles)
    dropped = sum(report.drops_by_rule.values())
    counts = (
        format_count(len(report.articles), "article"),
        format_count(spoken, "paragraph"),
        format_count(dropped, "block"),
    )
    print_message("{}, {} spoken, {} dropped".format(*counts) + (":" if dropped else ""))
    if dropped:
        print_message("  " + ", ".join(f"{rule} {count}" for rule, count in report.drops_by_rule.most_common(8)))
    print_message(f"Read by {'; '.join(edition.narrators)}")
    mended = sum(flaw.mended for flaw in result.flaws)
    if mended:
        print_message(
            f"{format_count(mended, 'clip')} sounded wrong and {'were' if mended != 1 else 'was'} spoken again"
        )
    for flaw in result.flaws:
        if not flaw.mended:
            print_warning(f"sounds wrong, {flaw.fault}: {flaw.text[:60]!r}")
    for warning in report.warnings:
        print_warning(warning)
    print_message(f"Published in {output}. Listen: audio-edition serve {output}")


@click.command()
@OUTPUT_ARGUMENT
@click.option("--listen", is_flag=True, help="Also have a recogniser write down what is said, and compare.")
@JSON_OPTION
def check(output: Path, *, listen: bool, as_json: bool) -> None:
    """Prove that OUTPUT holds what it says: sound, chapters, transcripts, feed."""
    from audio_edition.verification.check import check as prove

    with progress_bar("Checking", hidden=as_json) as progress:
        proof = prove(output, progress)
    heard = listening.recognize_output(output, hidden=as_json) if listen else None
    problems = (*proof.problems, *(listening.list_problems(heard) if heard else ()))
    if as_json:
        entry: dict[str, Any] = {
            "episodes": proof.episodes,
            "articles": proof.articles,
            "seconds": round(proof.seconds, 3),
        }
        entry |= {"listened": listening.describe_result(heard)} if heard else {}
        print_json(entry | {"problems": problems})
    elif heard:
        listening.print_summary(heard)
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


@click.command()
@click.argument("slug")
@OUTPUT_ARGUMENT
@click.option("--base-url", default="", help="Address of OUTPUT on the web [default: what it was built for]")
def embed(slug: str, output: Path, base_url: str) -> None:
    """Print HTML that shows the player of an episode, called SLUG, on a page of yours."""
    from audio_edition.verification.embedding import embed as snippet

    click.echo(snippet(output, slug, base_url))


_MIN_TOKEN_LETTERS = 16
"""Letters of a token that nobody guesses if they are chance; fewer are too few in any case."""


def _validate_token(_: click.Context, __: click.Parameter, token: str | None) -> str | None:
    """A token is one part of a path."""
    if token and not re.fullmatch(r"[\w-]+", token, re.ASCII):
        raise click.BadParameter("takes letters, digits, - and _")
    return token


@click.command()
@OUTPUT_ARGUMENT
@click.option(
    "--watch",
    "articles",
    multiple=True,
    metavar="ARTICLES",
    type=click.Path(exists=True, path_type=Path),
    help="Build OUTPUT again whenever these have changed (more than once: of several).",
)
@CONFIG_OPTION
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 for the home network.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--token",
    callback=_validate_token,
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
            meanwhile.enter_context(_start_watching(output, articles, config_file))
        _run_server(output, **options)


def _start_watching(
    output: Path, articles: tuple[Path, ...], config_file: Path | None
) -> AbstractContextManager[None]:
    """What keeps the edition as its articles are; if there is none, it is built first."""
    from audio_edition.build.subprocess_build import SubprocessBuilder
    from audio_edition.build.watch import watch_articles
    from audio_edition.podcast import server

    builder = SubprocessBuilder(articles, output, config_file)
    if not server.is_published(output):
        code = builder.build()
        if not server.is_published(output):
            sys.exit(code)
    return watch_articles(
        builder, lambda outcome: (print_message if outcome.is_published else print_error)(outcome.line)
    )


def _run_server(output: Path, *, host: str, port: int, token: str | None, qr: bool, verbose: bool) -> None:
    from audio_edition.podcast import server
    from audio_edition.podcast.publisher import recover_edition
    from audio_edition.podcast.qr_code import print_qr_code
    from audio_edition.podcast.token import load_or_create_token

    recover_edition(output)
    private = server.is_loopback(host)
    word = token or ("" if private else load_or_create_token())
    if not private and len(word) < _MIN_TOKEN_LETTERS:
        print_warning(
            f"--token: a word of {len(word)} letters can be guessed; without --token it is this machine's own"
        )
    app = server.create_app(output, token=word, own_only=private)
    with server.open_listener(host, port) as listener:
        base = server.client_address(host, listener.getsockname()[1], word)
        for line in (f"Feed: {base}feed.xml", f"Page: {base}", "Ctrl-C ends."):
            print_line(line)
        sys.stdout.flush()
        if qr or (not private and sys.stderr.isatty()):
            print_qr_code(f"{base}feed.xml", sys.stderr)
        server.serve(app, listener, token=word, verbose=verbose)
