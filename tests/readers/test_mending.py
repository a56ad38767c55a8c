"""What tools broke in a text is mended: double escapes and encodings, initials, ligatures, lines of a layout."""

from __future__ import annotations

import textwrap

import pytest

from audio_edition.model import Article, Block, BlockKind
from audio_edition.readers.mending import mend
from audio_edition.readers.tidy import one_line
from tests.readers.test_html import MUD
from tests.readers.test_plain import LONG


def mended(*texts: str, has_elements: bool = True) -> list[str]:
    blocks = tuple(Block(text=text) for text in texts)
    article = mend(Article(id="", source="", blocks=blocks), has_elements=has_elements)
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("It&#8217;s the mill &#151; or was.", "It’s the mill — or was."),
        ("Bread &amp; butter at Orr&rsquo;s", "Bread & butter at Orr’s"),
        ("caf&amp;eacute; du moulin", "café du moulin"),
        ("one&nbsp;mill &#x2013; two", "one mill – two"),
        ("It wasnâ€™t the millerâ€™s fault.", "It wasn’t the miller’s fault."),
        ("â€œNo,â€ she said â€” and left.", "“No,” she said — and left."),
        ("a cafÃ© in MÃ¼nchen for Â£3", "a café in München for £3"),
        ("the miller‚Äôs bees", "the miller’s bees"),
        ("the light¬ house and the op¬eration", "the lighthouse and the operation"),
    ],
)
def test_escapes_encodings_and_division_signs_are_mended(broken: str, meant: str) -> None:
    assert mended(broken) == [meant]


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; and R&D are firms, and a < b & c.",
        "if a &lt; b, write &lt;p&gt;",
        "In HTML, write &eacute; for é and &amp; for an ampersand.",
        "“Voilà… là-bas”, dit-il à l’été ; ça va",
        "MAÇÃ”, “NÃO”, À BIENTÔT, ÂGE",
        "In UTF-8 that was read as windows-1252, ’ becomes â€™.",
        "Δεν ήταν ο μυλωνάς – “ναι”",
        "p ¬q and ¬ p",
        "“Ã” is a letter; “Â” is another",
    ],
)
def test_correct_text_stays_as_it_is(text: str) -> None:
    assert mended(text) == [text]


def test_the_headline_is_mended_too() -> None:
    article = Article(
        id="", source="", blocks=(), headline="The millerâ€™s bees &amp; flour", byline="Ren&eacute;e Orr"
    )
    found = mend(article, has_elements=True)
    assert (found.headline, found.byline) == ("The miller’s bees & flour", "Renée Orr")


REST = "he mill at Orr has ground no corn since the war."


@pytest.mark.parametrize(
    ("blocks", "joined"),
    [
        (("T", REST), ["T" + REST]),
        (("“T", REST), ["“T" + REST]),
        (
            ("T", "HE MILL at Orr has ground no corn since the war."),
            ["THE MILL at Orr has ground no corn since the war."],
        ),
        (("A", "miller keeps bees in the mill at Orr."), ["A miller keeps bees in the mill at Orr."]),
        (
            ("A", "fter the war the mill stood still.", "And after that?"),
            ["After the war the mill stood still.", "And after that?"],
        ),
        (("I", "n the end nobody came to the mill."), ["In the end nobody came to the mill."]),
        (("T HE mill at Orr is silent.",), ["THE mill at Orr is silent."]),
        (("“T HE mill,” he said.",), ["“THE mill,” he said."]),
        (("W hen the war came, it stopped.",), ["When the war came, it stopped."]),
        (("I T was late.",), ["IT was late."]),
        (("M ILLERS keep bees.", "The millers do."), ["MILLERS keep bees.", "The millers do."]),
    ],
)
def test_an_initial_joins_its_word(blocks: tuple[str, ...], joined: list[str]) -> None:
    assert mended(*blocks) == joined


@pytest.mark.parametrize(
    "blocks",
    [
        ("I", "THE mill at Orr has ground no corn since the war."),
        ("V", "The mill at Orr has ground no corn since the war."),
        ("X", "click here to close the window of the mill"),
        ("A", "B", "C", "D"),
        ("R", "R, a language for statistics, is free and widely used."),
        ("A WAY of life had ended, and they went away.",),
        ("I AM told so.",),
        ("A man came.",),
        ("X FACTOR winners came.",),
        ("A U.S. ship lay in the harbour.",),
        ("T-shirts were sold.",),
        ("Plan B is better than plan A",),
    ],
)
def test_other_single_letters_stay(blocks: tuple[str, ...]) -> None:
    assert mended(*blocks) == [*blocks]


