"""Which names an editor is shown because the voice may not know them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from audio_edition.model import Role, Utterance
from audio_edition.pronunciation.lexicon import BUILT_IN, Lexeme, Lexicon
from audio_edition.pronunciation.names import NameFinder, is_unlike_english
from audio_edition.verbaliser import verbalise


def said(
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


def found(*articles: Iterable[Utterance]) -> list[tuple[str, int, tuple[str, ...]]]:
    finder = NameFinder()
    for number, utterances in enumerate(articles):
        finder.add(f"article-{number}", utterances)
    return [(name.word, name.count, name.articles) for name in finder.names()]


def words(*texts: str, role: Role = Role.BODY, language: str = "en-GB", lexicon: Lexicon = BUILT_IN) -> list[str]:
    return [word for word, *_ in found(said(*texts, role=role, language=language, lexicon=lexicon))]


def test_the_most_frequent_first_with_count_and_articles() -> None:
    one = said("Then Mrs Kassenova and Mr Zhomart spoke.", "Later Zhomart left.")
    two = said("In Bishkek Ms Kassenova’s aide met Zhomart.")
    assert found(one, two) == [
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
def test_a_capital_that_a_sentence_begins_with_proves_no_name(text: str) -> None:
    assert words(text) == []
    assert words(text, "The people call it Kvetching.") == ["Kvetching"]


def test_a_word_seen_in_small_letters_is_none() -> None:
    assert words("They met the Kvetchers.", "All the kvetchers were there, said Yrsa.") == ["Yrsa"]


def test_headings_prove_nothing_but_count() -> None:
    assert words("The Kvetching of Others", role=Role.HEADLINE) == []
    assert found(said("Of Zhomart’s Kvetching", role=Role.HEADLINE), said("It is the fault of Zhomart."))[0][
        :2
    ] == (
        "Zhomart",
        2,
    )


def test_what_a_lexicon_or_a_rule_says_is_known() -> None:
    own = Lexicon([Lexeme(grapheme="Kassenova", language="en", alias="Kassa-nova")])
    assert words("There Mr Tokayev of NATO and the IMF met Kassenova and Zhomart.", lexicon=own) == ["Zhomart"]


def test_articles_in_other_languages_are_left_alone() -> None:
    assert words("Dann kam Herr Zhomart.", language="de") == []


@pytest.mark.parametrize("word", ["Xhosa", "Zhomart", "Bishkek", "Iñárritu", "Søren", "Mbeki", "Sejm", "Qom"])
def test_spelt_unlike_english(word: str) -> None:
    assert is_unlike_english(word)


@pytest.mark.parametrize("word", ["Harvard", "Mallinson", "Management", "Russian", "Turkey", "Street", "Marsh"])
def test_spelt_like_english(word: str) -> None:
    assert not is_unlike_english(word)
