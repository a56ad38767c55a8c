"""Plain text from several sources: copied, hard-wrapped, from e-mail, extracted from a PDF."""

from __future__ import annotations

import textwrap

import pytest

from audio_edition.model import BlockKind
from audio_edition.readers import plain
from audio_edition.readers.notes import remove_note_marks
from tests.languages.test_words import STORIES
from tests.readers.test_html import MUD

LONG = tuple(" ".join(MUD[n:] + MUD[:n]) for n in range(len(MUD)))
"""Paragraphs of about sixty words."""


def texts(text: str) -> list[str]:
    return [block.text for block in plain.parse(text).blocks]


def wrap(*paragraphs: str, width: int = 72, indent: str = "", between: str = "\n\n") -> str:
    return between.join(textwrap.fill(line, width, initial_indent=indent) for line in paragraphs)


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029\u2029", " \n \n"])
def test_each_line_of_a_text_without_wrapping_is_a_block(end: str) -> None:
    assert texts(end.join(("A headline", *LONG, "Share"))) == ["A headline", *LONG, "Share"]


@pytest.mark.parametrize("width", [34, 60, 66, 72, 80, 100, 120])
def test_wrapped_lines_are_joined_at_any_width(width: int) -> None:
    assert texts(wrap("A headline", *LONG, width=width)) == ["A headline", *LONG]


@pytest.mark.parametrize("end", ["\r\n", "\r", " \n", "  \r\n"])
def test_wrapped_lines_are_joined_whatever_ends_them(end: str) -> None:
    assert texts(wrap(*LONG).replace("\n", end)) == [*LONG]


def test_an_indent_begins_a_paragraph_without_a_blank_line() -> None:
    assert texts(wrap(*LONG, indent="    ", between="\n")) == [*LONG]


def test_short_lines_of_a_letter_are_blocks_of_their_own() -> None:
    text = wrap("Sir,", *LONG) + "\n\nYours,\nHarold Penn\n3 Quay Street\nPort Cullen"
    assert texts(text)[-4:] == ["Yours,", "Harold Penn", "3 Quay Street", "Port Cullen"]


def test_short_paragraphs_of_similar_length_are_not_joined() -> None:
    assert texts("\n".join(MUD)) == [*MUD]
    teasers = (
        "A headline of one length with",
        "another one right under it as",
        "lists on a page often have it",
        "so",
    )
    assert texts("\n".join((*teasers, *LONG))) == [*teasers, *LONG]


def test_quoted_lines_of_an_e_mail_are_quotations() -> None:
    quoted = textwrap.indent(wrap(LONG[0], LONG[1]), "> ", lambda _: True)
    blocks = plain.parse(f"{wrap(LONG[2])}\n\n{quoted}\n>> Short.\n\n{wrap(LONG[3])}").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, LONG[2]),
        (BlockKind.QUOTATION, LONG[0]),
        (BlockKind.QUOTATION, LONG[1]),
        (BlockKind.QUOTATION, "Short."),
        (BlockKind.PARAGRAPH, LONG[3]),
    ]


