"""The command `serve`: feeds and pages over HTTP, and with `--watch` a rebuild whenever articles change."""

from __future__ import annotations

import re
import sys
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from typing import Any

import click

from audio_edition.cli.terminal import (
    CONFIG_OPTION,
    OUTPUT_ARGUMENT,
    print_error,
    print_line,
    print_message,
    print_warning,
)

_MIN_TOKEN_LETTERS = 16
"""Letters of the shortest random token that cannot be guessed."""


def _validate_token(_: click.Context, __: click.Parameter, token: str | None) -> str | None:
    """Return the token if it can be one part of a path. Raises BadParameter."""
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
    with suppress(KeyboardInterrupt), ExitStack() as stack:
        if articles:
            stack.enter_context(_start_watching(output, articles, config_file))
        _run_server(output, **options)


def _start_watching(
    output: Path, articles: tuple[Path, ...], config_file: Path | None
) -> AbstractContextManager[None]:
    """Return a context that rebuilds the edition when its articles change; a missing edition is built first."""
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
    secret = token or ("" if private else load_or_create_token())
    if not private and len(secret) < _MIN_TOKEN_LETTERS:
        print_warning(
            f"--token: a word of {len(secret)} letters can be guessed; without --token it is this machine's own"
        )
    app = server.create_app(output, token=secret, own_only=private)
    with server.open_listener(host, port) as listener:
        base = server.client_address(host, listener.getsockname()[1], secret)
        for line in (f"Feed: {base}feed.xml", f"Page: {base}", "Ctrl-C ends."):
            print_line(line)
        sys.stdout.flush()
        if qr or (not private and sys.stderr.isatty()):
            print_qr_code(f"{base}feed.xml", sys.stderr)
        server.serve(app, listener, token=secret, verbose=verbose)
