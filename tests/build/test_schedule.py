"""Publication dates of episodes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from audio_edition.build.schedule import EpisodeSchedule
from audio_edition.model import Archive, Edition, Episode, EpisodeKind, Track

DAY = date(2026, 11, 21)
MIDNIGHT = datetime(2026, 11, 21, tzinfo=UTC)


def make_archive(published: datetime) -> Archive:
    """Return an archive with an issue of DAY whose first episode has this date."""
    episode = Episode(
        kind=EpisodeKind.ARTICLE,
        slug="mud",
        guid="g",
        number=1,
        title="Mud",
        summary="",
        published=published,
        language="en",
        track=Track(samples=0, chapters=(), cues=()),
        size=0,
        digest="",
    )
    edition = Edition(title="T", issue_date=DAY, day="", number=1, episodes=(episode,))
    return Archive(guid="g", editions=(edition,))


def test_each_episode_is_a_second_older_than_the_one_before_it_and_none_is_before_the_day() -> None:
    dates = EpisodeSchedule(archive=Archive(), day=DAY).dates(3)
    assert dates == tuple(MIDNIGHT + timedelta(seconds=seconds) for seconds in (2, 1, 0))


def test_an_issue_of_a_future_day_is_dated_now() -> None:
    now = datetime.now(UTC)
    dates = EpisodeSchedule(archive=Archive(), day=(now + timedelta(days=3)).date()).dates(2)
    assert now - timedelta(seconds=5) <= dates[1] < dates[0] <= datetime.now(UTC)


def test_an_issue_that_was_published_before_its_day_keeps_its_dates() -> None:
    published = MIDNIGHT - timedelta(days=1)
    assert EpisodeSchedule(archive=make_archive(published), day=DAY).dates(2)[0] == published


def test_the_dates_of_an_issue_published_on_its_day_move_with_the_number_of_its_episodes() -> None:
    archive = make_archive(MIDNIGHT + timedelta(seconds=1))
    assert EpisodeSchedule(archive=archive, day=DAY).dates(4)[-1] == MIDNIGHT
