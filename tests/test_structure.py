"""The structure of the package: readable folders, one meaning a name, docstrings that say what is done."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import audio_edition

PACKAGE = Path(audio_edition.__file__).parent
MODULES = {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_bytes()) for file in PACKAGE.rglob("*.py")}
MAX_MODULES = 22
"""Modules of a folder, its `__init__` not counted."""

MAX_LINES = 320
LONG_MODULES = {"model.py"}
"""The nouns of the project stand in one module, in the order in which an article becomes an edition."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    for name, tree in MODULES.items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{name}:{node.name}", node


def test_a_folder_holds_about_twenty_modules_at_most() -> None:
    counts = Counter(Path(name).parent.as_posix() for name in MODULES if not name.endswith("__init__.py"))
    assert {folder: count for folder, count in counts.items() if count > MAX_MODULES} == {}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_module_has_a_docstring_and_about_three_hundred_lines_at_most(name: str) -> None:
    assert ast.get_docstring(MODULES[name])
    if name not in LONG_MODULES:
        assert len((PACKAGE / name).read_text("utf-8").splitlines()) <= MAX_LINES


def test_no_two_public_classes_share_a_name() -> None:
    places = defaultdict(list)
    for name, tree in MODULES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(name)
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_docstrings_of_functions_say_what_the_function_does() -> None:
    """A sentence that begins with "What" or "Whether" names a result and no action."""
    vague = ("What ", "Whether ")
    assert [place for place, node in functions() if (ast.get_docstring(node) or "").startswith(vague)] == []


IRREGULAR = frozenset(
    "begun built drawn found given held heard kept known left made said sent shown spoken taken told".split()
)
VERBS_IN_ED = frozenset({"embed", "feed", "need", "speed"})


def test_no_function_is_named_by_a_bare_participle() -> None:
    """`limited` says neither what acts nor what is returned; `limit_peaks` does."""
    words = {place: node.name.strip("_") for place, node in functions()}
    bare = {
        place
        for place, word in words.items()
        if word in IRREGULAR or (word.endswith("ed") and "_" not in word and word not in VERBS_IN_ED)
    }
    assert bare == set()
