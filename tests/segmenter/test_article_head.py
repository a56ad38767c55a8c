"""The head of an article: authors among dates and buttons, dates, notices, slogans, and the sentence on top."""

from __future__ import annotations

from datetime import date

import pytest

from audio_edition.model import Script
from audio_edition.readers import html, plain
from audio_edition.segmenter import segment
from audio_edition.segmenter.dates import is_date_line
from audio_edition.segmenter.rules.article_head.authors import read_bare_names, read_byline

STORY = tuple(
    """\
The weir at Lower Cotting was closed on Friday, and the barges that had waited since Easter were towed home.
Its gates were cast in Sheffield in 1904 and were never replaced, although new ones were promised after each flood.
Professor Lin Okafor, who has counted the eels for thirty years, has not seen one since the pumps were switched on.
The company answers that the pumps are older than the complaint, and that no one asked before the hotel was built.
""".splitlines()
)
HEADLINE = "Barges wait in vain"


def read_page(head: str, *, title: str = HEADLINE, end: str = "") -> Script:
    """Return the script of a page: a headline, `head`, the story, and `end`."""
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return segment(
        html.parse(f"<title>{title}</title><body><article><h1>{HEADLINE}</h1>{head}{story}</article>{end}")
    )


@pytest.mark.parametrize(
    ("line", "language", "authors"),
    [
        ("By Ada Marsh3 May 2026114", "en", "Ada Marsh"),
        ("By Ada Marsh May 3 at 12:22 PM Follow @adamarsh", "en", "Ada Marsh"),
        ("By Ada Marsh and Tom Ashby | The Tidal Post", "en", "Ada Marsh and Tom Ashby"),
        ("Posted by amarsh, tashby on 2026-05-03, all posts", "en", "amarsh, tashby"),
        ("on May 3, 2026 by Ada Marsh", "en", "Ada Marsh"),
        ("Sunday 3 May 2026 by Ada B. Marsh", "en", "Ada B. Marsh"),
        ("By Ada MarshStaff Writer", "en", "Ada Marsh"),
        ("BY ADA MARSHSENIOR EDITOR", "en", "ADA MARSH"),
        ("By Ada McNamara, Senior Political Correspondent and Tom Ashby", "en", "Ada McNamara and Tom Ashby"),
        ("By Ada Marsh ada@tidalpost.example (555) 0199", "en", "Ada Marsh"),
        ("By Ada Marsh in Cotting", "en", "Ada Marsh"),
        ("Words by Ada Marsh; photographs by Tom Ashby", "en", "Ada Marsh"),
        ("By The Tidal Post staff", "en", "The Tidal Post staff"),
        ("Von Ada Marsh 03.05.2026, 18:11 Uhr", "de", "Ada Marsh"),
        ("Von dpa 03.05.2026, 18:11", "de", "dpa"),
        ("Kolumne von Jutta Kern", "de", "Jutta Kern"),
        ("Das Interview führte Jutta Kern", "de", "Jutta Kern"),
        ("Publié le 3 mai 2026 à 10h12 par Élise Garance", "fr", "Élise Garance"),
        ("Por Nuria Solís · 3 mayo 2026", "es", "Nuria Solís"),
        ("Af Jens Holm", "en", "Jens Holm"),
        ("Av Lisa Ström", "en", "Lisa Ström"),
        ("Autor: Jan Kowalski", "en", "Jan Kowalski"),
        ("Door: Jan de Vries", "en", "Jan de Vries"),
    ],
)
def test_the_authors_of_a_byline_are_read_without_what_stands_around_them(
    line: str, language: str, authors: str
) -> None:
    assert read_byline(line, language) == authors


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("By Monday the river had risen.", "en"),
        ("By The Numbers", "en"),
        ("By Way of Contrast", "en"),
        ("By Christmas 2024, prices fell", "en"),
        ("By Ada Marsh The weir was closed on Friday, and the barges were towed back to the basin.", "en"),
        ("By Ada Marsh, who counts the eels of the river, and nobody else.", "en"),
        ("Written by hand", "en"),
        ("Story Of My Life", "en"),
        ("Von Menschen und Mäusen", "de"),
        ("Por fin la lluvia", "es"),
        ("Von unten sieht alles anders aus", "de"),
    ],
)
def test_a_line_that_begins_like_a_byline_names_no_author(line: str, language: str) -> None:
    assert read_byline(line, language) is None


