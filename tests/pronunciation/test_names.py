"""The names that are reported to an editor because the voice may not know them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from audio_edition.model import Role, Utterance
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexeme, Lexicon
from audio_edition.pronunciation.names import NameFinder, is_unlike_english
from audio_edition.verbaliser import verbalise


def make_utterances(
    *texts: str, role: Role = Role.BODY, language: str = "en-GB", lexicon: Lexicon = BUILT_IN
) -> list[Utterance]:
    return [
        Utterance(
            written=text,
            spoken=(result := verbalise(text, language, lexicon=lexicon))[0],
            replacements=result[1],
            role=role,
            paragraph=number,
            language=language,
        )
        for number, text in enumerate(texts)
    ]


def find_names(*articles: Iterable[Utterance]) -> list[tuple[str, int, tuple[str, ...]]]:
    finder = NameFinder()
    for number, utterances in enumerate(articles):
        finder.add(f"article-{number}", utterances)
    return [(name.word, name.count, name.articles) for name in finder.names()]


def find_words(
    *texts: str, role: Role = Role.BODY, language: str = "en-GB", lexicon: Lexicon = BUILT_IN
) -> list[str]:
    return [word for word, *_ in find_names(make_utterances(*texts, role=role, language=language, lexicon=lexicon))]


def test_the_most_frequent_names_come_first_with_count_and_articles() -> None:
    one = make_utterances("Then Mrs Kassenova and Mr Zhomart spoke.", "Later Zhomart left.")
    two = make_utterances("In Bishkek Ms Kassenova’s aide met Zhomart.")
    assert find_names(one, two) == [
        ("Zhomart", 3, ("article-0", "article-1")),
        ("Kassenova", 2, ("article-0", "article-1")),
        ("Bishkek", 1, ("article-1",)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kvetching is what he does.",
        "He said: “Kvetching is what I do.”",
        "It stops. Kvetching goes on",
        "(Kvetching helps.)",
    ],
)
def test_a_capital_at_the_beginning_of_a_sentence_does_not_show_a_name(text: str) -> None:
    assert find_words(text) == []
    assert find_words(text, "The people call it Kvetching.") == ["Kvetching"]


def test_a_word_that_also_occurs_in_lower_case_is_not_a_name() -> None:
    assert find_words("They met the Kvetchers.", "All the kvetchers were there, said Yrsa.") == ["Yrsa"]


def test_capitals_in_headings_do_not_show_a_name_but_are_counted() -> None:
    assert find_words("The Kvetching of Others", role=Role.HEADLINE) == []
    assert find_names(
        make_utterances("Of Zhomart’s Kvetching", role=Role.HEADLINE),
        make_utterances("It is the fault of Zhomart."),
    )[0][:2] == (
        "Zhomart",
        2,
    )


def test_words_of_a_lexicon_or_a_rule_are_not_reported() -> None:
    own = Lexicon([Lexeme(grapheme="Kassenova", language="en", alias="Kassa-nova")])
    assert find_words("There Mr Tokayev of NATO and the IMF met Kassenova and Zhomart.", lexicon=own) == ["Zhomart"]


def test_articles_in_other_languages_are_ignored() -> None:
    assert find_words("Dann kam Herr Zhomart.", language="de") == []


@pytest.mark.parametrize("word", ["Xhosa", "Zhomart", "Bishkek", "Iñárritu", "Søren", "Mbeki", "Sejm", "Qom"])
def test_these_words_are_spelt_unlike_english(word: str) -> None:
    assert is_unlike_english(word)


@pytest.mark.parametrize("word", ["Harvard", "Mallinson", "Management", "Russian", "Turkey", "Street", "Marsh"])
def test_these_words_are_spelt_like_english(word: str) -> None:
    assert not is_unlike_english(word)
