"""Recognise on the pages of a printed edition what repeats at their edges: running heads and feet, page numbers.

Form feeds separate pages. In a text without them, page numbers that stand inside sentences show where a page ends.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from audio_edition.model import Block, BlockKind
from audio_edition.readers.plain.page_notes import split_off_notes

_NUMBER = re.compile(
    r"(?P<before>[-–—|·•~.\[(]* ?(?:(?:page|seite|p\.|pg\.?|s\.) )?)(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?P<after>(?: ?(?:of|/|von|de|sur) ?\d{1,4})? ?[-–—|·•~.\])]*(?: page)?)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_CHAPTER_WORDS = frozenset(
    "chapter part section book act scene canto letter day lesson appendix kapitel teil buch chapitre partie"
    " capítulo capitulo capitolo hoofdstuk deel no nr figure table".split()
)
_MAX_HEAD_LENGTH, _MAX_HEADING_WORDS = 90, 12
_MAX_EDGE_LINES = 3
"""Lines that a running head or foot has at most, the page number included."""

_MIN_SHARE = 0.3
"""Share of the pages at whose edge a line without a page number must stand, if not at three at equal distance."""

_MAX_PLAIN_FOOT = 999
"""A number alone at the end of a page is its number; one that is larger may be a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """A page: the running heads above its text, the lines of the text, and notes and running feet below it."""

    heads: tuple[Block, ...] = ()
    body: tuple[str, ...] = ()
    feet: tuple[Block, ...] = ()


@dataclass(slots=True)
class _Draft:
    """A page whose edges are still read; `body` has no blank line at either edge."""

    body: list[str]
    heads: list[str] = field(default_factory=list)
    feet: list[str] = field(default_factory=list)
    number: int | None = None

    def take(self, edge: int) -> None:
        """Move the first line (edge 0) or the last line (edge -1) of the text to the heads or feet."""
        if edge:
            self.feet.insert(0, self.body[-1])
            self.body = _trim(self.body[:-1])
        else:
            self.heads.append(self.body[0])
            self.body = _trim(self.body[1:])


def split(text: str) -> list[PrintedPage]:
    """Return the pages of a text, a single one if nothing shows pages."""
    if "\f" not in text:
        text = "\n".join(_insert_form_feeds(text.splitlines()))
    drafts = [_Draft(_trim(page.splitlines())) for page in text.split("\f")]
    if len(drafts) > 1:
        for _ in range(_MAX_EDGE_LINES):
            found = [*_find_numbers(drafts), *_find_heads(drafts)]
            for page, edge in dict.fromkeys(found):
                if drafts[page].body:  # a page of one line has it at both edges
                    drafts[page].take(edge)
            if not found:
                break
    return [_finish(draft, is_paged=len(drafts) > 1) for draft in drafts]


def _finish(draft: _Draft, *, is_paged: bool) -> PrintedPage:
    body, notes = split_off_notes(draft.body, is_paged=is_paged)
    return PrintedPage(
        heads=tuple(_as_blocks(draft.heads)), body=tuple(body), feet=(*notes, *_as_blocks(draft.feet))
    )


def _as_blocks(lines: Iterable[str]) -> Iterator[Block]:
    return (Block(text=line.strip(), kind=BlockKind.RUNNING_HEAD) for line in lines)


