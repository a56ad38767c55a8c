"""Collection of all regular expressions of the package; run as a module, it pickles them to stdout.

It records what is compiled while the whole package is imported and used, because many expressions are built from
tables of words.
"""

from __future__ import annotations

import ast
import gc
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import audio_edition

PACKAGE = Path(audio_edition.__file__).parent
ROOT = Path(__file__).parent.parent.parent
_COMPILING = frozenset("compile search match fullmatch split findall finditer sub subn".split())
_AT_ONE_PLACE = frozenset({"match", "fullmatch"})

Site = tuple[str, int]
"""A file of the package and a line in it."""


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression, where it is compiled, and whether it is only tried at the beginning of a text."""

    source: str | bytes
    flags: int
    site: Site
    is_start_only: bool

    @property
    def is_bytes(self) -> bool:
        """True if it matches bytes."""
        return isinstance(self.source, bytes)


@dataclass(frozen=True, slots=True)
class Collected:
    """All regular expressions found, and the files that compile some which were not found."""

    regexes: tuple[Regex, ...]
    missed: frozenset[str]


def collect_regexes() -> Collected:
    """Collect the regular expressions in a new process."""
    done = subprocess.run([sys.executable, "-m", __name__], check=True, capture_output=True, cwd=ROOT)
    found: tuple[list[tuple[str | bytes, int, Site, bool]], frozenset[str]] = pickle.loads(done.stdout)  # noqa: S301 - our own process
    return Collected(tuple(Regex(*fields) for fields in found[0]), found[1])


class _Spy:
    """Replaces the function with which all functions of `re` compile, and records its calls."""

    def __init__(self) -> None:
        self._compile = re._compile  # type: ignore[attr-defined]  # noqa: SLF001 - all functions of `re` call it
        self.found: dict[tuple[str | bytes, int], Site] = {}
        self.sites: set[Site] = set()

    def __call__(self, pattern: str | re.Pattern[str], flags: int) -> re.Pattern[str]:
        compiled: re.Pattern[str] = self._compile(pattern, flags)
        site = _site(sys._getframe(1))  # noqa: SLF001 - as logging does
        if site:
            self.sites.add(site)
            self.found.setdefault((compiled.pattern, compiled.flags), site)
        return compiled


def _site(frame: FrameType | None) -> Site | None:
    while frame and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    file = Path(frame.f_code.co_filename) if frame else Path()
    return (file.relative_to(PACKAGE).as_posix(), frame.f_lineno) if frame and PACKAGE in file.parents else None


def _import_all() -> None:
    for module in pkgutil.walk_packages(audio_edition.__path__, "audio_edition."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def _use_package() -> None:
    """Use everything that compiles on first use: rules, phrases by first letter, calendars."""
    from audio_edition import languages
    from audio_edition.pronunciation.lexicon import BUILT_IN
    from audio_edition.readers import read
    from audio_edition.readers.forwarded import strip_reply_marks
    from audio_edition.segmenter import segment
    from audio_edition.segmenter.phrases import PhraseSet
    from audio_edition.verbaliser import verbalise
    from audio_edition.verbaliser.rule import LazyPattern
    from tests.conftest import spoken_cases

    for table in ("spoken_forms.tsv", "spoken_forms_european.tsv"):
        for locale, written, _ in spoken_cases(ROOT / "tests" / "verbaliser" / table):
            verbalise(written, locale, lexicon=BUILT_IN)
    strip_reply_marks("Fwd: mud")
    for code in languages.available():
        languages.load(code).continues_sentence("etc.", "And")
    for page in sorted((ROOT / "tests" / "segmenter" / "data").glob("*/*.[ht]*[lt]")):
        if page.suffix != ".toml":
            segment(read(page)[0])
    for thing in gc.get_objects():
        if isinstance(thing, LazyPattern):
            _ = thing.match
        if isinstance(thing, PhraseSet):
            for letter in {letter for _, _, letters in thing._anchored_phrases for letter in letters}:  # noqa: SLF001
                thing._pattern_for_letter(letter)  # noqa: SLF001


def _sources() -> dict[str, ast.Module]:
    return {file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_bytes()) for file in PACKAGE.rglob("*.py")}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Yield the calls of functions of `re` that compile."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in _COMPILING:
                yield node


def _missed(spy: _Spy) -> frozenset[str]:
    """Return the files with calls that were not recorded; patterns that are written out are recorded here."""
    missed = set()
    for file, tree in _sources().items():
        for call in _calls(tree):
            pattern = call.args[0]
            if _lines(file, call) & spy.sites:
                continue
            if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str | bytes):
                spy.found.setdefault((pattern.value, 0), (file, call.lineno))
                spy.sites.add((file, call.lineno))
            else:
                missed.add(file)
    return frozenset(missed)


def _start_only(sites: set[Site]) -> set[Site]:
    """Return the lines of names of which only `match` and `fullmatch` are used, and of calls of these."""
    found: set[Site] = set()
    sources = _sources()
    everywhere = _uses(*sources.values())
    for file, tree in sources.items():
        here = _uses(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if (here if name.startswith("_") else everywhere).get(name) == {True}:
                    found |= _lines(file, node)
        for call in _calls(tree):
            if isinstance(call.func, ast.Attribute) and call.func.attr in _AT_ONE_PLACE:
                found |= _lines(file, call)
    return found & sites


def _lines(file: str, node: ast.stmt | ast.expr) -> set[Site]:
    return {(file, line) for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}


def _uses(*trees: ast.AST) -> dict[str, set[bool]]:
    """Return for each name that modules read whether its uses are `name.match(text)` or other ones."""
    nodes = [node for tree in trees for node in ast.walk(tree)]
    at_one_place: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in _AT_ONE_PLACE:
            at_one_place.add(id(node.value))
    uses: dict[str, set[bool]] = {}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            uses.setdefault(node.id, set()).add(id(node) in at_one_place)
    return uses


def main() -> None:
    """Pickle the results as plain tuples, because in this process the classes belong to `__main__`."""
    spy = _Spy()
    re._compile = spy  # type: ignore[attr-defined]  # noqa: SLF001
    _import_all()
    _use_package()
    missed = _missed(spy)
    start_only = _start_only(spy.sites)
    regexes = [(source, flags, site, site in start_only) for (source, flags), site in spy.found.items()]
    sys.stdout.buffer.write(pickle.dumps((regexes, missed)))


if __name__ == "__main__":
    main()