@pytest.mark.parametrize(
    ("line", "language", "authors"),
    [
        ("Ada Marsh", "en", "Ada Marsh"),
        ("ADA MARSH, Tom Ashby", "en", "ADA MARSH, Tom Ashby"),
        ("Ada Marsh · Tidal Post · Posted: May 03, 2026 4:00 AM", "en", "Ada Marsh"),
        ("Ada Marsh Parliamentary editor", "en", "Ada Marsh"),
        ("3. Mai 2026 um 15:46 Uhr / Jutta Kern-Adler", "de", "Jutta Kern-Adler"),
        ("Jutta Kern,  03.05.2026 10:00 Uhr", "de", "Jutta Kern"),
        ("Key points", "en", None),
        ("Mud", "en", None),
        ("Best Choice: The Eels of Cotting", "en", None),
        ("Ada Marsh went home.", "en", None),
        ("สมชาย ใจดี ไปที่แม่น้ำ", "en", None),
    ],
)
def test_a_line_of_names_only_is_told_from_other_lines(line: str, language: str, authors: str | None) -> None:
    assert read_bare_names(line, language) == authors


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        ('<p>By <a href="/ada">Ada Marsh</a></p>', "Ada Marsh"),
        ('<aside><p>Words by <a href="/ada">Ada Marsh</a></p><p>3 May 2026</p></aside>', "Ada Marsh"),
        ('<h4><a href="/ada">Ada Marsh</a></h4><time datetime="2026-05-03">3 May 2026</time>', "Ada Marsh"),
        ("<p>Ada Marsh</p><p>@adamarsh</p>", "Ada Marsh"),
        ("<p>By</p><p>Ada Marsh</p><p>Tom Ashby</p>", "Ada Marsh, Tom Ashby"),
        ("<p>Ada Marsh</p>", None),
        ("<p>Barges Wait</p><p>3 May 2026</p>", None),
    ],
)
def test_the_byline_is_learned_from_links_asides_and_names_beside_a_date(head: str, byline: str | None) -> None:
    script = read_page(head, end="<p>The barges wait.</p>")
    assert script.byline == byline
    assert not {"Ada Marsh", "By Ada Marsh"} & {paragraph.text for paragraph in script.paragraphs} or byline is None


def test_a_printed_byline_wins_over_the_name_of_the_site() -> None:
    site = '<meta property="og:site_name" content="Tidal Post"><meta name="author" content="Tidal Post">'
    assert read_page(f"{site}<p>By Ada Marsh</p>").byline == "Ada Marsh"
    assert read_page(site).byline == "Tidal Post"


def test_a_sentence_about_someone_else_is_no_byline() -> None:
    line = "Marine Insurance covers hulls and cargo."
    script = read_page(f"<p>By Ada Marsh</p><p>{STORY[0]}</p><p>{line}</p>")
    assert line not in {drop.text for drop in script.dropped if drop.rule == "byline"}


@pytest.mark.parametrize(
    "line", ["2,300 (72.33%)", "Boiler X3420 (35.31)", "0.06 5.61 8.87", "$25.29 $20.65 $12.99"]
)
def test_a_decimal_number_is_no_time_of_day(line: str) -> None:
    assert not is_date_line(line)


def test_a_day_without_a_year_is_a_date_in_the_head_only() -> None:
    assert not is_date_line("Sunday 3 May")
    assert is_date_line("Sunday 3 May", needs_year=False)
    script = read_page("<h3>Sunday 3 May</h3>")
    assert ("Sunday 3 May", "date line") in {(drop.text, drop.rule) for drop in script.dropped}


