"""Lines that the pages of a folder share, and the order in which scripts are read from a folder."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from audio_edition.build.article_spool import MAX_BLOCKS_IN_MEMORY, ArticleSpool
from audio_edition.build.scripts import ScriptReader, read_scripts
from audio_edition.model import Article
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.site_boilerplate import BoilerplateIndex, find_shared_lines, opening_words
from tests.segmenter.test_segmenter import PROSE, make_article


def make_pages() -> list[Article]:
    menu = ("Politics", "Mud and tides weekly", "Sign in to read")
    foot = ("Follow the mud with our reporters", "Follow the mud with a friend")
    return [make_article(*menu, PROSE[n], PROSE[n + 1], foot[n % 2]) for n in range(0, 4, 2)] + [
        make_article(*PROSE)
    ]


def test_shared_lines_and_openings_are_counted_on_other_pages_only() -> None:
    first, second, third = find_shared_lines(make_pages())
    menu = hash(normalize_words("Mud and tides weekly"))
    assert first.lines[menu] == second.lines[menu] == 1
    assert menu in first.heads
    assert menu not in third.lines
    opening = hash(opening_words(normalize_words("Follow the mud with our reporters")))
    assert first.openings[opening] == 1


def test_a_copy_of_the_story_does_not_count_as_another_page() -> None:
    article = make_article(*PROSE, "A line at the foot")
    assert find_shared_lines([article, article])[0].lines == {}
    other = make_article("A line at the foot", "Another story altogether")
    assert find_shared_lines([article, article, other])[0].lines == {hash(normalize_words("A line at the foot")): 1}


def test_lines_of_a_page_of_teasers_do_not_count_as_lines_above_a_story() -> None:
    contents = make_article("The harbour is full again", "Three attempts, and the mud is back", "Silt in short")
    story = make_article("The harbour is full again", "Three attempts, and the mud is back", *PROSE)
    assert find_shared_lines([story, contents])[0].heads == frozenset()


def test_a_folder_of_no_page_or_one_page_shares_no_lines() -> None:
    assert find_shared_lines([]) == []
    index = BoilerplateIndex()
    index.add(make_article(*PROSE))
    assert index.find_shared(0).lines == {}


@pytest.mark.parametrize("in_memory", [0, len(PROSE) + 3, MAX_BLOCKS_IN_MEMORY])
def test_a_spool_returns_its_articles_in_order_from_memory_and_from_disk(in_memory: int) -> None:
    articles = make_pages()
    with ArticleSpool(in_memory) as spool:
        for article in articles:
            spool.put(article)
        assert list(spool) == articles
        assert list(spool) == articles
    assert pickle.loads(pickle.dumps(articles)) == articles  # noqa: S301 - our own words


def test_reading_scripts_one_by_one_gives_the_same_scripts_as_reading_them_at_once(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(
            "\n\n".join(("The harbour is full", *PROSE, f"Mud number {number}."))
        )
    (tmp_path / "9.txt").write_bytes(b"\0\1\2\3" * 99)
    reader = ScriptReader([tmp_path])
    assert tuple(reader) == read_scripts([tmp_path]).scripts
    assert [failure.id for failure in reader.failures] == ["9"]
