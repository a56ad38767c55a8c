"""Stories in languages without a folder: identified by their letters, spoken by the rules for any language."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from audio_edition.model import Article, Block, Script
from audio_edition.segmenter import segment
from audio_edition.segmenter.language_detection import identify_language
from audio_edition.verbaliser.utterances import utterances
from tests.segmenter.test_segmenter import PROSE as ENGLISH

STORIES = {
    "pl": [
        "Rząd zapowiedział w piątek nową ustawę o podatkach, która ma wejść w życie od stycznia 2025 roku.",
        "Opozycja twierdzi, że zmiany uderzą w najbiedniejszych i żąda, by projekt trafił najpierw do komisji.",
        "Eksperci przypominają, że podobną reformę odrzucono w 2019 roku, bo kosztowałaby 3,5 mld złotych.",
    ],
    "sv": [
        "Regeringen meddelade på fredagen att skatterna ska höjas från och med årsskiftet 2025.",
        "Oppositionen menar att förslaget drabbar de fattigaste och kräver en ny utredning innan riksdagen röstar.",
        "Experterna påminner om att en liknande reform stoppades för fem år sedan.",
    ],
    "ru": [
        "Правительство объявило в пятницу о новом законе о налогах, который вступит в силу с января 2025 года.",
        "Оппозиция считает, что изменения ударят по самым бедным, и требует нового обсуждения в комитете.",
        "Эксперты напоминают, что похожую реформу отклонили пять лет назад.",
    ],
    "ar": [
        "أعلنت الحكومة يوم الجمعة عن قانون جديد للضرائب يدخل حيز التنفيذ في شهر يناير المقبل.",
        "وقالت المعارضة إن التعديلات ستضر بالفقراء وطالبت بإعادة مناقشة المشروع في البرلمان قبل التصويت.",
        "ويذكّر الخبراء بأن إصلاحا مشابها رُفض قبل خمس سنوات.",
    ],
}


def story(blocks: Iterable[str], declared: str | None) -> Script:
    texts = tuple(Block(text=text) for text in blocks)
    return segment(Article(id="story", source="story.txt", blocks=texts, language=declared))


@pytest.mark.parametrize("declared", [None, "en", "en-GB"])
@pytest.mark.parametrize("language", STORIES)
def test_a_story_has_the_language_of_its_letters(language: str, declared: str | None) -> None:
    assert story(STORIES[language], declared).language == language


@pytest.mark.parametrize("language", STORIES)
def test_a_correct_declaration_is_kept(language: str) -> None:
    assert story(STORIES[language], f"{language}-XX").language == f"{language}-XX"


def test_an_english_story_is_english_whatever_it_declares() -> None:
    assert story(ENGLISH, None).language is None
    assert story(ENGLISH, "pl").language == "en"


@pytest.mark.parametrize("language", STORIES)
def test_an_identified_story_is_spoken_without_english_words(language: str) -> None:
    reading = tuple(utterances(story(STORIES[language], None), "en-GB"))
    assert {utterance.language for utterance in reading} == {language}
    assert not any(re.search(r"\b(?:two|five|thousand|million|point)\b", utterance.spoken) for utterance in reading)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "政府周五宣布了一项新的税收法案，该法案将于明年一月起生效，涉及全国数百万家庭和企业，反对党要求重新讨论。",
            "zh",
        ),
        ("Regjeringen kunngjorde fredag at skattene skal økes fra nyttår, og partiene er uenige.", "no"),
        ("Hükümet cuma günü ocak ayında yürürlüğe girecek yeni vergi yasasını açıkladı.", "tr"),
        ("Too short.", None),
        ("12 345", None),
    ],
)
def test_a_text_is_identified_by_its_letters_if_it_has_enough(text: str, language: str | None) -> None:
    assert identify_language(text) == language


def test_a_page_in_a_known_language_needs_no_model(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("\n\n".join(ENGLISH))
    code = (
        "import sys, pathlib; from audio_edition.readers import read; from audio_edition.segmenter import"
        " segment; segment(read(pathlib.Path(sys.argv[1]))[0]); print('py3langid' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
