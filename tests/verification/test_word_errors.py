"""Words said against words heard."""

from __future__ import annotations

import pytest

from audio_edition.verification.word_errors import SentenceComparison, compare_sentences


def one(said: str, heard: str, language: str = "en-GB") -> SentenceComparison:
    (found,) = compare_sentences([said], heard, language)
    return found


@pytest.mark.parametrize(
    ("said", "heard"),
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
def test_what_sounds_alike_because_it_is_the_same(said: str, heard: str) -> None:
    assert (one(said, heard).errors, one(said, heard).longest_run) == (0, 0)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("they went to two ports", "they went too two ports"),
        ("four of our boats", "for of our boats"),
        ("it rose by five million", "it rose by nine million"),
        ("he did not go", "he did now go"),
        ("one hour", "one or"),
    ],
)
def test_homophones_and_other_words_differ(said: str, heard: str) -> None:
    assert one(said, heard).errors == 1


def test_german_is_folded_as_german() -> None:
    assert (
        one("Im Jahr neunzehnhundertelf kostete sie drei Euro.", "Im Jahr 1911 kostete sie 3 €.", "de").errors == 0
    )


def test_each_sentence_has_its_own_words() -> None:
    first, second = compare_sentences(
        ["The gulls came back.", "Nobody saw them go."], "the gulls came back nobody saw him go", "en"
    )
    assert (first.errors, second.errors, second.heard) == (0, 1, "nobody saw him go")


def test_missing_words_are_a_run_though_a_small_word_among_them_agrees() -> None:
    found = one("The wall of the town, as the mayor of it said, is too low.", "The wall of the town is too low.")
    assert (found.missing, found.added) == (6, 0)


def test_added_words_belong_to_the_sentence_before_them() -> None:
    said = ["The wall is too low.", "It will stay."]
    first, second = compare_sentences(said, "the wall is too low the wall is too low it will stay", "en")
    assert (first.added, second.added) == (5, 0)


def test_a_name_heard_as_other_words_is_no_run() -> None:
    assert one("said Kassym-Zhomart Tokayev in May", "said Cassim Joe Mart to Kayev in May").longest_run < 3


def test_nothing_heard_is_all_missing() -> None:
    assert one("Nobody said anything at all.", "").missing == 5


def test_nothing_said_has_no_words() -> None:
    assert one("…", "Thank you.").words == 0