def _trim(lines: list[str]) -> list[str]:
    """Return the lines of a page from its first to its last one that is not blank."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


_Edge = tuple[int, int]
"""The index of a page, and 0 for its first line or -1 for its last."""


def _edges(drafts: Sequence[_Draft]) -> Iterator[tuple[_Edge, str]]:
    """Yield the first and the last line of each page, without white space around."""
    for page, draft in enumerate(drafts):
        if draft.body:
            yield (page, 0), draft.body[0].strip()
            yield (page, -1), draft.body[-1].strip()


def _find_numbers(drafts: Sequence[_Draft]) -> Iterator[_Edge]:
    """Yield the edges that are page numbers: they rise from page to page, are adorned, or stand at the foot."""
    found = {edge: match for edge, line in _edges(drafts) if (match := _NUMBER.fullmatch(" ".join(line.split())))}
    offsets = Counter(int(m["number"]) - page for (page, _), m in found.items() if m["number"].isdigit())
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    for (page, edge), match in found.items():
        is_adorned = bool(match["before"].strip("([") and match["after"]) or "age" in match[0].casefold()
        number = int(match["number"]) if match["number"].isdigit() else None
        fits = number is not None and count > 1 and number - page == offset
        is_last = page == len(drafts) - 1 and number is not None
        is_foot = edge == -1 and not is_last and (number is None or number <= _MAX_PLAIN_FOOT)
        if (fits or is_adorned or is_foot) and (number is not None or match["number"].islower()):
            drafts[page].number = number
            yield page, edge


def _find_heads(drafts: Sequence[_Draft]) -> Iterator[_Edge]:
    """Yield the edges that hold a running head or foot: a line that other pages have at the same edge."""
    plain: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    numbered: defaultdict[tuple[int, str, int], list[int]] = defaultdict(list)
    for (page, edge), line in _edges(drafts):
        if len(line) > _MAX_HEAD_LENGTH or not any(map(str.isalpha, line)):
            continue
        for words, number in _split_number(line):
            if number is not None:
                numbered[edge, words, number - page].append(page)
        if not _SENTENCE_END.search(line):
            plain[edge, " ".join(line.casefold().split())].append(page)
    for (edge, _, offset), pages in numbered.items():
        for page in pages if len(pages) > 1 else ():
            drafts[page].number = page + offset
            yield page, edge
    for (edge, _), pages in plain.items():
        if len(pages) > 1 and (len(pages) >= _MIN_SHARE * len(drafts) or _is_regular(pages)):
            yield from ((page, edge) for page in pages if page or edge or not _opens_with_title(drafts[0]))


def _split_number(line: str) -> Iterator[tuple[str, int | None]]:
    """Yield the words of a line without the number before or behind them; the number of a chapter stays."""
    words = line.casefold().split()
    for number, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        if rest and number.isdecimal() and len(number) < 5:
            is_chapter = len(rest) == 1 and rest[0].strip(".") in _CHAPTER_WORDS
            yield " ".join(rest), None if is_chapter else int(number)


def _is_regular(pages: Sequence[int]) -> bool:
    """Return True if a line stands on three pages in a row, or on three left or three right pages in a row."""
    steps = [after - before for before, after in pairwise(pages)]
    return any(first == second and first < 3 for first, second in pairwise(steps))


def _opens_with_title(page: _Draft) -> bool:
    """Return True if the first line of the first page may be the title of the text, not a running head.

    The page is numbered 1 or not at all, and no other heading follows.
    """
    following = next((number for number, line in enumerate(page.body[1:], 1) if line.strip()), None)
    if (page.number or 1) > 1 or following is None:
        return False
    line, below = page.body[following], page.body[following + 1 : following + 2]
    is_heading = len(line.split()) <= _MAX_HEADING_WORDS and not _SENTENCE_END.search(line.rstrip())
    return not (is_heading and not "".join(below).strip())


def _insert_form_feeds(lines: Sequence[str]) -> list[str]:
    """Return the lines with form feeds at the page numbers that stand inside sentences, and at others like them."""
    repeated = Counter(line.strip() for line in lines if 0 < len(line.strip()) <= _MAX_HEAD_LENGTH)
    series: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)  # words → positions and numbers
    for position, line in enumerate(lines):
        if line.strip() and len(line) <= _MAX_HEAD_LENGTH:
            for words, number in _numbers_in(line):
                series[words].append((position, number))
    breaks: dict[int, str] = {}
    for words, places in series.items():
        rising = _longest_rise(places)
        if len(rising) > 1 and any(_is_inside_sentence(lines, position, repeated) for position in rising):
            breaks.update((position, "\f{}" if words else "{}\n\f") for position in rising)
    return [breaks[number].format(line) if number in breaks else line for number, line in enumerate(lines)]


def _numbers_in(line: str) -> Iterator[tuple[str, int]]:
    """Yield the number of a line that may be a page number, with the words beside it."""
    match = _NUMBER.fullmatch(" ".join(line.split()))
    if match is not None and match["number"].isdigit():
        yield "", int(match["number"])
    elif match is None:
        yield from ((words, number) for words, number in _split_number(line) if number is not None)


def _longest_rise(places: Sequence[tuple[int, int]]) -> list[int]:
    """Return the positions of the longest run of numbers that rise by one, or by two as on left pages."""
    best = range(0)
    begin = 0
    for index, (_, number) in enumerate(places):
        if index and not 0 < number - places[index - 1][1] < 3:
            begin = index
        best = max(best, range(begin, index + 1), key=len)
    return [places[index][0] for index in best]


def _is_inside_sentence(lines: Sequence[str], position: int, repeated: Mapping[str, int]) -> bool:
    """Return True if the text before a line ends no sentence, and the text behind it begins with a small letter."""
    before = _nearest_text(lines, range(position - 1, max(position - 8, -1), -1), repeated)
    after = _nearest_text(lines, range(position + 1, min(position + 8, len(lines))), repeated)
    return bool(before) and not _SENTENCE_END.search(before) and after[:1].islower()


def _nearest_text(lines: Sequence[str], positions: range, repeated: Mapping[str, int]) -> str:
    """Return the first of these lines that is neither blank nor repeated elsewhere, '' if there is none."""
    near = (lines[number].strip() for number in positions)
    return next((line for line in near if line and repeated[line] < 2 and not _NUMBER.fullmatch(line)), "")
