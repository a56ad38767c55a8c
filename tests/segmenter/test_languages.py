"""Pages in languages other than English: golden pairs in data/, dates, names, phrases.

A golden pair is a page and a table that an editor wrote for it: each line of `spoken` begins one paragraph that is
read, in order; `dropped` names the rule for some of the rest.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from audio_edition.languages import DEFAULT_LANGUAGE, available
from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.model import Article, Block, Script
from audio_edition.readers import read
from audio_edition.segmenter import segment
from audio_edition.segmenter.dates import find_date, is_date_line
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import load_phrases, normalize_line
from tests.segmenter.test_segmenter import PROSE as ENGLISH

DATA = Path(__file__).with_name("data")
PAGES = sorted(file for file in DATA.glob("*/*") if file.suffix in {".html", ".txt"})
LANGUAGES = sorted({*available()} - {DEFAULT_LANGUAGE})


def golden(file: Path) -> dict[str, object]:
    return tomllib.loads(file.with_suffix(".toml").read_text("utf-8"))


@pytest.fixture(params=PAGES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def page(request: pytest.FixtureRequest) -> tuple[Script, dict[str, object]]:
    wanted = golden(request.param)
    return segment(read(request.param)[0]), wanted


def test_every_language_has_three_golden_pages() -> None:
    assert {language: len(list((DATA / language).glob("*.toml"))) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, 3
    )


def test_exactly_the_story_is_spoken(page: tuple[Script, dict[str, object]]) -> None:
    script, wanted = page
    beginnings = str(wanted["spoken"]).split("\n")[:-1]
    said = [paragraph.text for paragraph in script.narrative]
    assert [text[: len(start)] for text, start in zip(said, beginnings, strict=True)] == beginnings


@pytest.mark.parametrize("file", PAGES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_head_of_the_page_and_the_names_of_the_rules_are_those_of_the_table(file: Path) -> None:
    wanted, script = golden(file), segment(read(file)[0])
    fields = {"headline", "standfirst", "byline", "published"} & wanted.keys()
    assert {field: getattr(script, field) for field in fields} == {field: wanted[field] for field in fields}
    dropped = {drop.text: drop.rule for drop in script.dropped}
    rules = wanted["dropped"]
    assert isinstance(rules, dict)
    assert {text: dropped.get(text) for text in rules} == rules


MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_with_the_name_of_a_month_is_found(language: str) -> None:
    between = " de " if language in {"es", "pt"} else " "
    for number, month in enumerate(MONTHS[language].split(), 1):
        written = between.join(["7" + "." * (language == "de"), month, "2021"])
        assert find_date(written, language) == date(2021, number, 7)
        assert is_date_line(written, language)


@pytest.mark.parametrize(
    ("language", "line", "day"),
    [
        ("de", "Stand: 12.03.2024, 18:30 Uhr", date(2024, 3, 12)),
        ("de", "Aktualisiert am 5. Mär. 2023 um 9.15 Uhr", date(2023, 3, 5)),
        ("de", "Berlin, Mittwoch, 24.12.19", date(2019, 12, 24)),
        ("de", "Veröffentlicht vor 3 Stunden", None),
        ("de", "Heute, 18:30 Uhr", None),
        ("fr", "Publié le 13 octobre 2022 à 08h15", date(2022, 10, 13)),
        ("fr", "Mis à jour le 1er févr. 2021 à 7h", date(2021, 2, 1)),
        ("fr", "il y a 2 heures", None),
        ("es", "13 de octubre del 2022 - 06:00 h", date(2022, 10, 13)),
        ("es", "Actualizado: 13/10/2022 11:40", date(2022, 10, 13)),
        ("es", "Hace 3 horas", None),
        ("it", "Pubblicato il 13 ottobre 2022 alle ore 7:30", date(2022, 10, 13)),
        ("it", "3 ore fa", None),
        ("pt", "Publicado em 13/10/2022 às 18h30min", date(2022, 10, 13)),
        ("pt", "14.mar.2023 às 8h00", date(2023, 3, 14)),
        ("pt", "há 2 horas", None),
        ("nl", "Gepubliceerd: donderdag 13 oktober 2022, 06:30 uur", date(2022, 10, 13)),
        ("nl", "13-10-2022", date(2022, 10, 13)),
        ("nl", "3 uur geleden", None),
        ("it", "October 13, 2022", date(2022, 10, 13)),
    ],
)
def test_a_line_with_only_a_date_is_a_date_line(language: str, line: str, day: date | None) -> None:
    assert is_date_line(line, language)
    assert find_date(line, language) == day


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Gestern war alles anders."),
        ("de", "Am 3. Oktober 1990 standen wir am Fenster und warteten auf das Feuerwerk."),
        ("de", "1.234.567 Menschen"),
        ("fr", "Hier, tout le monde était là."),
        ("es", "Hoy"),
        ("it", "Ieri"),
        ("pt", "Em 1974 a cidade acordou com cravos nas espingardas dos soldados."),
        ("nl", "Het jaar 1953 bleef in elk huis een streep op de muur."),
        ("en", "13/10/2022"),
    ],
)
def test_a_line_with_more_than_a_date_is_no_date_line(language: str, line: str) -> None:
    assert not is_date_line(line, language)


PROSE = {file.parent.name: read(file)[0].blocks for file in PAGES if file.suffix == ".txt"}


def page_in(language: str, *lines: str) -> Page:
    """A page of one's own lines with prose of that language around them, undeclared."""
    prose = [block for block in PROSE[language] if len(block.text) > 200]
    own = [Block(text=line) for line in lines]
    return Page(Article(id="page", source="page.txt", blocks=(*prose[:1], *own, *prose[1:])))


