"""A real podcast client subscribes, updates and downloads; what it stored is compared by hash."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from tests.conftest import Built, require
from tests.podcast.test_server import serving


def test_gpodder_subscribes_and_downloads_the_edition(sample: Built, tmp_path: Path) -> None:
    client = require("gpo")
    home, downloads = tmp_path / "home", tmp_path / "downloads"
    environment = os.environ | {"GPODDER_HOME": str(home), "GPODDER_DOWNLOAD_DIR": str(downloads)}
    with serving(sample.output) as address:
        for command in (["subscribe", address], ["update"], ["download"]):
            subprocess.run(
                [client, *command],
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=True,
                timeout=120,
            )
    stored = {_hash(file) for file in downloads.rglob("*.mp3")}
    published = {_hash(file) for file in (sample.output / "episodes").glob("*.mp3")}
    assert stored == published
    assert len(published) == len(sample.report.edition.episodes)
    with closing(sqlite3.connect(home / "Database")) as database:
        rows = dict(database.execute("select title, total_time from episode").fetchall())
    for episode in sample.report.edition.episodes:
        assert abs(rows[episode.title] * 1000 - episode.track.duration_ms) <= 1000


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
