"""Loss of power: whatever the disk had not been told to keep, an edition is the old one or the new one."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from audio_edition.podcast.journal import REDO_FILE
from audio_edition.podcast.publisher import recover_edition
from audio_edition.verification.check import check
from tests.faults.conftest import States
from tests.faults.disk import Disk, published
from tests.faults.power import Power, read_log
from tests.faults.processes import FACTOR
from tests.tally import Tally

_MOMENTS = 60
"""A third of them before the edition is published, the others while it is."""

_CHECKED = 20
"""Of so many, one is looked at by `check` too: what is published is byte for byte what it passed before."""


def test_what_is_found_after_a_loss_of_power_is_the_old_edition_or_the_new_one(
    disk: Disk, states: States, chance: random.Random, tally: Tally, tmp_path: Path
) -> None:
    disk.become(states.before)
    assert disk.build(states.articles, noted=True).code == 0
    calls = [each for each in read_log(disk.log) if each.path.startswith(str(disk.output))]
    power = Power(disk.output, states.before / "output")
    begun = next(number for number, call in enumerate(calls) if call.other.endswith(REDO_FILE))
    early = chance.choices(range(begun), k=_MOMENTS * FACTOR // 3)
    moments = sorted([*early, *chance.choices(range(begun, len(calls)), k=_MOMENTS * FACTOR - len(early))])
    made = 0
    for number, moment in enumerate(moments):
        for call in calls[made : moment + 1]:
            power.make(call)
        made = moment + 1
        with tally("loss of power"):
            _survive(power, states, chance, tmp_path / "found", is_checked=number % _CHECKED == 0)


def _survive(power: Power, states: States, chance: random.Random, found: Path, *, is_checked: bool) -> None:
    shutil.rmtree(found, ignore_errors=True)
    found.mkdir()
    power.lose(chance, found)
    recover_edition(found)
    there = published(found)
    assert there == states.old or there.items() >= states.new.items()
    if is_checked:
        assert check(found).problems == ()
