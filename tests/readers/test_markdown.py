"""Markdown as people and programs write it."""

from __future__ import annotations

from datetime import date

import pytest

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.readers import markdown


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in markdown.parse(text).blocks]


def texts(text: str) -> list[str]:
    return [block.text for block in markdown.parse(text).blocks]


TITLE = 'title: "On mud: a history"'
BOTH = "author: Ada Marsh, Tom Ashby"
FRONT_MATTER = {
    "yaml": f"---\n{TITLE}\nauthor: [Ada Marsh, Tom Ashby]\ndate: 2026-11-20\n---\n",
    "ends in dots": f"---\n{TITLE}\nauthor:\n- Ada Marsh\n- Tom Ashby\ndate: 2026-11-20T06:00:00Z\n...\n",
    "windows": f"---\r\n{TITLE}\r\n{BOTH}\r\ndate: 2026-11-20\r\n---\r\n",
    "byte order mark": f"\ufeff---\nT{TITLE[1:]}\nAuthor: Ada Marsh, Tom Ashby\nDate: 2026-11-20\n---\n",
    "hugo": f"\n\n---\n# of Hugo\n{TITLE}\n{BOTH}\ndate: 20 November 2026\n---\n",
    "toml": (
        "+++\ntitle = 'On mud: a history'\nauthors = ['Ada Marsh', 'Tom Ashby']\n"
        "date = 2026-11-20T06:00:00+01:00\n+++\n"
    ),
    "obsidian": (
        f'---\n{TITLE}\nauthor:\n  - "[[Ada Marsh]]"\n  - "[[x|Tom Ashby]]"\npublished: 2026-11-20\n'
        "created: 2026-11-21\n---\n"
    ),
    "jekyll": (
        f"---\nlayout: post\n{TITLE}\nauthor: {{name: 'Ada Marsh, Tom Ashby'}}\n"
        "date: 2026-11-20 06:00:00 -0500\n---\n"
    ),
    "pandoc": "% On mud: a history\n% Ada Marsh, Tom Ashby\n% November 20, 2026\n\n",
    "multimarkdown": "Title: On mud: a history\nAuthor: Ada Marsh, Tom Ashby\nDate: Nov 20, 2026\n\n",
}


@pytest.mark.parametrize("matter", FRONT_MATTER.values(), ids=FRONT_MATTER.keys())
def test_front_matter_is_read_in_every_format(matter: str) -> None:
    article = markdown.parse(f"{matter}Text.")
    assert (article.headline, article.byline) == ("On mud: a history", "Ada Marsh, Tom Ashby")
    assert article.published == date(2026, 11, 20)
    assert [block.text for block in article.blocks] == ["Text."]


@pytest.mark.parametrize(
    ("value", "title"), [("1984", "1984"), ("No", "No"), ("2026-11-20", "2026-11-20"), ("", None)]
)
def test_front_matter_values_are_strings_as_written(value: str, title: str | None) -> None:
    assert markdown.parse(f"---\ntitle: {value}\n---\nText.").headline == title


@pytest.mark.parametrize("matter", ["---\n---\n", "---\n\n---\n", "+++\n+++\n"])
def test_empty_front_matter_is_removed(matter: str) -> None:
    assert texts(f"{matter}Text.") == ["Text."]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nOne: two.\n\n---\n\nText.",
        "---\nOne: two.",
        "One: two.\n\n---\n\nText.",
        "Said: one.\nSays: two.\n\nText.",
    ],
)
def test_text_between_thematic_breaks_is_not_front_matter(text: str) -> None:
    assert "One: two." in texts(text) or "Said: one. Says: two." in texts(text)


@pytest.mark.parametrize("text", ["---\ntitle: a: b: c\n---\n", "+++\ntitle = \n+++\n", "---\nkeep: '('\n---\n"])
def test_broken_front_matter_is_an_error(text: str) -> None:
    with pytest.raises(UnreadableArticleError, match="front matter: "):
        markdown.parse(f"{text}Text.")


def test_a_footnote_mark_is_removed_only_if_the_note_is_defined() -> None:
    text = (
        "One[^1] two[^b] three[^none]. Four^[Fourth note.] at 2:30.\n\n[^1]: First.\n\n    More.\n[^b]: Second.\n"
    )
    assert kinds(text) == [
        ("paragraph", "One two three[^none]. Four at 2:30."),
        ("footnote", "First."),
        ("footnote", "More."),
        ("footnote", "Second."),
        ("footnote", "Fourth note."),
    ]


