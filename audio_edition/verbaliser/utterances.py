"""Turns a script into utterances: the opening as a newsreader reads it, then the story, one sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audio_edition.languages import tags
from audio_edition.languages.punctuation import CLOSING_MARKS, FULL_STOPS, PAUSE_MARKS
from audio_edition.model import Role, Script, Utterance
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexicon
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.verbaliser.chunking import chunk_spans
from audio_edition.verbaliser.line import sentence_continues, verbalise

_ENDS_WITH_STOP = re.compile(rf"[{re.escape(FULL_STOPS + PAUSE_MARKS)}][{re.escape(CLOSING_MARKS)}]*$")
_HAS_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_LONGEST_SENTENCE = 3000
"""Characters of a sentence, more than three minutes of speech. Longer ones are read in parts."""

_CHUNK_SEPARATORS = ("; ", ": ", " – ", " — ", ", ", " ")
"""Places at which a long sentence is divided, the best first."""

_LONGEST_WORD = 200


def resolve_tag(own: str | None, fallback: str) -> str:
    """Return the language of a text: its own, or `fallback` if it has none or the same one without a region."""
    if not own:
        return fallback
    same = own.lower() == tags.primary(fallback)
    return fallback if same else own


def utterances(script: Script, language: str, lexicon: Lexicon = BUILT_IN) -> Iterator[Utterance]:
    """Yield the whole reading in order. `language` is the edition's, for scripts that have none of their own."""
    paragraph = 0
    for role, text, foreign in _paragraphs(script):
        own = resolve_tag(foreign or script.language, language)
        spoken_any = False
        for sentence in _split_sentences(text, own) if role not in _UNSPLIT_ROLES else [text]:
            spoken, replacements = verbalise(sentence, own, lexicon=lexicon)
            if not _HAS_LETTER_OR_DIGIT.search(spoken):
                continue
            spoken_any = True
            yield Utterance(
                written=sentence,
                spoken=spoken if _ENDS_WITH_STOP.search(spoken) else f"{spoken}.",
                role=role,
                paragraph=paragraph,
                language=own,
                replacements=replacements,
                pronunciations=place_pronunciations(sentence, replacements, spoken, own),
            )
        paragraph += spoken_any


_UNSPLIT_ROLES = frozenset({Role.SECTION, Role.KICKER, Role.HEADLINE})


def _paragraphs(script: Script) -> Iterator[tuple[Role, str, str | None]]:
    """Yield role, text and language of each paragraph in reading order; None is the script's language."""
    opening = (
        (Role.SECTION, script.section),
        (Role.KICKER, script.kicker),
        (Role.HEADLINE, script.headline),
        (Role.STANDFIRST, script.standfirst),
    )
    foreign = {(paragraph.role, paragraph.text): paragraph.language for paragraph in script.paragraphs}
    yield from ((role, text, foreign.get((role, text))) for role, text in opening if text)
    yield from ((paragraph.role, paragraph.text, paragraph.language) for paragraph in script.narrative)


def _split_sentences(text: str, language: str) -> list[str]:
    """Return the sentences of a paragraph.

    A scrap without letters, and the rest of a sentence that was divided at an abbreviation, is joined to the
    sentence before it. Very long sentences are divided.
    """
    found: list[list[str]] = []
    for sentence in filter(None, map(str.strip, _find_sentences(text, tags.primary(language)))):
        if found and (
            not _HAS_LETTER_OR_DIGIT.search(sentence) or sentence_continues(found[-1][-1], sentence, language)
        ):
            found[-1].append(sentence)
        else:
            found.append([sentence])
    whole = [" ".join(scraps) for scraps in found] or [text]
    return [
        each[start:end].strip()
        for each in whole
        for start, end in chunk_spans(each, _LONGEST_SENTENCE, _LONGEST_WORD, _CHUNK_SEPARATORS)
    ]


def _find_sentences(text: str, language: str) -> Iterator[str]:
    """Yield the sentences of a text of any length in linear time; together they are the text.

    The library takes quadratic time, so it sees only a window of the text. The last sentence of a window is found
    again from its beginning. A sentence that is longer than the window is divided.
    """
    from sentencex import segment  # here: slow to import, needed only to read whole articles

    start = 0
    while len(text) - start > _LONGEST_SENTENCE:
        window = text[start : start + _LONGEST_SENTENCE + _LONGEST_WORD]
        first, *others = segment(language, window)
        if others:
            yield from (first, *others[:-1])
            start += len(window) - len(others[-1])
        else:
            end = next(chunk_spans(window, _LONGEST_SENTENCE, _LONGEST_WORD, _CHUNK_SEPARATORS))[1]
            yield window[:end]
            start += end
    yield from segment(language, text[start:])