@pytest.mark.parametrize("width", [34, 38, 66])
def test_lines_set_as_paragraphs_are_joined(width: int) -> None:
    lines = [line for text in LONG for line in textwrap.wrap(text, width)]
    title, *paragraphs = mended("The leaning mill", *lines)
    assert title == "The leaning mill"
    assert " ".join(paragraphs) == " ".join(LONG)
    assert all(text[-1] == "." for text in paragraphs)
    assert len(paragraphs) > 1
    assert mended(*lines, has_elements=False) == lines


def test_words_set_as_paragraphs_are_joined_to_sentences() -> None:
    words = " ".join(MUD).split()
    assert mended(*words, LONG[0]) == [*MUD, LONG[0]]


def test_words_divided_at_line_ends_that_were_joined_carelessly_are_mended() -> None:
    assert mended("The light- house is dark.", "A lighthouse!") == ["The lighthouse is dark.", "A lighthouse!"]


@pytest.mark.parametrize(
    "text",
    [
        "It has pre- and post-war mills, Vor- und Nachteile, one- or two-man boats.",
        "The keeper- who slept- said so.",
        "A short- lived mill.",
        "Milling- grinding corn. Baking- making bread. Rowing- crossing water.",
        "Mills- and boats.",
    ],
)
def test_other_hyphens_before_a_space_stay(text: str) -> None:
    assert mended(text) == [text]


VERSE = (
    "so much had been said of the mill",
    "that nobody went there",
    "any more, and the bees",
    "kept it to themselves all through the summer",
    "until the miller",
    "came back in the winter with a lantern",
    "and a loaf, and sat down",
    "among them, saying nothing",
)


@pytest.mark.parametrize(
    "blocks",
    [
        VERSE,
        ("News", "Sport", "Culture", "Weather", "Travel", "Food", "Letters", "Puzzles", "Games", "Jobs"),
        ("politics", "sport", "culture", "weather", "travel", "food", "letters", "puzzles", "games"),
        MUD,
        ("“No.”", "“Why not?”", "“Because.”", "He wept.", "She left.", "It rained.", "Nothing.", "Then:", "“No.”"),
        (
            "村の水車小屋では今も蜂が飼われている",
            "粉はもう挽かれていない",
            "川は静かに流れ続けている",
            "誰も来ない日が続いた",
        ),
        ("社会", "政治", "経済", "国際", "文化", "暮らし", "科学", "地域", "特集"),
    ],
)
def test_verse_menus_and_short_paragraphs_are_not_joined(blocks: tuple[str, ...]) -> None:
    assert mended(*blocks) == [*blocks]


@pytest.mark.parametrize(
    ("typeset", "plain"),
    [
        ("the oﬃce of the ﬁrst ﬂoor, oﬀ the street", "the office of the first floor, off the street"),
        ("of ﬁ sh and ﬂ our", "of fish and flour"),
        ("T H E  L A S T  M I L L", "THE LAST MILL"),
        ("T\u2009H\u2009E M\u2009I\u2009L\u2009L", "THE MILL"),
        ("T\u00a0H\u00a0E\u00a0\u00a0E\u00a0N\u00a0D", "THE END"),
        ("C H A P T E R   I V.", "CHAPTER IV."),
        ("d a s  E n d e", "das Ende"),
    ],
)
def test_ligatures_and_letterspacing_are_undone(typeset: str, plain: str) -> None:
    assert one_line(typeset) == plain


@pytest.mark.parametrize("text", ["A B C D E F", "a b c", "I V X", "T H E M I L L", "A man", "Vitamin A B C"])
def test_single_letters_with_equal_spaces_stay(text: str) -> None:
    assert one_line(text) == text


def test_pictures_in_brackets_are_captions() -> None:
    article = mend(Article(id="", source="", blocks=(Block(text="[Illustration: A mill]"),)), has_elements=True)
    assert article.blocks[0].kind is BlockKind.CAPTION