@pytest.mark.parametrize(
    ("markdown_text", "text"),
    [
        (
            "in*fix*ed un**believ**able snake_case_word 3 \\* 4 = 3*4*1",
            "infixed unbelievable snake_case_word 3 * 4 = 341",
        ),
        (
            "12.5 percent, $4.2bn and $5, 2:30, 3/4, ~5 and ~6, 2^n, #1",
            "12.5 percent, $4.2bn and $5, 2:30, 3/4, ~5 and ~6, 2^n, #1",
        ),
        ("[it][mud], [mud], ![icon](x.png) and [sic]\n\n[mud]: http://x 'T'", "it, mud, and [sic]"),
        ("a &lt;b&gt; &mdash; 1 < 2 & 3 <https://x.org>", "a <b> — 1 < 2 & 3 https://x.org"),
        ("10^6^ of H~2~O, ~~not~~ <sup>2</sup> `x`", "10⁶ of H2O, not ² x"),
        ("\"smart\" -- 'it's'... (c)", "\"smart\" -- 'it's'... (c)"),
        ("[[1]](http://x) [[Mud]] [[Mud|the mud]] ==good== %%no%%", "[1] Mud the mud good"),
        ("[The Tamsin]{.smallcaps} sank.{#sank .x}", "The Tamsin sank."),
        ("one <!-- no -->two {% no %}three {{< no >}}four", "one two three four"),
        ("2019\\. A year", "2019. A year"),
    ],
)
def test_inline_markup_is_read_as_text(markdown_text: str, text: str) -> None:
    assert texts(markdown_text)[0] == text


def test_html_inside_markdown_is_read_as_html() -> None:
    text = (
        "<div class='x'>\n<p>Inside <b>a</b> div.</p>\n</div>\n\nText <span>in</span> a span.\n\n"
        "<!-- no\nno -->\n\n"
        "<figure><img src=x><figcaption>A bank</figcaption></figure>\n\n"
        "<details><summary>More</summary>\n\nMuch *more*.\n\n"
        "</details>\n\n<script>no</script>\n\n<table><tr><td>In a cell</td></tr></table>\n"
    )
    assert kinds(text) == [
        ("paragraph", "Inside a div."),
        ("paragraph", "Text in a span."),
        ("caption", "A bank"),
        ("paragraph", "More"),
        ("paragraph", "Much more."),
        ("paragraph", "In a cell"),
    ]


def test_descriptions_of_pictures_are_captions() -> None:
    text = (
        '![The sluice](a.png "At low tide")\n\nText ![icon](b.png) goes on.\n\n![](c.png)\n*Under it*\n\n'
        "![x](d.png)\n\n"
        "*Photograph: A. Marsh*\n\n*A remark by itself.*"
    )
    assert kinds(text) == [
        ("caption", "The sluice"),
        ("caption", "At low tide"),
        ("paragraph", "Text goes on."),
        ("caption", "icon"),
        ("caption", "Under it"),
        ("caption", "x"),
        ("caption", "Photograph: A. Marsh"),
        ("paragraph", "A remark by itself."),
    ]


@pytest.mark.parametrize(
    "poem",
    ["The tide  \ncomes in.", "The tide\\\ncomes in.", "| The tide\n|   comes in.", "    The tide\n    comes in."],
)
def test_lines_with_hard_breaks_are_verse(poem: str) -> None:
    assert kinds(f"Text.\n\n{poem}\n\nText.")[1:-1] == [("verse", "The tide"), ("verse", "comes in.")]


def test_wrapped_lines_are_one_paragraph() -> None:
    assert kinds("The tide\ncomes in.\n> It is\ntold.") == [
        ("paragraph", "The tide comes in."),
        ("quotation", "It is told."),
    ]


def test_list_items_keep_their_numbers_if_the_list_does_not_start_at_one() -> None:
    text = "1. one\n2. two\n   - inner\n\n- [ ] open\n- [x] done\n\n2019. A year.\n\n3) three\n4) four\n"
    text += "\nTerm\n:   Meaning\n"
    assert [line for kind, line in kinds(text) if kind == "list item"] == [
        "one",
        "two",
        "inner",
        "open",
        "done",
        "2019. A year.",
        "3) three",
        "4) four",
        "Term",
        "Meaning",
    ]


def test_headings_quotations_tables_and_code_have_their_kinds() -> None:
    text = (
        "Headline\n========\n\nA crosshead {#id}\n---\n\n### Third\n\n***\n\n"
        "> [!note] It is\n> said.\n>\n> — Ada Marsh\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```py\nx = 1\n```\n\n    y = {1: [2]}; z(); w[0] = {}\n\n[TOC]\n\n"
        "*[HTML]: Hyper\n\n"
        "::: box\nBoxed.\n:::\n{: .after}\n"
    )
    blocks = markdown.parse(text).blocks
    assert [(block.kind.value, block.level, block.text) for block in blocks] == [
        ("heading", 1, "Headline"),
        ("heading", 2, "A crosshead"),
        ("heading", 3, "Third"),
        ("quotation", 0, "It is said."),
        ("quotation", 0, "— Ada Marsh"),
        ("table", 0, "a b"),
        ("table", 0, "1 2"),
        ("code", 0, "x = 1"),
        ("code", 0, "y = {1: [2]}; z(); w[0] = {}"),
        ("paragraph", 0, "Boxed."),
    ]


