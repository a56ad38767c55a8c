"""Lexical features of a block: numbers that depend on its own text and markup only, not on other blocks."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.model import Block, BlockKind

_MONTH = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
_WORD_GROUPS = {
    "past": "was were had did went came took made got became began found knew saw left held led felt brought kept"
    " thought stood won lost met ran sent built spent",
    "present": "is are has does",
    "scene": "poses speaks looks arrives walks stands sits attends holds tends helps watches waits carries plays"
    " celebrates reacts gestures shakes meets listens rides drives works shows seen shown pictured",
    "you": "you your you're yours you'll you've",
    "we": "we our us we're we've ours",
    "I": "i my me i'm i've",
    "says": "said says told added wrote asked explained according",
    "credit": "getty reuters ap afp aap epa shutterstock alamy istock photo photograph image file credit courtesy"
    " illustration screenshot via handout",
    "side": "left right centre center above below background foreground",
    "comment": "reply comment comments ago",
    "service": "cookie cookies privacy terms policy consent rights copyright subscribe subscriber subscribers"
    " subscription newsletter newsletters sign account unlimited inbox email advert advertisement advertising"
    " sponsor sponsored download app click podcast episode",
    "job": "reporter correspondent editor columnist writer journalist professor fellow author director contributor"
    " analyst producer",
    "contact": "covers follow reached based contact twitter facebook instagram linkedin joined contributed",
    "self": "article story post piece newsletter page site website readers newsroom coverage",
}
_SHARE_GROUPS = (list(_WORD_GROUPS).index("past"), list(_WORD_GROUPS).index("present"))
"""The groups whose feature is their share of the words; that of the others is the number of words."""

ENGLISH_FEATURE_COUNT = 6 + len(_WORD_GROUPS)
"""The number of features, at the end of a block's, that have a meaning in English only."""

TONE_COLUMNS = (0, 1, 2, *range(-len(_WORD_GROUPS), 0))
"""Columns of the features that describe style: length, function words, questions, and the groups of words."""

_GROUP_OF = {word: number for number, words in enumerate(_WORD_GROUPS.values()) for word in words.split()}

DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(, [A-Z][\w. ]{1,20})?,? ?(\([A-Za-z/ ]{2,20}\))? ?[—–-]{1,2} ")
"""The place, and perhaps the agency, with which a report opens: "PARIS (AP) — "."""

_CREDIT = re.compile(
    r"\b(getty|reuters|associated press|shutterstock|alamy|istock|bloomberg|unsplash|wikimedia|flickr|nasa)\b"
    r"|\b(afp|ap|epa|aap|pa)\b( photo| images?)?[).]?$"
    r"|^\(?(photo|photograph|image|picture|illustration|graphic|cartoon|courtesy|credit|source|video)\b"
    r"|\b(photo|photograph|image|illustration|cartoon)s? (by|from|courtesy)\b"
    r"|^©|\S( /|/| \||,) ?[A-Z][\w ]+\)?$",
    re.IGNORECASE,
)
_MAX_CREDIT_WORDS = 9
_CAPTION = re.compile(
    r"\b(pictured|getty|reuters|afp|photo|image|file|credit|courtesy|left|right|center|centre|seen|shown)\b"
    r"|©|\([^()]*\)$",
    re.IGNORECASE,
)
_DAY_AT_END = re.compile(rf"\b{_MONTH}\.? \d{{1,2}},? ?(\d{{4}})?\.?( \([^)]*\))?$|\bin \d{{4}}\.$")
_FULL_DATE = re.compile(rf"\b{_MONTH}\.? \d{{1,2}}, \d{{4}}\b|\b\d{{1,2}} {_MONTH} \d{{4}}\b")
_MIN_DATE_DIGITS = 5
"""Digits of the shortest full date: one for the day and four for the year."""

