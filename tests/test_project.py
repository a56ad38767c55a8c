"""What holds the project together: errors, imports, dependencies."""

from __future__ import annotations

import copy
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from audio_edition import errors
from audio_edition.errors import AudioEditionError, NoStoryError
from tests.conftest import ROOT

DEPENDENCIES = (ROOT / "docs" / "pages" / "dependencies.md").read_text("utf-8")


def tree(kind: type[AudioEditionError]) -> list[type[AudioEditionError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in tree(child))]


@pytest.mark.parametrize("kind", tree(AudioEditionError))
def test_the_tree_at_the_top_draws_every_error(kind: type[AudioEditionError]) -> None:
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__


def test_an_error_is_rebuilt_with_its_hint_as_pickling_does() -> None:
    error = copy.copy(NoStoryError("what, where", hint="do this"))
    assert (type(error), str(error), error.hint) == (NoStoryError, "what, where", "do this")


@pytest.mark.parametrize(
    "heavy", ["numpy", "lxml", "PIL", "pydub", "uvicorn", "watchfiles", "jinja2", "sentencex", "pyttsx3", "urllib3"]
)
def test_help_starts_without_heavy_libraries(heavy: str) -> None:
    code = f"import sys, audio_edition.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["lxml", "PIL", "jinja2", "sentencex", "starlette", "yaml"])
def test_a_worker_loads_only_what_makes_sound(heavy: str) -> None:
    code = f"import sys, audio_edition.recording.worker; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["numpy", "lxml", "pydub", "PIL"])
def test_to_see_that_nothing_has_changed_takes_no_heavy_library(heavy: str) -> None:
    code = f"import sys, audio_edition.build.edition; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


WATCH = """
import pathlib, sys
def watch(event, arguments):
    out = event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple)
    loads = event == "import" and arguments[0] in FETCH
    if out or loads or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        with open(LOG, "a") as log:
            print(event, arguments, file=log)
FETCH = {"urllib3", "protego", "truststore", "audio_edition.web"}
LOG = pathlib.Path(__file__).with_name("log")
sys.addaudithook(watch)
"""
"""Runs at the start of every Python process that has it in its path, an engine's and a worker's too."""


def watched(folder: Path, *arguments: str | Path) -> tuple[str, subprocess.CompletedProcess[str]]:
    """What a command, and every process it starts, loads to reach the network or does to reach it; its outcome."""
    (folder / "sitecustomize.py").write_text(WATCH)
    done = subprocess.run(
        [sys.executable, "-m", "audio_edition", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        input="5%",
        env=os.environ | {"PYTHONPATH": str(folder)},
    )
    log = folder / "log"
    return log.read_text() if log.exists() else "", done


def test_no_command_but_those_that_fetch_loads_what_fetches_or_opens_a_connection(
    issue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (issue / "feed.xml").write_text("<rss><channel><item><link>http://127.0.0.1/x</link></item></channel></rss>")
    out = tmp_path / "out"
    for command in (
        ["build", issue, "-o", out, "--jobs", "2", "--episodes", "article"],
        ["segment", issue],
        ["script", issue],
        ["say-as"],
        ["voices"],
        ["voices", "--json"],
        ["check", out],
        ["init", issue],
        ["--help"],
    ):
        assert watched(tmp_path, *command)[0] == ""
    assert (out / "feed.xml").is_file()
    assert "socket.connect" in watched(tmp_path, "add", "http://127.0.0.1:9/", "--to", issue)[0]
    (tmp_path / "log").unlink()
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert "socket.connect" in watched(tmp_path, "voices", "--fetch", "emma")[0]


def commands() -> dict[str, click.Command]:
    from audio_edition.cli import main

    context = click.Context(main)
    return {name: command for name in main.list_commands(context) if (command := main.get_command(context, name))}


RUNTIME_EXTRAS = ("cluster", "natural", "piper", "kokoro", "check")


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(line for name in RUNTIME_EXTRAS for line in extras[name])]
    names = {re.match(r"[\w-]+", line)[0] for line in wanted}  # type: ignore[index]
    section = DEPENDENCIES.split("## Dependencies\n")[1].split("\n## ")[0]
    assert names == set(re.findall(r"^\| \[?([\w-]+)\]?[^|]*\|", section, re.MULTILINE)) - {"Package"} - {"---"}