def test_blocks_have_their_parent_element_and_link_density_but_no_landmark() -> None:
    text = "<aside class='share'>\n\n[all of it](x)\n\n</aside>\n\n# A [link](x)\n\n- one\n- two\n\nText.\n\nMore."
    share, heading, one, two, paragraph, more = markdown.parse(text).blocks
    assert (share.container, share.link_density, "share" in share.hints) == ("", 1.0, True)
    assert (heading.kind, heading.link_density) == (BlockKind.HEADING, 4 / 6)
    assert one.parent != two.parent != paragraph.parent == more.parent


STORY = "The mill at Orr has ground no corn since the war.\n\nShe sells the honey at the gate."
STORY_LINES = ["The mill at Orr has ground no corn since the war.", "She sells the honey at the gate."]
ADDRESS = "https://example.org/mill"


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        (
            f"Title: The mill\n\nURL Source: {ADDRESS}\n\nPublished Time: 2026-11-20T10:00Z\n\nMarkdown Content:\n",
            [],
        ),
        (
            f"Title: The mill\n\nURL Source: {ADDRESS}\n\nWarning: a frame\n\nMarkdown Content:\n# The mill\n\n",
            ["The mill"],
        ),
        (
            f"# The mill\n\nAuthor: Ada Marsh\nURL: {ADDRESS}\nCreated: 20 November 2026\nTags: bees\n\n",
            ["The mill"],
        ),
        (f"# The mill\n\n**Source:** [example.org]({ADDRESS})\n**Clipped on:** 2026-11-20\n\n", ["The mill"]),
        (f"The mill\n========\n\n- Author: [[Ada Marsh]]\n- URL: {ADDRESS}\n\n", ["The mill"]),
        (f"# The mill\n\n## Metadata\n- Author: Ada Marsh\n- URL: {ADDRESS}\n\n## Full Document\n", ["The mill"]),
        (f"# The mill\n\n> Source: {ADDRESS}\n\n", ["The mill"]),
        (f"---\nsource: {ADDRESS}\n---\n\n# The mill\n\n> ## Excerpt\n> It has bees.\n\n---\n", ["The mill"]),
    ],
)
def test_the_properties_that_clippers_write_above_a_story_are_not_blocks(head: str, lines: list[str]) -> None:
    article = markdown.parse(head + STORY)
    assert [block.text for block in article.blocks] == [*lines, *STORY_LINES]
    assert article.url == ADDRESS


def test_the_properties_of_clippers_are_metadata() -> None:
    head = (
        f"Title: The mill\n\nURL Source: {ADDRESS}\n\nPublished Time: 2026-11-20T10:00:00Z\n\nMarkdown Content:\n"
    )
    article = markdown.parse(head + STORY)
    assert (article.headline, article.published) == ("The mill", date(2026, 11, 20))
    clipped = markdown.parse(
        f"# The mill\n\nAuthor: [Ada Marsh](x)\nDate: 2026-11-20\nSummary: It has bees.\n\n{STORY}"
    )
    assert (clipped.byline, clipped.standfirst) == ("Ada Marsh", "It has bees.")
    own = markdown.parse(f"---\nauthor: Tom Ashby\n---\nAuthor: Ada Marsh\nURL: {ADDRESS}\n\n{STORY}")
    assert own.byline == "Tom Ashby"


@pytest.mark.parametrize(
    "head",
    [
        "Source: an old friend.",
        "Date: nobody knows.\n\nPlace: Orr.",
        "Miller: Why?\n\nBaker: Because.",
        "The author: a man of few words.",
        "Warning: the tags are gone.",
    ],
)
def test_lines_with_a_colon_are_no_properties(head: str) -> None:
    assert texts(f"{head}\n\n{STORY}") == [*head.split("\n\n"), *STORY_LINES]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It leaned [@roe2026, p. 3].", "It leaned."),
        ("It leaned [see @roe2026; @doe:1999, ch. 2] for years.", "It leaned for years."),
        ("Roe [-@roe2026] says so.", "Roe says so."),
        ("So says [@octocat](https://example.org).", "So says @octocat."),
        ("So says [@octocat].\n\n[@octocat]: https://example.org", "So says @octocat."),
        ("Write to [ada@example.org] or @ada.", "Write to [ada@example.org] or @ada."),
        ("[Photo: @ada]", "[Photo: @ada]"),
        ("@roe2026 says so.", "@roe2026 says so."),
    ],
)
def test_citations_in_brackets_are_not_read(written: str, read: str) -> None:
    assert texts(written) == [read]
