"""Parts of stories that look like chrome, in plain text, HTML and Markdown: all of them must be spoken."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.errors import NoStoryError

HEADLINE = "The ferry that would not sink"
FERRY = (
    (
        "The ferry at Orr was sold for scrap in 1987, to a man who said he liked the bell, and she still "
        "crosses the river eleven times a day."
    ),
    (
        "Three bridges have been built beside her since, of which one was shut, one leads to a field, and "
        "one opens only when the wind allows it."
    ),
    (
        "Dr Emil Sand of the University of Cullen has measured her hull every spring for nineteen years, "
        "and has found it a little thinner each time."
    ),
    (
        "The council would rather she did not last, and has a letter ready in which it regrets the whole "
        "affair and thanks everybody for their patience."
    ),
    (
        "In the summer she carries tourists, who stand on the left side to see the seals, so that the "
        "skipper has to steer a little to the right."
    ),
)
ONE, TWO, THREE, FOUR, FIVE = FERRY
STORIES = {
    "paragraphs of one word": (ONE, TWO, "Why?", THREE, "Silence.", FOUR, "Nothing.", FIVE),
    "dialogue that ends in a comma or a dash": (
        ONE,
        TWO,
        "“There is no secret,”",
        "said the skipper, Ruth Pellow, and turned the wheel.",
        "“You paint it,” she went on, “and you do not hit things –”",
        "“Never?”",
        "“Hardly ever.”",
        THREE,
        FOUR,
    ),
    "items without a stop": (
        ONE,
        TWO,
        "The survey found three things:",
        "- Her plates are 11mm thick at the keel",
        "- Her engine was built in 1931",
        "- Her bell is not original",
        THREE,
        FOUR,
    ),
    "paragraphs that end in a colon": (
        ONE,
        TWO,
        "What the harbour master said about it was this:",
        "“She is not in the timetable, and therefore she is not late, whatever the passengers may say about it.”",
        THREE,
        "The conclusion of the report is short:",
        FOUR,
    ),
    "a word by itself under a crosshead": (ONE, TWO, "# A matter of rust", "Why?", THREE, FOUR),
    "an agency's tag": (f"PORT CULLEN (AP) — {ONE}", TWO, THREE, f"{FOUR} (AP)"),
    "an agency's tag without brackets": (ONE, TWO, THREE, "The skipper has not been told, PTI reported. PTI"),
    "a sign at the end": (ONE, TWO, THREE, f"{FOUR} ♦"),
    "letters signed in capitals": (
        f"SIR – {ONE}",
        "HAROLD PENN",
        "Port Cullen",
        f"SIR – {TWO}",
        "DR A. N. OTTER",
        "Lower Orr",
    ),
    "questions and answers": (
        "How old is the ferry?",
        ONE,
        "Why are there three bridges?",
        TWO,
        "Who measures the hull?",
        THREE,
        "What does the council want?",
        FOUR,
    ),
    "questions and answers by letter": (
        "Q: How old is the ferry?",
        f"A: {ONE}",
        "Q: And the bridges?",
        f"A: {TWO}",
        "Q: Will she last?",
        f"A: {THREE}",
    ),
    "one paragraph": (" ".join(FERRY),),
    "one short paragraph": (ONE,),
}


def strip_marks(line: str) -> str:
    return line.removeprefix("- ").removeprefix("# ")


def to_text(story: tuple[str, ...]) -> str:
    return "\n\n".join([HEADLINE, *(line.removeprefix("# ").replace("- ", "• ", 1) for line in story)])


def to_markdown(story: tuple[str, ...]) -> str:
    return "\n\n".join([f"# {HEADLINE}", *(line.replace("# ", "## ", 1) for line in story)])


def to_html(story: tuple[str, ...]) -> str:
    tags = {"-": "li", "#": "h2"}
    body = "".join(
        f"<{tag}>{escape(strip_marks(line))}</{tag}>" for line in story for tag in [tags.get(line[0], "p")]
    )
    return (
        f"<html lang=en-GB><title>{HEADLINE}</title><nav><a href=/>Home</a></nav><article><h1>{HEADLINE}</h1>{body}"
        "</article><footer>© 2026 The Estuary Weekly</footer>"
    )


CONVERTERS = {".txt": to_text, ".html": to_html, ".md": to_markdown}


@pytest.mark.parametrize("suffix", CONVERTERS)
@pytest.mark.parametrize("name", STORIES)
def test_every_line_of_the_story_is_spoken_and_none_is_dropped(name: str, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"ferry{suffix}"
    file.write_text(CONVERTERS[suffix](STORIES[name]), "utf-8")
    (script,) = read_scripts([file]).scripts
    assert [p.text for p in script.paragraphs] == [HEADLINE, *map(strip_marks, STORIES[name])]
    assert [drop.text for drop in script.dropped if drop.text not in {"Home", "© 2026 The Estuary Weekly"}] == []


MENU = (
    "Home",
    "Britain",
    "Science and technology",
    "Log in",
    "Subscribe",
    "Sign up to our newsletter",
    "Cookies",
    "Terms",
)


@pytest.mark.parametrize("suffix", CONVERTERS)
def test_a_page_with_only_a_menu_has_no_story(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"home{suffix}"
    file.write_text(CONVERTERS[suffix](tuple(f"- {line}" for line in MENU)), "utf-8")
    (failure,) = read_scripts([file]).failures
    assert isinstance(failure.error, NoStoryError)
    assert failure.error.exit_code == 3
