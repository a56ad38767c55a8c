"""The segmenter as a whole: which blocks of an article become the script, and which rules drop the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import NoStoryError
from audio_edition.model import Article, Block, BlockKind, Role, Script
from audio_edition.segmenter import find_shared_lines, segment
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.article_end import drop_comment_thread
from audio_edition.segmenter.rules.article_head import find_bylines_and_dates
from tests.conftest import ROOT

PROSE = (
    (
        "The harbour has been dredged twice since the war, and each time the silt came back within a year of the"
        " work, as any fisherman who remembers the first attempt could have told the engineers for nothing."
    ),
    (
        "Nobody in the town expects the third attempt to end better, though the council has set aside the money,"
        " bought the boat and painted it in a shade of green that it calls optimistic."
    ),
    (
        "That has not kept the ministry from asking for a fourth, on the ground that it is in the plan for the"
        " decade, and that a plan for a decade cannot be changed because of a little mud."
    ),
    (
        "Fishermen, who have seen the charts change more often than the government, prefer to wait for a spring"
        " tide, which costs nothing and has not been known to miss an appointment since records began."
    ),
    (
        "So the boat lies where it was launched, a little lower each winter, and children who were promised a ride"
        " on it have grown up and moved to towns that have no harbour to worry about."
    ),
)


def make_article(*texts: str) -> Article:
    """Return an article with one plain paragraph per text."""
    return Article(id="page", source="page.txt", blocks=tuple(Block(text=text) for text in texts))


def segment_among(article: Article, *others: Article) -> Script:
    """Return the script of an article in the same folder as others."""
    return segment(article, shared=find_shared_lines([article, *others])[0])


def spoken_texts(script: Script) -> list[str]:
    """Return the texts of the spoken paragraphs without headline, standfirst etc."""
    return [paragraph.text for paragraph in script.narrative]


def dropping_rule(script: Script, text: str) -> str:
    """Return the name of the rule that dropped a text."""
    return next(drop.rule for drop in script.dropped if drop.text == text)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Listen to this story.", "listen prompt"),
        ("Enjoy more audio and podcasts on iOS or Android.", "listen prompt"),
        ("Share this article", "share links"),
        ("Sign up to The Tide, our free daily briefing", "newsletter sign-up"),
        (
            "Curious about the world? To enjoy our coverage, sign up to Silt, our weekly newsletter.",
            "newsletter sign-up",
        ),
        ("■ For more coverage, subscribe to our weekly newsletter", "newsletter sign-up"),
        ("Advertisement", "advertising notice"),
        ("We use cookies to make this site work.", "consent notice"),
        ("© 2026 The Estuary Weekly Ltd. All rights reserved.", "copyright notice"),
        ("Photograph: Estuary Picture Library", "photo credit"),
        ("READ MORE: The wall is too low", "story teaser"),
        ("Let the tide come to your inbox. Stories of mud, every Friday.", "newsletter sign-up"),
        ("The best of the tide. Subscribe now for more from the harbour.", "newsletter sign-up"),
        ("Open this photo in gallery:", "photo credit"),
        ("Sharing is caring!", "share links"),
        ("Today: Follow live updates from the harbour.", "story teaser"),
        ("We print letters from our readers. We'd like to hear what you think of this one.", "story teaser"),
        ("The boat lies in the mud of the old harbourCredit: Estuary Pictures", "photo credit"),
        ("The boat lies in the mud. (Ada Marsh / Estuary Pictures)", "caption by the credit in brackets"),
    ],
)
def test_chrome_inside_a_story_is_dropped_by_the_rule_with_its_name(line: str, rule: str) -> None:
    script = segment(make_article("The harbour is full again", *PROSE[:2], line, *PROSE[2:]))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, line) == rule


def test_a_caption_printed_with_and_without_its_credit_is_dropped_both_times() -> None:
    caption = "The boat lies in the mud of the old harbour."
    lines = (*PROSE[:2], f"{caption} Ada Marsh for the Estuary", caption, *PROSE[2:])
    script = segment(make_article("The harbour is full again", *lines))
    assert spoken_texts(script) == list(PROSE)
    assert dropping_rule(script, caption) == "said twice on the page"


def test_a_quotation_composed_of_sentences_of_the_story_is_a_pull_quote() -> None:
    first = "We have waited for the spring tide all our lives and our fathers waited for it before us"
    second = "It has never been late, not once, since the first wall was built here."
    paragraph = f"{PROSE[3]} “{first},” said Otto Penn. “{second}”"
    quote = f"“{first}. {second}”"
    script = segment(make_article("The harbour is full again", *PROSE[:2], quote, PROSE[2], paragraph))
    assert spoken_texts(script) == [*PROSE[:3], paragraph]


@pytest.mark.parametrize(
    "heading", ["More from Asia", "Related articles", "Most read", "Read more from Banyan, our columnist on Asia:"]
)
def test_nothing_is_spoken_after_the_end_of_the_story(heading: str) -> None:
    teasers = ("The wall is too low", "Raising it will cost a great deal of money and patience.", "A word for mud")
    script = segment(make_article("The harbour is full again", *PROSE, heading, *teasers))
    assert spoken_texts(script) == list(PROSE)


def test_a_print_note_is_dropped_and_the_date_of_the_issue_becomes_that_of_the_story() -> None:
    note = 'This article appeared in the Asia section of the print edition under the headline "Mud"'
    script = segment(make_article("The harbour is full again", *PROSE, note, "From the October 22nd 2022 edition"))
    assert dropping_rule(script, note) == "print note"
    assert str(script.published) == "2022-10-22"


def test_section_and_kicker_are_read_from_the_line_above_the_headline() -> None:
    script = segment(
        make_article("Asia | Banyan", "The harbour is full again", "A standfirst without a stop", *PROSE)
    )
    assert (script.section, script.kicker, script.headline) == ("Asia", "Banyan", "The harbour is full again")
    assert script.standfirst == "A standfirst without a stop"
    assert spoken_texts(script) == list(PROSE)


def test_byline_and_date_line_are_dropped_and_recorded_in_the_script() -> None:
    script = segment(make_article("The harbour is full again", "By Daniel Osei", "20 November 2026", *PROSE))
    assert script.byline == "Daniel Osei"
    assert str(script.published) == "2026-11-20"
    assert spoken_texts(script) == list(PROSE)


def test_lines_that_recur_on_other_pages_are_dropped() -> None:
    recurring = "The Estuary Weekly is printed on paper made of reeds."
    others = [
        make_article(f"Another headline, number {n}", PROSE[3], recurring, f"{PROSE[2]} {n} times.")
        for n in range(3)
    ]
    script = segment_among(make_article("The harbour is full again", *PROSE[:2], recurring, PROSE[2]), *others)
    assert dropping_rule(script, recurring) == "repeated on other pages of this edition"


def test_a_headline_that_other_pages_have_as_a_teaser_is_still_the_headline() -> None:
    others = [make_article("Another headline entirely", *PROSE[2:], "More from Asia", "The harbour is full again")]
    script = segment_among(make_article("The harbour is full again", "Silt wins", *PROSE[:2]), *others)
    assert script.headline == "The harbour is full again"


def test_an_article_with_a_copy_in_its_folder_loses_no_paragraph() -> None:
    article = make_article("The harbour is full again", *PROSE)
    assert spoken_texts(segment_among(article, article)) == list(PROSE)


def test_a_table_inside_a_story_does_not_end_the_story() -> None:
    cells = tuple(Block(text=f"{n}m", kind=BlockKind.TABLE) for n in range(12))
    blocks = (
        Block(text="The harbour is full", kind=BlockKind.HEADING, level=1),
        *(Block(text=text) for text in PROSE[:3]),
    )
    crosshead = Block(text="Why not radio?", kind=BlockKind.HEADING, level=2)
    article = Article(id="a", source="a", blocks=(*blocks, *cells, crosshead, Block(text=PROSE[3])))
    script = segment(article)
    assert spoken_texts(script) == [*PROSE[:3], "Why not radio?", PROSE[3]]
    assert {drop.rule for drop in script.dropped} == {"table"}


def test_the_error_for_a_page_without_a_story_tells_the_number_of_blocks() -> None:
    with pytest.raises(NoStoryError, match="2 blocks"):
        segment(make_article("Subscribe now", "Advertisement"))


@given(
    st.lists(
        st.sampled_from([*PROSE, "Share", "Listen to this story.", "More from Asia", "Why?", "", "A | B", "…"])
    )
)
def test_every_block_is_spoken_or_dropped_exactly_once_in_order(texts: list[str]) -> None:
    article = make_article(*texts)
    try:
        script = segment(article)
    except NoStoryError:
        return
    judged = [(p.block, p.text) for p in script.paragraphs] + [(d.block, d.text) for d in script.dropped]
    assert sorted(judged) == list(enumerate(texts))
    assert [p.block for p in script.paragraphs] == sorted(p.block for p in script.paragraphs)
    assert all(drop.rule for drop in script.dropped)


def test_the_seed_article_loses_no_paragraph(seed: Path) -> None:
    (script,) = read_scripts([seed]).scripts
    lines = [line.strip() for file in seed.glob("*.txt") for line in file.read_text().splitlines() if line.strip()]
    assert (script.section, script.kicker) == ("Asia", "Banyan")
    assert script.headline.startswith("Central Asian countries are")
    assert script.standfirst is not None
    assert script.standfirst.startswith("Vladimir Putin’s invasion")
    narrative = spoken_texts(script)
    assert len(narrative) == 9
    assert narrative == [line for line in lines if line in set(narrative)]
    assert narrative[0].startswith("ON CITY STREETS")
    assert min(map(len, narrative)) > 200
    longest_dropped = max((drop.text for drop in script.dropped), key=len)
    assert len(longest_dropped) < 120
    assert all(drop.rule for drop in script.dropped)


NARRATIVE_KICKER_AND_HEADLINE = {
    "slow-trains": (5, "Railways", "The case for slower trains"),
    "sea-wall": (8, "Flood defences", "Who should pay for the sea wall?"),
    "shops": (5, "The high street", "The shop that opens twice a week"),
    "mud": (5, "Carbon", "A good word for mud"),
    "gulls": (10, None, "Why gulls know what day it is"),
    "lighthouse": (5, None, "A lighthouse that answers back"),
    "bread": (4, "Microbiology", "The oldest loaf in town"),
}


def test_the_sample_edition_is_segmented_as_expected() -> None:
    scripts = read_scripts([ROOT / "articles"]).scripts
    found = {script.id: (len(script.narrative), script.kicker, script.headline) for script in scripts}
    assert found == NARRATIVE_KICKER_AND_HEADLINE
    assert [script.section for script in scripts] == ["Leaders"] * 3 + ["Science and technology"] * 4
    for script in scripts:
        assert script.standfirst, script.id
        assert script.published, script.id
        words = " ".join(spoken_texts(script)).casefold()
        for chrome in (
            "newsletter",
            "sign up",
            "subscri",
            "cookie",
            "©",
            "photograph:",
            "read more",
            "print edition",
        ):
            assert chrome not in words, script.id


def test_crossheads_list_items_and_quotations_get_their_roles() -> None:
    scripts = {script.id: script for script in read_scripts([ROOT / "articles"]).scripts}
    roles = [paragraph.role for paragraph in scripts["gulls"].narrative]
    assert roles.count(Role.LIST_ITEM) == 3
    assert roles.count(Role.QUOTATION) == 1
    assert roles.count(Role.CROSSHEAD) == 1


@pytest.mark.parametrize(
    ("heading", "reply", "language"),
    [("2 Comments", "Log in to Reply", "en"), ("Kommentare (2)", "Antworten", "de"), ("Reacties", "Reageer", "nl")],
)
def test_a_thread_of_long_comments_ends_the_story(heading: str, reply: str, language: str) -> None:
    thread = [heading, f"I was there. {PROSE[3]}", reply, f"So was I. {PROSE[4]}", reply]
    page = Page(make_article(*PROSE, *thread))
    page.language = language
    drop_comment_thread(page)
    assert page.verdicts == [None] * len(PROSE) + ["reader comments"] * len(thread)


def test_comments_without_a_heading_are_recognized_by_names_and_dates() -> None:
    names = ("mudlark", "eelcatcher", "tidewaiter")
    thread = [line for name in names for line in (f"{name} says:", "November 3, 2025 at 6:41 am", PROSE[3])]
    page = Page(make_article("The harbour is full again", *PROSE[:3], *thread))
    find_bylines_and_dates(page)
    drop_comment_thread(page)
    assert page.verdicts[4:] == ["reader comments", "date line", "reader comments"] * 3
    assert page.verdicts[:4] == [None] * 4


def test_a_comments_heading_above_or_inside_the_story_does_not_end_it() -> None:
    script = segment(make_article("The harbour is full again", "2 Comments", *PROSE[:3], "Comments", *PROSE[3:]))
    assert spoken_texts(script) == list(PROSE)
