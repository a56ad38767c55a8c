"""Rules of the whole project: errors, light imports, network use, dependencies."""

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
    """Return a class of errors and all its subclasses."""
    return [kind, *(below for child in kind.__subclasses__() for below in tree(child))]


@pytest.mark.parametrize("kind", tree(AudioEditionError))
def test_the_docstring_of_the_errors_module_shows_every_error(kind: type[AudioEditionError]) -> None:
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__


def test_a_copied_error_keeps_its_message_and_its_hint() -> None:
    error = copy.copy(NoStoryError("what, where", hint="do this"))
    assert (type(error), str(error), error.hint) == (NoStoryError, "what, where", "do this")


@pytest.mark.parametrize(
    "heavy", ["numpy", "lxml", "PIL", "pydub", "uvicorn", "watchfiles", "jinja2", "sentencex", "pyttsx3", "urllib3"]
)
def test_importing_the_command_line_loads_no_heavy_library(heavy: str) -> None:
    code = f"import sys, audio_edition.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["lxml", "PIL", "jinja2", "sentencex", "starlette", "yaml"])
def test_importing_the_worker_loads_no_library_of_other_stages(heavy: str) -> None:
    code = f"import sys, audio_edition.recording.worker; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("heavy", ["numpy", "lxml", "pydub", "PIL"])
def test_checking_for_changes_loads_no_heavy_library(heavy: str) -> None:
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
"""A `sitecustomize` module, which Python runs at the start of every process, also of engines and workers."""


def run_with_network_log(folder: Path, *arguments: str | Path) -> tuple[str, subprocess.CompletedProcess[str]]:
    """Run a command; return a log of network libraries and connections of all its processes, and its outcome."""
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


@pytest.mark.slow
def test_only_commands_that_fetch_load_network_libraries_or_open_connections(
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
        assert run_with_network_log(tmp_path, *command)[0] == ""
    assert (out / "feed.xml").is_file()
    assert "socket.connect" in run_with_network_log(tmp_path, "add", "http://127.0.0.1:9/", "--to", issue)[0]
    (tmp_path / "log").unlink()
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    assert "socket.connect" in run_with_network_log(tmp_path, "voices", "--fetch", "emma")[0]


def commands() -> dict[str, click.Command]:
    """Return the commands of the tool by name."""
    from audio_edition.cli import main

    context = click.Context(main)
    return {name: command for name in main.list_commands(context) if (command := main.get_command(context, name))}


RUNTIME_EXTRAS = ("cluster", "natural", "piper", "kokoro", "check")


def test_every_dependency_has_its_reason_in_the_docs() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    requirements = [*project["dependencies"], *(line for name in RUNTIME_EXTRAS for line in extras[name])]
    names = {re.match(r"[\w-]+", line)[0] for line in requirements}  # type: ignore[index]
    section = DEPENDENCIES.split("## Dependencies\n")[1].split("\n## ")[0]
    assert names == set(re.findall(r"^\| \[?([\w-]+)\]?[^|]*\|", section, re.MULTILINE)) - {"Package"} - {"---"}


def test_the_gate_runs_the_test_command_of_the_readme() -> None:
    gate = (ROOT / ".ci" / "gate.py").read_text("utf-8")
    (command,) = re.findall(r'^TEST_COMMAND = "(.*)"$', gate, re.MULTILINE)
    assert f"\n{command}\n" in (ROOT / "README.md").read_text("utf-8")


def test_the_gate_names_tests_that_exist() -> None:
    named = re.findall(r'"(tests/[^":]+)(?:::(\w+))?', (ROOT / ".ci" / "gate.py").read_text("utf-8"))
    assert len(named) > 10
    for path, function in named:
        assert (ROOT / path).exists(), path
        assert not function or f"def {function}(" in (ROOT / path).read_text("utf-8"), function
