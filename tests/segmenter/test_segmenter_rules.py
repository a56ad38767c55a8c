"""The segmenter's rules one by one, at the edge of each number and without each condition."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.article_end import drop_after_end_heading, drop_comment_thread
from audio_edition.segmenter.rules.article_head import find_bylines_and_dates, find_headline, find_standfirst
from audio_edition.segmenter.rules.captions import (
    CREDIT_ABOVE,
    CREDIT_BELOW,
    CREDIT_IN_BRACKETS,
    NAMED_POSITIONS,
    drop_captions,
)
from audio_edition.segmenter.rules.landmarks import drop_comments, drop_landmarks
from audio_edition.segmenter.rules.phrases import drop_chrome_phrases
from audio_edition.segmenter.rules.repeats import drop_pull_quotes, drop_shared_lines
from audio_edition.segmenter.rules.roles import assign_roles
from audio_edition.segmenter.rules.teasers import (
    DATE_BELOW,
    LISTED_WITH_OTHERS,
    PRINTED_AGAIN,
    SECTION_AND_TIME_BELOW,
    drop_teasers,
)
from audio_edition.segmenter.site_boilerplate import SharedLines
from tests.segmenter.test_segmenter import PROSE

HEADLINE = "The harbour is full again"
COMMENT = "reader comments"
REPLY = "Log in to Reply"


def sheet(*blocks: str | Block, **fields: Any) -> Page:
    """A page of texts and blocks."""
    made = tuple(Block(text=block) if isinstance(block, str) else block for block in blocks)
    return Page(Article(id="page", source="page", blocks=made, **fields))


def words(count: int, end: str = "") -> str:
    """So many words."""
    return " ".join(["word"] * count) + end


class TestEndOfStory:
    """Headings behind the story, and threads of comments."""

    def test_only_a_heading_behind_the_last_long_paragraph_ends_the_story(self) -> None:
        page = sheet("Related", *PROSE[:2], "Related", PROSE[2], "Related stories", "The wall is too low")
        drop_after_end_heading(page)
        reason = "after the story: Related stories"
        assert page.verdicts == [None] * 5 + [reason, reason]

    def test_a_line_such_as_ada_says_is_a_reply_only_if_a_date_follows(self) -> None:
        page = sheet(*PROSE[:3], *["The mayor says:", PROSE[3]] * 3)
        find_bylines_and_dates(page)
        drop_comment_thread(page)
        assert page.verdicts == [None] * 9

    def test_a_date_line_is_a_reply_only_below_a_line_such_as_ada_says(self) -> None:
        page = sheet(*PROSE[:3], *["The wall is too low", "November 3, 2025"] * 3)
        find_bylines_and_dates(page)
        drop_comment_thread(page)
        assert page.verdicts == [None] * 3 + [None, "date line"] * 3

    @pytest.mark.parametrize(("above", "is_thread"), [(3, True), (2, False)])
    def test_a_thread_has_three_long_paragraphs_above_it(self, above: int, *, is_thread: bool) -> None:
        page = sheet(*PROSE[:above], "Comments", "I was there.", REPLY, "So was I.", REPLY)
        drop_comment_thread(page)
        assert page.verdicts[above:] == [COMMENT if is_thread else None] * 5

    @pytest.mark.parametrize(("replies", "is_thread"), [(2, True), (1, False)])
    def test_two_replies_must_follow_the_heading_of_a_thread(self, replies: int, *, is_thread: bool) -> None:
        page = sheet(*PROSE[:3], "Comments", *["I was there.", REPLY] * replies)
        drop_comment_thread(page)
        assert (page.verdicts[3] == COMMENT) is is_thread

    @pytest.mark.parametrize(("between", "is_thread"), [(38, True), (39, False)])
    def test_both_replies_must_be_among_the_forty_blocks_below_the_heading(
        self, between: int, *, is_thread: bool
    ) -> None:
        page = sheet(*PROSE[:3], "Comments", REPLY, *["I was there."] * between, REPLY)
        drop_comment_thread(page)
        assert (page.verdicts[3] == COMMENT) is is_thread

    def test_a_reply_above_the_heading_does_not_count(self) -> None:
        page = sheet(*PROSE[:3], REPLY, "Comments", "I was there.", REPLY)
        drop_comment_thread(page)
        assert page.verdicts[3:] == [None] * 4

    def test_the_words_of_a_heading_and_not_its_length_begin_a_thread(self) -> None:
        page = sheet(*PROSE[:3], "Notes on mud", "I was there.", REPLY, "So was I.", REPLY)
        drop_comment_thread(page)
        assert page.verdicts[3:] == [None] * 5

    @pytest.mark.parametrize(("replies", "is_thread"), [(3, True), (2, False)])
    def test_without_a_heading_three_dated_replies_are_a_thread(self, replies: int, *, is_thread: bool) -> None:
        page = sheet(*PROSE[:3], *["mudlark says:", "November 3, 2025 at 6:41 am", "I was there."] * replies)
        find_bylines_and_dates(page)
        drop_comment_thread(page)
        assert (page.verdicts[3] == COMMENT) is is_thread


class TestTeasers:
    """Teasers among the paragraphs of a story."""

    def verdict(self, *between: str, above: int = 2, dropped: dict[int, str] | None = None) -> object:
        """Return the verdict on the first line between paragraphs; `dropped` has earlier verdicts by place."""
        page = sheet(*PROSE[:above], *between, *PROSE[2:])
        for offset, rule in (dropped or {}).items():
            page.drop(above + offset, rule)
        drop_teasers(page)
        return page.verdicts[above]

    @pytest.mark.parametrize(("above", "rule"), [(2, DATE_BELOW), (1, None)])
    def test_a_story_begins_with_two_long_paragraphs(self, above: int, rule: str | None) -> None:
        under = {1: "date line"}
        assert self.verdict("The wall is too low", "Feb. 15, 2024", above=above, dropped=under) == rule

    def test_two_long_paragraphs_are_enough(self) -> None:
        page = sheet("The wall is low", *PROSE[:2], "The wall is low", "Related", "The wall is low")
        page.drop(5, "after the story: Related")
        drop_teasers(page)
        assert page.verdicts == [None] * 3 + [PRINTED_AGAIN, None, "after the story: Related"]

    @pytest.mark.parametrize(("line", "rule"), [("The wall again", DATE_BELOW), ("The wall", None)])
    def test_a_teaser_has_three_words(self, line: str, rule: str | None) -> None:
        assert self.verdict(line, "Feb. 15, 2024", dropped={1: "date line"}) == rule

    def test_a_repeated_line_under_it_must_be_a_date(self) -> None:
        repeated = {1: "repeated on other pages of this edition"}
        assert self.verdict("The wall is too low", "Feb. 15, 2024", dropped=repeated) == DATE_BELOW
        assert self.verdict("The wall is too low", "Sign up for more", dropped=repeated) is None
        assert self.verdict("The wall is too low", "Feb. 15, 2024") is None
        assert self.verdict("Feb. 15, 2024", "The wall is too low", dropped={1: "byline"}) is None

    @pytest.mark.parametrize(
        ("heading", "rule"), [("Read more of our stories", None), ("Read more of it", LISTED_WITH_OTHERS)]
    )
    def test_the_heading_of_a_list_has_four_words_at_most(self, heading: str, rule: str | None) -> None:
        page = sheet(*PROSE[:2], heading, "The wall is too low", *PROSE[2:])
        page.drop(2, "story teaser")
        drop_teasers(page)
        assert page.verdicts[3] == rule

    @pytest.mark.parametrize(
        ("lines", "rule"),
        [
            ((words(40, "."), "Politics", "21 hours ago"), SECTION_AND_TIME_BELOW),
            ((words(41, "."), "Politics", "21 hours ago"), None),
            ((words(9, "."), "World of mud", "21 hours ago"), SECTION_AND_TIME_BELOW),
            ((words(9, "."), "World of more mud", "21 hours ago"), None),
            ((words(9, "."), "Politics.", "21 hours ago"), None),
            ((words(9, "."), "—", "21 hours ago"), None),
            ((words(9, "."), "Politics", "That was 21 hours ago"), None),
            ((words(9, "."), "Politics", "An hour ago."), SECTION_AND_TIME_BELOW),
        ],
    )
    def test_a_summary_stands_over_a_section_and_how_long_ago(
        self, lines: tuple[str, ...], rule: str | None
    ) -> None:
        assert self.verdict(*lines) == rule

    def test_a_teaser_at_the_end_of_the_page_is_left_to_other_rules(self) -> None:
        page = sheet(*PROSE[:2], words(9, "."), "Politics", "21 hours ago")
        drop_teasers(page)
        assert page.verdicts[2] is None  # what stands behind the last long paragraph is judged by other rules


class TestRepeats:
    """What other pages say too, and what a page says twice."""

    def verdict(self, block: Block, shared: SharedLines, *, above: bool) -> object:
        """Return the verdict on a block above the story or in it."""
        story = tuple(Block(text=text) for text in PROSE[:2])
        blocks = (block, *story) if above else (*story, block)
        page = Page(Article(id="p", source="p", blocks=blocks, headline="Notes on Mud"), shared)
        drop_shared_lines(page)
        return page.verdicts[blocks.index(block)]

    @pytest.mark.parametrize(
        ("block", "is_dropped"),
        [
            (Block(text="Tides every week"), True),
            (Block(text="Tides weekly"), False),
            (Block(text="Notes on mud"), False),
            (Block(text="Tides every week", kind=BlockKind.HEADING, level=1), False),
            (Block(text="Tides every week", kind=BlockKind.HEADING, level=2), True),
        ],
    )
    def test_a_line_that_other_pages_repeat_is_dropped(self, block: Block, *, is_dropped: bool) -> None:
        shared = SharedLines(lines={hash(normalize_words(block.text)): 1})
        rule = "repeated on other pages of this edition"
        assert self.verdict(block, shared, above=False) == (rule if is_dropped else None)

    def test_above_the_story_only_what_stands_above_other_stories_counts(self) -> None:
        block = Block(text="Tides every week")
        known = hash(normalize_words(block.text))
        assert self.verdict(block, SharedLines(heads=frozenset({known})), above=True) is not None
        assert self.verdict(block, SharedLines(lines={known: 1}), above=True) is None

    @pytest.mark.parametrize(
        ("first", "second", "dropped"),
        [
            ("The boat lies here", "The boat lies here", ()),
            ("The boat lies right here", "The boat lies right here", (0, 1)),
            (PROSE[0], PROSE[0], (1,)),
            (words(6), words(14), (0, 1)),
            (words(6), words(15), ()),
            (words(5), words(13), ()),
            (words(14), words(6), (0, 1)),
            ("The boat lies in the mud", "A picture of the boat in mud", ()),
        ],
    )
    def test_a_line_that_is_repeated_at_once_is_dropped(
        self, first: str, second: str, dropped: tuple[int, ...]
    ) -> None:
        page = sheet(first, second, "And that was all")
        drop_pull_quotes(page)
        said = "said twice on the page"
        assert page.verdicts == [said if index in dropped else None for index in range(3)]

    def test_a_quotation_that_a_paragraph_of_the_story_has_is_dropped(self) -> None:
        quoted = PROSE[0].split(", and")[0]
        rule = "pull quote or caption: repeats the story"
        for block, verdict in (
            (Block(text=f"“{quoted}”"), rule),
            (Block(text=quoted, kind=BlockKind.QUOTATION), rule),
            (Block(text=quoted), None),
            (Block(text="“Nobody has seen the like of it”"), None),
            (Block(text=f"“{quoted} as far as anybody now alive in the town can tell”"), None),
        ):
            page = sheet("One line", block, PROSE[0], PROSE[1])
            drop_pull_quotes(page)
            assert page.verdicts == [None, verdict, None, None]

    @pytest.mark.parametrize(("more", "is_dropped"), [(0, True), (1, False)])
    def test_a_second_copy_of_the_whole_story_is_no_paragraph(self, more: int, *, is_dropped: bool) -> None:
        quoted = "the third attempt will end no better than the first two did"
        long = f"{quoted} {words(200 - 12 + more, '.')}"
        page = sheet(f"“{quoted}”", long)
        drop_pull_quotes(page)
        assert (page.verdicts[0] is not None) is is_dropped


class TestMarkup:
    """Landmarks, links and the elements of comments."""

    @pytest.mark.parametrize(
        ("block", "rule"),
        [
            (Block(text="Home and away", container="nav"), "navigation"),
            (Block(text="Home and away", container="aside"), "beside the story"),
            (Block(text="Home and away", container="footer"), "page footer"),
            (Block(text="Home and away", container="form"), "form"),
            (Block(text="Home and away", container="figure"), "caption"),
            (Block(text="Home and away", container="article"), None),
            (Block(text="Home and away", link_density=0.61), "links"),
            (Block(text="Home and away", link_density=0.6), None),
            (Block(text=PROSE[1], link_density=0.9), None),
            (Block(text="Home and away", link_density=0.9, kind=BlockKind.HEADING), None),
            (Block(text="Home and away", kind=BlockKind.CAPTION), "caption"),
            (Block(text=HEADLINE, container="nav"), None),
            (Block(text=HEADLINE, kind=BlockKind.CAPTION), "caption"),
        ],
    )
    def test_a_block_gets_the_verdict_of_its_landmark_or_kind(self, block: Block, rule: str | None) -> None:
        page = sheet(Block(text=PROSE[0], container="article"), block, headline=HEADLINE)
        drop_landmarks(page)
        assert page.verdicts == [None, rule]

    @pytest.mark.parametrize(("inside", "is_story"), [(30, True), (29, False)])
    def test_a_landmark_with_three_tenths_of_the_story_is_no_chrome(self, inside: int, *, is_story: bool) -> None:
        others = [Block(text=words(count, "."), container="article") for count in (40, 60 - inside)]
        page = sheet(Block(text=words(inside, "."), container="aside"), *others)
        drop_landmarks(page)
        assert page.verdicts[0] == (None if is_story else "beside the story")

    def test_the_comments_below_the_story_are_dropped_and_those_above_are_not(self) -> None:
        comments, story = frozenset({"comments"}), frozenset({"comments", "story"})
        page = sheet(
            Block(text="2 comments", hints=comments),
            Block(text=PROSE[0], hints=comments),
            Block(text="A short line"),
            Block(text=PROSE[1], hints=story),
            Block(text="I was there.", hints=comments),
            Block(text="Share"),
            Block(text=PROSE[2], hints=story),
        )
        drop_comments(page)
        assert page.verdicts == [None] * 4 + [COMMENT, None, None]


class TestStory:
    """What is left is spoken."""

    def test_a_heading_with_nothing_under_it_is_dropped(self) -> None:
        heading = Block(text="What the charts say", kind=BlockKind.HEADING)
        page = sheet(heading, PROSE[0], heading, heading, "No line of prose", heading)
        assign_roles(page)
        assert page.verdicts == [
            *(Role.CROSSHEAD, Role.BODY, Role.CROSSHEAD, Role.CROSSHEAD, Role.BODY),
            "a heading with nothing under it",
        ]

    @pytest.mark.parametrize(
        ("block", "role"),
        [
            (Block(text=words(12)), Role.CROSSHEAD),
            (Block(text=words(13)), Role.BODY),
            (Block(text=words(12, ".")), Role.BODY),
            (Block(text=words(12), kind=BlockKind.LIST_ITEM), Role.LIST_ITEM),
        ],
    )
    def test_a_short_line_without_a_stop_over_others_is_a_crosshead(self, block: Block, role: Role) -> None:
        page = sheet(block, PROSE[0])
        assign_roles(page)
        assert page.verdicts == [role, Role.BODY]


class TestWording:
    """Phrases of chrome."""

    def test_a_block_without_words_is_dropped_by_that_name(self) -> None:
        page = sheet("* * *", "Menu", PROSE[0])
        drop_chrome_phrases(page)
        assert page.verdicts[0] == "no words"
        assert page.verdicts[2] is None

    @pytest.mark.parametrize(("count", "is_dropped"), [(45, True), (46, False)])
    def test_a_line_that_begins_like_chrome_is_dropped_up_to_45_words(
        self, count: int, *, is_dropped: bool
    ) -> None:
        page = sheet(f"Sign up for our newsletter {words(count - 5, '.')}")
        assert page.word_counts[0] == count
        drop_chrome_phrases(page)
        assert (page.verdicts[0] is not None) is is_dropped


class TestCaptions:
    """Captions beside a credit."""

    def verdict(self, *texts: str, at: int = 1) -> object:
        page = sheet(*texts)
        drop_chrome_phrases(page)
        drop_captions(page)
        return page.verdicts[at]

    @pytest.mark.parametrize(
        ("caption", "rule"),
        [
            (words(4, "."), CREDIT_BELOW),
            (words(3, "."), None),
            (words(4), None),
            (words(70, "."), CREDIT_BELOW),
            (words(71, "."), None),
        ],
    )
    def test_a_caption_over_a_credit_has_so_many_words_and_a_stop(self, caption: str, rule: str | None) -> None:
        assert self.verdict(PROSE[0], caption, "Ada Marsh, AP", PROSE[1]) == rule

    @pytest.mark.parametrize("end", list(".!?:;,"))
    def test_a_line_under_a_credit_has_no_stop(self, end: str) -> None:
        caption = "The harbour was first dredged in the year of the great flood"
        assert self.verdict(PROSE[0], "Getty Images", caption, PROSE[1], at=2) == CREDIT_ABOVE
        assert self.verdict(PROSE[0], "Getty Images", caption + end, PROSE[1], at=2) is None

    @pytest.mark.parametrize(
        ("line", "rule"),
        [
            ("The boats of Old Harbour on the Mud", CREDIT_ABOVE),
            ("The boats near Old Harbour, Lower Mud Town", None),
            ("Boats old harbour low tide green mud town", None),
        ],
    )
    def test_a_line_under_a_credit_has_two_function_words(self, line: str, rule: str | None) -> None:
        assert self.verdict(PROSE[0], "Getty Images", line, PROSE[1], at=2) == rule

    @pytest.mark.parametrize(("count", "rule"), [(48, CREDIT_IN_BRACKETS), (49, None)])
    def test_a_line_with_names_in_brackets_has_fifty_words_at_most(self, count: int, rule: str | None) -> None:
        assert self.verdict(PROSE[0], f"{words(count, '.')} (Ada Marsh)", PROSE[1]) == rule

    @pytest.mark.parametrize(("count", "rule"), [(24, CREDIT_IN_BRACKETS), (25, None)])
    def test_a_line_with_an_agency_in_brackets_has_25_words_at_most(self, count: int, rule: str | None) -> None:
        lines = (f"{words(count, '.')} (AP)", PROSE[1], f"{words(count, '.')} (AP)", PROSE[2])
        assert self.verdict(PROSE[0], *lines) == rule

    def test_a_caption_with_positions_names_a_side(self) -> None:
        assert self.verdict(PROSE[0], "The engineer Otto Penn, left, shows the plan.", PROSE[1]) == NAMED_POSITIONS
        assert self.verdict(PROSE[0], "The engineer Otto Penn, above, shows the plan.", PROSE[1]) is None


class TestOpening:
    """Headline, kicker, standfirst, byline and date of a page that declares some of them."""

    def opened(self, *blocks: str | Block, **fields: Any) -> Page:
        page = sheet(*blocks, **fields)
        find_headline(page)
        find_standfirst(page)
        find_bylines_and_dates(page)
        return page

    @pytest.mark.parametrize(
        ("above", "section", "kicker", "role"),
        [
            ("Asia | Banyan", "Asia", "Banyan", Role.KICKER),
            ("Banyan", None, "Banyan", Role.KICKER),
            ("Notes from the mud bank", None, "Notes from the mud bank", Role.KICKER),
            ("Notes from the low mud bank", None, None, None),
            ("Asia | Banyan | Mud", None, None, None),
            ("Menu", None, None, None),
            ("By Ada Marsh", None, None, None),
        ],
    )
    def test_a_line_of_five_words_above_the_headline_is_its_kicker(
        self, above: str, section: str | None, kicker: str | None, role: Role | None
    ) -> None:
        page = self.opened(above, HEADLINE, *PROSE, headline=HEADLINE)
        assert (page.headline, page.section, page.kicker, page.verdicts[0]) == (HEADLINE, section, kicker, role)

    def test_the_declared_section_above_the_headline_is_no_kicker(self) -> None:
        page = self.opened("Asia", HEADLINE, *PROSE, headline=HEADLINE, section="Asia")
        assert (page.kicker, page.verdicts[0]) == (None, Role.SECTION)

    def test_a_kicker_is_the_first_line_of_its_page(self) -> None:
        page = self.opened("The Estuary Weekly of the whole coast", "Banyan", HEADLINE, *PROSE, headline=HEADLINE)
        assert (page.kicker, page.verdicts[1]) == (None, None)

    def test_a_repeated_headline_is_dropped(self) -> None:
        page = self.opened(HEADLINE, PROSE[0], HEADLINE, PROSE[1])
        assert page.verdicts[:3] == [Role.HEADLINE, None, "headline again"]

    @pytest.mark.parametrize(("declared", "start"), [(None, 2), ("Quite another", 0)])
    def test_a_page_without_a_printed_headline_starts_at_its_story(self, declared: str | None, start: int) -> None:
        page = self.opened("Menu", "Home", *PROSE, headline=declared)
        assert (page.headline, page.start) == (None, start)

    def test_a_page_with_markup_starts_at_its_story_whatever_it_declares(self) -> None:
        blocks = [Block(text=text, container="article") for text in ("Menu", "Home", *PROSE)]
        page = self.opened(*blocks, headline="Quite another")
        assert (page.headline, page.start) == (None, 2)

    @pytest.mark.parametrize(
        ("printed", "is_found"),
        [
            ("The harbour is full again | The Tide", True),
            ("The harbour is full again | Estuary Weekly", False),
            ("The wall is full again", False),
        ],
    )
    def test_the_declared_headline_may_have_a_publishers_name_behind_it(
        self, printed: str, *, is_found: bool
    ) -> None:
        page = self.opened("A line without much to say", printed, *PROSE, headline=HEADLINE)
        assert (page.headline == printed) is is_found

    def test_the_last_heading_that_has_the_declared_headline_is_the_headline(self) -> None:
        heading = Block(text=HEADLINE, kind=BlockKind.HEADING, level=1)
        page = self.opened(HEADLINE, heading, HEADLINE, *PROSE, headline=HEADLINE)
        assert page.start == 1

    @pytest.mark.parametrize(
        ("headings", "found"),
        [
            (("The Tide", "Mud in the old harbour"), "Mud in the old harbour"),
            (("The Estuary Weekly Tide", "Of water"), "The Estuary Weekly Tide"),
            (("The Estuary Tide", "Of water"), None),
        ],
    )
    def test_a_page_that_declares_another_headline_prints_one_that_shares_a_word_or_is_long_enough(
        self, headings: tuple[str, ...], found: str | None
    ) -> None:
        blocks = [Block(text=text, kind=BlockKind.HEADING, level=1) for text in headings]
        page = self.opened(*blocks, *PROSE, headline="What nobody says about the harbour")
        assert page.headline == found

    def test_a_heading_beside_the_story_is_no_headline(self) -> None:
        beside = Block(text="The Estuary Weekly Tide", kind=BlockKind.HEADING, level=1, container="nav")
        heading = Block(text="Of water and of mud", kind=BlockKind.HEADING, level=1)
        assert self.opened(beside, heading, *PROSE, headline="Quite another").headline == heading.text

    @pytest.mark.parametrize(("first", "second", "found"), [(1, 2, 0), (2, 1, 1), (2, 2, 0)])
    def test_an_undeclared_headline_is_the_top_heading(self, first: int, second: int, found: int) -> None:
        texts = ("Mud in the harbour", HEADLINE)
        levels = (first, second)
        blocks = [
            Block(text=text, kind=BlockKind.HEADING, level=level) for text, level in zip(texts, levels, strict=True)
        ]
        assert self.opened(*blocks, *PROSE).headline == texts[found]

    def test_the_standfirst_by_hand_is_part_of_an_article_without_markup_only(self) -> None:
        assert self.opened(*PROSE, standfirst="Mud").standfirst == "Mud"
        marked = [Block(text=text, container="article") for text in PROSE]
        assert self.opened(*marked, standfirst="Mud").standfirst is None

    def test_a_byline_and_a_date_are_found_below_the_headline(self) -> None:
        page = self.opened(HEADLINE, "By Ada Marsh", "November 3, 2025", *PROSE)
        assert (page.byline, page.published) == ("Ada Marsh", date(2025, 11, 3))
        assert page.verdicts[:3] == [Role.HEADLINE, "byline", "date line"]

    def test_the_printed_edition_dates_a_story_without_a_date_of_its_own(self) -> None:
        note = "This article appeared in the Leaders section of the print edition of October 22nd 2022"
        page = self.opened(HEADLINE, *PROSE, note)
        assert page.published == date(2022, 10, 22)


STANDFIRST = "The boats lie in the mud and nobody pays for it"


class TestFirstParagraph:
    """Where the story begins, which bounds where a headline is sought."""

    def start(self, *texts: str) -> int:
        blocks = [Block(text=text, container="article") for text in texts]
        page = sheet(*blocks, headline="Quite another")
        find_headline(page)
        return page.start

    @pytest.mark.parametrize(("count", "start"), [(12, 0), (11, 1)])
    def test_a_first_paragraph_has_twelve_words(self, count: int, start: int) -> None:
        assert self.start(words(count, "."), *PROSE) == start

    def test_a_question_is_no_first_paragraph(self) -> None:
        assert self.start(words(12, "?"), *PROSE) == 1

    @pytest.mark.parametrize(("between", "start"), [(7, 0), (8, 9)])
    def test_another_paragraph_stands_among_the_eight_blocks_under_it(self, between: int, start: int) -> None:
        assert self.start(words(12, "."), *["Mud"] * between, *PROSE) == start

    def test_the_first_of_two_paragraphs_far_apart_begins_the_story(self) -> None:
        assert self.start(PROSE[0], *["Mud"] * 9, PROSE[1]) == 0
        assert self.start(PROSE[0], *["Mud"] * 9, PROSE[1], *["Mud"] * 9, PROSE[2]) == 0


class TestStandfirst:
    """The line under the headline that sums the story up."""

    def standfirst(self, *blocks: str | Block, **fields: Any) -> str | None:
        page = sheet(HEADLINE, *blocks, **{"headline": HEADLINE, **fields})
        find_headline(page)
        find_standfirst(page)
        return page.standfirst

    def test_a_line_without_a_stop_under_the_headline_is_one(self) -> None:
        assert self.standfirst(STANDFIRST, *PROSE) == STANDFIRST
        assert self.standfirst(f"{STANDFIRST}.", *PROSE) is None

    @pytest.mark.parametrize(("line", "is_one"), [("The boats in the mud", True), ("The boats in mud", False)])
    def test_a_standfirst_has_five_words_at_least(self, line: str, *, is_one: bool) -> None:
        assert (self.standfirst(line, *PROSE) == line) is is_one

    def test_a_standfirst_has_a_function_word(self) -> None:
        assert self.standfirst("Boats lie low, nobody pays", *PROSE) is None

    def test_a_standfirst_of_a_plain_text_stands_right_below_the_headline(self) -> None:
        assert self.standfirst("Mud", STANDFIRST, *PROSE) is None

    def test_a_sentence_over_a_byline_is_one(self) -> None:
        said = f"{STANDFIRST}."
        assert self.standfirst(said, "By Ada Marsh", *PROSE, standfirst=said) == said
        assert self.standfirst(said, "By Ada Marsh", *PROSE) == said
        assert self.standfirst(said, *PROSE, standfirst=said) is None
        assert self.standfirst(said, "The quay on Monday", "The old harbour", "By Ada Marsh", *PROSE) is None
        assert self.standfirst(f"{STANDFIRST} (pictured).", "By Ada Marsh", *PROSE) is None

    @pytest.mark.parametrize(("between", "is_one"), [(3, True), (4, False)])
    def test_the_byline_stands_among_the_four_lines_below_the_standfirst(
        self, between: int, *, is_one: bool
    ) -> None:
        said = f"{STANDFIRST}."
        found = self.standfirst(said, *["Mud"] * between, "By Ada Marsh", *PROSE, standfirst=said)
        assert (found == said) is is_one

    @pytest.mark.parametrize(("length", "is_one"), [(100, True), (99, False)])
    def test_a_summary_may_be_cut_after_a_hundred_characters(self, length: int, *, is_one: bool) -> None:
        said = f"{STANDFIRST} {'m' * 150} and so on."
        cut = normalize_words(said)[:length]
        lines = (said, "The quay", "The boat", "By Ada Marsh", *PROSE)
        assert (self.standfirst(*lines, standfirst=cut) == said) is is_one

    @pytest.mark.parametrize(
        ("hints", "is_one"),
        [
            ({"standfirst"}, True),
            ({"standfirst", "byline"}, False),
            ({"standfirst", "share"}, False),
            ({"related"}, True),
            ({"related", "story"}, False),
            ({"standfirst", "caption"}, True),
            ({"story"}, False),
        ],
    )
    def test_an_element_marked_as_a_standfirst_is_one(self, hints: set[str], *, is_one: bool) -> None:
        said = Block(text=f"{STANDFIRST}.", hints=frozenset(hints), parent=1)
        assert (self.standfirst(said, *PROSE) == said.text) is is_one

    def test_a_caption_marked_as_a_standfirst_must_stand_right_below_the_headline(self) -> None:
        for hints, found in (({"standfirst"}, f"{STANDFIRST}."), ({"standfirst", "caption"}, None)):
            said = Block(text=f"{STANDFIRST}.", hints=frozenset(hints), parent=1)
            assert self.standfirst(Block(text="Mud", parent=2), said, *PROSE) == found

    def test_no_standfirst_is_found_if_most_of_the_story_is_marked_as_one(self) -> None:
        blocks = [
            Block(text=text, hints=frozenset({"standfirst"}), parent=1) for text in (f"{STANDFIRST}.", *PROSE)
        ]
        assert self.standfirst(*blocks) is None

    @pytest.mark.parametrize(("parent", "is_one"), [(1, False), (2, True)])
    def test_a_declared_standfirst_in_the_element_of_the_story_is_its_first_paragraph(
        self, parent: int, *, is_one: bool
    ) -> None:
        said = Block(text=f"{STANDFIRST}.", parent=parent)
        story = [Block(text=text, parent=1) for text in PROSE]
        assert (self.standfirst(said, *story, standfirst=said.text) == said.text) is is_one


class TestByline:
    """Lines that name who wrote the story."""

    @pytest.mark.parametrize(
        ("line", "declared", "is_one"),
        [
            ("Ada Marsh", "Ada Marsh", True),
            ("By Ada Marsh", "Ada Marsh", True),
            ("Ada Marsh", "Ada Marsh and Otto Penn", True),
            ("Marsh", "Ada Marsh", False),
            ("Marsha", "Ada Marsha", True),
            ("Otto Penn", "Ada Marsh", False),
            ("Ada Marsh", None, False),
            (f"By Ada Marsh{' and Otto Penn' * 6}", None, True),
            (f"By Ada Marsh{' and Otto Penn' * 7}", None, False),
        ],
    )
    def test_a_byline_is_found_up_to_its_longest_form(
        self, line: str, declared: str | None, *, is_one: bool
    ) -> None:
        page = sheet(HEADLINE, line, *PROSE, headline=HEADLINE, byline=declared)
        find_headline(page)
        find_bylines_and_dates(page)
        assert (page.verdicts[1] == "byline") is is_one