_AGENCY_AT_END = re.compile(r"\([A-Z][\w./ ]{1,30}\)\.?$")
_CREDIT_AT_END = re.compile(
    r"[.!?]['\"”’]? ?(Photo|Photograph|Image|Picture|Credit|Illustration|\(|[A-Z]\w+$|[A-Z]\w+/)"
)
_OPENERS = re.compile(
    r"(FILE|File (photo|pic|image)|Pictured|©|In this|WATCH|READ|LISTEN|VIDEO|SEE|MORE|RELATED|LIVE|UPDATE)\b"
)
_TEASER_WORDS = frozenset(
    "read more see related also watch listen click how why what here best top meet inside".split()
)
_DIGITS = re.compile(r"\d")
_SEPARATORS = re.compile(r"[|›»·•→▶■]")
_PAST_FORM = re.compile(r"ed\b")
_MAX_CHARS = 300
"""Characters of a block that are examined; its first lines show what it is."""

_CACHE_SIZE = 2**12
"""Cached short lines: a line is examined as a neighbour of several blocks."""

_QUOTES = frozenset("\"“‘„«'")
_KINDS = (BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION)


def extract_lexical_features(block: Block, words: list[str], common: frozenset[str]) -> list[float]:
    """Return the lexical features of a block as a list of fixed length.

    `words` are the tokens of the block, at least one; `common` are the function words of the page's language.
    """
    text = block.text[:_MAX_CHARS]
    first, last, end = text[0], block.text[-1], block.text[-60:]
    count = len(words)
    digits = len(_DIGITS.findall(text))
    groups = [0.0] * len(_WORD_GROUPS)
    for word in filter(_GROUP_OF.__contains__, words):
        groups[_GROUP_OF[word]] += 1
    for group in _SHARE_GROUPS:
        groups[group] /= count
    return [
        math.log1p(count),
        sum(map(common.__contains__, words)) / count,
        text.count("?"),
        len(block.text) / count,
        ends_sentence(block.text),
        last == ":",
        last in ",;-–—",
        last in '"”’»',
        last == ")",
        first.isupper(),
        first.islower(),
        first in _QUOTES,
        first == "(",
        first.isdigit(),
        _capitalised_share(text),
        text.isupper(),
        digits / len(text),
        text.count("!"),
        text.count(". ") + text.count("? ") + text.count("! ") + text.count(".” ") + text.count('." '),
        text.count(","),
        text.count('"') + text.count("“") + text.count("”"),
        "http" in text or "www." in text or ".com" in text or "@" in text or "#" in text,
        _SEPARATORS.search(text) is not None,
        "…" in text or "..." in text,
        " - " in text or " – " in text or "—" in text,
        DATELINE.match(text) is not None,
        last in ")." and _AGENCY_AT_END.search(end) is not None,
        *[block.kind is kind for kind in _KINDS],
        block.link_density,
        block.level,
        words[0] in _TEASER_WORDS,
        _OPENERS.match(text) is not None,
        digits > 0 and _DAY_AT_END.search(end) is not None,
        digits >= _MIN_DATE_DIGITS and _FULL_DATE.search(text) is not None,
        _CREDIT_AT_END.search(end) is not None,
        len(_PAST_FORM.findall(text)) / count,
        *groups,
    ]


def _capitalised_share(text: str) -> float:
    """Return the share of words of more than three characters that begin with a capital; −1 if there are none."""
    longer = [word for word in text.split() if len(word) > 3]
    return len([word for word in longer if word[0].isupper()]) / len(longer) if longer else -1.0


@lru_cache(maxsize=_CACHE_SIZE)
def is_credit(text: str, words: int) -> bool:
    """Return True if a line of so many words is short and worded like a picture credit."""
    return words <= _MAX_CREDIT_WORDS and _CREDIT.search(text) is not None


def looks_like_caption(text: str) -> bool:
    """Return True if a line has words typical of captions, or ends with brackets as captions do."""
    return _CAPTION.search(text) is not None
