"""Transcripts: time codes are not spoken, what is said is; times of day and verses are no time codes."""

from __future__ import annotations

import pytest

from audio_edition.readers import plain

SPEECH = (
    ("ADA", "Welcome to the mill. Is it true that bees live in it?"),
    ("RUTH", "They do. They came up the river, and nobody asked them."),
    ("ADA", "And the flour?"),
    ("RUTH", "Gone."),
)
SAID = [f"{name}: {words}" for name, words in SPEECH]


def texts(text: str) -> list[str]:
    return [block.text for block in plain.parse(text).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "[00:00:{second:02}] {name}: {words}\n\n",
        "[00:{second:02}] {name}: {words}\n",
        "(00:{second:02}) {name}: {words}\n",
        "00:{second:02} {name}: {words}\n",
        "00:00:{second:02}.250 - {name}: {words}\n",
        "[00:{second:02} - 00:{second:02}] {name}: {words}\n",
        "{name} (00:{second:02}):\n{words}\n\n",
        "{name}  0:{second:02}  \n{words}\n\n",
        "{name} | 00:00:{second:02}\n{words}\n",
        "0:{second:02}\n{name}: {words}\n",
    ],
)
def test_time_codes_are_not_spoken(line: str) -> None:
    text = "".join(
        line.format(second=7 + number * 11, name=name, words=words) for number, (name, words) in enumerate(SPEECH)
    )
    assert texts(f"Bees in the mill\n\n{text}") == ["Bees in the mill", *SAID]


def test_the_cues_of_subtitles_are_joined_to_sentences() -> None:
    vtt = (
        "WEBVTT\n\nNOTE by hand\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Ada>Welcome to the mill, where\n\n"
        "2\n00:04.000 --> 00:06.000\nthe bees are <i>home</i>.\n\n00:07.000 --> 00:09.000\n<v Ruth>Are they?\n"
    )
    assert texts(vtt) == ["Ada: Welcome to the mill, where the bees are home.", "Ruth: Are they?"]
    srt = (
        "1\n00:00:01,000 --> 00:00:04,000\nThe mill at Orr\nhas ground no corn\n\n2\n"
        "00:00:04,000 --> 00:00:06,000\nsince the war.\n\n3\n00:00:07,000 --> 00:00:09,000\n- Why?\n- Bees.\n"
    )
    assert texts(srt) == ["The mill at Orr has ground no corn since the war.", "- Why?", "- Bees."]


def test_captions_without_punctuation_become_paragraphs_of_some_length() -> None:
    words = [f"word{number}" for number in range(300)]
    text = "".join(f"{n // 20}:{n * 3 % 60:02}\n{' '.join(words[n * 5 : n * 5 + 5])}\n" for n in range(60))
    found = texts(text)
    assert " ".join(found) == " ".join(words)
    assert all(50 < len(line.split()) < 80 for line in found)


@pytest.mark.parametrize(
    "lines",
    [
        ["18:30 The keeper climbs the stairs.", "19:15 The mayor arrives.", "20:00 The beam goes out."],
        ["00:15 The ship leaves.", "00:40 The ship is back.", "01:30 Nobody sleeps."],
        ["20:15", "The mill", "21:45", "The news", "22:10", "The weather"],
        ["1:10 In the beginning was the mill.", "1:11 And the mill was dark.", "1:12 And so was the flour."],
        ["[3:16] The mill stood.", "[3:17] The mill fell.", "[3:18] It stood again."],
        ["It ended 10:15 after noon, with a ratio of 3:20.", "Wait.", "Then wait: again."],
        ["[10:15] The minister speaks.", "[10:20] The minister leaves.", "[11:05] The minister is back."],
    ],
)
def test_times_of_day_and_verses_are_spoken(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines
