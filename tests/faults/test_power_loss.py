"""Loss of power during a build: whatever unsynced data is lost, recovery finds the old edition or the new one."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from audio_edition.podcast.journal import REDO_FILE
from audio_edition.podcast.publisher import recover_edition
from audio_edition.verification.check import check
from tests.faults.conftest import States
from tests.faults.disk import Disk, digest_published
from tests.faults.power import SimulatedFolder, read_log
from tests.faults.processes import FACTOR
from tests.tally import Tally

_LOSSES = 60
"""Losses of power in CI: a third before the edition is published, the others during publication."""

_CHECK_INTERVAL = 20
"""One in so many results is verified by `check`, too; all are compared with editions that have passed it."""


def test_after_a_loss_of_power_the_edition_is_the_old_one_or_the_new_one(
    disk: Disk, states: States, rng: random.Random, tally: Tally, tmp_path: Path
) -> None:
    disk.restore(states.before)
    assert disk.build(states.articles, is_logged=True).code == 0
    calls = [call for call in read_log(disk.log) if call.path.startswith(str(disk.output))]
    folder = SimulatedFolder(disk.output, states.before / "output")
    publication = next(number for number, call in enumerate(calls) if call.other.endswith(REDO_FILE))
    early = rng.choices(range(publication), k=_LOSSES * FACTOR // 3)
    moments = sorted([*early, *rng.choices(range(publication, len(calls)), k=_LOSSES * FACTOR - len(early))])
    applied = 0
    for number, moment in enumerate(moments):
        for call in calls[applied : moment + 1]:
            folder.apply(call)
        applied = moment + 1
        with tally("loss of power"):
            _assert_survival(folder, states, rng, tmp_path / "found", is_checked=number % _CHECK_INTERVAL == 0)


def _assert_survival(
    folder: SimulatedFolder, states: States, rng: random.Random, found: Path, *, is_checked: bool
) -> None:
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir()
    folder.lose_power(rng, found)
    recover_edition(found)
    published = digest_published(found)
    assert published == states.old or published.items() >= states.new.items()
    if is_checked:
        assert check(found).problems == ()
