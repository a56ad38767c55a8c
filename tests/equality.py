"""Proves that two commits behave alike: `python -m tests.equality BEFORE [AFTER]`.

Each commit is checked out into a folder of its own and asked for the same things: `segment --json` on every page of
the labelled sets and every case beside the checkout, `script --json` on the copied text, `say-as` on every written
line that a test or a set knows, and the sample edition with the engine pyttsx3. The answers are compared byte
by byte.

The lines and the articles are those of BEFORE. AFTER is the working tree if it is left out. Answers are kept in
`--keep FOLDER`, so that BEFORE is asked only once.
"""

from __future__ import annotations

import argparse
import filecmp
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import zip_longest
from pathlib import Path

import click

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SETS = ("segment", "segment-wide")
LOCALES = ("en-GB", "en-US", "de", "fr", "es", "it", "pt", "nl")


def main() -> int:
    """Print what differs; 0 if nothing does."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("before", help="a commit")
    parser.add_argument("after", nargs="?", help="another; without it, the working tree")
    parser.add_argument("--keep", type=Path, help="keep the answers of commits here and use them again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        kept = options.keep or Path(scratch) / "answers"
        inputs = Path(scratch) / "inputs"
        _collect_inputs(options.before, inputs)
        before = _answers_of_commit(options.before, kept, inputs)
        if options.after:
            after = _answers_of_commit(options.after, kept, inputs)
        else:
            after = Path(scratch) / "working-tree"
            _ask(ROOT, after, inputs)
        differing = list(_differences(before, after))
    for line in (*differing, f"{len(differing)} answers differ" if differing else "no difference"):
        click.echo(line)
    return 1 if differing else 0


def _collect_inputs(before: str, inputs: Path) -> None:
    """Put the sample articles and the tests' tables of BEFORE, and the unpacked pages, below `inputs`."""
    inputs.mkdir()
    archive = inputs / "before.tar"
    _git("archive", "-o", str(archive), before, "articles", "tests")
    shutil.unpack_archive(archive, inputs)
    for name in SETS:
        for packed in sorted((SHARED / "bench" / name / "html").glob("*.html.gz")):
            page = inputs / "pages" / name / packed.name.removesuffix(".gz")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes(gzip.decompress(packed.read_bytes()))


def _answers_of_commit(revision: str, kept: Path, inputs: Path) -> Path:
    commit = _git("rev-parse", f"{revision}^{{commit}}")
    answers = kept / commit
    if not answers.exists():
        unfinished = kept / f"{commit}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        with _checked_out(commit) as tree:
            _ask(tree, unfinished, inputs)
        unfinished.rename(answers)
    return answers


@contextmanager
def _checked_out(commit: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        _git("worktree", "add", "--detach", str(tree), commit)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def _ask(tree: Path, answers: Path, inputs: Path) -> None:
    """Fill the folder `answers` with one file a question."""
    answers.mkdir(parents=True)
    ask = partial(_run, tree, inputs)
    folders = {f"{name}-html": inputs / "pages" / name for name in SETS}
    folders |= {f"{name}-{track}": SHARED / "bench" / name / track for name in SETS for track in ("txt", "crop")}
    folders |= {"seed": SHARED / "seed", "articles": Path("articles")}
    folders |= {f"case-{case.name}": case for case in sorted((SHARED / "cases" / "input").iterdir())}
    for name, folder in folders.items():
        files = sorted(map(str, folder.iterdir())) if name.startswith("case-") else [str(folder)]
        paths = [file for file in files if Path(file).name not in {"README", "expected.json"}]
        ask(["segment", "--json", *paths], answers / f"segment-{name}.jsonl")
    for name in ("segment-crop", "segment-wide-crop"):
        ask(["script", "--json", str(folders[name])], answers / f"script-{name}.jsonl")
    lines = "\n".join(_written_lines(inputs)) + "\n"
    for locale in LOCALES:
        ask(["say-as", "--locale", locale], answers / f"say-as-{locale}.txt", lines)
    edition = answers / "edition"
    ask(["build", "--engine", "pyttsx3", "-o", str(edition), "articles"], answers / "build.txt")


def _written_lines(inputs: Path) -> list[str]:
    """Each written line of the public sets and of the tests, once."""
    found: dict[str, None] = {}
    for file in (*sorted((SHARED / "bench" / "spoken").glob("*.jsonl")), inputs / "tests/eval/newspaper.jsonl"):
        for line in file.read_text("utf-8").splitlines():
            found[" ".join(json.loads(line)["written"].split())] = None
    for file in sorted(inputs.glob("tests/**/spoken_forms*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            found |= dict.fromkeys(filter(None, line.split("\t")))
    notes = SHARED / "cases" / "spoken.md"
    found |= dict.fromkeys(filter(None, notes.read_text("utf-8").splitlines()))
    return sorted(found)


def _run(tree: Path, folder: Path, command: Sequence[str], answer: Path, stdin: str = "") -> None:
    """Run a command of `tree` in `folder` and write its output and exit code; messages do not count."""
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"PYTHONPATH": str(tree), "AUDIO_EDITION_CACHE": cache}
        done = subprocess.run(
            [sys.executable, "-m", "audio_edition", *command],
            cwd=folder,
            env=environment,
            input=stdin.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    answer.write_bytes(done.stdout + f"exit {done.returncode}\n".encode())


def _differences(before: Path, after: Path) -> Iterator[str]:
    """One line for each file that differs, with the first line that does."""
    names = {str(file.relative_to(root)) for root in (before, after) for file in root.rglob("*") if file.is_file()}
    for name in sorted(names):
        files = (before / name, after / name)
        missing = [file for file in files if not file.exists()]
        if missing:
            yield f"{name}: only {'after' if missing == [files[0]] else 'before'}"
        elif not filecmp.cmp(*files, shallow=False):
            yield f"{name}: {_first_difference(*files)}"


def _first_difference(before: Path, after: Path) -> str:
    pairs = zip_longest(before.read_bytes().splitlines(), after.read_bytes().splitlines(), fillvalue=b"")
    number, (old, new) = next((place, pair) for place, pair in enumerate(pairs, 1) if pair[0] != pair[1])
    start = next((at for at, pair in enumerate(zip_longest(old, new)) if pair[0] != pair[1]), 0)
    shown = [line[max(0, start - 30) : start + 50].decode(errors="replace") for line in (old, new)]
    return f"line {number}, was {shown[0]!r}, is {shown[1]!r}"


if __name__ == "__main__":
    sys.exit(main())
