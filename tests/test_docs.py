"""The documentation agrees with the program: commands, options, keys, codes, paths, and the site builds."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path

import pytest

from audio_edition.config import Config, load
from audio_edition.errors import AudioEditionError
from tests.conftest import ROOT
from tests.test_project import commands, tree

README = ROOT / "README.md"
PAGES = ROOT / "docs" / "pages"
GUIDE = PAGES / "guide"
TEXTS = sorted([*ROOT.glob("*.md"), *PAGES.rglob("*.md")])

LIMIT = 12 * 1024
"""Most bytes of the README."""

SAMPLE_LIMIT = 150_000
"""Most bytes of the sample, which everybody who clones the project downloads."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

UNSET = "—"
"""Stands in the table of keys where there is no default."""


def names(paths: list[Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def section(page: Path, heading: str) -> str:
    """Return the text below a heading of the second level."""
    return page.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the tables in a text, without their headings."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    headings = {index - 1 for index, row in enumerate(cells) if set(row[0]) == {"-"}}
    return [row for index, row in enumerate(cells) if index not in headings and set(row[0]) != {"-"}]


def test_the_readme_stays_short() -> None:
    assert README.stat().st_size <= LIMIT
    assert (PAGES / "sound" / "sample.mp3").stat().st_size <= SAMPLE_LIMIT


def test_the_readme_has_every_command() -> None:
    named = set(re.findall(r"audio-edition ([a-z][a-z-]+)", section(README, "Commands")))
    assert set(commands()) == named


@pytest.mark.parametrize("text", TEXTS, ids=names(TEXTS))
def test_every_command_in_the_docs_exists(text: Path) -> None:
    assert set(re.findall(r"\baudio-edition ([a-z][a-z-]+)", text.read_text("utf-8"))) <= set(commands())


def test_the_page_of_commands_has_every_option_of_each_command() -> None:
    documented: dict[str, set[str]] = {name: set() for name in commands()}
    table = section(GUIDE / "commands.md", "The commands and their options").split("\n\n")[0]
    for command, _, options in rows(table):
        documented[command.split()[1].rstrip("`")] |= set(re.findall(r"--[a-z-]+", options))
    parameters = {name: command.params for name, command in commands().items() if name != "cache"}
    known = {
        name: {option for each in params for option in each.opts if option.startswith("--")}
        for name, params in parameters.items()
    }
    assert documented.pop("cache") == {"--json"}
    assert documented == {name: options - {"--help"} for name, options in known.items()}


@pytest.mark.parametrize("page", [README, GUIDE / "commands.md"], ids=["README", "commands"])
def test_the_exit_codes_are_those_of_the_errors(page: Path) -> None:
    codes = re.findall(r"^\| (\d) \|", page.read_text("utf-8"), re.MULTILINE)
    assert [int(code) for code in codes] == [0, *sorted({kind.exit_code for kind in tree(AudioEditionError)})]


def test_the_table_of_edition_toml_has_every_key_with_its_default(tmp_path: Path) -> None:
    page = GUIDE / "edition-toml.md"
    keys = {key.strip("`"): default.strip("`") for key, default, _ in rows(section(page, "Every key"))}
    assert list(keys) == [field.name for field in fields(Config)]
    unset = {key for key, default in keys.items() if default == UNSET}
    assert unset == {field.name for field in fields(Config) if getattr(Config(), field.name) is None}

    pauses = {key.strip("`"): default.strip("`") for key, default, _ in rows(section(page, "Pauses"))}
    assert set(pauses) == {field.name for field in fields(Config().pauses)}
    keys["pauses"] = f"{{ {', '.join(f'{key} = {default}' for key, default in pauses.items())} }}"
    file = tmp_path / "edition.toml"
    file.write_text("\n".join(f"{key} = {default}" for key, default in keys.items() if key not in unset), "utf-8")
    assert load(file) == Config()


def test_the_table_of_environment_variables_has_all_of_ours() -> None:
    documented = set(re.findall(r"AUDIO_EDITION_\w+", section(GUIDE / "edition-toml.md", "Environment variables")))
    sources = (file.read_text("utf-8") for file in (ROOT / "audio_edition").rglob("*.py"))
    assert documented == {name for source in sources for name in re.findall(r'"(AUDIO_EDITION_\w+)"', source)}


TOML = [
    pytest.param(block, id=f"{page.stem}-{number}")
    for page in sorted(GUIDE.glob("*.md"))
    for number, block in enumerate(re.findall(r"```toml\n(.*?)```", page.read_text("utf-8"), re.DOTALL))
]


@pytest.mark.parametrize("block", TOML)
def test_examples_of_edition_toml_are_valid(block: str, tmp_path: Path) -> None:
    file = tmp_path / "edition.toml"
    file.write_text(block, "utf-8")
    load(file)


def test_the_picture_of_the_layers_shows_the_import_contract() -> None:
    picture = section(PAGES / "how" / "architecture.md", "Layers").split("```text\n")[1].split("```")[0]
    contract = PROJECT["tool"]["importlinter"]["contracts"][0]
    assert picture.splitlines() == contract["layers"]


@pytest.mark.parametrize("text", TEXTS, ids=names(TEXTS))
def test_every_path_and_module_in_the_docs_exists(text: Path) -> None:
    words = set(re.findall(r"`((?:audio_edition|tests|docs)/[\w./-]+)`", text.read_text("utf-8")))
    assert [word for word in sorted(words) if not (ROOT / word).exists()] == []
    modules = set(re.findall(r"python -m (tests[\w.]*\w)", text.read_text("utf-8")))
    assert [module for module in sorted(modules) if find_spec(module) is None] == []
    packages = (
        set(re.findall(r"`(audio_edition(?:\.[a-z_]+)+)`", text.read_text("utf-8")))
        - PROJECT["project"]["entry-points"].keys()
    )
    assert [package for package in sorted(packages) if find_spec(package) is None] == []


OUTSIDE = [path for path in TEXTS if not path.is_relative_to(PAGES)]


@pytest.mark.parametrize("text", OUTSIDE, ids=names(OUTSIDE))
def test_links_inside_the_project_lead_somewhere(text: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", text.read_text("utf-8")):
        assert (ROOT / target).exists(), target


def test_the_site_builds_without_a_warning_and_loads_nothing_from_other_hosts(tmp_path: Path) -> None:
    if not all(map(find_spec, ("mkdocs", "mkdocstrings"))):
        pytest.skip("mkdocs is not installed here: pip install -e '.[docs]'")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "docs/mkdocs.yml", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(
            r"<(?:script|img|audio|iframe|link)\b[^>]*(?:src|href)=\"(?:https?:)?//[^\"]*", page.read_text("utf-8")
        )
        assert [each for each in loaded if 'rel="canonical"' not in each] == [], page
