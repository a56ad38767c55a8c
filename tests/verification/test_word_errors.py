"""A text compared with its transcription."""

from __future__ import annotations

import pytest

from audio_edition.verification.word_errors import SentenceComparison, compare_sentences


def compare(spoken: str, transcription: str, language: str = "en-GB") -> SentenceComparison:
    (comparison,) = compare_sentences([spoken], transcription, language)
    return comparison


@pytest.mark.parametrize(
    ("spoken", "transcription"),
    [
        ("It cost three point five billion dollars.", "It cost $3.5bn."),
        ("the seven forty-two a m from Marsh End", "The 742 AM from Marsh End"),
        ("one thousand one hundred and fifty of them", "1,150 of them"),
        ("a hundred and five gulls", "one hundred five gulls"),
        ("On January the ninth it rose.", "On January 9th it rose."),
        ("The I M F said so.", "the IMF said so"),
        ("the D N A of yeast", "The DNA of yeast"),
        ("Five per cent of the programme", "5% of the program"),
        ("The centre organised its harbours’ defence.", "the center organized its harbors' defense"),
        ("a travelled, grey catalogue of analyses", "A traveled gray catalog of analyzes"),
        ("behind the sea wall", "Behind the seawall."),
        ("the north-west storm-surge", "the northwest storm surge"),
        ("Doctor Okafor did not.", "Dr. Okafor did not."),
        ("a café in Málaga", "A cafe in Malaga."),
    ],
)
def test_spelling_figures_and_compounds_cause_no_errors(spoken: str, transcription: str) -> None:
    assert (compare(spoken, transcription).errors, compare(spoken, transcription).longest_run) == (0, 0)


@pytest.mark.parametrize(
    ("spoken", "transcription"),
    [
        ("they went to two ports", "they went too two ports"),
        ("four of our boats", "for of our boats"),
        ("it rose by five million", "it rose by nine million"),
        ("he did not go", "he did now go"),
        ("one hour", "one or"),
    ],
)
def test_homophones_and_other_words_are_errors(spoken: str, transcription: str) -> None:
    assert compare(spoken, transcription).errors == 1


def test_german_figures_are_normalized_as_german() -> None:
    assert (
        compare("Im Jahr neunzehnhundertelf kostete sie drei Euro.", "Im Jahr 1911 kostete sie 3 €.", "de").errors
        == 0
    )


def test_an_error_belongs_to_its_own_sentence() -> None:
    first, second = compare_sentences(
        ["The gulls came back.", "Nobody saw them go."], "the gulls came back nobody saw him go", "en"
    )
    assert (first.errors, second.errors, second.transcription) == (0, 1, "nobody saw him go")


def test_a_run_of_missing_words_continues_across_a_word_that_is_equal_by_chance() -> None:
    comparison = compare(
        "The wall of the town, as the mayor of it said, is too low.", "The wall of the town is too low."
    )
    assert (comparison.missing, comparison.added) == (6, 0)


def test_added_words_belong_to_the_sentence_before_them() -> None:
    spoken = ["The wall is too low.", "It will stay."]
    first, second = compare_sentences(spoken, "the wall is too low the wall is too low it will stay", "en")
    assert (first.added, second.added) == (5, 0)


def test_a_name_transcribed_as_other_words_is_no_run() -> None:
    assert compare("said Kassym-Zhomart Tokayev in May", "said Cassim Joe Mart to Kayev in May").longest_run < 3


def test_without_a_transcription_all_words_are_missing() -> None:
    assert compare("Nobody said anything at all.", "").missing == 5


def test_a_sentence_without_words_has_no_words() -> None:
    assert compare("…", "Thank you.").words == 0
