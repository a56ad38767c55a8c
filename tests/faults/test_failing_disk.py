"""A disk that is full, broken or closed: one clear error, the old edition intact, and the next build is fine."""

from __future__ import annotations

import errno
import random
import re
import shutil

import pytest

from audio_edition.verification.check import check
from tests.faults.conftest import States, moments
from tests.faults.disk import Disk, Fault, Outcome, left_over, published
from tests.faults.processes import FACTOR
from tests.tally import Tally

pytestmark = pytest.mark.slow

_FAULTS = 2
_ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


@pytest.mark.parametrize("number", _ERRORS, ids=errno.errorcode.get)
def test_a_call_that_fails(disk: Disk, states: States, chance: random.Random, tally: Tally, number: int) -> None:
    for moment in moments(disk, states, chance, _FAULTS):
        with tally(f"a call fails with {errno.errorcode[number]}"):
            _survive(disk, states, Fault(at=moment, errno=number))


def test_a_disk_that_is_full_from_some_moment_on(
    disk: Disk, states: States, chance: random.Random, tally: Tally
) -> None:
    for moment in moments(disk, states, chance, _FAULTS):
        with tally("the disk is full from then on"):
            _survive(disk, states, Fault(at=moment, errno=errno.ENOSPC, is_sticky=True))


@pytest.mark.parametrize("number", _ERRORS, ids=errno.errorcode.get)
def test_articles_are_added_whole_or_not_at_all(
    disk: Disk, states: States, chance: random.Random, tally: Tally, number: int
) -> None:
    place, files = disk.root / "articles", sorted(states.articles.rglob("*.txt"))
    calls = disk.run("add", *files, "--to", place).calls
    whole = published(place)
    for moment in chance.sample(range(1, calls + 1), min(calls, _FAULTS * FACTOR)):
        with tally(f"`add`: a call fails with {errno.errorcode[number]}"):
            shutil.rmtree(place)
            outcome = disk.run("add", *files, "--to", place, fault=Fault(at=moment, errno=number))
            assert outcome.code == 0 or _is_clear(outcome, code=2), (moment, outcome)
            assert published(place).items() <= whole.items(), moment
            assert disk.run("add", *files, "--to", place).code == 0, moment
            assert published(place) == whole, moment


def _survive(disk: Disk, states: States, fault: Fault) -> None:
    disk.become(states.before)
    outcome = disk.build(states.articles, fault=fault)
    if outcome.code:
        assert _is_clear(outcome, code=6), (fault, outcome)
        assert published(disk.output) == states.old, (fault, outcome)
    else:  # it befell what is kept for another time, or a file that may be removed later
        assert published(disk.output).items() >= states.new.items(), (fault, outcome)
    assert left_over(disk.output) == [], (fault, outcome)
    assert check(disk.output).problems == (), (fault, outcome)
    again = disk.build(states.articles)
    assert (again.code, again.printed) == (0, ""), fault
    assert published(disk.output).items() >= states.new.items(), fault


def _is_clear(outcome: Outcome, *, code: int) -> bool:
    """One line that says what and where, and one that says what to do."""
    return outcome.code == code and bool(re.fullmatch(r"error: /.+: [a-z/ ]+\n  .+\n", outcome.printed))
