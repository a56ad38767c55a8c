"""Passages: the units of recording, and the chapters that begin with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.build.passages import MAX_CHARACTERS, section_announcement, split_story
from audio_edition.model import Role
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
