"""Script → utterances: the opening as a newsreader gives it, then the story, a sentence at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audio_edition.languages import tags
from audio_edition.model import Role, Script, Utterance
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexicon
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.verbaliser.chunking import chunk_spans
from audio_edition.verbaliser.line import sentence_continues, verbalise

_ENDS_WITH_STOP = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_HAS_LETTER_OR_DIGIT = re.compile(r"[^\W_]")

_LONGEST_SENTENCE = 3000
"""Characters of a sentence, more than three minutes of speech: what is longer is read in parts."""

_CHUNK_SEPARATORS = ("; ", ": ", " – ", " — ", ", ", " ")
"""Where it is parted, the best places first."""

_LONGEST_WORD = 200


def resolve_tag(own: str | None, fallback: str) -> str:
    """A text's own language; where it names no place ("en"), the edition's of the same language ("en-GB")."""
    if not own:
        return fallback
    same = own.lower() == tags.primary(fallback)
    return fallback if same else own


def utterances(script: Script, language: str, lexicon: Lexicon = BUILT_IN) -> Iterator[Utterance]:
    """The whole reading in order; `language` is the edition's, used where the script has none of its own."""
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
    """Role, text and language, None for the script's own, of each paragraph in the order of the reading."""
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
    """Sentences of a paragraph; a scrap with nothing to say, or what an abbreviation parted, goes with the last.

    One without end is in parts.
    """
    from sentencex import segment  # here: slow to import, needed only to read whole articles

    found: list[list[str]] = []
    for sentence in filter(None, (scrap.strip() for scrap in segment(tags.primary(language), text))):
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
