"""Read the authors from a line such as "By Ada Marsh and Tom Ashby, Staff Writers | 3 May 2026 | Follow"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.segmenter.dates import has_digit, is_date_line, remove_dates, strip_date_words
from audio_edition.segmenter.phrases import LanguagePhrases, load_phrases

_CACHE_SIZE = 2**12
"""Cached lines, because several rules look at each."""

_MAX_LINE_CHARS, _MAX_NAMES_CHARS = 200, 100
_MAX_NAME_WORDS, _MAX_ENDING_WORDS, _MAX_NOTE_WORDS = 7, 14, 3
"""Words of the longest name, and of what may stand behind the names of a byline, also if it ends in a stop."""

_BY_WORDS = frozenset("by von par por di door af av de da van".split())
"""Words that need no colon before a name. The last three count only at the end of a longer phrase."""

_ANY_BY_WORD = re.compile(r"(?:by|von|par|por|di|door|af|av):? +(?=[^\W\d_]\S* +[^\W\d_])", re.IGNORECASE)
"""The same words on a page of any language, before two words: some of them begin names, such as "Di Stefano"."""

_PARTICLES = frozenset(
    "van von der den de del della di du da das do dos la le ten ter zu y e i bin ibn al el ben af av 't".split()
)
_MAX_BARE_WORDS = 12
_MIN_NAME_WORDS = 2
_MIN_THE_WORDS = 3
"""Words of a group's name that begins with "The"; "By The Numbers" is a heading."""

_STAFF_WORDS = frozenset("staff editors team agencies wires reporters correspondents redaktion".split())
"""Words in lower case at the end of a group's name: "Weekly staff"."""

_MARKS = " .,;/&-'\""
_MAX_ADDED_WORDS = 3
"""Words of what an author adds to the name: a place, a profession."""

_AND = "and|und|et|y|e|en|og|och|ja"
_AND_WORDS = frozenset({"", *_AND.split("|")})
_SEPARATOR = re.compile(rf"( ?[,;&+/] ?(?:(?:{_AND}) )?| (?:{_AND}|with|con|com|mit|avec|met) )")
_SIGN = re.compile(r"[|•·⋅●∙‧@(\[\t–—►▪:]| - |//|\d")
_PLACE = re.compile(r" (?:in|for|from|of|at|on|pour|für|para|per|voor) (?=[A-Z\d])")
_GLUED_WORD = re.compile(
    r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?<!\b[DLV][aei])(?=[A-Z]\w+)|(?<=[A-Z])(?=(?:STAFF|SENIOR|CHIEF|DEPUTY) )"
)
_MODIFIERS = 2
"""Words of a job before its noun: "Senior Political Editor"."""


@lru_cache(maxsize=_CACHE_SIZE)
def read_byline(line: str, language: str, *, is_marked: bool = False) -> str | None:
    """Return the authors in a line that begins with a word such as "By"; None if it is no byline.

    A date may stand before that word, and dates, jobs, employers and buttons behind the names. A name of one word
    counts if the line `is_marked` as a byline, has a date, or begins with more than one word: "Posted by".
    """
    if len(line) > _MAX_LINE_CHARS:
        return None
    text = _tidy(line)
    if (found := _find_lead_in(text, load_phrases(language), language)) is None:
        return None
    lead_in, rest = found
    undated = remove_dates(rest, language, needs_year=False)
    has_date = is_marked or undated != rest or lead_in not in text[: len(lead_in) + 1].lower()
    names, ending = _split_names(undated, language, any_case=has_date)
    takes_any = has_date or " " in lead_in or lead_in.endswith(":")
    return names if names and (takes_any or _is_full_name(names)) and _is_ending(ending, has_date) else None


@lru_cache(maxsize=_CACHE_SIZE)
def read_bare_names(line: str, language: str) -> str | None:
    """Return the authors in a line of nothing but full names, and perhaps a date, jobs and buttons; else None."""
    if len(line) > _MAX_LINE_CHARS:
        return None
    text = _tidy(line)
    if ends_sentence(text) or _ANY_BY_WORD.match(text):
        return None
    undated = strip_date_words(remove_dates(text, language, needs_year=False), language)
    names, ending = _split_names(undated, language)
    is_title = ending.lstrip()[:1] == ":" or len(names.split()) > _MAX_BARE_WORDS
    return (
        names if names and not is_title and _is_full_name(names) and _is_ending(ending, undated != text) else None
    )


def is_lead_in(line: str, language: str) -> bool:
    """Return True if a line is only the words before an author's name: "By", "Kommentar von"."""
    match = load_phrases(language).lead_in.match(f"{line} ")
    return match is not None and match.end() >= len(line) and _is_by_phrase(match[0])


def _find_lead_in(text: str, phrases: LanguagePhrases, language: str) -> tuple[str, str] | None:
    """Return the words before the names, and the rest of the line; a date may stand before both."""
    if (match := phrases.lead_in.match(text)) and _is_by_phrase(match[0]):
        return match[0].strip().lower(), text[match.end() :]
    if (match := _ANY_BY_WORD.match(text)) is not None:
        return match[0].strip().lower(), text[match.end() :]
    if not has_digit(text):
        return None
    for word in phrases.by_word.finditer(text):
        if is_date_line(text[: word.start()].strip(" ,|-–—"), language):
            return word[0].strip().lower(), text[word.end() :]
    return None