@pytest.mark.parametrize("mark", ["•", "*", "·", "-", "–"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_with_a_bullet_are_list_items(mark: str, between: str) -> None:
    items = ("one boat of iron", "two of wood", "3/4 of a raft")
    listed = between.join(f"  {mark}  {item}" for item in items)
    for story in ("\n\n".join(LONG), wrap(*LONG)):
        blocks = plain.parse(f"{story}\n\n{listed}").blocks
        assert [(b.kind, b.text) for b in blocks[-3:]] == [(BlockKind.LIST_ITEM, item) for item in items]


def test_a_wrapped_list_item_is_one_block_and_numbers_stay() -> None:
    story = wrap(*LONG)
    listed = textwrap.fill(f"* {MUD[0]}", 72, subsequent_indent="  ") + f"\n* {MUD[1][:50]}\n"
    numbered = textwrap.fill(f"1. {MUD[2]}", 72, subsequent_indent="   ") + "\n2. Wait."
    assert texts(f"{story}\n\n{listed}\n{numbered}")[-4:] == [MUD[0], MUD[1][:50], f"1. {MUD[2]}", "2. Wait."]


def test_a_dialogue_with_dashes_is_not_a_list() -> None:
    talk = ("– Where is the boat?", "– Under the heron.", "- And the heron?")
    assert texts("\n".join((*LONG, *talk)))[-3:] == [*talk]


def wrap_and_divide(text: str, width: int, hyphen: str) -> str:
    """Wrap a text as books are: a long word that does not fit is divided."""
    lines = [""]
    for word in text.split():
        room = width - len(lines[-1]) - 2
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        elif len(word) > 7 and 3 <= room < len(word) - 2 and word[: room + 1].isalpha():
            lines[-1] += f" {word[:room]}{hyphen}"
            lines.append(word[room:])
        else:
            lines.append(word)
    return "\n".join(line.strip() for line in lines)


MINISTRY = (
    """
The ministry of transport administers navigation, fortification and reconstruction through departments whose
correspondence nobody remembers requesting, and whose regulations nevertheless determine everything.

Understandably, representatives of the municipality complained repeatedly, demanding explanations; departments
acknowledged correspondence, apologised comprehensively, and established another commission.

Commissioners, photographed extravagantly, recommended circumspection: unprecedented sedimentation notwithstanding,
expenditure throughout remained satisfactory, considering circumstances generally.
""".strip()
    .replace("\n\n", "|")
    .replace("\n", " ")
    .split("|")
)


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad"])
@pytest.mark.parametrize("width", [34, 44, 60])
def test_words_divided_at_line_ends_are_joined(width: int, hyphen: str) -> None:
    text = "\n\n".join(wrap_and_divide(line, width, hyphen) for line in MINISTRY)
    assert f"{hyphen}\n" in text
    assert texts(text) == [*MINISTRY]


def test_a_compound_that_appears_elsewhere_with_its_hyphen_keeps_it() -> None:
    text = "\n\n".join(wrap_and_divide(line, 44, "-") for line in MINISTRY)
    text += "\n\nThe commission is well-known, and what is well-\nknown is not always what is understood by all."
    assert "what is well-known is not" in texts(text)[-1]


@pytest.mark.parametrize(("first", "second"), [("well-", "known"), ("sea-", "wall")])
def test_a_text_without_divided_words_keeps_the_hyphens_of_compounds(first: str, second: str) -> None:
    lines = wrap(*LONG * 8).splitlines()
    place = next(n for n, line in enumerate(lines) if len(line) > 68)
    lines[place] = f"{lines[place][: 71 - len(first)].rsplit(' ', 1)[0]} {first}"
    lines[place + 1] = f"{second} {lines[place + 1]}"
    assert f"{first}{second}" in " ".join(texts("\n".join(lines)))


def test_a_paragraph_is_joined_across_the_end_of_a_page() -> None:
    broken = wrap(LONG[2]).splitlines()
    first = f"1987\n\n{wrap(*LONG[:2])}\n\n" + "\n".join(broken[:2]) + "\n\n- 2 -\n\f"
    text = f"{first}" + "\n".join(broken[2:]) + f"\n\n1987\n\n{wrap(LONG[3])}\n\n3\n\f{wrap(LONG[0])}\n\n4"
    assert texts(text) == ["1987", *LONG[:3], "- 2 -", "1987", LONG[3], "3", LONG[0], "4"]


def test_a_number_at_the_end_of_a_text_is_a_block() -> None:
    assert texts(f"{wrap(*LONG)}\n\n2026\n") == [*LONG, "2026"]


def test_lines_of_scripts_without_spaces_are_joined_without_a_space() -> None:
    sentence = "渡口的船在一九八七年被卖掉拆解但它仍然每天十一次横渡大河而且没有人知道它还能航行多久"
    lines = textwrap.wrap(sentence * 6, 30)
    assert texts("\n".join(lines)) == [sentence * 6]


def test_link_numbers_and_references_of_lynx_are_removed() -> None:
    text = f"   [1]Home\n\n{wrap(LONG[0])}\n   See [2]the minutes[3], page [4]4.\n\nReferences\n\n"
    text += "   1. https://example.org/\n   2. https://example.org/a\n   3. https://example.org/b\n"
    assert texts(text)[:3] == ["Home", LONG[0], "See the minutes[3], page [4]4."]


def test_footnote_marks_are_removed_only_if_there_is_a_note() -> None:
    text = (
        "It sank.[1] It cost $4.2bn,² or 12.5 percent [sic] of 10²[9] at 2:30.\n\n[1] In 1066.\n\n² So they say.\n"
    )
    blocks = remove_note_marks(plain.parse(text).blocks)
    assert [(block.kind, block.text) for block in blocks] == [
        (BlockKind.PARAGRAPH, "It sank. It cost $4.2bn, or 12.5 percent [sic] of 10²[9] at 2:30."),
        (BlockKind.FOOTNOTE, "[1] In 1066."),
        (BlockKind.FOOTNOTE, "² So they say."),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("土曜日《どようび》に出た。", "土曜日に出た。"),
        ("川の｜渡し船《わたしぶね》は古い。", "川の渡し船は古い。"),
        ("彼は《川の歌》を読む。", "彼は《川の歌》を読む。"),
        ("本｜雑誌｜新聞", "本｜雑誌｜新聞"),
        ("他读《等人的渡船》。", "他读《等人的渡船》。"),
    ],
)
def test_readings_of_japanese_words_are_left_out(written: str, read: str) -> None:
    assert texts(written) == [read]


@pytest.mark.parametrize("language", ["ja", "zh-CN", "th"])
def test_wrapped_lines_of_scripts_without_blanks_are_joined_without_one(language: str) -> None:
    paragraph = "".join(STORIES[language]["paragraphs"]).replace(" ", "")
    lines = [paragraph[at : at + 36] for at in range(0, len(paragraph), 36)]
    assert texts("\n".join(lines)) == [paragraph]
