"""Passages: the units of recording, and the chapters that begin with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.build.passages import MAX_CHARACTERS, section_announcement, split_story
from audio_edition.model import Role, Utterance
from tests.conftest import utterance


def test_the_section_has_its_own_passage_and_the_opening_begins_the_first_chapter() -> None:
    utterances = [
        utterance("Asia.", role=Role.SECTION, paragraph=0),
        utterance("Banyan.", role=Role.KICKER, paragraph=1),
        utterance("On mud.", role=Role.HEADLINE, paragraph=2),
        utterance("The story.", paragraph=3),
    ]
    lead = section_announcement(utterances)
    assert lead is not None
    assert [u.spoken for u in lead.utterances] == ["Asia."]
    assert section_announcement(utterances[1:]) is None
    first, rest = split_story(utterances, "On mud")
    assert first.chapter == "On mud"
    assert [u.spoken for u in first.utterances] == ["Banyan.", "On mud."]
    assert (rest.chapter, len(rest.utterances)) == (None, 1)


def test_a_crosshead_begins_a_chapter() -> None:
    utterances = [
        utterance("One.", paragraph=0),
        utterance("Why not radio?", role=Role.CROSSHEAD, paragraph=1),
        utterance("Two.", paragraph=2),
    ]
    assert [passage.chapter for passage in split_story(utterances, "H")[1:]] == [None, "Why not radio?"]


@given(st.lists(st.tuples(st.integers(1, 900), st.booleans()), min_size=1, max_size=30))
def test_every_utterance_is_in_one_passage_of_bounded_length(shape: list[tuple[int, bool]]) -> None:
    utterances = [
        utterance("x" * length, role=Role.CROSSHEAD if head else Role.BODY, paragraph=number)
        for number, (length, head) in enumerate(shape)
    ]
    parts = split_story(utterances, "H")[1:]
    assert [u for part in parts for u in part.utterances] == utterances
    for part in parts:
        assert len(part.utterances) == 1 or sum(len(u.spoken) for u in part.utterances) <= MAX_CHARACTERS


def test_passages_know_their_section() -> None:
    said = [
        utterance("Asia.", role=Role.SECTION),
        utterance("On mud.", role=Role.HEADLINE),
        utterance("The story."),
    ]
    lead = section_announcement(said, "Asia")
    assert lead is not None
    assert {each.section for each in (lead, *split_story(said, "On mud", "Asia"))} == {"Asia"}


def paragraphs(*lengths: int) -> list[Utterance]:
    """Paragraphs of two sentences each, of so many characters in all, that begin with eight words."""
    beginning = "Nobody has seen the last of it, " + "x" * 8
    return [
        said
        for number, length in enumerate(lengths)
        for said in (
            utterance(beginning, spoken="x" * (length - 10), paragraph=number),
            utterance("The rest.", spoken="x" * 10, paragraph=number),
        )
    ]


@pytest.mark.parametrize(("second", "passages"), [(MAX_CHARACTERS - 700, 1), (MAX_CHARACTERS - 699, 2)])
def test_a_passage_is_as_long_as_it_may_be(second: int, passages: int) -> None:
    assert len(split_story(paragraphs(700, second), "H")[1:]) == passages


@pytest.mark.parametrize(("last", "begins"), [(900, True), (899, False)])
def test_without_a_crosshead_a_chapter_begins_after_4500_characters(last: int, *, begins: bool) -> None:
    found = split_story(paragraphs(900, 900, 900, 900, last, 1500), "H")[1:]
    title = "Nobody has seen the last of it…" if begins else None
    assert [each.chapter for each in found] == [None] * 5 + [title]


def test_the_next_chapter_begins_as_long_after_that() -> None:
    found = split_story(paragraphs(*[900] * 12), "H")[1:]
    assert [number for number, each in enumerate(found) if each.chapter] == [5, 10]


def test_characters_count_from_the_last_crosshead_on() -> None:
    crosshead = utterance(" Why not radio?: ", spoken="x" * 10, role=Role.CROSSHEAD, paragraph=100)
    after = [replace(each, paragraph=each.paragraph + 101) for each in paragraphs(1490, 1490, 1490, 20, 1490, 1490)]
    found = split_story([*paragraphs(1490, 1490, 1490), crosshead, *after], "H")[1:]
    assert [each.chapter for each in found] == [
        *[None] * 3,
        "Why not radio?",
        *[None] * 3,
        "Nobody has seen the last of it…",
        None,
    ]


def test_a_crosshead_begins_no_passage_of_its_own_under_another_and_the_first_names_the_chapter() -> None:
    roles = {0: Role.CROSSHEAD, 1: Role.CROSSHEAD}
    said = [utterance(f"{n}.", role=roles.get(n, Role.BODY), paragraph=n) for n in range(4)]
    assert [(each.chapter, len(each.utterances)) for each in split_story(said, "H")[1:]] == [("0", 4)]


def test_a_short_paragraph_names_its_chapter_whole() -> None:
    said = [*paragraphs(*[900] * 5), utterance("It is over, or so they say.", spoken="x" * 900, paragraph=5)]
    assert split_story(said, "H")[-1].chapter == "It is over, or so they say."