def test_a_date_over_an_entry_of_a_diary_is_spoken() -> None:
    days = "".join(f"<h3>{day} May 2026</h3><p>{text}</p>" for day, text in enumerate(STORY[1:], 3))
    script = segment(html.parse(f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><p>{STORY[0]}</p>{days}"))
    assert [p.text for p in script.narrative if p.text.endswith("2026")] == [
        "3 May 2026",
        "4 May 2026",
        "5 May 2026",
    ]


def test_the_date_is_read_from_an_aside_and_from_a_longer_line_of_the_head() -> None:
    for head in ("<aside>Sunday 3 May 2026</aside>", "<p>Cotting | West Riding | last active on 3 May 2026</p>"):
        assert read_page(head).published == date(2026, 5, 3)


@pytest.mark.parametrize(
    "line",
    [
        "This article is more than 5 years old",
        "River life: a year on the water is supported by",
        "Supported by The Cotting Foundation",
        "Part 3 of 5",
        "Reading time: 4 minutes",
        "Posted by amarsh",
        "From Wikipedia, the free encyclopedia",
        "Filed under Rivers",
    ],
)
def test_a_notice_between_headline_and_story_is_no_standfirst(line: str) -> None:
    standfirst = "The weir is shut and no one says when it opens again"
    script = read_page(f'<div>{line}</div><p class="standfirst">{standfirst}</p>')
    assert line in {drop.text for drop in script.dropped}
    assert script.standfirst == standfirst


def test_a_notice_in_the_middle_of_a_story_is_not_a_notice_of_the_head() -> None:
    line = "Supported by his neighbours, he went on"
    script = read_page(f"<p>{STORY[0]}</p><p>{STORY[1]}</p><p>{line}.</p>")
    assert f"{line}." in {paragraph.text for paragraph in script.paragraphs}


def test_the_slogan_between_the_name_of_the_site_and_the_headline_is_dropped() -> None:
    story = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    page = f"<h1>Tidal Post</h1><p>News from the weir</p><h2>{HEADLINE}</h2>{story}"
    script = segment(html.parse(f"<title>Tidal Post » {HEADLINE}</title>{page}"))
    assert script.headline == HEADLINE
    assert ("News from the weir", "above the headline") in {(drop.text, drop.rule) for drop in script.dropped}


@pytest.mark.parametrize(
    "head",
    [
        '<header><p class="article-teaser">LEAD</p></header><figure><figcaption>The weir</figcaption></figure>',
        "<div><p>By Ada Marsh</p></div><div><p>LEAD</p></div>",
        "<div><p>LEAD</p></div><p>By Ada Marsh</p><p>3 May 2026</p>",
    ],
)
def test_a_sentence_apart_from_the_story_is_spoken_as_the_standfirst(head: str) -> None:
    lead = "The canal company has closed the weir. The bargemen were not asked about it."
    script = read_page(head.replace("LEAD", lead))
    assert script.standfirst == lead
    assert lead in {paragraph.text for paragraph in script.paragraphs}


@pytest.mark.parametrize(
    "head",
    [
        '<div class="newsletter-signup"><p>The weekly letter of the river comes every Sunday morning.</p></div>',
        "<div><p>The old weir at dusk, seen from the hotel (pictured).</p></div>",
    ],
)
def test_a_sentence_of_chrome_under_the_headline_is_no_standfirst(head: str) -> None:
    assert read_page(head).standfirst is None


def test_a_summary_that_is_the_beginning_of_the_story_takes_nothing_from_it() -> None:
    script = read_page(f'<meta name="description" content="{STORY[0][:120]}">')
    assert script.standfirst is None
    assert [paragraph.text for paragraph in script.narrative] == list(STORY)


def test_in_plain_text_the_line_right_above_the_byline_is_the_headline() -> None:
    chrome = ("Menu", "Watch Tidal Live", "Open letters for the weekend")
    text = "\n\n".join((*chrome, "The barges of the weir wait in vain", "By Ada Marsh", "3 May 2026", *STORY))
    script = segment(plain.parse(text))
    assert (script.headline, script.byline) == ("The barges of the weir wait in vain", "Ada Marsh")