def _is_by_phrase(lead_in: str) -> bool:
    """Return True if the words before a name end in one such as "by", or with a colon."""
    words = lead_in.strip().lower().split()
    return (
        len(words) > 1 or lead_in.rstrip().endswith(":") or (bool(words) and words[-1].strip("\"'(*") in _BY_WORDS)
    )


def _split_names(text: str, language: str, *, any_case: bool = False) -> tuple[str, str]:
    """Return the names at the beginning of a text as they are written, without jobs, and what stands behind them.

    Names of accounts, in lower case, count with `any_case`.
    """
    phrases = load_phrases(language)
    head, ending = _cut_ending(text, phrases, language)
    parts = _SEPARATOR.split(head)
    names = _strip_job(parts[0].strip(_MARKS), phrases)
    if not _is_name(names, any_case=any_case):
        return "", text
    for number in range(2, len(parts), 2):
        part = parts[number].strip(_MARKS)
        if phrases.jobs.search(part):
            continue
        if not part or not (_is_name(part) or len(part.split()) <= _MAX_ADDED_WORDS):
            ending = "".join(parts[number:]) + ending
            break
        names += parts[number - 1] + part
    return (names.strip(" ."), ending) if len(names) <= _MAX_NAMES_CHARS else ("", text)


def _cut_ending(text: str, phrases: LanguagePhrases, language: str) -> tuple[str, str]:
    """Return the part of a text that may be names, and the rest from the first sign, figure, place or button on."""
    ends = [match.start() for pattern in (_SIGN, _PLACE, phrases.byline_end) if (match := pattern.search(text))]
    glued = (
        match.start() for match in _GLUED_WORD.finditer(text) if _begins_with_job(text[match.start() :], phrases)
    )
    end = min((*ends, *glued), default=len(text))
    head = _strip_last_separator(text[:end])
    return strip_date_words(head, language) if end < len(text) else head, text[end:]


def _strip_last_separator(text: str) -> str:
    """Return a text without the signs and words at its end that stand between names."""
    words = text.split()
    while words and words[-1].strip(",;/&-") in _AND_WORDS:
        del words[-1]
    return " ".join(words).rstrip(",;/&-")


def _strip_job(part: str, phrases: LanguagePhrases) -> str:
    """Return a name without the job that follows it without a comma: "Ada Marsh Parliamentary editor"."""
    words = part.split()
    job = next((number for number, word in enumerate(words) if phrases.jobs.fullmatch(word)), len(words))
    is_group = job == len(words) - 1 and words[job].lower() in _STAFF_WORDS
    if job == len(words) or job < _MIN_NAME_WORDS or is_group:
        return part
    names = next(
        (number for number in range(_MIN_NAME_WORDS, job + 1) if len(words[number - 1].strip(".")) > 1), job
    )
    return " ".join(words[:names])


def _begins_with_job(text: str, phrases: LanguagePhrases) -> bool:
    words = text.split()[: _MODIFIERS + 1]
    return any(phrases.jobs.fullmatch(word.strip(",.")) for word in words) and all(
        word[0].isalpha() for word in words
    )


def _is_name(part: str, *, any_case: bool = False) -> bool:
    """Return True if every word of a text is a particle or has a capital."""
    words = part.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or (words[0] == "The" and len(words) < _MIN_THE_WORDS):
        return False
    if len(words) > 1 and words[-1].lower() in _STAFF_WORDS:
        del words[-1]
    if any_case and len(words) == 1:
        return part[0].isalpha()
    return all(map(_is_name_word, words)) and words[0] not in _PARTICLES and words[-1] not in _PARTICLES


def _is_name_word(word: str) -> bool:
    letter = word.lstrip("(\"'“„")[:1]
    return word in _PARTICLES or word[:2] in {"d'", "al"} or letter.isupper()


def _is_full_name(names: str) -> bool:
    """Return True if the first name has two words or more, or is an agency's in capitals."""
    first = _SEPARATOR.split(names)[0].split()
    return len(first) > 1 or (first[0].isupper() and 2 <= len(first[0]) <= 5)


def _is_ending(ending: str, has_date: bool) -> bool:
    """Return True if a text may stand behind the names of a byline: short and, without a date, no sentence."""
    words = ending.split()
    is_sentence = len(words) > _MAX_NOTE_WORDS and ends_sentence(ending) and ending[-1] != ")"
    return len(words) <= _MAX_ENDING_WORDS and (has_date or not is_sentence)


def _tidy(line: str) -> str:
    """Return a line with single spaces, composed accents, and a bar for each e-mail address."""
    words = unicodedata.normalize("NFC", line).split()
    return " ".join("|" if "@" in word[1:] else word for word in words).strip(" -–—•|*■▪●")
