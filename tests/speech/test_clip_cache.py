"""Keys of the clip cache: everything that the sound of a line depends on is in them, and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

import audio_edition
from audio_edition.cache import package_digest
from audio_edition.model import Pronunciation
from audio_edition.speech import clip_cache
from audio_edition.speech.clip_cache import SOURCE_PACKAGES, clip_key
from tests.conftest import line, utterance

PACKAGE = Path(str(resources.files(audio_edition)))


def imported_modules(file: Path) -> Iterator[str]:
    """Yield the name of every module that a source file imports anywhere."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def imported_names(file: Path, package: str) -> Iterator[str]:
    """Yield the names that a source file imports from one of our packages or its modules."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE.name}.{package}"):
            yield from (alias.name for alias in node.names)


def imported_packages(folder: Path) -> set[str]:
    """Return the packages of ours, one level below the top, that the modules in a folder import."""
    modules = (name.partition(".") for file in folder.rglob("*.py") for name in imported_modules(file))
    children = {rest.partition(".")[0] for top, _, rest in modules if top == PACKAGE.name and rest}
    return {f"{PACKAGE.name}.{child}" for child in children if (PACKAGE / child).is_dir()}


@pytest.mark.parametrize("package", SOURCE_PACKAGES)
def test_a_change_to_the_sources_of_speech_or_pronunciation_changes_every_key(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = clip_key(line("One."))
    changed = {package: "the digest of other sources"}
    monkeypatch.setattr(clip_cache, "package_digest", lambda name: changed.get(name, package_digest(name)))
    assert clip_key(line("One.")) != before


def test_keys_cover_every_package_that_the_code_of_speech_imports() -> None:
    """Of `languages` it imports the tags only: their meaning is a standard's, and the data there changes often."""
    packages = imported_packages(PACKAGE / "speech")
    assert packages - {"audio_edition.languages"} == set(SOURCE_PACKAGES)
    names = {name for file in (PACKAGE / "speech").rglob("*.py") for name in imported_names(file, "languages")}
    assert names == {"tags"}


def test_a_key_depends_on_text_pronunciations_and_voice_but_not_on_the_written_form_or_gain() -> None:
    first = clip_key(line("One."))
    spoken_in_ipa = utterance("One.", pronunciations=(Pronunciation(start=0, end=3, ipa="wʌn"),))
    others = [line("Two."), line(spoken_in_ipa), line("One.", voice="high"), line("One.", engine="buzz")]
    assert len({first, *map(clip_key, others)}) == 1 + len(others)
    assert clip_key(line(utterance("1.", spoken="One."), gain=3.0)) == first
