from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from audio_edition.build.article_spool import MAX_BLOCKS_IN_MEMORY, ArticleSpool
from audio_edition.build.scripts import ScriptReader, read_scripts
from audio_edition.model import Article
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.site_boilerplate import BoilerplateIndex, find_shared_lines, opening_words
from tests.segmenter.test_segmenter import PROSE, page


def pages() -> list[Article]:
    menu = ("Politics", "Mud and tides weekly", "Sign in to read")
    foot = ("Follow the mud with our reporters", "Follow the mud with a friend")
    return [page(*menu, PROSE[n], PROSE[n + 1], foot[n % 2]) for n in range(0, 4, 2)] + [page(*PROSE)]


def test_lines_and_openings_are_counted_on_other_pages_only() -> None:
    first, second, third = find_shared_lines(pages())
    menu = hash(normalize_words("Mud and tides weekly"))
    assert first.lines[menu] == second.lines[menu] == 1
    assert menu in first.heads
    assert menu not in third.lines
    same_make = hash(opening_words(normalize_words("Follow the mud with our reporters")))
    assert first.openings[same_make] == 1


def test_a_copy_of_the_story_shares_nothing() -> None:
    article = page(*PROSE, "A line at the foot")
    assert find_shared_lines([article, article])[0].lines == {}
    other = page("A line at the foot", "Another story altogether")
    assert find_shared_lines([article, article, other])[0].lines == {hash(normalize_words("A line at the foot")): 1}


def test_a_page_of_teasers_stands_above_no_story() -> None:
    contents = page("The harbour is full again", "Three attempts, and the mud is back", "Silt in short")
    story = page("The harbour is full again", "Three attempts, and the mud is back", *PROSE)
    assert find_shared_lines([story, contents])[0].heads == frozenset()


def test_no_page_and_one_page() -> None:
    assert find_shared_lines([]) == []
    neighbours = BoilerplateIndex()
    neighbours.add(page(*PROSE))
    assert neighbours.find_shared(0).lines == {}


@pytest.mark.parametrize("in_memory", [0, len(PROSE) + 3, MAX_BLOCKS_IN_MEMORY])
def test_a_shelf_gives_back_what_was_put_there(in_memory: int) -> None:
    articles = pages()
    with ArticleSpool(in_memory) as shelf:
        for article in articles:
            shelf.put(article)
        assert list(shelf) == articles
        assert list(shelf) == articles
    assert pickle.loads(pickle.dumps(articles)) == articles  # noqa: S301 - our own words


def test_scripts_come_one_by_one_as_they_come_together(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            "\n\n".join(("The harbour is full", *PROSE, f"Mud number {number}."))
        )
    (tmp_path / "9.txt").write_bytes(b"\0\1\2\3" * 99)
    reader = ScriptReader([tmp_path])
    assert tuple(reader) == read_scripts([tmp_path]).scripts
    assert [failure.id for failure in reader.failures] == ["9"]
