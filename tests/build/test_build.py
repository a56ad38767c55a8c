"""Builds of whole editions, from a folder of articles to a published folder."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable
from pathlib import Path

import feedparser
import mutagen.mp3
import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from audio_edition import config
from audio_edition.audio.encoder import encode
from audio_edition.audio.joiner import lay_out, write_mp3
from audio_edition.build.stages import build
from audio_edition.errors import ConfigError, EngineError, NoStoryError, PublishError, VoiceNotFoundError
from audio_edition.model import EpisodeKind, Take
from audio_edition.podcast.chapters import read_chapters
from audio_edition.podcast.transcript import read_vtt
from audio_edition.verification.check import check
from tests.conftest import Built, require, run, story

MakeEdition = Callable[..., Built]


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder by its path."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_output_folder_has_exactly_the_documented_files(make_edition: MakeEdition, issue: Path) -> None:
    built = make_edition(issue)
    slugs = ("wall", "gulls", "mud", "edition-2026-11-21")
    names = {f"episodes/{slug}{suffix}" for slug in slugs for suffix in (".vtt", ".chapters.json", ".html")}
    names |= {f"issues/2026-11-21{suffix}" for suffix in (".html", ".jpg", ".json")}
    found = hashes(built.output)
    sounds = {name: digest for name, digest in found.items() if name.endswith(".mp3")}
    assert sorted(name.split("/")[1].split(".")[0] for name in sounds) == sorted(slugs)
    assert all(name.endswith(f".{digest[:12]}.mp3") for name, digest in sounds.items())
    assert found.keys() - sounds.keys() == names | {
        "feed.xml",
        "index.html",
        "cover.jpg",
        "archive.json",
        "report.json",
        ".audio-edition.lock",
    }
    assert found["report.json"] == found["issues/2026-11-21.json"]


def test_the_edition_has_one_chapter_per_article_section_by_section(sample: Built) -> None:
    whole = next(e for e in sample.result.edition.episodes if e.kind is EpisodeKind.EDITION)
    assert [(c.section, c.title) for c in whole.track.chapters] == [
        (None, "The Estuary Weekly"),
        *((script.section, script.headline) for script in sample.result.report.articles),
    ]
    texts = [cue.text for cue in whole.track.cues]
    assert texts[:3] == ["The Estuary Weekly", "21 November 2026", "Leaders"]
    assert texts.count("Leaders") == 1
    assert texts.count("Science and technology") == 1


def test_an_article_opens_with_section_kicker_headline_and_standfirst_and_longer_pauses(sample: Built) -> None:
    cues = read_vtt(sample.episode("mud", ".vtt").read_text("utf-8"))
    assert [cue.text for cue in cues[:4]] == [
        "Science and technology",
        "Carbon",
        "A good word for mud",
        "It holds more carbon than the forest, and asks for less",
    ]
    cues = cues[:5]
    pauses = [b.start_ms - a.end_ms for a, b in itertools.pairwise(cues)]
    section, _, headline, standfirst = pauses[:4]
    assert 700 <= section <= 2000
    assert 700 <= headline <= 2000
    assert 700 <= standfirst <= 2000


def test_sections_are_episodes_if_the_settings_ask_for_them(sample: Built) -> None:
    kinds = [(e.kind.value, e.slug) for e in sample.result.edition.episodes]
    assert kinds[:3] == [
        ("edition", "edition-2026-11-21"),
        ("section", "section-2026-11-21-leaders"),
        ("section", "section-2026-11-21-science-and-technology"),
    ]
    assert [kind for kind, _ in kinds[3:]] == ["article"] * 7


def test_ffprobe_mutagen_and_the_chapters_file_agree_on_the_chapters(sample: Built) -> None:
    for episode in sample.result.edition.episodes:
        file = sample.output / episode.media
        listed = read_chapters(sample.episode(episode.slug, ".chapters.json").read_text("utf-8"))
        probe = run(require("ffprobe"), "-v", "error", "-show_chapters", "-of", "json", file)
        assert [(c["start"], c["end"], c["tags"]["title"]) for c in json.loads(probe)["chapters"]] == [
            (c.start_ms, c.end_ms, c.title) for c in listed
        ]
        tagged = ID3(file).getall("CHAP")
        assert {(c.start_time, c.end_time, str(c.sub_frames["TIT2"])) for c in tagged} == {
            (c.start_ms, c.end_ms, c.title) for c in listed
        }
        assert listed[-1].end_ms == episode.track.duration_ms
        assert mutagen.mp3.MP3(file).info.length * 1000 == pytest.approx(episode.track.duration_ms, abs=1)
        starts = [cue.start_ms for cue in read_vtt(sample.episode(episode.slug, ".vtt").read_text("utf-8"))]
        for chapter in listed:
            has_ident = chapter.start_ms == 0 and episode.kind is not EpisodeKind.ARTICLE
            assert any(
                chapter.start_ms <= start < chapter.start_ms + (3000 if has_ident else 500) for start in starts
            )


def test_the_same_articles_give_the_same_bytes(make_edition: MakeEdition, issue: Path, tmp_path: Path) -> None:
    one, other = (
        make_edition(issue, output=tmp_path / "one", jobs=1),
        make_edition(issue, output=tmp_path / "other", jobs=2),
    )
    assert hashes(one.output) == hashes(other.output)


SHORT = (
    "Nobody has measured it since the storm of last January, and nobody will before the spring.",
    "Others say that it was always there, and that a committee of nine people will not move it.",
)


@pytest.mark.parametrize("engine", ["pyttsx3", "hibari"])
def test_one_job_and_two_give_the_same_bytes_of_real_speech(engine: str, tmp_path: Path) -> None:
    file = tmp_path / "wall.md"
    file.write_text(f"# The wall\n\n{SHORT[0]}\n\n{SHORT[1]}\n", encoding="utf-8")
    for jobs in (1, 2):
        settings = config.load(None, {"date": "2026-11-21", "jobs": jobs, "engine": engine, "cache_size": 0})
        build([file], tmp_path / str(jobs), settings)
    assert hashes(tmp_path / "1") == hashes(tmp_path / "2")


def test_the_report_and_the_feed_name_engine_voice_and_licence(sample: Built) -> None:
    (speaker,) = sample.result.report.speakers
    assert (speaker.engine, speaker.voice, speaker.licence) == ("hibari", "heart", "Apache-2.0")
    assert speaker.fingerprint.startswith("hibari-tts ")
    feed = feedparser.parse((sample.output / "feed.xml").read_bytes()).feed
    assert feed.description.endswith(f"Read by {sample.result.edition.narrators[0]}.")
    assert "hibari-tts" in feed.description
    assert feed.podcast_person["role"] == "narrator"


def test_a_quotation_marked_as_french_has_a_french_voice(make_edition: MakeEdition, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    quotation = "Nous ne savons pas encore ce que la mer nous rendra, mais nous savons ce qu’elle a pris."
    english = "The keeper of the lock has written down the level of the river every morning for thirty years."
    paragraphs = "".join(f"<p>{english} He did so on day {n} too.</p>" for n in range(2, 5))
    (folder / "lock.html").write_text(
        f"<html lang=en><body><article><h1>The lock</h1>{paragraphs}"
        f"<blockquote lang=fr><p>{quotation}</p></blockquote></article></body></html>",
        encoding="utf-8",
    )
    built = make_edition(folder, engine="auto")
    utterances = built.result.report.articles[0].utterances
    assert {each.voice for each in utterances if each.written != quotation} == {"hibari:heart"}
    assert [each.voice for each in utterances if each.written == quotation] == ["pyttsx3:roa/fr"]
    assert check(built.output).problems == ()


def test_a_guid_stays_when_the_audio_changes(make_edition: MakeEdition, issue: Path) -> None:
    before = {e.slug: e.guid for e in make_edition(issue).result.edition.episodes}
    (issue / "02-science" / "mud.txt").write_text(story("A good word for mud", "silt"))
    after = make_edition(issue).result.edition.episodes
    assert {e.slug: e.guid for e in after} == before


def test_the_files_of_a_removed_article_are_removed(make_edition: MakeEdition, issue: Path) -> None:
    built = make_edition(issue)
    (issue / "02-science" / "mud.txt").unlink()
    make_edition(issue)
    assert not list(built.output.glob("episodes/mud*"))
    assert "mud" not in (built.output / "feed.xml").read_text("utf-8")


def test_an_unreadable_article_is_a_failure_and_the_rest_is_published(
    make_edition: MakeEdition, issue: Path
) -> None:
    (issue / "02-science" / "empty.txt").write_text("")
    built = make_edition(issue)
    assert [failure.id for failure in built.result.failures] == ["empty"]
    assert len(built.result.report.articles) == 3
    assert json.loads((built.output / "report.json").read_text())["failures"][0]["id"] == "empty"


def test_a_strict_build_stops_at_an_unreadable_article_and_changes_nothing(
    make_edition: MakeEdition, issue: Path
) -> None:
    before = hashes(make_edition(issue).output)
    (issue / "02-science" / "empty.txt").write_text("")
    with pytest.raises(NoStoryError):
        make_edition(issue, strict=True)
    assert hashes(issue.parent / "output") == before


def test_a_build_of_unreadable_articles_alone_names_all_of_them(make_edition: MakeEdition, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("")
    with pytest.raises(NoStoryError, match="a.txt.*\n.*b.txt"):
        make_edition(folder)
    assert not (tmp_path / "output").exists()


def test_a_folder_without_articles_is_an_error(make_edition: MakeEdition, tmp_path: Path) -> None:
    with pytest.raises(NoStoryError, match="no articles here"):
        make_edition(tmp_path)


def test_an_unknown_voice_or_engine_is_an_error_and_writes_nothing(
    make_edition: MakeEdition, issue: Path, tmp_path: Path
) -> None:
    with pytest.raises(VoiceNotFoundError):
        make_edition(issue, voice="nonesuch")
    with pytest.raises(EngineError):
        make_edition(issue, engine="gramophone")
    assert not (tmp_path / "output").exists()


def test_an_output_path_that_is_a_file_is_an_error(make_edition: MakeEdition, issue: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_text("a file")
    with pytest.raises(PublishError):
        make_edition(issue)
    assert (tmp_path / "output").read_text() == "a file"


def test_the_folder_of_the_articles_is_refused_as_output(make_edition: MakeEdition, issue: Path) -> None:
    before = hashes(issue)
    with pytest.raises(ConfigError, match="holds the articles"):
        make_edition(issue, output=issue)
    assert hashes(issue) == before


def test_sections_have_the_order_of_the_settings(make_edition: MakeEdition, issue: Path) -> None:
    report = make_edition(issue, sections=["Science", "Leaders"], episodes="article").result
    assert [e.slug for e in report.edition.episodes] == ["gulls", "mud", "wall"]


def test_files_that_are_no_articles_cause_a_warning(make_edition: MakeEdition, issue: Path) -> None:
    (issue / "cover.png").write_bytes(b"x")
    assert any("cover.png: is no article" in warning for warning in make_edition(issue).result.report.warnings)


def test_check_finds_no_problem_in_a_fresh_edition(sample: Built) -> None:
    result = check(sample.output)
    assert result.problems == ()
    assert result.episodes == 10
    assert result.articles == 7
    total_ms = sum(e.track.duration_ms for e in sample.result.edition.episodes)
    assert result.seconds * 1000 == pytest.approx(total_ms, abs=10)


def truncate_sound(output: Path) -> None:
    (file,) = output.glob("episodes/mud.*.mp3")
    file.write_bytes(file.read_bytes()[:-4000])


def silence_a_second(output: Path) -> None:
    (file,) = output.glob("episodes/mud.*.mp3")
    data = file.read_bytes()
    head, frame = len(data) - 60_000, bytes((0xFF, 0xF3, 0x84, 0xC4)).ljust(192, b"\0")
    start = data.rindex(frame[:4], 0, head)
    file.write_bytes(data[:start] + frame * 100 + data[start + 19_200 :])


def remove_cues(output: Path) -> None:
    file = output / "episodes" / "mud.vtt"
    cues = file.read_text().split("\n\n")
    file.write_text("\n\n".join(cues[:3] + cues[5:]))


def shift_chapter(output: Path) -> None:
    file = output / "episodes" / "edition-2026-11-21.chapters.json"
    document = json.loads(file.read_text())
    document["chapters"][1]["startTime"] -= 1
    file.write_text(json.dumps(document))


def make_louder(output: Path) -> None:
    (file,) = output.glob("episodes/mud.*.mp3")
    sound, _ = soundfile.read(file, dtype="float32")
    frames = encode(np.clip(sound * 2, -0.94, 0.94), 64)
    (output / "frames").write_bytes(frames)
    take = Take(frames=output / "frames", frame_count=len(frames) // 192, cues=(), chapter="A good word for mud")
    data = file.read_bytes()
    write_mp3(lay_out([take], 1000), data[: data.index(b"\xff\xf3", 60_000)], 64, file)


def remove_mp3(output: Path) -> None:
    (file,) = output.glob("episodes/wall.*.mp3")
    file.unlink()


def truncate_feed(output: Path) -> None:
    (output / "feed.xml").write_text("<rss>")


@pytest.mark.parametrize(
    "damage", [truncate_sound, silence_a_second, remove_cues, shift_chapter, remove_mp3, truncate_feed]
)
def test_check_finds_damage(make_edition: MakeEdition, issue: Path, damage: Callable[[Path], None]) -> None:
    built = make_edition(issue)
    assert check(built.output).problems == ()
    damage(built.output)
    assert check(built.output).problems


def test_check_finds_an_episode_that_is_too_loud(make_edition: MakeEdition, issue: Path) -> None:
    built = make_edition(issue, engine="pyttsx3")
    make_louder(built.output)
    problems = " ".join(check(built.output).problems)
    assert "mud: is at -1" in problems
    assert "mud: has a true peak of" in problems


def test_check_of_a_folder_without_an_edition_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="no edition here"):
        check(tmp_path)
