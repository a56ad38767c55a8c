"""Sentences of long texts: found in linear time, and the same as those of the library."""

from __future__ import annotations

import time

import pytest
from sentencex import segment

from audio_edition.model import Paragraph, Role, Script
from audio_edition.verbaliser.utterances import utterances

PROSE = {
    "en": "The boat left at six. Nobody waved, and “nobody spoke,” says Dr. Roe. Was it late? It was (by an hour).",
    "de": "Das Boot legte um sechs ab. Am 3. Mai kam es zurück, sagt Dr. Roth. War es spät? Ja, eine Stunde.",
    "ja": "船は六時に出た。「誰も手を振らなかった」と男は言った。遅かったのか？一時間遅れだった。",
    "hi": "नाव छह बजे चली गई। किसी ने हाथ नहीं हिलाया। क्या देर हो गई थी? हाँ, एक घंटा।",
}


def spoken_sentences(text: str, language: str) -> list[str]:
    paragraph = Paragraph(block=0, text=text, role=Role.BODY)
    script = Script(id="a", source="a", headline="A boat", paragraphs=(paragraph,), dropped=(), language=language)
    return [utterance.written for utterance in utterances(script, language) if utterance.role is Role.BODY]


@pytest.mark.parametrize("language", PROSE)
def test_sentences_of_a_long_paragraph_are_those_of_the_library(language: str) -> None:
    separator = "" if language == "ja" else " "
    text = separator.join([PROSE[language]] * 120)
    assert len(text) > 5_000
    expected = [sentence.strip() for sentence in segment(language, text)]
    if language == "de":  # a date that the library divides is joined again
        expected = [part for part in expected if not part.startswith("Mai")]
        expected = [f"{part} Mai kam es zurück, sagt Dr. Roth." if part == "Am 3." else part for part in expected]
    assert spoken_sentences(text, language) == expected


@pytest.mark.parametrize("length", [2_990, 3_000, 3_010, 6_200])
def test_no_word_of_a_sentence_without_an_end_is_lost(length: int) -> None:
    text = ("word " * length)[:length].strip()
    assert " ".join(spoken_sentences(text, "en")) == text


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("A. B. C. ", "en"),
        ("中文。", "zh"),
        ("「中文。」", "ja"),
        ("Dr. ", "en"),
        ('"A. ', "en"),
        ("(A b. ", "en"),
    ],
)
def test_sentences_are_found_in_linear_time(unit: str, language: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * length)[:length]
        start = time.process_time()
        spoken_sentences(text, language)
        return time.process_time() - start

    short, middle, long = (min(seconds(length) for _ in range(3)) for length in (15_000, 30_000, 60_000))
    assert middle < 3 * short
    assert long < 3 * middle
