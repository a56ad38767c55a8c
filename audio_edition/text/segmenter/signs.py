"""What the words of one block tell about it, whatever stands around it: numbers for the model."""

from __future__ import annotations

import math
import re

from audio_edition.model import Block, BlockKind
from audio_edition.text.segmenter.page import ends_sentence

_PAST = (
    "was were had did went came took made got became began found knew saw left held led felt brought kept thought"
    " stood won lost met ran sent built spent"
)
_PRESENT = "is are has does"
_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"


def _pattern(*alternatives: str, ignore_case: bool = True) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE if ignore_case else re.NOFLAG)


_GROUPS = {
    "past": _PAST,
    "present": _PRESENT,
    "you": "you your you're yours",
    "we": "we our us we're",
    "I": "i my me i'm i've",
    "says": "said says told added wrote asked explained according",
    "credit": "getty reuters ap afp shutterstock alamy istock photo photograph image file credit courtesy pictured"
    " illustration screenshot via",
    "pose": "left right centre center above below pictured poses speaks looks arrives walks stands sits attends",
    "comment": "reply comment comments ago",
    "service": "cookie cookies privacy terms policy consent rights copyright subscribe subscriber subscribers"
    " subscription newsletter newsletters sign account unlimited inbox email advert advertisement advertising"
    " sponsor sponsored download app click podcast episode comment",
}
_GROUP_OF = {word: list(_GROUPS).index(name) for name, words in _GROUPS.items() for word in words.split()}
_SENTENCE = re.compile(r"[.!?][\"”’)]*\s+[A-Z“\"]")
_FOUND = {
    "address": _pattern(r"https?:", r"www\.", r"\.com\b", r"@\w", r"#\w"),
    "separator": _pattern(r"[|›»·•→▶■]"),
    "biography": _pattern(
        r"\b(is|was) (a|an|the) .{0,80}(reporter|correspondent|editor|columnist|writer|journalist)",
        r"\b(is|was) (a|an|the) .{0,80}(professor|fellow)",
        r"\b(is|was) (a|an|the) .{0,80}(author|director|contributor|analyst|producer|based in)",
        r"\bcovers\b",
        r"\bfollow (him|her|them)\b",
        r"\breach(ed)? (him|her|them|at)\b",
        r"\b(he|she) (is|was) based in\b",
    ),
    "teaser": _pattern(
        r"^(read|more|see|related|also|watch|listen|click|how|why|what|here|the best|best|top|\d+ )\b"
    ),
    "ellipsis": _pattern(r"…", r"\.\.\."),
    "dash": _pattern(r" [-–—] "),
    "dateline": _pattern(
        r"^[A-Z][A-Z .,'’-]{2,40}(, [A-Z][\w. ]{1,20})?,? ?(\([A-Za-z/ ]{2,20}\))? ?[—–-]{1,2} ", ignore_case=False
    ),
    "agency": _pattern(r"\([A-Z][\w./ ]{1,30}\)\.?$", ignore_case=False),
    "picture": _pattern(
        r"\b(is|are) (seen|pictured|shown)\b",
        r"\bin this (photo|picture|image|file|undated|handout|aerial|video|frame)",
        r"^FILE\b",
        r"^File (photo|pic|image)",
        r"^Pictured",
        r"^© ",
        r"\bposes?\b",
        r"\b(stand|walk|sit|speak|look|hold|attend|arrive|gesture)s?"
        r" (for|in|on|at|to|with|during|outside|next|near|as)\b",
    ),
    "day": _pattern(
        rf"\b(in|on)? ?{_MONTH}\.? \d{{1,2}},? ?(\d{{4}})?\.?( \([^)]*\))?$", r"\bin \d{4}\.$", ignore_case=False
    ),
    "self": _pattern(
        r"\bthis (article|story|post|report|piece|newsletter|video|page|site|website)\b",
        r"\bour (reporters?|newsroom|journalis\w+|team|readers?|coverage|newsletter|app|podcast)\b",
        r"\bby (signing|clicking|submitting)\b",
    ),
}
DATELINE = _FOUND["dateline"]
CREDIT = _pattern(
    r"\b(getty|reuters|associated press|shutterstock|alamy|istock|bloomberg|unsplash|wikimedia|flickr|nasa)\b",
    r"\b(afp|ap|epa|aap|pa)\b( photo| images?)?[).]?$",
    r"^\(?(photo|photograph|image|picture|illustration|graphic|cartoon|courtesy|credit|source|video)\b",
    r"\b(photo|photograph|image|illustration|cartoon)s? (by|from|courtesy)\b",
    r"^©",
    r"\S( /|/| \||,) ?[A-Z][\w ]+\)?$",
)
"""Lines that say whose picture it is."""

_CAPTION = _pattern(
    r"\b(pictured|getty|reuters|afp|photo|image|file|credit|courtesy|left|right|center|centre|seen|shown)\b",
    r"©",
    r"\([^)]*\)$",
)

KINDS = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION)
_LONGEST = 300
"""Characters looked at; what a block is shows in its first lines."""


def signs(block: Block, words: list[str], common: frozenset[str]) -> list[float]:
    """Numbers that describe a block; `words` are its words, `common` its language's function words."""
    text = block.text[:_LONGEST]
    first, last, count = text[:1], block.text[-1:], max(1, len(words))
    return [
        math.log1p(len(words)),
        math.log1p(len(block.text)),
        ends_sentence(block.text),
        last == ":",
        last in {",", ";", "-", "–", "—"},
        first.isupper(),
        first.islower(),
        first in {'"', "“", "‘", "'"},
        first in {'"', "“", "‘"} and last in {'"', "”", "’"},
        first == "(",
        last == ")",
        _capitalised(text),
        text.isupper(),
        sum(map(str.isdigit, text)) / max(1, len(text)),
        "?" in text,
        "!" in text,
        sum(word in common for word in words) / count,
        sum(word.endswith("ed") for word in words) / count,
        sum(word.endswith("s") for word in words) / count,
        len(_SENTENCE.findall(text)),
        text.count(","),
        text.count('"') + text.count("“") + text.count("”"),
        *_groups(words, count),
        *(pattern.search(text) is not None for pattern in _FOUND.values()),
        *(block.kind is kind for kind in KINDS),
        block.link_density,
        block.level,
    ]


def _groups(words: list[str], count: int) -> list[float]:
    """How many words of each group, as a share of all for the tenses."""
    found = [0.0] * len(_GROUPS)
    for word in words:
        group = _GROUP_OF.get(word)
        if group is not None:
            found[group] += 1
    return [found[0] / count, found[1] / count, *found[2:]]


def _capitalised(text: str) -> float:
    """Share of the longer words that begin with a capital; −1 where there is none."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in longer) / len(longer) if longer else -1.0


def looks_like_caption(text: str) -> bool:
    """Whether a line has the words that captions are known by, or ends in a credit."""
    return _CAPTION.search(text) is not None
