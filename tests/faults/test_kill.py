"""Builds that are killed: everything is whole before and after, and what was spoken is not spoken again."""

from __future__ import annotations

import random

import pytest

from audio_edition.verification.check import check
from tests.faults.conftest import States, moments
from tests.faults.disk import Disk, Fault, left_over, published
from tests.tally import Tally

pytestmark = pytest.mark.slow

_KILLS = 5


def test_a_build_that_is_killed_costs_what_was_in_hand_and_nothing_else(
    disk: Disk, states: States, chance: random.Random, tally: Tally
) -> None:
    for moment in moments(disk, states, chance, _KILLS):
        with tally("kill -9 of a build"):
            _survive(disk, states, moment)


def test_a_build_that_somebody_follows_leaves_a_whole_edition_when_it_is_killed(
    disk: Disk, states: States, chance: random.Random, tally: Tally
) -> None:
    for moment in moments(disk, states, chance, _KILLS // 2, "--follow"):
        with tally("kill -9 of a build with --follow"):
            disk.become(states.before)
            assert disk.build(states.articles, "--follow", fault=Fault(at=moment)).was_killed, moment
            assert check(disk.output).problems == (), moment
            assert disk.build(states.articles).code == 0, moment
            assert published(disk.output) == states.new, moment


def _survive(disk: Disk, states: States, moment: int) -> None:
    disk.become(states.before)
    assert disk.build(states.articles, fault=Fault(at=moment)).was_killed, moment
    assert check(disk.output).problems == (), moment
    assert published(disk.output) == states.old or published(disk.output).items() >= states.new.items(), moment
    kept = disk.clips
    assert disk.build(states.articles).code == 0, moment
    assert published(disk.output) == states.new, moment
    assert left_over(disk.output) == [], moment
    assert len(disk.said) <= states.clips - kept, moment
