"""Killed builds: published files stay whole, and clips that were finished are not spoken again."""

from __future__ import annotations

import random

import pytest

from audio_edition.verification.check import check
from tests.faults.conftest import States, choose_calls
from tests.faults.disk import Disk, Fault, digest_published, find_temporary
from tests.tally import Tally

pytestmark = pytest.mark.slow

_KILLS = 5


def test_a_killed_build_loses_only_the_clips_that_were_not_finished(
    disk: Disk, states: States, rng: random.Random, tally: Tally
) -> None:
    for call in choose_calls(disk, states, rng, _KILLS):
        with tally("kill -9 of a build"):
            _assert_survival(disk, states, call)


def test_a_killed_build_with_follow_leaves_a_whole_edition(
    disk: Disk, states: States, rng: random.Random, tally: Tally
) -> None:
    for call in choose_calls(disk, states, rng, _KILLS // 2, "--follow"):
        with tally("kill -9 of a build with --follow"):
            disk.restore(states.before)
            assert disk.build(states.articles, "--follow", fault=Fault(at=call)).was_killed, call
            assert check(disk.output).problems == (), call
            assert disk.build(states.articles).code == 0, call
            assert digest_published(disk.output) == states.new, call


def _assert_survival(disk: Disk, states: States, call: int) -> None:
    disk.restore(states.before)
    assert disk.build(states.articles, fault=Fault(at=call)).was_killed, call
    assert check(disk.output).problems == (), call
    assert (
        digest_published(disk.output) == states.old or digest_published(disk.output).items() >= states.new.items()
    ), call
    cached = disk.clips
    assert disk.build(states.articles).code == 0, call
    assert digest_published(disk.output) == states.new, call
    assert find_temporary(disk.output) == [], call
    assert len(disk.spoken) <= states.clips - cached, call
