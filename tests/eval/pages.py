"""The labelled pages of the bench as blocks with labels; read from beside the checkout, never stored here."""

from __future__ import annotations

import gzip
import importlib.util
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from audio_edition.model import Article, Block
from audio_edition.readers import read
from tests.conftest import ROOT

BENCH = ROOT.parent / "shared" / "bench" / "segment"
TRACKS = ("html", "crop", "txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A page and one label a block: K narrative, D chrome, M metadata, H subhead or very short, U undecidable."""

    article: Article
    labels: str
    publisher: str


def scorer() -> ModuleType:
    """The bench's own seg_eval module."""
    spec = importlib.util.spec_from_file_location("seg_eval", BENCH / "seg_eval.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Scorer:
    """The bench's scorer over the pages of a track."""

    def __init__(self, track: str) -> None:
        self._score = scorer()
        self._texts = "crop" if track == "crop" else "txt"
        self._gold = {gold["id"]: gold for gold in self._score.load_gold(BENCH)}

    def page(self, page: str, paragraphs: list[str]) -> dict[str, Any]:
        """What the scorer says of one page: kept_d and lost_k are numbers of lines."""
        gold = self._gold[page]
        labels = gold["labels"][slice(*gold["crop"])] if self._texts == "crop" else gold["labels"]
        text = (BENCH / self._texts / f"{page}.txt").read_text("utf-8")
        scored: dict[str, Any] = self._score.score_page(text, labels, paragraphs)
        return scored

    def summary(self, paragraphs: Mapping[str, list[str]]) -> str:
        """Share of pages that are clean, without chrome, complete; and F1."""
        rows = [self.page(page, said) | {"meta": {}} for page, said in paragraphs.items()]
        found = self._score.summary(dict(enumerate(rows)))
        return "  ".join(f"{name} {found[name]:.3f}" for name in ("clean", "no_chrome", "complete", "F1"))


def page_path(track: str, page: str, folder: Path) -> Path:
    """The file of a page; HTML is unpacked into `folder`."""
    if track != "html":
        return BENCH / track / f"{page}.txt"
    file = folder / f"{page}.html"
    if not file.exists():
        file.write_bytes(gzip.decompress((BENCH / "html" / f"{page}.html.gz").read_bytes()))
    return file


def labelled(track: str) -> list[Labelled]:
    """Every page of a track with its labels."""
    score = scorer()
    pages = []
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted((BENCH / "gold").glob("*.json")):
            gold = json.loads(file.read_text("utf-8"))
            (article,) = read(page_path(track, file.stem, Path(folder)))
            text = (BENCH / ("txt" if track == "html" else track) / f"{file.stem}.txt").read_text("utf-8")
            lines, labels = score.page_lines(text), gold["labels"]
            if track == "crop":
                labels = labels[slice(*gold["crop"])]
            blocks = [score.tokens(block.text) for block in article.blocks]
            found = _by_words(lines, labels, blocks) if track == "html" else _by_order(lines, labels, blocks)
            pages.append(Labelled(article=article, labels=found, publisher=gold["group"]))
    return pages


def _by_order(lines: list[list[str]], labels: str, blocks: list[list[str]]) -> str:
    """Labels of blocks that are the lines in order, one or several to a block."""
    found, line = "", 0
    for block in blocks:
        mine, count = Counter[str](), 0
        while count < len(block) and line < len(lines):
            mine[labels[line]] += 1
            count += len(lines[line])
            line += 1
        found += mine.most_common(1)[0][0] if mine else "U"
    return found


def _by_words(lines: list[list[str]], labels: str, blocks: list[list[str]]) -> str:
    """Labels of blocks by equal lines, else by the label most of their word triples have; what nobody sees is D."""
    free: dict[tuple[str, ...], list[int]] = defaultdict(list)
    triples: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for index in reversed(range(len(lines))):
        free[tuple(lines[index])].append(index)
        triples_of = [tuple(lines[index][at : at + 3]) for at in range(max(1, len(lines[index]) - 2))]
        for triple in triples_of:
            triples[triple][labels[index]] += 1
    found = ""
    for block in blocks:
        equal = free.get(tuple(block))
        if not block:
            found += "U"
        elif equal:
            found += labels[equal.pop() if len(equal) > 1 else equal[0]]
        else:
            parts = [tuple(block[at : at + 3]) for at in range(max(1, len(block) - 2))]
            votes = Counter(triples[part].most_common(1)[0][0] for part in parts if part in triples)
            found += votes.most_common(1)[0][0] if votes.total() * 2 >= len(parts) else "D"
    return found


def tidy(page: Labelled) -> Labelled:
    """The page as a careful reader would save it: headline and story alone."""
    kept = [(b, label) for b, label in zip(page.article.blocks, page.labels, strict=True) if label in "KHM"]
    return _with(page, kept)


def sparse(page: Labelled, chance: Random) -> Labelled:
    """The page cut by chance before and behind the story, about half of its chrome left out, often its head too.

    What a reader copies ends anywhere, no publisher's chrome stands in another's order, and where headline and date
    are kept in front matter none is printed.
    """
    story = [index for index, label in enumerate(page.labels) if label == "K"] or [0]
    first = round(story[0] * chance.random())
    last = story[-1] + 1 + round((len(page.labels) - story[-1]) * chance.random())
    lines = list(zip(page.article.blocks, page.labels, strict=True))[first:last]
    left_out = {"D": 0.5, "M": chance.choice((0, 0, 1))}
    return _with(page, [line for line in lines if chance.random() >= left_out.get(line[1], 0)])


def short(page: Labelled, chance: Random) -> Labelled:
    """A few paragraphs of the story in a row, under their headline or under nothing: a brief, a letter, a note."""
    lines = list(zip(page.article.blocks, page.labels, strict=True))
    head = [line for line in lines if line[1] == "M"][:1] if chance.random() < 0.5 else []
    story = [line for line in lines if line[1] in "KH"]
    first, count = chance.randrange(len(story) or 1), chance.randint(1, 6)
    return _with(page, head + story[first : first + count])


def _with(page: Labelled, kept: list[tuple[Block, str]]) -> Labelled:
    return replace(
        page,
        article=replace(page.article, blocks=tuple(block for block, _ in kept)),
        labels="".join(label for _, label in kept),
    )