@pytest.mark.parametrize(
    ("language", "line", "byline"),
    [
        ("de", "Von Anna Schmidt und Karl von der Heide, Berlin", "Anna Schmidt und Karl von der Heide, Berlin"),
        ("de", "Ein Kommentar von Ömer Şahin", "Ömer Şahin"),
        ("fr", "Par Élodie Durand et Jean-Marc Le Goff", "Élodie Durand et Jean-Marc Le Goff"),
        ("fr", "Propos recueillis par Zoé Martin", "Zoé Martin"),
        ("es", "Por Álvaro Núñez de la Torre", "Álvaro Núñez de la Torre"),
        ("it", "di Niccolò D'Angelo", "Niccolò D'Angelo"),
        ("pt", "Por João da Silva e Ana dos Santos", "João da Silva e Ana dos Santos"),
        ("nl", "Door Jan van den Berg", "Jan van den Berg"),
        ("nl", "By Jane Doe", "Jane Doe"),
    ],
)
def test_a_byline_is_recognized(language: str, line: str, byline: str) -> None:
    title, *story = [block.text for block in page_in(language, "").blocks if block.text]
    script = segment(Article(id="a", source="a", blocks=tuple(Block(text=t) for t in (title[:60], line, *story))))
    assert (script.byline, [drop.rule for drop in script.dropped if drop.text == line]) == (byline, ["byline"])


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von Menschen und Mäusen"),
        ("de", "Von Angst keine Spur"),
        ("de", "Von Peter Müller hat man seither nichts gehört."),
        ("fr", "Par Toutatis, dit-il"),
        ("es", "Por fin la lluvia"),
        ("it", "Di Roma non resta che il nome"),
        ("pt", "Por um fio"),
        ("nl", "Door de bomen het bos"),
    ],
)
def test_a_line_that_only_begins_like_a_byline_is_none(language: str, line: str) -> None:
    assert load_phrases(language).byline.find_rule(normalize_line(line)) is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Mehr dazu sagt er nicht."),
        ("de", "Hier geht es um mehr als Geld."),
        ("de", "Teilen Sie den Teig in vier Stücke."),
        ("de", "Was meinen Sie, Frau Doktor?"),
        ("de", "Lesen Sie auch nachts?"),
        ("de", "»Das ist kein Spiel«, sagte die Richterin."),
        ("de", "Der Artikel erschien 1968 in der Zeitschrift Nature."),
        ("de", "In der ersten Fassung des Gesetzes stand noch ein anderer Satz."),
        ("de", "Die neue App kostet nichts."),
        ("fr", "Partager le pouvoir, voilà ce qu'il refusait."),
        ("fr", "Publiée dans la revue Nature, l'étude a surpris tout le monde."),
        ("fr", "Sur ce sujet, il reste muet."),
        ("fr", "Avec l'agence spatiale, ils ont signé pour dix ans."),
        ("fr", "Ce texte a été modifié par le Sénat."),
        ("fr", "Les dernières nouvelles ne sont pas bonnes."),
        ("es", "Recibe un correo anónimo y no duerme."),
        ("es", "Apoya a los suyos sin preguntar."),
        ("es", "Más de trescientas personas esperaban en la puerta."),
        ("es", "¿Tiene información de primera mano?"),
        ("es", "También en los pueblos cerraron las tiendas."),
        ("it", "Continua a leggere il giornale ogni mattina."),
        ("it", "Già iscritta all'università, lasciò tutto."),
        ("it", "Sostiene che nessuno lo ha avvertito."),
        ("it", "I commenti sono feroci."),
        ("pt", "Já é membro da associação desde 1949."),
        ("pt", "Apoia o filho no que pode."),
        ("pt", "Pode gostar ou não."),
        ("pt", "Com dados falsos não se faz política."),
        ("nl", "Dit verhaal is niet alleen voor kinderen."),
        ("nl", "Misschien ook daarom bleef hij."),
        ("nl", "Heb je een tip voor starters?"),
        ("nl", "Overname van het bedrijf mag niet langer duren."),
    ],
)
def test_sentences_of_a_story_match_no_chrome_phrase(language: str, sentence: str) -> None:
    assert load_phrases(language).chrome.find_rule(normalize_line(sentence)) is None


