"""Read the labelled pages of the benchmark, which lie beside the checkout, as blocks with labels."""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from audio_edition.model import Article, Block
from audio_edition.readers import read
from tests.conftest import ROOT

BENCHES = (ROOT.parent / "shared" / "bench" / "segment", ROOT.parent / "shared" / "bench" / "segment-wide")
BENCH = BENCHES[0]
TRACKS = ("html", "crop", "txt")
KINDS = ("news", "wide", "other")
"""News, pages that are no newspapers (magazines, blogs, guides …), and news in languages other than English."""

HELD_OUT_SHARE = 0.2
"""The share of the publishers that no rule is written against and no classifier is chosen by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """A page with one letter per block in `labels`.

    K is narrative, D chrome, M metadata, H a crosshead or a very short line, U undecidable.
    """

    article: Article
    labels: str
    publisher: str
    kind: str


def is_held_out(publisher: str) -> bool:
    """Return True for the publishers that are held out, chosen by the hash of their name."""
    return hashlib.sha1(publisher.encode(), usedforsecurity=False).digest()[0] < HELD_OUT_SHARE * 256


def kind_of(gold: Mapping[str, Any]) -> str:
    """Return the kind of a page, one of KINDS."""
    return {"wcxb": "wide", "ftm": "other"}.get(gold["source"], "news")


@cache
def load_scoring_module() -> ModuleType:
    """Load the benchmark's own module seg_eval."""
    spec = importlib.util.spec_from_file_location("seg_eval", BENCH / "seg_eval.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Scorer:
    """Scores the pages of a track with the benchmark's own module."""

    def __init__(self, track: str) -> None:
        self._seg_eval = load_scoring_module()
        self._texts = "crop" if track == "crop" else "txt"
        self._gold = {gold["id"]: (bench, gold) for bench in BENCHES for gold in self._seg_eval.load_gold(bench)}

    def score_page(self, page: str, paragraphs: list[str]) -> dict[str, Any]:
        """Return the scores of the spoken paragraphs of one page: kept_d and lost_k are numbers of lines."""
        bench, gold = self._gold[page]
        labels = gold["labels"][slice(*gold["crop"])] if self._texts == "crop" else gold["labels"]
        text = (bench / self._texts / f"{page}.txt").read_text("utf-8")
        scores: dict[str, Any] = self._seg_eval.score_page(text, labels, paragraphs)
        return scores

    def measure(self, paragraphs_by_page: Mapping[str, list[str]]) -> dict[str, float]:
        """Return the shares of pages that are clean, without chrome and complete, and the F1 score."""
        rows = [self.score_page(page, paragraphs) | {"meta": {}} for page, paragraphs in paragraphs_by_page.items()]
        figures = self._seg_eval.summary(dict(enumerate(rows)))
        return {name: figures[name] for name in ("clean", "no_chrome", "complete", "F1")}


def page_path(track: str, page: str, folder: Path, bench: Path = BENCH) -> Path:
    """Return the file of a page; HTML is unpacked into `folder`."""
    if track != "html":
        return bench / track / f"{page}.txt"
    file = folder / f"{page}.html"
    if not file.exists():
        file.write_bytes(gzip.decompress((bench / "html" / f"{page}.html.gz").read_bytes()))
    return file


def load_labelled_pages(track: str) -> list[LabelledPage]:
    """Return every page of a track with its labels."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            _load_page(track, json.loads(file.read_text("utf-8")), bench, Path(folder))
            for bench in BENCHES
            for file in sorted((bench / "gold").glob("*.json"))
        ]


def _load_page(track: str, gold: Mapping[str, Any], bench: Path, folder: Path) -> LabelledPage:
    seg_eval = load_scoring_module()
    (article,) = read(page_path(track, gold["id"], folder, bench))
    text = (bench / ("txt" if track == "html" else track) / f"{gold['id']}.txt").read_text("utf-8")
    lines, labels = seg_eval.page_lines(text), gold["labels"]
    if track == "crop":
        labels = labels[slice(*gold["crop"])]
    blocks = [seg_eval.tokens(block.text) for block in article.blocks]
    transfer = _transfer_labels_by_words if track == "html" else _transfer_labels_in_order
    block_labels = transfer(lines, labels, blocks)
    return LabelledPage(article=article, labels=block_labels, publisher=gold["group"], kind=kind_of(gold))


def _transfer_labels_in_order(lines: list[list[str]], labels: str, blocks: list[list[str]]) -> str:
    """Return the labels of blocks that consist of the lines in order, one or several lines per block."""
    block_labels, line = "", 0
    for block in blocks:
        votes, count = Counter[str](), 0
        while count < len(block) and line < len(lines):
            votes[labels[line]] += 1
            count += len(lines[line])
            line += 1
        block_labels += votes.most_common(1)[0][0] if votes else "U"
    return block_labels


def _transfer_labels_by_words(lines: list[list[str]], labels: str, blocks: list[list[str]]) -> str:
    """Return the labels of blocks by equal lines, else by the label that most of their word triples have.

    A block whose words are mostly not among the lines, which are the visible text of the page, gets D.
    """
    lines_by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    triples: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for index in reversed(range(len(lines))):
        lines_by_words[tuple(lines[index])].append(index)
        triples_of = [tuple(lines[index][at : at + 3]) for at in range(max(1, len(lines[index]) - 2))]
        for triple in triples_of:
            triples[triple][labels[index]] += 1
    block_labels = ""
    for block in blocks:
        equal = lines_by_words.get(tuple(block))
        if not block:
            block_labels += "U"
        elif equal:
            block_labels += labels[equal.pop() if len(equal) > 1 else equal[0]]
        else:
            parts = [tuple(block[at : at + 3]) for at in range(max(1, len(block) - 2))]
            votes = Counter(triples[part].most_common(1)[0][0] for part in parts if part in triples)
            block_labels += votes.most_common(1)[0][0] if votes.total() * 2 >= len(parts) else "D"
    return block_labels


def copy_without_chrome(page: LabelledPage) -> LabelledPage:
    """Return the page with headline and story only, as a careful reader would save it."""
    lines = [(b, label) for b, label in zip(page.article.blocks, page.labels, strict=True) if label in "KHM"]
    return _with_lines(page, lines)


def copy_with_less_chrome(page: LabelledPage, chance: Random) -> LabelledPage:
    """Return the page cut at random before and behind the story, without about half of its chrome.

    In a third of the copies the head is left out too. Such copies resemble text that a reader selected by hand,
    pages of other publishers, and files that have headline and date in their front matter.
    """
    story = [index for index, label in enumerate(page.labels) if label == "K"] or [0]
    first = round(story[0] * chance.random())
    last = story[-1] + 1 + round((len(page.labels) - story[-1]) * chance.random())
    lines = list(zip(page.article.blocks, page.labels, strict=True))[first:last]
    left_out = {"D": 0.5, "M": chance.choice((0, 0, 1))}
    return _with_lines(page, [line for line in lines if chance.random() >= left_out.get(line[1], 0)])


def short_copy(page: LabelledPage, chance: Random) -> LabelledPage:
    """Return up to six adjacent paragraphs of the story, half of the time below their headline, as a news brief."""
    lines = list(zip(page.article.blocks, page.labels, strict=True))
    head = [line for line in lines if line[1] == "M"][:1] if chance.random() < 0.5 else []
    story = [line for line in lines if line[1] in "KH"]
    first, count = chance.randrange(len(story) or 1), chance.randint(1, 6)
    return _with_lines(page, head + story[first : first + count])


def _with_lines(page: LabelledPage, lines: list[tuple[Block, str]]) -> LabelledPage:
    return replace(
        page,
        article=replace(page.article, blocks=tuple(block for block, _ in lines)),
        labels="".join(label for _, label in lines),
    )
