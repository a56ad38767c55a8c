"""A disk that is full, broken or forbidden: one clear error, the old edition intact, and the next build works."""

from __future__ import annotations

import errno
import random
import re
import shutil

import pytest

from audio_edition.verification.check import check
from tests.faults.conftest import States, choose_calls
from tests.faults.disk import Disk, Fault, Outcome, digest_published, find_temporary
from tests.faults.processes import FACTOR
from tests.tally import Tally

pytestmark = pytest.mark.slow

_FAULTS = 2
_ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


@pytest.mark.parametrize("number", _ERRORS, ids=errno.errorcode.get)
def test_a_failing_system_call_leaves_the_old_edition_or_the_new_one(
    disk: Disk, states: States, rng: random.Random, tally: Tally, number: int
) -> None:
    for call in choose_calls(disk, states, rng, _FAULTS):
        with tally(f"a call fails with {errno.errorcode[number]}"):
            _assert_survival(disk, states, Fault(at=call, errno=number))


def test_a_disk_that_fills_up_during_a_build_leaves_the_old_edition_or_the_new_one(
    disk: Disk, states: States, rng: random.Random, tally: Tally
) -> None:
    for call in choose_calls(disk, states, rng, _FAULTS):
        with tally("the disk is full from then on"):
            _assert_survival(disk, states, Fault(at=call, errno=errno.ENOSPC, is_sticky=True))


@pytest.mark.parametrize("number", _ERRORS, ids=errno.errorcode.get)
def test_add_saves_an_article_whole_or_not_at_all_if_a_call_fails(
    disk: Disk, states: States, rng: random.Random, tally: Tally, number: int
) -> None:
    folder, files = disk.root / "articles", sorted(states.articles.rglob("*.txt"))
    calls = disk.run("add", *files, "--to", folder).calls
    whole = digest_published(folder)
    for call in rng.sample(range(1, calls + 1), min(calls, _FAULTS * FACTOR)):
        with tally(f"`add`: a call fails with {errno.errorcode[number]}"):
            shutil.rmtree(folder)
            outcome = disk.run("add", *files, "--to", folder, fault=Fault(at=call, errno=number))
            assert outcome.code == 0 or _is_clear(outcome, code=2), (call, outcome)
            assert digest_published(folder).items() <= whole.items(), call
            assert disk.run("add", *files, "--to", folder).code == 0, call
            assert digest_published(folder) == whole, call


def _assert_survival(disk: Disk, states: States, fault: Fault) -> None:
    disk.restore(states.before)
    outcome = disk.build(states.articles, fault=fault)
    if outcome.code:
        assert _is_clear(outcome, code=6), (fault, outcome)
        assert digest_published(disk.output) == states.old, (fault, outcome)
    else:  # the fault hit the cache, or a file that may be removed later
        assert digest_published(disk.output).items() >= states.new.items(), (fault, outcome)
    assert find_temporary(disk.output) == [], (fault, outcome)
    assert check(disk.output).problems == (), (fault, outcome)
    again = disk.build(states.articles)
    assert (again.code, again.messages) == (0, ""), fault
    assert digest_published(disk.output).items() >= states.new.items(), fault


def _is_clear(outcome: Outcome, *, code: int) -> bool:
    """Return True if the output is one line with the path and the problem, and one with the remedy."""
    return outcome.code == code and bool(re.fullmatch(r"error: /.+: [a-z/ ]+\n  .+\n", outcome.messages))