def test_rules_have_the_same_names_in_every_language() -> None:
    for language in LANGUAGES:
        assert load_phrases(language).chrome.rule_names == load_phrases(DEFAULT_LANGUAGE).chrome.rule_names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_declares_nothing_is_read_in_its_own_language(language: str) -> None:
    assert page_in(language, "Subscribe now").language == language
    chrome = page_in(language, "Subscribe now").phrases.chrome
    assert chrome.find_rule("Advertisement") == "advertising notice", "English chrome stands on all pages"


def test_the_words_of_a_page_win_over_its_declared_language() -> None:
    blocks = page_in("de", "").blocks
    assert Page(Article(id="a", source="a", blocks=blocks, language="en-US")).language == "de"


@pytest.mark.parametrize(
    ("declared", "written", "language"),
    [(None, "de", "de"), ("de-AT", "de", "de-AT"), ("en-US", "fr", "fr"), (None, "en", None), ("nb", "en", "en")],
)
def test_a_script_is_in_the_language_it_is_written_in(
    declared: str | None, written: str, language: str | None
) -> None:
    blocks = tuple(Block(text=text) for text in ENGLISH) if written == "en" else page_in(written, "A line").blocks
    assert segment(Article(id="a", source="a", blocks=blocks, language=declared)).language == language


def test_a_page_in_an_unknown_language_is_read_with_english_phrases() -> None:
    text = "Havnen er full igjen, og ingen i byen tror at det tredje forsøket vil ende bedre enn de to første."
    for declared in ("nb-NO", None):
        assert (
            Page(Article(id="a", source="a", blocks=(Block(text=text),), language=declared)).language
            == DEFAULT_LANGUAGE
        )


@pytest.mark.parametrize(
    "text",
    [
        "„Das war es.“",
        "Er sagte: „Das war es“",
        "»Das war es.«",
        "« C'est fini. »",
        "Elle répondit : « C'est fini »",
        "Se acabó.»",
        "Der Verkehr ruht. (dpa/AFP)",
    ],
)
def test_sentences_end_behind_their_quotes(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["Weiterlesen … »", "Read on... »", "Mehr »", "« Zurück"])
def test_arrows_close_no_quote(text: str) -> None:
    assert not ends_sentence(text)


def test_a_long_quotation_without_a_stop_ends_as_a_sentence_in_german_and_french() -> None:
    assert ends_sentence("Er nannte das Ganze „einen langen und traurigen Witz ohne jede Pointe“")
    assert ends_sentence("Il a parlé d’« une longue et triste plaisanterie sans aucune chute »")
