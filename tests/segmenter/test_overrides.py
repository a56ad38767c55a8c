"""The user's overrides: keep and drop patterns, and kinds of block that are spoken after all."""

from __future__ import annotations

from pathlib import Path

import pytest

from audio_edition.build.scripts import read_scripts
from audio_edition.config import load
from audio_edition.errors import ConfigError, UnreadableArticleError
from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.readers import read
from audio_edition.segmenter import Overrides, segment
from tests.segmenter.test_segmenter import PROSE, dropping_rule, make_article, spoken_texts

ARTICLE = make_article("The harbour is full again", *PROSE[:2], "Advertisement", *PROSE[2:])


def test_a_drop_pattern_drops_paragraphs_of_the_story() -> None:
    script = segment(ARTICLE, overrides=Overrides(drop=("MINISTRY",)))
    assert spoken_texts(script) == [PROSE[0], PROSE[1], PROSE[3], PROSE[4]]
    assert dropping_rule(script, PROSE[2]) == "you asked: drop MINISTRY"


def test_a_keep_pattern_overrules_rules_and_drop_patterns() -> None:
    script = segment(ARTICLE, overrides=Overrides(keep=("^advert",), drop=("advert", "nobody in the town")))
    assert spoken_texts(script) == [PROSE[0], "Advertisement", *PROSE[2:]]


def test_patterns_in_front_matter_are_applied(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        '---\ndrop: ["^nobody"]\nkeep: Advertisement\n---\n' + "\n\n".join(b.text for b in ARTICLE.blocks)
    )
    (script,) = read_scripts([file]).scripts
    assert spoken_texts(script) == [PROSE[0], "Advertisement", *PROSE[2:]]


def test_edition_toml_has_patterns_for_all_articles_and_for_single_ones(tmp_path: Path) -> None:
    for name in ("mud", "silt"):
        (tmp_path / f"{name}.txt").write_text(
            "\n\n".join((f"All about {name} today", *PROSE, f"{name} is {name}."))
        )
    file = tmp_path / "edition.toml"
    file.write_text('drop = ["^nobody"]\n[articles.mud]\ndrop = ["ministry"]\n[articles.gone]\nkeep = ["x"]\n')
    found = read_scripts([tmp_path], load(file))
    lines = {script.id: spoken_texts(script) for script in found.scripts}
    assert not any(text.startswith("Nobody") for texts in lines.values() for text in texts)
    assert PROSE[2] not in lines["mud"]
    assert found.unmatched_ids == ("gone",)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('keep = ["("]', "regular expressions"),
        ('keep_kinds = ["pictures"]', "caption, code"),
        ("[articles.mud]\nkep = []", "not 'kep'"),
        ("articles = 3", "a table for each article"),
    ],
)
def test_an_invalid_override_in_edition_toml_raises_an_error_with_a_hint(
    tmp_path: Path, text: str, hint: str
) -> None:
    file = tmp_path / "edition.toml"
    file.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(file)
    assert hint in caught.value.hint


def test_errors_for_a_bad_pattern_in_front_matter_and_for_bad_yaml_name_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\nkeep: '('\n---\nText.")
    with pytest.raises(UnreadableArticleError, match=r"a.md: front matter: keep: '\(' is no regular expression"):
        read(file)
    file.write_text("---\ntitle: Mud: a history\n---\nText.")
    with pytest.raises(UnreadableArticleError, match="a.md: front matter: line 2: mapping values"):
        read(file)


def make_illustrated_article() -> Article:
    caption = Block(text="The sluice at low tide", kind=BlockKind.CAPTION, container="figure")
    table = Block(text="Year 2026, boats 12", kind=BlockKind.TABLE)
    body = [Block(text=text, container="article") for text in PROSE]
    return Article(id="a", source="a", blocks=(*body[:2], caption, table, *body[2:], caption))


@pytest.mark.parametrize(
    ("kinds", "extra"),
    [
        (frozenset[BlockKind](), []),
        (frozenset({BlockKind.CAPTION}), ["The sluice at low tide"]),
        (frozenset({BlockKind.TABLE, BlockKind.CODE}), ["Year 2026, boats 12"]),
    ],
)
def test_kinds_are_brought_back_inside_the_story_only(kinds: frozenset[BlockKind], extra: list[str]) -> None:
    script = segment(make_illustrated_article(), overrides=Overrides(kinds=kinds))
    assert spoken_texts(script) == [*PROSE[:2], *extra, *PROSE[2:]]
    assert all(paragraph.role is Role.BODY for paragraph in script.narrative)
