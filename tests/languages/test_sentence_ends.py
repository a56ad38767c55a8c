"""How sentences end in every script."""

from __future__ import annotations

import pytest

from audio_edition.languages.sentence_ends import ends_sentence, lacks_final_punctuation
from tests.languages.test_words import STORIES


@pytest.mark.parametrize("language", STORIES)
def test_every_paragraph_ends_a_sentence_and_no_headline_does(language: str) -> None:
    story = STORIES[language]
    for paragraph in story["paragraphs"]:
        assert ends_sentence(paragraph)
        assert not lacks_final_punctuation(paragraph)
    assert not ends_sentence(story["headline"])
    assert lacks_final_punctuation(story["headline"])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "船は出た。",
            "船は出た！",
            "本当に？",
            "船は出た｡",
            "彼は「もう終わりだ」",
            "「出た。」",
            "船は出た。（共同）",
        ),
        *(
            "船は出た。（共同）",
            "船开了。”",
            "他说：“好。”",
            "报道称。（编辑：李四）",
            "船開了。」",
            "船开了……",
            "「走吧！」",
        ),
        *("नाव चली गई।", "नाव चली गई॥", "नाव चली गई|", "নৌকা চলে গেছে।"),
        *("هل عادت؟", "کشتی چلی گئی۔", "Նավը գնաց։", "Նավը գնաց:", "Πού πήγε;", "Πού πήγε\u037e", "ጀልባዋ ሄደች።"),
        *("ទូកបានចាកចេញ។", "သင်္ဘောထွက်သွားသည်။", "གྲུ་ཕྱིན་སོང་།", "배가 떠났다."),
    ],
)
def test_marks_of_other_scripts_end_a_sentence(text: str) -> None:
    assert ends_sentence(text)
    assert not lacks_final_punctuation(text)


@pytest.mark.parametrize(
    "text",
    [
        "関連記事",
        "相关阅读",
        "（記者 王小明）",
        "《河の歌》",
        "ข่าวที่เกี่ยวข้อง",
        "관련 기사",
        "संबंधित खबरें",
        "Σχετικά",
        "Page 2 (AB)",
    ],
)
def test_headings_and_labels_end_no_sentence(text: str) -> None:
    assert not ends_sentence(text)
    assert lacks_final_punctuation(text)


@pytest.mark.parametrize("text", ["以下の通り：", "首先、", "他说，", "وقال،", "for example;", "そして――"])
def test_a_pause_mark_ends_no_sentence_but_is_punctuation(text: str) -> None:
    assert not ends_sentence(text)
    assert not lacks_final_punctuation(text)
