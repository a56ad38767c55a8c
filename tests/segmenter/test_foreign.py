"""Passages in another language: what markup says of them, whether it is believed, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.build import passages
from audio_edition.model import Article, Block, Paragraph, Role, Script, Utterance
from audio_edition.readers import html, markdown, read
from audio_edition.segmenter import segment
from audio_edition.verbaliser.utterances import utterances
from tests.readers.test_epub import entry, toc, write_epub3
from tests.segmenter.test_identified import STORIES
from tests.segmenter.test_segmenter import PROSE as ENGLISH

FRENCH = (
    "M. Aubry l’a dit à tous le 1er mars : « La vase revient toujours. » Il en reste 3,5 tonnes au mètre carré.",
    "Les pêcheurs, eux, attendent la marée de printemps, qui ne coûte rien et n’a jamais manqué un rendez-vous.",
)
GERMAN = (
    "Der Hafen ist seit dem Krieg zweimal ausgebaggert worden, und jedes Mal kam der Schlick in einem Jahr zurück.",
    "Niemand in der Stadt erwartet, dass der dritte Versuch besser endet, aber das Geld ist da und das Boot auch.",
    "Die Fischer warten lieber auf eine Springflut, die nichts kostet und noch keinen Termin verpasst hat.",
    "So liegt das Boot, wo es zu Wasser gelassen wurde, und sinkt mit jedem Winter noch ein wenig tiefer.",
)
SHORT = "Voilà tout"


def marked(page: str) -> list[tuple[str, str | None]]:
    return [(block.text, block.language) for block in html.parse(page).blocks]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p lang=fr>Un.<p>Two.", [("Un.", "fr"), ("Two.", None)]),
        (
            "<div xml:lang=fr-CA><p>Un.<p>Deux.</div>Three.",
            [("Un.", "fr-CA"), ("Deux.", "fr-CA"), ("Three.", None)],
        ),
        ("<blockquote lang=fr><p>Un.<footer>Aubry</footer></blockquote>", [("Un.", "fr"), ("Aubry", "fr")]),
        ("<div lang=fr>Un.<p lang=de>Eins.</p>Deux.</div>", [("Un.", "fr"), ("Eins.", "de"), ("Deux.", "fr")]),
        ("<div lang=fr><p lang=''>One.<p>Deux.</div>", [("One.", None), ("Deux.", "fr")]),
        ("<html lang=fr><body lang=fr><p>Un.", [("Un.", None)]),
        ("<p><span lang=fr>Un.</span></p>", [("Un.", "fr")]),
        ("<p>1. “<i lang=fr>Un</i> <i lang=fr>deux</i>.”</p>", [("1. “Un deux.”", "fr")]),
        ("<p>A <i lang=fr>coup d’état</i>.</p>", [("A coup d’état.", None)]),
        ("<p lang=fr>Un <i lang=en>boss</i>.</p>", [("Un boss.", "fr")]),
        ("<p><i lang=fr>Un</i> <i lang=de>zwei</i></p>", [("Un zwei", None)]),
        ("<p><span lang=fr>Un.<br><br>Deux.</span></p>", [("Un.", "fr"), ("Deux.", "fr")]),
        ("<pre lang=fr>Un,\ndeux,\ntrois.</pre>", [("Un,", "fr"), ("deux,", "fr"), ("trois.", "fr")]),
        ("<ul><li lang=fr>Un<li>Two</ul>", [("Un", "fr"), ("Two", None)]),
        ("<table><tr><td lang=fr>Un deux</table>", [("Un deux", "fr")]),
        ("<p lang=de_AT>Eins.", [("Eins.", "de-AT")]),
        (
            "<p lang=zxx>Lorem.<p lang='français'>Un.<p lang=x-default>One.",
            [("Lorem.", None), ("Un.", None), ("One.", None)],
        ),
    ],
)
def test_blocks_of_html_have_the_language_of_their_elements(
    page: str, blocks: list[tuple[str, str | None]]
) -> None:
    assert marked(page) == blocks


def test_blocks_of_a_book_have_the_language_of_their_elements(tmp_path: Path) -> None:
    chapter = f"<h1>Mud</h1><p>{ENGLISH[0]}</p><p xml:lang='fr'>{FRENCH[0]}</p>"
    (article,) = read(write_epub3(tmp_path, {"mud.xhtml": chapter}, nav=toc(entry("Mud", "mud.xhtml"))))
    assert [block.language for block in article.blocks] == [None, None, "fr"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("::: {lang=fr}\nUn.\n:::\n\nTwo.", "fr"),
        (':::: {.verse lang="fr-CA"}\n::: note\nUn.\n:::\n::::\nTwo.', "fr-CA"),
        ("::: note\n[Un.]{.x lang=fr}\n:::\n\nTwo.", "fr"),
        ("<blockquote lang=fr>\n\nUn.\n\n</blockquote>\n\nTwo.", "fr"),
        ("::: note\nUn.\n:::\n\nTwo.", None),
        ("[Un.]{#lang}\n\nTwo.", None),
    ],
)
def test_blocks_of_markdown_have_the_language_of_their_attributes(text: str, language: str | None) -> None:
    assert [(b.text, b.language) for b in markdown.parse(text).blocks] == [("Un.", language), ("Two.", None)]


def script(blocks: Sequence[tuple[str, str | None]], declared: str | None = None) -> Script:
    found = tuple(Block(text=text, language=language) for text, language in blocks)
    return segment(Article(id="story", source="story.html", blocks=found, language=declared))


def foreign(blocks: Sequence[tuple[str, str | None]], declared: str | None = None) -> list[tuple[str, str]]:
    return [(p.text, p.language) for p in script(blocks, declared).paragraphs if p.language]


def unmarked(texts: Sequence[str]) -> list[tuple[str, str | None]]:
    return [(text, None) for text in texts]


@pytest.mark.parametrize("declared", [None, "en", "en-GB", "de"])
@pytest.mark.parametrize("quoted", [FRENCH[0], FRENCH[1], STORIES["sv"][0], STORIES["ru"][2], SHORT, "On y va"])
def test_a_passage_in_another_language_is_foreign(quoted: str, declared: str | None) -> None:
    language = next((code for code, texts in STORIES.items() if quoted in texts), "fr")
    blocks = [*unmarked(ENGLISH[:3]), (quoted, f"{language}-XX"), *unmarked(ENGLISH[3:])]
    assert foreign(blocks, declared) == [(quoted, f"{language}-XX")]


@pytest.mark.parametrize("quoted", [FRENCH[0], ENGLISH[0], STORIES["sv"][0]])
def test_a_passage_is_foreign_in_a_story_whose_language_has_no_folder(quoted: str) -> None:
    language = {FRENCH[0]: "fr", ENGLISH[0]: "en"}.get(quoted, "sv")
    blocks = [*unmarked(STORIES["pl"][:2]), (quoted, language), *unmarked(STORIES["pl"][2:])]
    assert foreign(blocks, "pl") == [(quoted, language)]


def test_another_region_is_not_another_language() -> None:
    assert foreign([(ENGLISH[0], "en-US"), *unmarked(ENGLISH[1:]), (SHORT, "EN")], "en-GB") == []


WHOLE = {"en": ENGLISH, "de": GERMAN, "pl": STORIES["pl"], "ru": STORIES["ru"]}
WRONG = [(story, mark) for story in WHOLE for mark in ("en", "de", "fr", "sv") if mark != story]


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize(("story", "mark"), WRONG)
def test_the_language_of_a_template_is_ignored_if_the_words_contradict_it(
    story: str, mark: str, declared: bool
) -> None:
    whole = WHOLE[story]
    for count in range(1, len(whole) + 1):
        blocks = [*((text, mark) for text in whole[:count]), *unmarked(whole[count:]), ("Was bleibt", None)]
        assert foreign(blocks, story if declared else None) == []
        assert (script(blocks, story).language or "en") == story


@pytest.mark.parametrize(("story", "mark"), WRONG)
def test_the_mark_of_a_short_line_is_ignored_if_those_of_long_lines_are_wrong(story: str, mark: str) -> None:
    whole = WHOLE[story]
    blocks = [(whole[0], mark), ("Hotel Astoria, 1912", mark), *unmarked(whole[1:])]
    assert foreign(blocks, story) == []


def test_a_short_line_is_not_foreign_if_every_line_is_marked() -> None:
    office: list[tuple[str, str | None]] = [(text, "de-DE") for text in GERMAN]
    office[2:2] = [("Schlick und Geld", "en-US")]
    office[1:1] = [("What is to be done", "en-US")]
    assert foreign(office, "de") == [("What is to be done", "en-US")]


def test_marks_on_all_of_a_very_short_story_are_ignored() -> None:
    lines = [
        "Dom stoi, my zaś mamy psa, oni wóz.",
        "Wieś śpi, lis nie śpi, mróz dziś tnie.",
        "Zboże śpi, śnieg już leży, dym stoi.",
    ]
    assert foreign([(line, "en") for line in lines], "pl") == []


def test_the_language_of_most_of_the_story_is_its_language() -> None:
    told = script([("Wiadomości z portu", None), *((text, "sv-SE") for text in STORIES["sv"])], "pl")
    assert told.language == "sv"
    assert [p.language for p in told.paragraphs] == [None] * len(told.paragraphs)


PAGE = f"""<!doctype html>
<html lang="en-GB"><title>Mud</title>
<article lang="en-GB">
<h1>Mud <i lang="fr">sans frontières</i></h1>
<p>{ENGLISH[0]}</p>
<p>{ENGLISH[1]} It is called a <i lang="fr">coup de théâtre</i>.</p>
<blockquote lang="fr"><p>{FRENCH[0]}</p></blockquote>
<p>{ENGLISH[2]}</p>
<p><span lang="fr-FR">{FRENCH[1]}</span></p>
<p lang="de">{ENGLISH[3]}</p>
<p>{ENGLISH[4]}</p>
</article>"""


@pytest.fixture(scope="module")
def read_out() -> tuple[Utterance, ...]:
    return tuple(utterances(segment(replace(html.parse(PAGE), id="mud", source="mud.html")), "en-GB"))


def test_a_page_with_quotations_is_read_in_two_languages(read_out: tuple[Utterance, ...]) -> None:
    languages = {utterance.paragraph: utterance.language for utterance in read_out}
    assert list(languages.values()) == ["en-GB", "en-GB", "en-GB", "fr", "en-GB", "fr-FR", "en-GB", "en-GB"]


def test_a_quotation_is_split_and_spoken_by_the_rules_of_its_language(read_out: tuple[Utterance, ...]) -> None:
    first, *rest = [utterance for utterance in read_out if utterance.language == "fr"]
    assert first.spoken.startswith("Monsieur Aubry l'a dit à tous le premier mars")
    assert "trois virgule cinq tonnes au mètre carré" in rest[-1].spoken
    assert not any(utterance.pronunciations for utterance in (first, *rest))


def test_a_foreign_headline_is_read_in_its_language() -> None:
    page = html.parse(f"<h1 lang=fr>Le port et la vase</h1>{''.join(f'<p>{text}</p>' for text in ENGLISH)}")
    headline, *story = utterances(segment(replace(page, id="mud", source="mud.html", language="en")), "en-US")
    assert (headline.role, headline.language) == (Role.HEADLINE, "fr")
    assert {utterance.language for utterance in story} == {"en-US"}


PARAGRAPHS = st.lists(
    st.tuples(
        st.sampled_from([*ENGLISH, *FRENCH, *GERMAN, *STORIES["ru"], SHORT]),
        st.sampled_from([None, "fr", "de-AT", "en", "ru", "pl"]),
        st.sampled_from([Role.BODY, Role.QUOTATION, Role.LIST_ITEM, Role.CROSSHEAD]),
    ),
    min_size=1,
    max_size=5,
)


@given(PARAGRAPHS, st.sampled_from(["en-GB", "de-CH"]))
def test_every_utterance_has_the_language_of_its_paragraph(
    told: list[tuple[str, str | None, Role]], edition: str
) -> None:
    paragraphs = tuple(
        Paragraph(block=number, text=text, role=role, language=language)
        for number, (text, language, role) in enumerate(told)
    )
    script = Script(id="s", source="s", headline="Mud", paragraphs=paragraphs, dropped=(), language="en")
    said = tuple(utterances(script, edition))
    home = "en-GB" if edition == "en-GB" else "en"
    expected = [home if language in {None, "en"} else language for _, language, _ in told]
    languages: dict[int, set[str]] = {}
    for utterance in said:
        languages.setdefault(utterance.paragraph, set()).add(utterance.language)
    assert list(languages.values()) == [{home}, *({language} for language in expected)]
    assert [u for passage in passages.split_story(said, "Mud") for u in passage.utterances] == list(said)
