"""What holds the project together: errors, imports, docs."""

from __future__ import annotations

import copy
import re
import subprocess
import sys

import pytest

from audio_edition import errors
from audio_edition.errors import AudioEditionError, NoStoryError
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def tree(kind: type[AudioEditionError]) -> list[type[AudioEditionError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in tree(child))]


@pytest.mark.parametrize("kind", tree(AudioEditionError))
def test_the_tree_at_the_top_draws_every_error(kind: type[AudioEditionError]) -> None:
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__


def test_an_error_is_rebuilt_with_its_hint_as_pickling_does() -> None:
    error = copy.copy(NoStoryError("what, where", hint="do this"))
    assert (type(error), str(error), error.hint) == (NoStoryError, "what, where", "do this")


@pytest.mark.parametrize("heavy", ["numpy", "lxml", "PIL", "pydub", "uvicorn", "jinja2", "sentencex", "pyttsx3"])
def test_help_starts_without_heavy_libraries(heavy: str) -> None:
    code = f"import sys, audio_edition.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_command_of_the_readme_exists() -> None:
    from audio_edition.cli import main

    named = set(re.findall(r"audio-edition ([a-z][a-z-]+)", README))
    assert set(main.commands) == named


def test_every_option_of_the_readme_exists() -> None:
    from audio_edition.cli import main

    known = {option for command in main.commands.values() for p in command.params for option in p.opts}
    table = README.split("## Commands")[1].split("\n## ")[0]
    assert set(re.findall(r"`(--[a-z-]+)", table)) <= known | {"--help", "--version"}


def test_every_dependency_has_its_reason_in_the_readme() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]}  # type: ignore[index]
    section = README.split("## Dependencies")[1].split("\n## ")[0]
    assert names == set(re.findall(r"^\| \[?([\w-]+)\]?[^|]*\|", section, re.MULTILINE)) - {"Package"} - {"---"}


def test_links_inside_the_project_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)]+)\)", README):
        assert (ROOT / target).exists(), target
