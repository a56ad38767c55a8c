"""Size of the package's folders, modules and functions, as a Markdown table for docs/pages/how/architecture.md.

Run `python -m tests.bench.structure [LABEL=FOLDER …]`: it measures the package of this checkout, or other packages
side by side: `before=/tmp/old/audio_edition after=audio_edition`.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click
import numpy as np

from tests.conftest import ROOT

PACKAGE = ROOT / "audio_edition"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A package in figures; lengths are in lines, from the `def` or its decorator to the end of the body."""

    modules: Counter[Path]
    """Number of modules by folder."""

    lines: dict[Path, int]
    """Number of lines by module."""

    functions: tuple[int, ...]
    """Length of each function, nested ones and methods included."""

    def rows(self) -> Iterator[tuple[str, str]]:
        """Yield the name of each figure and its value."""
        folder, most = max(self.modules.items(), key=lambda item: (item[1], item[0]))
        longest = max(self.lines, key=lambda module: (self.lines[module], module))
        median, tenth = np.percentile(self.functions, (50, 90))
        yield "Modules", f"{len(self.lines)} in {len(self.modules)} folders"
        yield "Modules in the fullest folder", f"{most} (`{folder.as_posix()}`)"
        yield "Median of modules a folder", f"{np.median(list(self.modules.values())):g}"
        yield "Longest module, lines", f"{self.lines[longest]} (`{longest.as_posix()}`)"
        yield "Functions", f"{len(self.functions):,}"
        yield "Median length of a function, lines", f"{median:g}"
        yield "90th percentile of the length of a function, lines", f"{tenth:g}"
        yield "Longest function, lines", str(max(self.functions))


def measure(package: Path) -> Structure:
    """Return the structure of all modules in a package folder. Raises SyntaxError if one is not valid Python."""
    texts = {file.relative_to(package): file.read_text("utf-8") for file in sorted(package.rglob("*.py"))}
    return Structure(
        modules=Counter(module.parent for module in texts),
        lines={module: len(text.splitlines()) for module, text in texts.items()},
        functions=tuple(chain.from_iterable(map(_function_lengths, texts.values()))),
    )


def _function_lengths(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, Function):
            first = min((decorator.lineno for decorator in node.decorator_list), default=node.lineno)
            yield (node.end_lineno or node.lineno) - first + 1


def table(structures: dict[str, Structure]) -> str:
    """Return the figures of each structure as a Markdown table with a column for each label."""
    columns = [dict(structure.rows()) for structure in structures.values()]
    lines = [["", *structures], ["---"] * (len(structures) + 1)]
    lines += [[name, *(column[name] for column in columns)] for name in columns[0]]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


@click.command()
@click.argument("packages", nargs=-1)
def main(packages: Sequence[str]) -> None:
    """Print the structure of PACKAGES, each a folder or LABEL=FOLDER."""
    named = [package.rpartition("=") for package in packages] or [("now", "=", str(PACKAGE))]
    click.echo(table({label or folder: measure(Path(folder)) for label, _, folder in named}))


if __name__ == "__main__":
    main()
